import { expect, test } from '../fixtures';
import { exploreAs, hostileNames, hostileSchema, largeSchema } from '../support/explored-schema';
import { copyRows, dragRow, expectMapped, reloadSaved } from '../support/map-gestures';
import { expectSpoken, listen } from '../support/spoken';
import { openTargetFields, sourceRow, sourceTree, targetRow, targetTree } from '../support/wizard';

const root = '_tributarydemo.charges_data';
const text = { type: 'string' };
const record = (properties: object) => ({
  type: 'object',
  properties: { data: { type: 'object', properties } },
});

test('a source that changed underneath keeps the rows, marks them and offers the likely field', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await listen(page);
  await exploreAs(emulator, record({ id: text, amount: { type: 'integer' }, currency: text }));
  await ready.atMap();
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

test('10,000 fields on each side are searched, mapped and kept', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await listen(page);
  await exploreAs(emulator, largeSchema());
  await ready.atMap();
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

test('hostile names and shapes are shown as text, mapped and kept', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a name was run as code: ${dialog.message()}`);
  });
  await exploreAs(emulator, hostileSchema('data'));
  await ready.atMap();
  await page.getByRole('button', { name: 'Expand all target fields' }).click();
  const rowOf = (name: string) =>
    sourceTree(page)
      .getByRole('row')
      .filter({ has: page.locator('bdi').getByText(name, { exact: true }) });
  const search = page.getByRole('searchbox', { name: 'Search source fields' });
  for (const name of hostileNames) {
    await search.fill(name);
    await expect(rowOf(name)).toBeVisible();
  }
  // The target's own names are legal ones; these three end in its first three fields.
  for (const [at, name] of ['__proto__', 'a.b', '<img src=x onerror=alert(1)>'].entries()) {
    await search.fill(name);
    await rowOf(name).click({ position: { x: 60, y: 8 } });
    await targetTree(page)
      .getByRole('row')
      .nth(at + 3)
      .click({ position: { x: 60, y: 8 } });
    await expect(rowOf(name)).toContainText(', mapped to ');
  }
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await search.fill('choice');
  await expect(rowOf('choice')).toContainText('100000');
  await search.fill('level60');
  await search.press('Enter');
  await expect(rowOf('level60')).toHaveAttribute('aria-level', '62');
  await expect(page.locator('script[src=x], img[src=x]')).toHaveCount(0);
  const before = await copyRows(page);
  expect(before).toHaveLength(3);
  await reloadSaved(page);
  expect(await copyRows(page)).toEqual(before);
});

test('10,000 mappings onto one target leave the page usable', async ({ signedIn: page, ready, emulator }) => {
  await exploreAs(emulator, record({ id: text, amount: { type: 'integer' } }));
  await ready.atMap();
  await page.getByText('Code', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Mapping rows as JSON' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  const row = { sourceType: 'ATTRIBUTE', source: 'data.id', destination: `${root}.id` };
  await page.keyboard.insertText(JSON.stringify(Array.from({ length: 10_000 }, () => row)));
  await expect(page.getByText('10,000 rows do not work yet.')).toBeVisible();
  await page.getByText('Lines', { exact: true }).click();
  await openTargetFields(page);
  await dragRow(page, { source: 'data.amount', target: `${root}.amount` });
  await expectMapped(page, { source: 'data.amount', target: `${root}.amount` });
  await expect(targetRow(page, `${root}.id`)).toContainText('and 9,997 more');
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expect(page.getByTestId('counter-errors')).toHaveText('10,000 errors', { timeout: 20_000 });
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByText('10,001 mappings', { exact: true })).toBeVisible();
});

test('a schema without fields says so, and a list of records shows their fields', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await exploreAs(emulator, {});
  await ready.atMap();
  await expect(page.getByText('This schema has no fields.')).toBeVisible();
  await exploreAs(emulator, { type: 'array', items: record({ id: text }) });
  await ready.atMap();
  await expect(sourceTree(page).getByRole('row').first()).toBeVisible();
});
