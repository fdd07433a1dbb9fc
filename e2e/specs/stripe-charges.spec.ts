import { expect, test } from '../fixtures';
import { countEffort, readEffort } from '../support/effort';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  applyPreset,
  chooseCharges,
  connectStripe,
  create,
  dragField,
  expectMap,
  goToData,
  goToReview,
  goToSchedule,
  openTargetFields,
  sourceRow,
  startOnboarding,
  targetRow,
} from '../support/wizard';

const hourMs = 3_600_000;

test('Stripe charges by drag, from home to flow runs with records', async ({ signedIn: page, emulator }) => {
  const since = await emulator.position();
  await countEffort(page.context());
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);

  await openTargetFields(page);
  await dragField(page, 'data.amount', '_tributarydemo.charges_data.amount');
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^1 of \d+ mapped$/);
  await expect(sourceRow(page, 'data.amount')).toContainText('mapped to _tributarydemo.charges_data.amount');
  await dragField(page, 'data.id', '_tributarydemo.charges_data.id');
  await expect(targetRow(page, '_tributarydemo.charges_data.id')).toContainText('filled from data.id');
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await expect(page.getByRole('radio', { name: /^Every day/ })).toBeChecked();
  await expect(page.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveCount(5);
  await goToReview(page);
  await expect(page.getByText('36 mapped fields')).toBeVisible();
  await create(page);

  const effort = await readEffort(page);
  console.log(
    `Stripe journey: ${effort.clicks} clicks, ${effort.drags} drags, ${effort.fields.length} typed fields (${effort.fields.join(', ')})`,
  );
  expect(effort.clicks + effort.drags).toBeLessThanOrEqual(25);
  expect(effort.fields.length).toBeLessThanOrEqual(6);

  const creates = await readCreates(emulator, since);
  const flow = onlyCreate(creates, 'flow.flows.create');
  expect(onlyCreate(creates, 'dataPrep.mappingSets.create').requestBody).toMatchObject({
    mappings: { length: 36 },
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The dataflow is created' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the dataflow' }).click();
  await expect(page).toHaveURL(new RegExp(`/dataflows/${flow.committedId}$`));
  const summary = page.getByRole('region', { name: 'Summary' });
  await expect(summary).toContainText('Waiting for the first run');

  await emulator.advance(2 * hourMs);
  await page.reload();
  await expect(summary).toContainText('Healthy');
  const firstRun = page.getByRole('table', { name: 'Flow runs' }).getByRole('row').nth(1);
  await expect(firstRun).toContainText('Completed');
  await expect(firstRun).toContainText('Backfill');
  const dataset = onlyCreate(creates, 'catalog.dataSets.create');
  const records = await emulator.records(String(dataset.committedId));
  expect(records.length).toBeGreaterThan(400);
  expect(records[0]).toMatchObject({ _tributarydemo: { charges_data: { object: 'charge' } } });
  await expect(firstRun.getByRole('cell').nth(2)).toHaveText(String(records.length));

  await emulator.advance(24 * hourMs);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Flow runs' }).getByText('Completed')).toHaveCount(2);
});

test('a drag that ends nowhere, and one onto a field that cannot take it, map nothing', async ({
  signedIn: page,
}) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);
  await openTargetFields(page);

  await sourceRow(page, 'data.amount').hover();
  await page.mouse.down();
  await page.getByRole('heading', { level: 1 }).hover();
  await page.mouse.up();
  await dragField(page, 'data.amount', '_tributarydemo.charges_data');
  await expect(page.getByTestId('mapping-bar')).toContainText(
    'Open the target and choose one of its fields.',
  );
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^0 of \d+ mapped$/);
});

test('undo, redo, remove and clear survive a reload', async ({ signedIn: page }) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^0 of/);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(page.getByTestId('counter-mapped')).not.toHaveText(/^0 of/);

  await page.getByText('Table', { exact: true }).click();
  await page
    .getByRole('button', { name: 'Remove data.refunded to _tributarydemo.charges_data.refunded' })
    .click();
  await expect(page.getByText('35 mappings', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: 'Clear all mappings' }).click();
  await expect(page.getByText('0 mappings', { exact: true })).toBeVisible();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);

  await page.reload();
  await expectMap(page);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByText('35 mappings', { exact: true })).toBeVisible();
  const removed = page.getByTestId('mapping-row:data.refunded→_tributarydemo.charges_data.refunded');
  await expect(removed).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(removed).toBeVisible();
});
