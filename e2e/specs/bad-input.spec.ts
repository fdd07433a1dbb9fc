import { expect, test } from '../fixtures';
import {
  chooseCustomMinutes,
  chooseTimeZone,
  intervalBox,
  nextClockChange,
  typeStart,
} from '../support/schedule';
import { chooseSandbox, signIn } from '../support/sign-in';
import {
  applyPreset,
  chooseConsents,
  connectOneTrust,
  connectStripe,
  continueControl,
  create,
  expectMap,
  expectStep,
  goToData,
  goToReview,
  goToSchedule,
  openDesign,
  sourceRow,
  startOnboarding,
  startStripeAtMap,
  targetRow,
} from '../support/wizard';

const chargesPreset = 'Adobe’s published mapping for charges';

for (const [kind, token, sentence] of [
  ['wrong', 'sk_test_unknown_key', 'Stripe does not know this credential.'],
  ['expired', 'sk_test_expired', 'Stripe says that this credential has expired.'],
] as const) {
  test(`a Stripe key that is ${kind} is refused with the reason and leaves nothing behind`, async ({
    signedIn: page,
    emulator,
  }) => {
    const before = await emulator.objects('flowservice', 'connections');
    await startOnboarding(page, 'Stripe');
    const key = page.getByRole('textbox', { name: 'Secret or restricted key' });
    await key.fill(token);
    await page.getByRole('button', { name: 'Connect and test' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'This credential cannot be used' });
    await expect(refusal).toContainText(sentence);
    await expect(key).toHaveValue(token);
    expect(await emulator.objects('flowservice', 'connections')).toHaveLength(before.length);
    await expect(page.getByRole('button', { name: 'Choose data' })).toBeDisabled();

    await connectStripe(page);
    await expect(refusal).toBeHidden();
    expect(await emulator.objects('flowservice', 'connections')).toHaveLength(before.length + 1);
  });
}

test('a restricted Stripe key connects, and what it may not read stays in view with the missing permission', async ({
  signedIn: page,
}) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page, 'rk_test_charges_only');
  await expect(page.getByRole('list', { name: 'Checks of the credential' })).toContainText(
    'it lacks “Customers: read”',
  );
  await goToData(page);
  const customers = page.getByRole('checkbox', { name: 'Customers' });
  await expect(customers).toBeDisabled();
  await expect(page.getByText('Not readable: the credential lacks “Customers: read”')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Charges' })).toBeEnabled();
});

test('a publishable key is refused at the field, before anything is sent', async ({
  signedIn: page,
  emulator,
}) => {
  await startOnboarding(page, 'Stripe');
  const since = await emulator.position();
  for (const [entry, sentence] of [
    ['', 'Paste the key.'],
    ['pk_test_51H8xY', 'This is a publishable key, which cannot read data.'],
    ['whsec_51H8xY', 'This is a webhook signing secret.'],
    ['sk_test_ключ', 'This contains characters that no key has.'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Secret or restricted key' }).fill(entry);
    await page.getByRole('button', { name: 'Connect and test' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'One entry needs a change' })).toContainText(
      sentence,
    );
  }
  expect(await emulator.journal({ since, op: 'flow.connections.create' })).toEqual([]);
});

test('a OneTrust host that is missing, malformed or private is refused at the field', async ({
  signedIn: page,
  emulator,
}) => {
  await startOnboarding(page, 'OneTrust Integration');
  const since = await emulator.position();
  const host = page.getByRole('textbox', { name: 'Host' });
  await page.getByRole('textbox', { name: 'Access token' }).fill('ot_tributary');
  for (const [entry, sentence] of [
    ['', 'Enter the host of your environment'],
    ['not a host', 'This is not a host name.'],
    ['127.0.0.1', 'This is not a host name.'],
    ['metadata.internal', 'This host is inside a private network'],
  ] as const) {
    await host.fill(entry);
    await page.getByRole('button', { name: 'Connect and test' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'One entry needs a change' })).toContainText(
      sentence,
    );
  }
  expect(await emulator.journal({ since, op: 'flow.connections.create' })).toEqual([]);
  // What copying adds is taken off: scheme, path and capitals.
  await host.fill('https://Demo.OneTrust.example/api');
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(page.getByRole('heading', { name: /^Connected to / })).toBeVisible();
});

test('a OneTrust host that does not answer and an expired token are told apart', async ({
  signedIn: page,
}) => {
  await startOnboarding(page, 'OneTrust Integration');
  const refusal = page.getByRole('alert').filter({ hasText: 'This credential cannot be used' });
  await page.getByRole('textbox', { name: 'Host' }).fill('elsewhere.onetrust.example');
  await page.getByRole('textbox', { name: 'Access token' }).fill('ot_tributary');
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(refusal).toContainText('The platform cannot reach this host.');
  await page.getByRole('textbox', { name: 'Host' }).fill('demo.onetrust.example');
  await page.getByRole('textbox', { name: 'Access token' }).fill('ot_expired');
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(refusal).toContainText('OneTrust Integration says that this credential has expired.');
});

test('intervals that Stripe does not allow are refused with the nearest one that it does', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atSchedule();
  await chooseCustomMinutes(page);
  const tooShort =
    'Stripe runs at most every 15 minutes: Adobe’s guide for the Stripe source asks for at least 15.';
  for (const [entry, sentence] of [
    ['14', tooShort],
    ['0', tooShort],
    ['-1', tooShort],
    ['1.5', 'Enter a whole number of minutes, such as 15.'],
    ['1e9', 'Enter at most 10,000 minutes.'],
    ['ten', 'Enter a whole number of minutes, such as 15.'],
    ['', 'Enter a whole number of minutes, such as 15.'],
  ] as const) {
    await intervalBox(page).fill(entry);
    await continueControl(page, 'Review').click();
    const summary = page.getByRole('alert').filter({ hasText: 'One entry needs a change' });
    await expect(summary, entry).toContainText(sentence);
    await expect(summary).toBeFocused();
    await summary.getByRole('link').click();
    await expect(intervalBox(page)).toBeFocused();
    await expectStep(page, 'schedule');
  }
  await intervalBox(page).fill('15');
  await goToReview(page);
  await expect(page.getByText('Every 15 minutes')).toBeVisible();
});

test('OneTrust asks for 15 of every unit', async ({ signedIn: page }) => {
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await applyPreset(page, 'Adobe’s published mapping for OneTrust', 7);
  await goToSchedule(page);
  await chooseCustomMinutes(page);
  await page.getByRole('button', { name: /Unit/ }).click();
  await page.getByRole('option', { name: 'Hours' }).click();
  await intervalBox(page).fill('14');
  await expect(page.getByText(/^OneTrust Integration runs at most every 15 hours: /)).toBeVisible();
  await intervalBox(page).fill('15');
  await goToReview(page);
  await expect(page.getByText('Every 15 hours')).toBeVisible();
});

test('a start in the past and one in the hour that the clocks skip are refused with a time that works', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atSchedule();
  await typeStart(page, { day: 1, month: 2, year: 2021, hour: 9, minute: 30 });
  await expect(page.getByText('This time has passed. Choose a time from now on.')).toBeVisible();
  await page.getByRole('button', { name: /^Use / }).click();
  await expect(page.getByText('This time has passed. Choose a time from now on.')).toBeHidden();

  await chooseTimeZone(page, 'Europe/Vienna');
  await typeStart(page, { ...nextClockChange(3, Date.now()), hour: 2, minute: 30 });
  await expect(page.getByText('02:30 does not exist on this day in Europe/Vienna')).toBeVisible();
  await continueControl(page, 'Review').click();
  await expect(page.getByRole('alert').filter({ hasText: 'One entry needs a change' })).toBeFocused();
  await page.getByRole('button', { name: /^Use / }).click();
  await expect(page.getByText('02:30 does not exist on this day in Europe/Vienna')).toBeHidden();
  await goToReview(page);
});

test('an hour that the clocks show twice asks which one is meant', async ({ signedIn: page, ready }) => {
  await ready.atSchedule();
  await chooseTimeZone(page, 'Europe/Vienna');
  await typeStart(page, { ...nextClockChange(10, Date.now()), hour: 2, minute: 30 });
  const turns = page.getByRole('radiogroup', { name: /^The clocks are put back on this day/ });
  await turns.getByText(/^An hour later/).click();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expect(turns.getByRole('radio', { name: /^An hour later/ })).toBeChecked();
});

test('names that are taken are said while they are typed', async ({ signedIn: page, ready, emulator }) => {
  // Two onboardings, the first one until its dataset exists.
  test.setTimeout(60_000);
  await ready.atReview();
  await create(page);
  const [dataset] = (await emulator.objects('catalog', 'dataSets')).slice(-1);
  const taken = String(dataset?.name);
  await ready.atMap();
  const dialog = await openDesign(page);
  await dialog.getByRole('textbox', { name: 'Dataset' }).fill(taken);
  await expect(dialog.getByText(`A dataset called “${taken}” exists.`)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use this target' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Dataset' }).fill(`${taken} of its own`);
  await expect(dialog.getByRole('button', { name: 'Use this target' })).toBeEnabled();
});

test('an empty name of a target is refused in its dialog', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  const dialog = await openDesign(page);
  await dialog.getByRole('textbox', { name: 'Dataset' }).fill('  ');
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Object for the fields' }).fill('9 lives');
  await expect(dialog.getByText('Use letters, digits, - and _, starting with a letter.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use this target' })).toBeDisabled();
});

test('an onboarding that does not exist is a page that says so', async ({ signedIn: page, watch }) => {
  watch.expectFailedLoads();
  for (const id of ['11111111-1111-4111-8111-111111111111', 'no-id', '%00', '../..%2f']) {
    await page.goto(`/onboardings/${id}/map`);
    await expect(page.getByRole('heading', { name: 'This page does not exist' }), id).toBeVisible();
  }
});

test('two tabs that edit one draft: the second is told, and neither version is lost unasked', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expectMap(other);
  await applyPreset(page, chargesPreset, 36);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);

  await sourceRow(other, 'data.amount').click();
  await targetRow(other, '_id').click();
  const conflict = other.getByRole('alert').filter({ hasText: 'was changed in another tab' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Keep what is on this page' }).click();
  await expect(conflict).toBeHidden();
  await expect(other.getByTestId('save-status')).toHaveText(/^Saved /);

  await page.getByRole('button', { name: /^Undo/ }).click();
  const mine = page.getByRole('alert').filter({ hasText: 'was changed in another tab' });
  await mine.getByRole('button', { name: 'Show the other version' }).click();
  await expect(mine).toBeHidden();
  await expect(sourceRow(page, 'data.amount')).toContainText('mapped to _id');
});

test('a session that ends in the middle is said at once, and the draft waits', async ({ page }) => {
  await page.goto('/');
  await signIn(page);
  await chooseSandbox(page);
  await startStripeAtMap(page);
  await applyPreset(page, chargesPreset, 36);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  const address = page.url();
  await page.context().clearCookies();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible();
  await expect(page.getByTestId('save-status')).toHaveText('Not saved');
  await page.goto(address);
  await signIn(page);
  await page.getByRole('main').getByRole('button', { name: 'Development' }).click();
  await expectMap(page);
  await expect(page.getByTestId('counter-mapped')).not.toHaveText(/^0 of/);
});
