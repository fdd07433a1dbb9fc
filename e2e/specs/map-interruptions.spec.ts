import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { dragRow, expectMapped, pointsOf, reloadSaved, startDrag } from '../support/map-gestures';
import { signIn } from '../support/sign-in';
import { expectSpoken, listen } from '../support/spoken';
import { expectMap, openTargetFields, sourceRow, targetRow, targetTree } from '../support/wizard';

const root = '_tributarydemo.charges_data';
const amount = { source: 'data.amount', target: `${root}.amount` };
const captured = { source: 'data.amount_captured', target: `${root}.amount_captured` };

const mapped = (page: Page) => page.getByTestId('counter-mapped');
const drag = (page: Page) => page.locator('[data-panes]');

async function expectNoDrag(page: Page): Promise<void> {
  await expect(drag(page)).not.toHaveAttribute('data-dragging');
  await page.mouse.up();
  await expect(mapped(page)).toHaveText(/^0 of/);
}

test('a drag that is broken off maps nothing, however that happens', async ({ signedIn: page, ready }) => {
  await listen(page);
  await ready.atMap();
  await openTargetFields(page);

  await startDrag(page, amount);
  await expect(drag(page)).toHaveAttribute('data-dragging', 'fits');
  await page.keyboard.press('Escape');
  await expectSpoken(page, 'Put back. Nothing was mapped.');
  await expectNoDrag(page);

  await startDrag(page, amount);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expectNoDrag(page);

  await startDrag(page, amount);
  await drag(page).evaluate((element) => {
    element.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: 1 }));
  });
  await expectNoDrag(page);

  await startDrag(page, amount);
  await page.mouse.move(720, 8);
  await expect(drag(page)).toHaveAttribute('data-dragging', 'none');
  await page.mouse.up();
  await expectSpoken(page, 'Put back. Nothing was mapped.');
  await expectNoDrag(page);

  // The folder itself refuses a number, says so while the pointer is over it, and again after the drop.
  await startDrag(page, { source: amount.source, target: root });
  await expect(drag(page)).toHaveAttribute('data-dragging', 'refused');
  await expect(drag(page).getByText('Open the target and choose one of its fields.')).toBeVisible();
  await page.mouse.up();
  await expectSpoken(page, /^Not mapped\. .*Open the target and choose one of its fields\.$/);
  await expect(page.getByTestId('mapping-bar')).toContainText(
    'Open the target and choose one of its fields.',
  );
  await expectNoDrag(page);

  // In the middle of a drag the page goes away: what was mapped before is there, the drag is not.
  await dragRow(page, amount);
  await expectMapped(page, amount);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await startDrag(page, captured);
  await page.reload();
  await expectMap(page);
  await page.mouse.up();
  await expect(mapped(page)).toHaveText(/^1 of/);
  await expect(drag(page)).not.toHaveAttribute('data-dragging');
  await openTargetFields(page);
  await dragRow(page, captured);
  await expectMapped(page, captured);
});

test('a drag opens a folder it rests on, scrolls at the edge and with the wheel', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  const folder = { source: 'data.amount', target: `${root}.payment_method_details` };
  const scrolled = () => targetTree(page).evaluate((element) => element.scrollTop);

  // By the wheel until the folder is in view.
  await startDrag(page, { source: 'data.amount', target: `${root}.amount` });
  await page.mouse.wheel(0, 900);
  await expect(targetRow(page, folder.target)).toBeInViewport();
  const { to } = await pointsOf(page, folder);
  await page.mouse.move(to.x, to.y);
  await expect(drag(page)).toHaveAttribute('data-dragging', 'refused');
  await expect(targetRow(page, folder.target)).toHaveAttribute('aria-expanded', 'true');
  await expect(targetRow(page, `${folder.target}.card`)).toBeVisible();

  // At the lower edge the list comes along, and back at the upper one.
  const box = await targetTree(page).boundingBox();
  if (!box) throw new Error('the target has no box');
  const before = await scrolled();
  await page.mouse.move(to.x, box.y + box.height - 6);
  await expect.poll(scrolled).toBeGreaterThan(before);
  await page.mouse.move(to.x, box.y + 6);
  await expect.poll(scrolled).toBe(0);
  const { to: over } = await pointsOf(page, amount);
  await page.mouse.move(over.x, over.y);
  await expect(drag(page)).toHaveAttribute('data-dragging', 'fits');
  await page.mouse.up();
  await expectMapped(page, amount);
});

test('a second tab is told of the first one’s changes, and each version can be had', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expectMap(other);
  await openTargetFields(page);
  await dragRow(page, amount);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);

  await other.bringToFront();
  await openTargetFields(other);
  await dragRow(other, captured);
  await expectMapped(other, captured);
  const conflict = other.getByRole('alert').filter({ hasText: 'was changed in another tab' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Show the other version' }).click();
  await expect(sourceRow(other, amount.source)).toContainText('mapped to');
  await expect(sourceRow(other, captured.source)).not.toContainText('mapped to');
  // What was made here is still to be had.
  await other.getByRole('button', { name: 'Bring back 1 mapping' }).click();
  await expect(sourceRow(other, captured.source)).toContainText('mapped to');
  await expect(sourceRow(other, amount.source)).not.toContainText('mapped to');
  await other.getByRole('button', { name: /^Undo/ }).click();
  await expect(sourceRow(other, amount.source)).toContainText('mapped to');
  await expect(other.getByTestId('save-status')).toHaveText(/^Saved /);
});

test('an expired session keeps what is on the page and saves it after signing in again', async ({
  signedIn: page,
  ready,
  context,
  watch,
}) => {
  watch.expectFailedLoads();
  await ready.atMap();
  await openTargetFields(page);
  const cookies = await context.cookies();
  await context.clearCookies({ name: /session/ });
  await dragRow(page, amount);
  const notice = page.getByRole('alert').filter({ hasText: 'You are signed out' });
  await expect(notice).toBeVisible();
  await expectMapped(page, amount);

  const opened = page.waitForEvent('popup');
  await notice.getByRole('link', { name: 'Sign in in a new tab' }).click();
  const other = await opened;
  await signIn(other);
  await expect(other.getByRole('main')).toBeVisible();
  await other.close();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(notice).toBeHidden();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await context.addCookies(cookies);
});

test('a page killed within a second of a change loses nothing', async ({
  signedIn: page,
  ready,
  context,
}) => {
  await ready.atMap();
  const address = page.url();
  await openTargetFields(page);
  await dragRow(page, amount);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await dragRow(page, captured);
  // At once, before the save is even sent, and without a chance to send it.
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answered: the page is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await context.newPage();
  await again.goto(address);
  await expectMap(again);
  await expect(mapped(again)).toHaveText(/^1 of/);
  const offer = again.getByRole('status').filter({ hasText: 'Changes made in this browser were not saved' });
  await expect(offer).toContainText('2 mappings');
  await offer.getByRole('button', { name: 'Bring back 2 mappings' }).click();
  await expect(mapped(again)).toHaveText(/^2 of/);
  await expect(offer).toBeHidden();
  await reloadSaved(again);
  await expect(mapped(again)).toHaveText(/^2 of/);
  await expect(offer).toBeHidden();
  const kept = await again.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('tributary.unsent')),
  );
  expect(kept).toEqual([]);
  await again.getByRole('button', { name: /^Undo: Bring back/ }).click();
  await expect(mapped(again)).toHaveText(/^1 of/);
  await expect(again.getByTestId('save-status')).toHaveText(/^Saved /);
});
