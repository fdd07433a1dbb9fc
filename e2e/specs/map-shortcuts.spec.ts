import { expect, test } from '../fixtures';
import { tabTo } from '../support/keyboard';
import { dragRow, expectMapped } from '../support/map-gestures';
import { applyPreset, openTargetFields, sourceRow, sourceTree, targetRow } from '../support/wizard';

const root = '_tributarydemo.charges_data';

test('menu, errors, shortcuts and comments by keyboard', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await openTargetFields(page);
  await dragRow(page, { source: 'data.amount', target: `${root}.amount` });

  // The menu finds fields of both sides and actions.
  const menu = page.getByRole('dialog', { name: 'Go to a field or action' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('card.last4');
  await expect(menu.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(targetRow(page, `${root}.payment_method_details.card.last4`)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('table');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('1 mappings', { exact: true }).or(page.getByText('1 mapping', { exact: true })),
  ).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();

  // Two mappings that cannot work, made as code: F8 goes from one to the next.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('code view');
  await page.keyboard.press('Enter');
  const code = page.getByRole('textbox', { name: 'Mapping rows as JSON' });
  await tabTo(page, code);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(
    JSON.stringify([
      { sourceType: 'ATTRIBUTE', source: 'data.amount', destination: `${root}.amount` },
      { sourceType: 'ATTRIBUTE', source: 'data.nowhere', destination: `${root}.currency` },
      { sourceType: 'ATTRIBUTE', source: 'data.outcome', destination: `${root}.status` },
    ]),
  );
  await expect(page.getByRole('list', { name: 'Problems in the text' }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(code).not.toBeFocused();
  await page.keyboard.press('F8');
  await expect(targetRow(page, `${root}.currency`)).toBeFocused();
  await page.keyboard.press('F8');
  await expect(sourceRow(page, 'data.outcome')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(targetRow(page, `${root}.currency`)).toBeFocused();

  // What the keys are.
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(targetRow(page, `${root}.currency`)).toBeFocused();

  // A remark is written, settled and opened again.
  await tabTo(page, page.getByRole('button', { name: 'Comment', exact: true }));
  await page.keyboard.press('Enter');
  const thread = page.getByRole('dialog', { name: /^Comments on / });
  await tabTo(page, thread.getByRole('textbox', { name: 'Comment' }));
  await page.keyboard.type('Which one is meant?');
  await tabTo(page, thread.getByRole('button', { name: 'Add comment' }));
  await page.keyboard.press('Enter');
  await expect(thread.getByRole('listitem')).toContainText('Which one is meant?');
  await tabTo(page, thread.getByRole('button', { name: 'Resolve' }));
  await page.keyboard.press('Enter');
  await expect(thread.getByRole('listitem')).toContainText('Resolved by');
  await tabTo(page, thread.getByRole('button', { name: 'Reopen' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(thread).toBeHidden();
  await expect(page.getByTestId('counter-comments')).toHaveText('1 open comment');

  // The editor takes the whole window, after a reload too, and gives it back.
  const steps = page.getByRole('navigation', { name: 'Steps' });
  const rows = page.locator('[data-side=source] [data-row]');
  const before = await rows.count();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('fill the window');
  await page.keyboard.press('Enter');
  await expect(steps).toBeHidden();
  await expect(page.locator('[data-live-announcer]').first()).toContainText('The editor fills the window.');
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expect(sourceTree(page)).toBeVisible();
  await expect(steps).toBeHidden();
  await page.getByRole('button', { name: 'Show the whole page' }).click();
  await expect(steps).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fill the window' })).toBeFocused();
  await expect(page.getByTestId('counter-comments')).toHaveText('1 open comment');
  await expectMapped(page, { source: 'data.amount', target: `${root}.amount` });
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
});
