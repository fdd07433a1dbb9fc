import { expect, test } from '../fixtures';
import { readAccessibleTree } from '../support/accessible-tree';
import { tabTo } from '../support/keyboard';
import { dragRow, expectMapped, goToSource, pointsOf, startDrag } from '../support/map-gestures';
import { expectSpoken, listen } from '../support/spoken';
import { openTargetFields, sourceRow, sourceTree, targetRow } from '../support/wizard';

const root = '_tributarydemo.charges_data';
const ends = (name: string) => ({ source: `data.${name}`, target: `${root}.${name}` });

test('every gesture is in the accessibility tree and is spoken', async ({ signedIn: page, ready }) => {
  await listen(page);
  await ready.atMap();
  await page.setViewportSize({ width: 1440, height: 1_400 });
  await openTargetFields(page);
  const sourceNamed = async (name: string) =>
    (await readAccessibleTree(page, 'Source fields')).find((row) => row.name.startsWith(name));
  const targetNamed = async (name: string) =>
    (await readAccessibleTree(page, 'Target fields')).find((row) => row.name.startsWith(name));

  const begins = (words: string) => expect.stringMatching(new RegExp(`^${words}`));

  // Levels, positions and what is open.
  const [top, first] = await readAccessibleTree(page, 'Source fields');
  expect(top).toMatchObject({ name: begins('data ?, object'), level: 1, place: '1 of 1', expanded: true });
  expect(first).toMatchObject({
    name: begins('id ?, text'),
    level: 2,
    place: '1 of 47',
    expanded: undefined,
    selected: false,
  });
  expect(await sourceNamed('billing_details')).toMatchObject({ level: 2, expanded: false });
  expect(await targetNamed('charges_data')).toMatchObject({ level: 2, expanded: true });

  // By drag.
  await startDrag(page, ends('amount'));
  await expectSpoken(page, 'amount picked up.');
  await page.mouse.up();
  await expectSpoken(page, 'Mapped amount to amount.');
  expect(await sourceNamed('amount')).toMatchObject({
    name: begins(`amount ?, long ?, ?mapped to ${root}.amount`),
  });
  expect(await targetNamed('amount')).toMatchObject({
    name: expect.stringContaining('filled from data.amount'),
  });

  // By clicks.
  const { from, to } = await pointsOf(page, ends('application'));
  await page.mouse.click(from.x, from.y);
  await expectSpoken(page, 'application picked up. Choose a target field, or press Escape to put it back.');
  expect(await sourceNamed('application')).toMatchObject({ selected: true });
  await page.mouse.click(to.x, to.y);
  await expectSpoken(page, 'Mapped application to application.');

  // By keyboard: picked, moved, dropped; cancelled; refused.
  await tabTo(page, sourceTree(page).locator('[role=row][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  // Counted by the real values: masked ones would all be the same.
  const told = page.getByRole('region', { name: 'Source field' });
  await expect(told).toContainText(/100 % filled · 10 distinct · looks like an id · ch_••••$/);
  // The pointer looks at another without choosing it; the next key tells of the chosen one again.
  await sourceRow(page, 'data.object').hover();
  await expect(told).toContainText('data.object');
  await expect(sourceRow(page, 'data.id')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(told).not.toContainText('data.object');
  await page.keyboard.type('currency');
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'currency picked up.');
  expect(await targetNamed('currency')).toMatchObject({ focused: true });
  await page.keyboard.press('ArrowUp');
  expect(await targetNamed('created')).toMatchObject({ focused: true });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('curr');
  await expectSpoken(page, /^1 found\. Same type\.$/);
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'Mapped currency to currency. Same type.');
  await expect(sourceRow(page, 'data.currency')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'customer picked up.');
  await page.keyboard.type('charges_data');
  await page.keyboard.press('Enter');
  await expectSpoken(page, /^Not mapped\. .*Open the target and choose one of its fields\.$/);
  await page.keyboard.press('Escape');
  await expectSpoken(page, 'Put back. Nothing was mapped.');

  // Undo, redo, remove.
  await page.keyboard.press('ControlOrMeta+z');
  await expectSpoken(page, `Undone: Map data.currency to ${root}.currency.`);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expectSpoken(page, `Redone: Map data.currency to ${root}.currency.`);
  await goToSource(page, 'currency');
  await page.keyboard.press('Delete');
  await expectSpoken(page, 'Mapping removed.');
  expect(await sourceNamed('currency')).not.toMatchObject({ name: expect.stringContaining('mapped to') });

  // Left out on purpose.
  await page.getByRole('button', { name: 'Leave out on purpose' }).click();
  await expectSpoken(page, 'data.currency is left out on purpose.');
  expect((await sourceNamed('currency'))?.name).toContain('left out on purpose');

  // Objects, and their fields one by one.
  await dragRow(page, ends('billing_details'));
  await expectSpoken(page, 'Mapped billing_details to billing_details.');
  await goToSource(page, 'billing_details');
  await page.keyboard.press('ArrowRight');
  expect(await sourceNamed('billing_details')).toMatchObject({ expanded: true });
  expect((await sourceNamed('email'))?.name).toContain('copied with data.billing_details');
  await page.getByRole('button', { name: /^Map \d+ fields one by one$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Map \d+ fields/ })
    .click();
  await expectSpoken(page, /^\d+ fields mapped\.$/);

  // Search counts and views.
  await page.getByRole('searchbox', { name: 'Search source fields' }).fill('email');
  await expectSpoken(page, '2 fields');
  await page.keyboard.press('Escape');
  await page.getByText('Table', { exact: true }).click();
  await expectSpoken(page, /^Table\. \d+ mappings\.$/);

  // The table as a grid: cells by arrows, another target, choosing, leaving out.
  const grid = page.getByRole('grid', { name: 'Mappings of source fields to target fields' });
  await tabTo(page, grid.locator('[tabindex="0"]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the target' });
  await dialog.getByRole('combobox').fill(`${root}.amount_captured`);
  await page.getByRole('option', { name: `${root}.amount_captured`, exact: true }).click();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expectSpoken(page, `Move a mapping to ${root}.amount_captured. Undo takes it back.`);

  // Clear all.
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: 'Clear all mappings' }).click();
  await expectSpoken(page, 'All mappings cleared. Undo brings them back.');
  await page.getByText('Lines', { exact: true }).click();
  await expectSpoken(page, 'Lines. 0 mappings.');
  await page.keyboard.press('ControlOrMeta+z');
  await expectSpoken(page, 'Undone: Clear all mappings.');
  await expectMapped(page, { source: 'data.amount', target: `${root}.amount_captured` });
  await expect(targetRow(page, `${root}.amount`)).not.toContainText('filled from');
});
