import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { countEffort, readEffort } from '../support/effort';
import { tabTo } from '../support/keyboard';
import { readCreates } from '../support/platform-state';
import {
  applyPreset,
  connectStripe,
  continueControl,
  expectMap,
  expectStep,
  goToData,
  goToReview,
  goToSchedule,
  openTargetFields,
  pathChoice,
  readName,
  sourceRow,
  startOnboarding,
  startStripeAtData,
  targetRow,
} from '../support/wizard';

const hourMs = 3_600_000;
const chargesPreset = 'Adobe’s published mapping for charges';

const box = (page: Page, title: string) => page.getByRole('checkbox', { name: title, exact: true });
const switcher = (page: Page) => page.getByRole('navigation', { name: 'Data to map' });

/** Chooses data and waits until the choice is saved. */
async function choosePaths(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await pathChoice(page, title).click();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
}

/** Maps the id of a record onto the proposed field with two clicks. */
async function mapId(page: Page, container: string): Promise<void> {
  await openTargetFields(page);
  await sourceRow(page, 'data.id').click();
  await targetRow(page, `_tributarydemo.${container}.id`).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^1 of/);
}

test('three resource paths become three dataflows on one account', async ({ signedIn: page, emulator }) => {
  // Three mappings, three dataflows and their runs in one journey.
  test.setTimeout(150_000);
  const since = await emulator.position();
  await countEffort(page.context());
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await choosePaths(page, 'Refunds', 'Charges', 'Customers');
  await expect(page.getByRole('tab', { name: 'Customers' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Fields of customers' })).toBeVisible();
  await checkAccessibility(page);
  await page.reload();
  for (const title of ['Charges', 'Refunds', 'Customers']) await expect(box(page, title)).toBeChecked();
  await continueControl(page, 'Map charges and 2 more').click();

  await expectMap(page);
  expect(page.url()).toMatch(/map\?path=charges$/);
  const tab = (title: string) => switcher(page).getByRole('link', { name: new RegExp(`^${title}`) });
  await expect(tab('Charges')).toHaveAttribute('aria-current', 'page');
  await expect(tab('Refunds')).toContainText('Not mapped yet');
  await applyPreset(page, chargesPreset, 36);
  await expect(tab('Charges')).toContainText('36 fields mapped');
  await continueControl(page, 'Map refunds').click();

  await expect(page).toHaveURL(/map\?path=refunds$/);
  await expectMap(page);
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^0 of/);
  await mapId(page, 'refunds_data');
  await tab('Customers').click();
  await expect(page).toHaveURL(/map\?path=customers$/);
  await expect(tab('Customers')).toBeFocused();
  await expectMap(page);
  await mapId(page, 'customers_data');
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expectMap(page);
  await expect(tab('Refunds')).toContainText('1 field mapped');
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^1 of/);
  await checkAccessibility(page);
  await goToSchedule(page);
  await expect(
    page.getByText('One schedule for all 3 dataflows: charges, refunds and customers.'),
  ).toBeVisible();

  await goToReview(page);
  const name = await readName(page);
  await expect(page.getByText('21 objects in Adobe Experience Platform for 3 dataflows')).toBeVisible();
  await page.getByRole('button', { name: /^Create 3 dataflows, first run / }).click();
  await expect(page.getByRole('heading', { name: 'All 3 dataflows are created' })).toBeVisible({
    timeout: 30_000,
  });
  const effort = await readEffort(page);
  console.log(`Three paths: ${effort.clicks} clicks, ${effort.fields.length} typed fields`);
  expect(effort.clicks).toBeLessThanOrEqual(25);

  const creates = await readCreates(emulator, since);
  expect(
    creates['flow.flows.create']
      .map(({ requestBody }) => requestBody)
      .map(nameOf)
      .sort(),
  ).toEqual([`${name}: charges`, `${name}: customers`, `${name}: refunds`]);
  const sourceConnections = creates['flow.sourceConnections.create'].map(({ requestBody }) =>
    JSON.parse(JSON.stringify(requestBody)),
  );
  expect(sourceConnections.map(({ params }) => params.resourcePath).sort()).toEqual([
    'charges',
    'customers',
    'refunds',
  ]);
  expect(new Set(sourceConnections.map(({ baseConnectionId }) => baseConnectionId)).size).toBe(1);
  expect(
    creates['catalog.dataSets.create']
      .map(({ requestBody }) => requestBody)
      .map(nameOf)
      .sort(),
  ).toEqual([
    expect.stringMatching(/^Stripe charges dataset/),
    expect.stringMatching(/^Stripe customers dataset/),
    expect.stringMatching(/^Stripe refunds dataset/),
  ]);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'All 3 dataflows are created' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Created dataflows' }).getByRole('link')).toHaveCount(3);
  await checkAccessibility(page);
  await emulator.advance(2 * hourMs);
  const runs = await emulator.objects('flowservice', 'runs');
  for (const { committedId } of creates['flow.flows.create']) {
    expect(runs.filter(({ flowId }) => flowId === committedId)).toHaveLength(1);
  }
  await page.goto('/');
  await page.getByRole('button', { name: /^Created \(\d+\)/ }).click();
  const made = page.getByRole('list', { name: `Dataflows of ${name}` });
  await expect(made.getByRole('link')).toHaveText(['Charges', 'Refunds', 'Customers']);
  await made.getByRole('link', { name: 'Refunds' }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Healthy');
});

test('a path that is taken out keeps its work, also over a reload, and undo brings it back', async ({
  signedIn: page,
}) => {
  // There and back between two steps, with a reload.
  test.setTimeout(60_000);
  await startStripeAtData(page);
  await choosePaths(page, 'Charges', 'Refunds');
  await continueControl(page, 'Map charges and 1 more').click();
  await expectMap(page);
  await applyPreset(page, chargesPreset, 36);
  await continueControl(page, 'Choose data').click();
  await expectStep(page, 'data');

  const dialog = page.getByRole('alertdialog', { name: 'Take out charges?' });
  await pathChoice(page, 'Charges').click();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(box(page, 'Charges')).toBeChecked();
  await pathChoice(page, 'Charges').click();
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(box(page, 'Charges')).not.toBeChecked();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(box(page, 'Charges')).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box(page, 'Charges')).not.toBeChecked();
  // Nobody worked on refunds: nothing is asked.
  await pathChoice(page, 'Refunds').click();
  await expect(box(page, 'Refunds')).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box(page, 'Refunds')).toBeChecked();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);

  await page.reload();
  await expect(box(page, 'Charges')).not.toBeChecked();
  await expect(page.getByText('Comes back with 36 mappings')).toBeVisible();
  await tabTo(page, box(page, 'Charges'));
  await page.keyboard.press('Space');
  await expect(box(page, 'Charges')).toBeChecked();
  await continueControl(page, 'Map charges and 1 more').click();
  await expect(page).toHaveURL(/map\?path=refunds$/);
  await expectMap(page);
  await expect(switcher(page).getByRole('link', { name: /^Charges/ })).toContainText('36 fields mapped');
});

test('when one of two dataflows is refused, the other one is created and the rest can be resumed', async ({
  signedIn: page,
  emulator,
}) => {
  // Two mappings, a refusal and a second try.
  test.setTimeout(60_000);
  await startStripeAtData(page);
  await choosePaths(page, 'Charges', 'Refunds');
  await continueControl(page, 'Map charges and 1 more').click();
  await expectMap(page);
  await mapId(page, 'charges_data');
  await continueControl(page, 'Map refunds').click();
  await expect(page).toHaveURL(/map\?path=refunds$/);
  await expectMap(page);
  await mapId(page, 'refunds_data');
  await goToSchedule(page);
  await goToReview(page);
  const name = await readName(page);
  await emulator.putFaults([
    {
      match: { op: 'flow.flows.create', bodyHas: `${name}: refunds` },
      action: { type: 'status', status: 400 },
    },
  ]);
  await page.getByRole('button', { name: /^Create 2 dataflows/ }).click();
  await expect(page.getByRole('heading', { name: '1 of 2 dataflows created' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('link', { name: 'Open the dataflow: charges' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Objects for refunds' })).toBeVisible();
  await checkAccessibility(page);
  await page.goto('/');
  await expect(page.getByText('1 of 2 dataflows created.').first()).toBeVisible();
  await page.getByRole('link', { name: `Resolve: ${name}`, exact: true }).click();
  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'All 2 dataflows are created' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a path that is not part of the onboarding is said, and the first one shown', async ({
  signedIn: page,
}) => {
  const id = await startStripeAtData(page);
  await choosePaths(page, 'Charges', 'Refunds');
  await page.goto(`/onboardings/${id}/map?path=prices`);
  await expectMap(page);
  await expect(page.getByText('“Prices” is not part of this onboarding')).toBeVisible();
  await expect(page.getByText('Charges is shown instead.')).toBeVisible();
  await expect(switcher(page).getByRole('link', { name: /^Charges/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

function nameOf(body: unknown): string {
  return String((body as { name?: unknown }).name);
}
