import { expect, test } from '../fixtures';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  create,
  goToReview,
  goToSchedule,
  openDesign,
  openTargetFields,
  sourceRow,
  startStripeAtMap,
  targetRow,
} from '../support/wizard';

const target = '_tributarydemo.charges_data';

test('Stripe charges by single clicks, with names and rhythm of one’s own', async ({
  signedIn: page,
  emulator,
}) => {
  const since = await emulator.position();
  await startStripeAtMap(page);
  await openTargetFields(page);
  for (const field of ['id', 'object', 'amount']) {
    await sourceRow(page, `data.${field}`).click();
    await expect(page.getByText(`${field} is picked up. Choose a field on the other side.`)).toBeVisible();
    await targetRow(page, `${target}.${field}`).click();
    await expect(sourceRow(page, `data.${field}`)).toContainText(`mapped to ${target}.${field}`);
  }
  await sourceRow(page, 'data.application').click();
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^3 of/);

  // The handle of a target begins a mapping the other way round.
  await targetRow(page, `${target}.amount_captured`)
    .getByRole('button', { name: /^Pick up/ })
    .click();
  await sourceRow(page, 'data.amount_captured').click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^4 of/);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^3 of/);

  const dialog = await openDesign(page);
  await dialog.getByRole('textbox', { name: 'Dataset' }).fill('Clicked charges data');
  await dialog.getByRole('textbox', { name: 'Schema' }).fill('Clicked charges');
  await dialog.getByRole('textbox', { name: 'Field group' }).fill('Clicked charges fields');
  await dialog.getByRole('button', { name: 'Use this target' }).click();
  await expect(page.getByRole('region', { name: 'Where the records go' })).toContainText(
    'Clicked charges data',
  );

  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Custom', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Every' }).fill('3');
  await goToReview(page);
  await expect(page.getByText('3 mapped fields')).toBeVisible();
  await create(page);

  const creates = await readCreates(emulator, since);
  expect(onlyCreate(creates, 'dataPrep.mappingSets.create').requestBody).toMatchObject({
    mappings: ['id', 'object', 'amount'].map((field) => ({
      sourceAttribute: `data.${field}`,
      destinationXdmPath: `${target}.${field}`,
    })),
  });
  // Only what is mapped is created, typed as the source has it.
  expect(onlyCreate(creates, 'schemaRegistry.tenant.fieldgroups.create').requestBody).toMatchObject({
    title: 'Clicked charges fields',
    definitions: {
      customFields: {
        properties: {
          _tributarydemo: {
            properties: {
              charges_data: {
                properties: {
                  id: { type: 'string' },
                  amount: { type: 'integer' },
                  object: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  });
  expect(onlyCreate(creates, 'flow.flows.create').requestBody).toMatchObject({
    scheduleParams: { frequency: 'day', interval: 3 },
  });
});
