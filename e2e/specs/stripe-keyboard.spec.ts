import { expect, test } from '../fixtures';
import { enter, tabTo } from '../support/keyboard';
import { onlyCreate, readCreates } from '../support/platform-state';
import {
  continueControl,
  expectCreated,
  expectMap,
  expectStep,
  sourceRow,
  sourceTree,
  startStripeAtMap,
  targetTree,
} from '../support/wizard';

test('Stripe charges from home to created with the keyboard alone', async ({ signedIn: page, emulator }) => {
  // A whole journey by single key presses, some two hundred of them.
  test.setTimeout(60_000);
  const since = await emulator.position();
  await page.goto('/');
  await enter(page, page.getByRole('link', { name: 'Bring in data' }).first());
  await expect(page.getByRole('heading', { name: 'Where does the data come from?' })).toBeVisible();
  await enter(page, page.getByRole('main').getByRole('button', { name: 'Stripe' }));
  await expectStep(page, 'connect');

  await tabTo(page, page.getByRole('textbox', { name: 'Secret or restricted key' }));
  await page.keyboard.type('sk_test_tributary');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Connected to / })).toBeVisible();
  await enter(page, continueControl(page, 'Choose data'));
  await expectStep(page, 'data');

  await tabTo(page, page.getByRole('checkbox', { name: 'Charges' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
  await enter(page, continueControl(page, 'Map charges'));
  await expectMap(page);

  for (const field of ['amount', 'currency', 'customer']) {
    await tabTo(page, sourceTree(page).locator('[role=row][tabindex="0"]'));
    await page.keyboard.press('Home');
    await page.keyboard.type(field);
    await expect(sourceRow(page, `data.${field}`)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${field} is picked up.`)).toBeVisible();
    await page.keyboard.type(field);
    await expect(
      targetTree(page).getByTestId(`target-row:_tributarydemo.charges_data.${field}`),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sourceRow(page, `data.${field}`)).toContainText(
      `mapped to _tributarydemo.charges_data.${field}`,
    );
  }
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^2 of/);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^3 of/);
  await enter(page, continueControl(page, 'Schedule'));
  await expectStep(page, 'schedule');

  await tabTo(page, page.getByRole('radio', { name: /^Every day/ }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Every 6 hours/ })).toBeChecked();
  await enter(page, continueControl(page, 'Review'));
  await expectStep(page, 'review');
  await enter(page, page.getByRole('button', { name: /^Create dataflow/ }));
  await expectCreated(page);

  const creates = await readCreates(emulator, since);
  expect(onlyCreate(creates, 'flow.flows.create').requestBody).toMatchObject({
    scheduleParams: { frequency: 'hour', interval: 6 },
  });
  await enter(page, page.getByRole('link', { name: 'Open the dataflow' }));
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible();
});

test('Escape puts a picked-up field back and nothing is mapped', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await tabTo(page, sourceTree(page).locator('[role=row][tabindex="0"]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is picked up. Choose a field on the other side.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('is picked up. Choose a field on the other side.')).toBeHidden();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^0 of/);
});
