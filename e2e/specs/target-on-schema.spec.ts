import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { giveSchemas } from '../support/existing-schema';
import { onlyCreate, readCreates } from '../support/platform-state';
import { create, expectMap, goToReview, goToSchedule, sourceTree, targetRow } from '../support/wizard';

test('a schema is found by a field of it, gets more fields and a dataset of its own', async ({
  signedIn: page,
  ready,
  emulator,
  emulatorOrigin,
}) => {
  test.setTimeout(60_000);
  // Titles are unique in a sandbox, and a journey may run twice.
  const [orders, returns] = ['orders', 'returns'].map((word) => `Shop ${word} ${randomUUID()}`) as [
    string,
    string,
  ];
  const fieldGroupId = await giveSchemas(emulatorOrigin, [orders, returns]);
  await ready.atMap();
  const since = await emulator.position();

  await page.getByRole('button', { name: 'Change target' }).click();
  const choice = page.getByRole('dialog', { name: 'Where the records go' });
  await choice.getByText('A new dataset on a schema that exists').click();
  await choice.getByText('By field', { exact: true }).click();
  await choice.getByRole('combobox', { name: 'Schema' }).fill('order.number');
  await page.getByRole('option', { name: orders }).click();
  await choice.getByRole('textbox', { name: 'Name of the new dataset' }).fill(`${orders} charges`);
  await expect(choice.getByText('Not possible: the schema is not in Profile')).toBeVisible();
  await checkAccessibility(page);
  await choice.getByRole('button', { name: 'Use this target' }).click();

  await page.getByRole('button', { name: 'Add fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add fields to the schema' });
  await expect(dialog).toContainText(`“${returns}” will show the new fields too`);
  await dialog.getByRole('searchbox', { name: 'Find a field' }).fill('amount');
  await dialog.getByText('data.amount', { exact: true }).click();
  await dialog.getByText('data.amount_refunded', { exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 fields added, 0 removed, 0 changed.');
  await expect(dialog).toContainText('_tributarydemo.order.amount_2');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Use these fields' }).click();
  await expect(targetRow(page, '_tributarydemo.order.amount_2')).toBeVisible();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^2 of /);
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expectMap(page);
  await expect(sourceTree(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where the records go' })).toContainText(
    'the schema gets 2 more fields',
  );

  await goToSchedule(page);
  await goToReview(page);
  await expect(page.getByRole('main')).toContainText('nothing in it is removed or changed');
  await create(page);
  const [patch, ...more] = await emulator.journal({ since, op: 'schemaRegistry.tenant.fieldgroups.patch' });
  expect(more).toEqual([]);
  const order = '/definitions/customFields/properties/_tributarydemo/properties/order/properties';
  expect(patch?.path).toContain(encodeURIComponent(fieldGroupId));
  expect(patch?.requestBody).toMatchObject([
    { op: 'add', path: `${order}/amount_2`, value: { type: 'integer' } },
    { op: 'add', path: `${order}/amount_refunded`, value: { type: 'integer' } },
  ]);
  const creates = await readCreates(emulator, since);
  expect(creates['schemaRegistry.tenant.schemas.create']).toEqual([]);
  expect(onlyCreate(creates, 'catalog.dataSets.create').requestBody).toMatchObject({
    name: `${orders} charges`,
  });
});
