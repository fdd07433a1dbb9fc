import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectMapped } from '../support/map-gestures';
import { createFinger, type Finger } from '../support/touch';
import { openTargetFields, sourceRow, sourceTree, targetRow } from '../support/wizard';

const root = '_tributarydemo.charges_data';
const amount = { source: 'data.amount', target: `${root}.amount` };
const currency = { source: 'data.currency', target: `${root}.currency` };

// A tablet held upright.
test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true });

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function slide(finger: Finger, from: { x: number; y: number }, to: { x: number; y: number }) {
  await finger.down(from);
  for (const part of [0.1, 0.4, 0.7, 1]) {
    await finger.move({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
  await finger.rest(to);
}

const mapped = (page: Page) => page.getByTestId('counter-mapped');

test('on a tablet a finger scrolls by the rows, drags by the handle, and maps by two taps', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  await openTargetFields(page);
  const finger = await createFinger(page);
  const handle = sourceRow(page, amount.source).locator('[data-handle]');
  const place = await middleOf(targetRow(page, amount.target));

  // Taken away in the middle of a drag, the finger has mapped nothing.
  await slide(finger, await middleOf(handle), place);
  await expect(page.locator('[data-panes]')).toHaveAttribute('data-dragging', 'fits');
  await finger.cancel();
  await expect(page.locator('[data-panes]')).not.toHaveAttribute('data-dragging');
  await expect(mapped(page)).toHaveText(/^0 of/);

  await slide(finger, await middleOf(handle), place);
  await finger.up();
  await expectMapped(page, amount);

  await sourceRow(page, currency.source).tap();
  await expect(page.getByTestId('mapping-bar')).toContainText('currency is picked up.');
  await targetRow(page, currency.target).tap();
  await expectMapped(page, currency);

  // Along the rows it scrolls, and picks nothing up.
  const row = await middleOf(sourceRow(page, amount.source));
  await slide(finger, row, { x: row.x, y: row.y - 240 });
  await finger.up();
  await expect.poll(() => sourceTree(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
  await expect(page.getByTestId('mapping-bar')).not.toContainText('picked up');
  await expect(mapped(page)).toHaveText(/^2 of/);
});
