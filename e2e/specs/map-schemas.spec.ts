import { expect, test } from '../fixtures';
import { exploreAs, largeSchema } from '../support/explored-schema';
import { dragRow, expectMapped, reloadSaved } from '../support/map-gestures';
import { expectSpoken, listen } from '../support/spoken';
import { openTargetFields, sourceRow, sourceTree, startStripeAtMap } from '../support/wizard';

const root = '_tributarydemo.charges_data';
const text = { type: 'string' };
const record = (properties: object) => ({
  type: 'object',
  properties: { data: { type: 'object', properties } },
});

// Hundreds of real keys and pointer moves: more than the usual half minute where two cores do everything at once.
test.describe.configure({ timeout: 90_000 });

test('a source that changed underneath keeps the rows, marks them and offers the likely field', async ({
  signedIn: page,
  emulator,
}) => {
  await listen(page);
  await exploreAs(emulator, record({ id: text, amount: { type: 'integer' }, currency: text }));
  await startStripeAtMap(page);
  await openTargetFields(page);
  for (const name of ['id', 'amount', 'currency']) {
    await dragRow(page, { source: `data.${name}`, target: `${root}.${name}` });
  }
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await exploreAs(emulator, record({ id: text, amount_total: { type: 'integer' }, currency: text }));
  await page.reload();
  const drift = page.getByRole('status').filter({ hasText: 'A mapped field is no longer in the source' });
  await expect(drift).toContainText('data.amount');
  await drift.getByRole('button', { name: 'Use the fields as they are now' }).click();
  await expect(page.getByTestId('counter-errors')).toHaveText('1 error');
  const repair = page.getByRole('region', { name: 'Fields that are gone' });
  await repair.getByRole('button', { name: 'Look at them' }).click();
  await expect(repair).toContainText('data.amount_total');
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByTestId(`mapping-row:data.amount→${root}.amount`)).toContainText('has no field');
  await expect(repair).toContainText('2 fields that mappings name are gone');
  await repair.getByRole('button', { name: 'Repair all 2' }).click();
  await expect(page.getByTestId(`mapping-row:data.amount_total→${root}.amount_total`)).toBeVisible();
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await expect(repair).toBeHidden();
  await reloadSaved(page);
  await expect(page.getByTestId('counter-mapped')).toHaveText('3 of 3 mapped');
  await page.getByRole('button', { name: /^Undo: Repair/ }).click();
  await expect(page.getByTestId('counter-errors')).toHaveText('1 error');
});

test('10,000 fields on each side are searched, mapped and kept', async ({ signedIn: page, emulator }) => {
  await listen(page);
  await exploreAs(emulator, largeSchema());
  await startStripeAtMap(page);
  await page.getByRole('button', { name: 'Expand all source fields' }).click();
  await openTargetFields(page);
  await expect(sourceTree(page)).toHaveAttribute('aria-rowcount', '11101');
  // Only what is in view exists.
  expect(await page.getByRole('row').count()).toBeLessThan(200);
  const field = 'area57.section3.field8';
  await page.getByRole('searchbox', { name: 'Search source fields' }).fill(field);
  await expectSpoken(page, '1 field');
  await page.getByRole('searchbox', { name: 'Search target fields' }).fill(field);
  await dragRow(page, { source: `data.${field}`, target: `${root}.${field}` });
  await expectMapped(page, { source: `data.${field}`, target: `${root}.${field}` });
  await page.getByRole('searchbox', { name: 'Search source fields' }).fill('');
  await sourceTree(page).locator('[role=row][tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect(sourceRow(page, 'data.area100.section10.field10')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('counter-mapped')).toHaveText('2 of 10,000 mapped');
  await reloadSaved(page);
  await expect(page.getByTestId('counter-mapped')).toHaveText('2 of 10,000 mapped');
});
