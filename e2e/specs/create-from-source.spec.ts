import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  chooseCharges,
  chooseConsents,
  connectOneTrust,
  connectStripe,
  continueControl,
  create,
  expectMap,
  goToData,
  goToReview,
  goToSchedule,
  openDesign,
  pathChoice,
  startOnboarding,
  startStripeAtData,
  targetRow,
} from '../support/wizard';

const target = '_tributarydemo.charges_data';

test('charges become events with renamed, retyped and left out fields, an identity and a place in Profile', async ({
  signedIn: page,
  emulator,
}) => {
  test.setTimeout(60_000);
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);
  const since = await emulator.position();

  const dialog = await openDesign(page);
  await expect(dialog.getByRole('radio', { name: /XDM ExperienceEvent/ })).toBeChecked();
  await checkAccessibility(page);
  await dialog.getByRole('tab', { name: 'Fields' }).click();
  await dialog.getByTestId(`design-row:${target}.amount`).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('9lives');
  await expect(dialog.getByText('Use letters, digits, - and _, starting with a letter.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('amountMinor');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('In the smallest unit of the currency');
  await expect(dialog.getByTestId(`design-row:${target}.amountMinor`)).toBeVisible();
  await dialog.getByRole('searchbox', { name: /^Search fields of the new schema/ }).fill('created');
  await dialog.getByTestId(`design-row:${target}.created`).click();
  await dialog.getByRole('button', { name: /Type$/ }).click();
  await page.getByRole('option', { name: 'Date and time' }).click();
  await dialog.getByRole('searchbox', { name: /^Search fields of the new schema/ }).fill('livemode');
  await dialog.getByTestId(`design-row:${target}.livemode`).click();
  await dialog.getByRole('button', { name: 'Leave this field out' }).click();
  await expect(dialog.getByText('1 field left out')).toBeVisible();
  await checkAccessibility(page);

  await dialog.getByRole('tab', { name: 'Identity and Profile' }).click();
  await expect(dialog.getByText(`${target}.billing_details.email`)).toBeVisible();
  await dialog.getByText('Join schema and dataset into Profile').click();
  await expect(dialog.getByRole('button', { name: 'Use this target' })).toBeDisabled();
  await dialog.getByText('I know that this is for good').click();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Use this target' }).click();

  const bar = page.getByRole('region', { name: 'Where the records go' });
  await expect(bar).toContainText('XDM ExperienceEvent');
  await expect(bar).toContainText('Joins Profile');
  await expect(page.getByTestId('counter-required')).toHaveText('Required filled');
  await expect(page.getByTestId('counter-identity')).toHaveText('Identity set');
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await expect(targetRow(page, 'timestamp')).toContainText('calculation');
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expectMap(page);
  await expect(bar).toContainText('Joins Profile');

  await goToSchedule(page);
  await goToReview(page);
  for (const title of ['Primary identity', 'Schema in Profile']) {
    await expect(page.getByRole('button', { name: new RegExp(title) })).toBeVisible();
  }
  await create(page);
  const creates = await readCreates(emulator, since);
  expect(onlyCreate(creates, 'schemaRegistry.tenant.fieldgroups.create').requestBody).toMatchObject({
    'meta:intendedToExtend': ['https://ns.adobe.com/xdm/context/experienceevent'],
    definitions: {
      customFields: {
        properties: {
          _tributarydemo: {
            properties: {
              charges_data: {
                properties: {
                  amountMinor: { type: 'integer', description: 'In the smallest unit of the currency' },
                  created: { type: 'string', format: 'date-time' },
                },
              },
            },
          },
        },
      },
    },
  });
  await emulator.advance(2 * 3_600_000);
  const records = await emulator.records(String(onlyCreate(creates, 'catalog.dataSets.create').committedId));
  expect(records[0]).toMatchObject({
    _id: expect.stringMatching(/^ch_/),
    eventType: 'stripe.charges',
    timestamp: expect.stringMatching(/^20\d\d-/),
    _tributarydemo: {
      charges_data: { amountMinor: expect.any(Number), created: expect.stringMatching(/^20\d\d-/) },
    },
  });
});

const others = [
  ['Subscriptions', 'subscriptions'],
  ['Refunds', 'refunds'],
  ['Balance transactions', 'balance transactions'],
  ['Customers', 'customers'],
  ['Prices', 'prices'],
] as const;

for (const [title, words] of others) {
  test(`${words} go from the source to a dataflow without an edit`, async ({ signedIn: page }) => {
    await startStripeAtData(page);
    await pathChoice(page, title).click();
    await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
    await continueControl(page, `Map ${words}`).click();
    await expectMap(page);
    await useProposal(page);
  });
}

test('consents go from the source to a dataflow without an edit', async ({ signedIn: page }) => {
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await useProposal(page);
});

async function useProposal(page: Parameters<typeof openDesign>[0]): Promise<void> {
  const dialog = await openDesign(page);
  await dialog.getByRole('button', { name: 'Use this target' }).click();
  await expect(page.getByTestId('counter-required')).toHaveText('Required filled');
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await goToSchedule(page);
  await goToReview(page);
  await create(page);
}

test('an identity is set in the editor by keyboard and can be taken back', async ({ signedIn: page }) => {
  await startStripeAtData(page);
  await chooseCharges(page);
  await expect(page.getByTestId('counter-identity')).toHaveText('No identity needed');
  await targetRow(page, `${target}.id`).click();
  await page.keyboard.type('customer');
  await targetRow(page, `${target}.customer`).click();
  await page.getByRole('button', { name: 'Set identity' }).focus();
  await page.keyboard.press('Enter');
  const namespace = page.getByRole('combobox', { name: 'Identity namespace' });
  await namespace.focus();
  await page.keyboard.type('hashed');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Phone');
  await expect(page.getByRole('option', { name: /^Phone/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Set identity' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Identity: Phone, primary' })).toBeVisible();
  await expect(page.getByTestId('counter-identity')).toHaveText('Identity missing');
  await page.getByTestId('counter-identity').click();
  await expect(targetRow(page, `${target}.customer`)).toBeFocused();
  await page.getByRole('button', { name: 'Identity: Phone, primary' }).click();
  await page.getByRole('button', { name: 'Remove identity' }).click();
  await expect(page.getByTestId('counter-identity')).toHaveText('No identity needed');
});

test('required fields that nothing fills keep the plan from being created', async ({ signedIn: page }) => {
  await startStripeAtData(page);
  await chooseCharges(page);
  const dialog = await openDesign(page);
  await dialog.getByText(/as well; your own mappings stay$/).click();
  await dialog.getByRole('button', { name: 'Use this target' }).click();
  await expect(page.getByTestId('counter-required')).toHaveText('2 required left');
  await page.getByTestId('counter-required').click();
  await expect(targetRow(page, '_id')).toBeFocused();
  await page.getByTestId('counter-required').click();
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: 'Adobe’s published mapping for charges' }).click();
  await goToSchedule(page);
  await goToReview(page);
  await expect(page.getByText('The schema requires “timestamp”, which nothing fills')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Create dataflow/ })).toBeDisabled();
});
