import { expect, test } from '../fixtures';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  applyPreset,
  chooseConsents,
  connectOneTrust,
  create,
  goToData,
  goToReview,
  goToSchedule,
  startOnboarding,
} from '../support/wizard';

const dayMs = 86_400_000;

test('OneTrust consents with the published mapping, from home to a run with records', async ({
  signedIn: page,
  emulator,
}) => {
  const since = await emulator.position();
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await applyPreset(page, 'Adobe’s published mapping for OneTrust', 7);
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await page.getByRole('button', { name: 'Check with Adobe' }).click();
  await expect(page.getByText(/^All \d+ sample records come through$/)).toBeVisible();
  await goToSchedule(page);
  await goToReview(page);
  await expect(page.getByText('7 mapped fields')).toBeVisible();
  await create(page);

  const creates = await readCreates(emulator, since);
  const flow = onlyCreate(creates, 'flow.flows.create');
  const dataset = onlyCreate(creates, 'catalog.dataSets.create');
  await page.getByRole('link', { name: 'Open the dataflow' }).click();
  await expect(page).toHaveURL(new RegExp(`/dataflows/${flow.committedId}$`));
  await emulator.advance(dayMs);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Healthy');
  const records = await emulator.records(String(dataset.committedId));
  expect(records.length).toBeGreaterThan(10);
  expect(records[0]).toMatchObject({
    _id: expect.any(String),
    _tributarydemo: { Identifier: expect.any(String), Purposes: expect.any(Array) },
  });
});
