import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import type { Fault } from '../support/emulator-client';
import { exploreAs } from '../support/explored-schema';
import { createOperations, findFlows, readCreates } from '../support/platform-state';
import {
  applyPreset,
  connectStripe,
  continueControl,
  create,
  expectCreated,
  expectMap,
  expectStep,
  goToData,
  goToReview,
  goToSchedule,
  openDesign,
  pathChoice,
  readName,
  startOnboarding,
  startStripeAtData,
} from '../support/wizard';

// The browser writes a line for every answer of 4xx and 5xx; here they are the subject.
test.beforeEach(({ watch }) => watch.expectFailedLoads());

async function pressCreate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Create dataflow/ }).click();
}

// The same sentences are spoken by the live region.
const objects = (page: Page) => page.getByRole('list', { name: 'Objects in Adobe Experience Platform' });
const notice = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title });

test('when creating the account fails, the form says how, keeps its entries and connects afterwards', async ({
  signedIn: page,
  emulator,
}) => {
  const before = await emulator.objects('flowservice', 'connections');
  await startOnboarding(page, 'Stripe');
  const key = page.getByRole('textbox', { name: 'Secret or restricted key' });
  await key.fill('sk_test_tributary');
  for (const [action, title] of [
    [{ type: 'status', status: 403, code: '403027' }, 'You do not have permission for this'],
    [{ type: 'throttle', retryAfter: 60 }, 'Too many requests at the moment'],
    [{ type: 'status', status: 500 }, 'We do not know yet whether'],
    [{ type: 'hang', ms: 10_000 }, 'We do not know yet whether'],
  ] as const) {
    await emulator.putFaults([{ match: { op: 'flow.connections.create' }, action }]);
    await page.getByRole('button', { name: 'Connect and test' }).click();
    await expect(notice(page, title)).toBeVisible({ timeout: 10_000 });
    await expect(key).toHaveValue('sk_test_tributary');
    await emulator.clearFaults();
  }
  await connectStripe(page);
  expect(await emulator.objects('flowservice', 'connections')).toHaveLength(before.length + 1);
});

test('accounts that cannot be listed keep nobody from connecting; one whose creation got no answer is found again', async ({
  signedIn: page,
  emulator,
}) => {
  const before = await emulator.objects('flowservice', 'connections');
  await emulator.putFaults([{ match: { op: 'flow.flows.list' }, action: { type: 'status', status: 503 } }]);
  await startOnboarding(page, 'Stripe');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('button', { name: 'Connect and test' })).toBeVisible();
  await emulator.clearFaults();
  await again.click();
  await expect(again).toBeHidden();
  await emulator.putFaults([
    {
      match: { op: 'flow.connections.create' },
      phase: 'after',
      when: { nth: [1] },
      action: { type: 'reset' },
    },
  ]);
  await connectStripe(page);
  expect(await emulator.objects('flowservice', 'connections')).toHaveLength(before.length + 1);
});

test('a revoked token is renewed without a word', async ({ signedIn: page, emulator }) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await emulator.putFaults([
    { match: { op: 'flow.connections.explore' }, when: { nth: [1] }, action: { type: 'tokenRevoke' } },
  ]);
  await goToData(page);
  await expect(page.getByText(/in the sample/).first()).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText('No answer yet')).toHaveCount(0);
});

test('when explore fails, the step says how and goes on when it is over', async ({
  signedIn: page,
  emulator,
}) => {
  await startStripeAtData(page);
  await expect(page.getByText(/in the sample/).first()).toBeVisible();
  const chosen: string[] = [];
  for (const [path, action, title] of [
    ['Charges', { type: 'body', body: 'html' }, 'Adobe had a fault of its own'],
    ['Refunds', { type: 'hang', ms: 5_000 }, 'Adobe did not answer in time'],
    ['Prices', { type: 'reset' }, 'Adobe could not be reached'],
    ['Subscriptions', { type: 'status', status: 403, code: '403027' }, 'You do not have permission for this'],
  ] as const) {
    await emulator.putFaults([{ match: { op: 'flow.connections.explore' }, action }]);
    await pathChoice(page, path).click();
    await expect(notice(page, title).first()).toBeVisible({ timeout: 15_000 });
    await emulator.clearFaults();
    // The choice is saved as soon as the fields can be read: by itself, or by hand after a refusal.
    await expect(async () => {
      const again = page.getByRole('button', { name: 'Save again' });
      if (await again.isVisible()) await again.click();
      await expect(page.getByTestId('save-status')).toHaveText(/^Saved /, { timeout: 2_000 });
    }).toPass({ timeout: 10_000 });
    chosen.push(path);
  }
  await page.reload();
  for (const path of chosen) await expect(page.getByRole('checkbox', { name: path })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
});

test('when the target cannot be read, the step says so and Try again brings it', async ({
  signedIn: page,
  emulator,
}) => {
  await startStripeAtData(page);
  await pathChoice(page, 'Charges').click();
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
  await emulator.putFaults([
    { match: { op: 'schemaRegistry.tenant.schemas.list' }, action: { type: 'status', status: 503 } },
  ]);
  await continueControl(page, 'Map charges').click();
  await expectStep(page, 'map');
  await expect(notice(page, 'Adobe had a fault of its own')).toBeVisible({ timeout: 10_000 });
  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectMap(page);
});

test('when the plan cannot be checked, Review says so and Try again brings it', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await emulator.putFaults([
    { match: { op: 'catalog.dataSets.list' }, action: { type: 'status', status: 503 } },
  ]);
  await continueControl(page, 'Review').click();
  await expectStep(page, 'review');
  await expect(page.getByText(/^Adobe (had a fault of its own|could not be reached)/).first()).toBeVisible({
    timeout: 10_000,
  });
  await expect(page.getByRole('button', { name: /^Create dataflow/ })).toBeDisabled();
  await emulator.clearFaults();
  // After many failures the platform is left alone for a moment: what is asked meanwhile is answered like before.
  await expect(async () => {
    await page.getByRole('button', { name: 'Try again' }).click({ timeout: 1_000 });
    await expect(page.getByRole('heading', { name: 'The plan', exact: true })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 20_000 });
});

test('when every first answer is lost, cut, delayed or refused, each object is made exactly once', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atReview();
  const since = await emulator.position();
  const faults: [Omit<Fault, 'match'>, ...Omit<Fault, 'match'>[]] = [
    { phase: 'after', action: { type: 'reset' } },
    { phase: 'after', action: { type: 'truncate', bytes: 5 } },
    { action: { type: 'throttle', retryAfter: 1 } },
    { action: { type: 'tokenExpire' } },
  ];
  await emulator.putFaults(
    createOperations.map((op, at) => ({
      match: { op },
      when: { nth: [1] },
      ...(faults[at % faults.length] ?? faults[0]),
    })),
  );
  await pressCreate(page);
  await expectCreated(page);
  const creates = await readCreates(emulator, since);
  expect(Object.fromEntries(Object.entries(creates).map(([op, rows]) => [op, rows.length]))).toEqual(
    Object.fromEntries(createOperations.map((op) => [op, 1])),
  );
  expect(await findFlows(emulator, await readName(page))).toHaveLength(1);
});

test('a request that never arrived is sent again only after it has been looked for', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atReview();
  await emulator.putFaults([
    { match: { op: 'flow.flows.create' }, when: { nth: [1] }, action: { type: 'reset' } },
  ]);
  const since = await emulator.position();
  await pressCreate(page);
  await expectCreated(page);
  const rows = await emulator.journal({ since });
  const sends = rows.filter(({ op }) => op === 'flow.flows.create');
  expect(sends).toHaveLength(2);
  const lookUps = rows.filter(({ op, seq }) => {
    return op === 'flow.flows.list' && seq > (sends[0]?.seq ?? 0) && seq < (sends[1]?.seq ?? 0);
  });
  expect(lookUps.length).toBeGreaterThan(2);
  expect(await findFlows(emulator, await readName(page))).toHaveLength(1);
});

test('an outcome that cannot be looked up is “not known”, never “failed”, and ends well', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atReview();
  const name = await readName(page);
  await emulator.putFaults([
    { match: { op: 'flow.flows.create' }, phase: 'after', action: { type: 'reset' } },
    { match: { op: 'flow.flows.list' }, action: { type: 'status', status: 503 } },
    { match: { op: 'flow.flows.search' }, action: { type: 'status', status: 503 } },
  ]);
  await pressCreate(page);
  await expect(page.getByRole('heading', { name: 'Paused until the platform answers' })).toBeVisible({
    timeout: 15_000,
  });
  await expect(objects(page)).toContainText('We could not look up whether it was created.');
  await expect(page.getByText(/\b(failed|refused)\b/i)).toHaveCount(0);
  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Continue now' }).click();
  await expectCreated(page);
  expect(await findFlows(emulator, name)).toHaveLength(1);
});

test('a refusal stops with the reason; resuming goes on from there and makes nothing twice', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atReview();
  const since = await emulator.position();
  await emulator.putFaults([
    { match: { op: 'flow.flows.create' }, action: { type: 'status', status: 403, code: '403027' } },
  ]);
  await pressCreate(page);
  await expect(page.getByRole('heading', { name: 'The platform refused a part of the plan' })).toBeVisible({
    timeout: 10_000,
  });
  await expect(objects(page)).toContainText('The credential may not create it');
  await page.reload();
  await expect(objects(page)).toContainText('The credential may not create it');
  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expectCreated(page);
  const creates = await readCreates(emulator, since);
  for (const op of createOperations) expect(creates[op], op).toHaveLength(1);
});

test('a title that somebody took meanwhile leads to the step that changes it', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  await ready.atReview();
  await emulator.putFaults([
    {
      match: { op: 'schemaRegistry.tenant.schemas.create' },
      action: {
        type: 'status',
        status: 400,
        body: {
          type: 'http://ns.adobe.com/aep/errors/XDM-1521-400',
          title: 'Title must be unique',
          status: 400,
          detail: 'Title must be unique',
        },
      },
    },
  ]);
  await pressCreate(page);
  await expect(objects(page)).toContainText('Another schema is called “Stripe charges', { timeout: 10_000 });
  await emulator.clearFaults();
  await page.getByRole('link', { name: 'Change it in Map' }).click();
  await expectMap(page);
  const dialog = await openDesign(page);
  await dialog.getByRole('textbox', { name: 'Schema' }).fill('Charges under another title');
  await dialog.getByRole('button', { name: 'Use this target' }).click();
  await goToSchedule(page);
  await goToReview(page);
  await pressCreate(page);
  await expectCreated(page);
  const schemas = await emulator.objects('schemaRegistry', 'schemas');
  expect(JSON.stringify(schemas)).toContain('Charges under another title');
});

test('what has moved since the review is shown value by value, nothing is created, and there is a way on', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  test.setTimeout(60_000);
  await ready.atReview();
  const since = await emulator.position();
  const text = { type: 'string' };
  const data = { type: 'object', properties: { id: text, amount: text, currency: text } };
  await exploreAs(emulator, { type: 'object', properties: { data } });
  await pressCreate(page);
  const moved = notice(page, 'Something has changed since you looked at this plan');
  await expect(moved).toContainText('Charges, source');
  await expect(moved).toContainText('data.amount long is now string');
  await expect(moved).toContainText(/data\.refunded boolean is now gone/);
  // The button at the foot says why it cannot be pressed for as long as the mouse is on it.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await checkAccessibility(page);
  expect(Object.values(await readCreates(emulator, since)).flat()).toEqual([]);
  await emulator.clearFaults();
  await moved.getByRole('button', { name: 'Use the fields as they are now' }).click();
  await expect(moved).toBeHidden();

  const other = await page.context().newPage();
  await other.goto(page.url().replace(/review$/, 'schedule'));
  await other.getByRole('radiogroup', { name: 'How often' }).getByText('Every 30 minutes').click();
  await expect(other.getByTestId('save-status')).toHaveText(/^Saved /);
  await other.close();
  await pressCreate(page);
  await page.getByRole('button', { name: 'Show the new plan' }).click();
  const changes = page.getByRole('status').filter({ hasText: 'The plan has changed: 1 object' });
  await expect(changes).toContainText(/scheduleParams\.interval \d+ is now 30/);
  expect(Object.values(await readCreates(emulator, since)).flat()).toEqual([]);
  await create(page);
});

test('what a refused run has made can be removed again', async ({ signedIn: page, ready, emulator }) => {
  await ready.atReview();
  const before = await emulator.objects('catalog', 'dataSets');
  await emulator.putFaults([
    { match: { op: 'flow.flows.create' }, action: { type: 'status', status: 403, code: '403027' } },
  ]);
  await pressCreate(page);
  await expect(page.getByRole('heading', { name: 'The platform refused a part of the plan' })).toBeVisible({
    timeout: 10_000,
  });
  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Remove what was made' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove what was made' }).click();
  await expect(
    page.getByRole('heading', { name: /^(Everything that was made has been removed|Removed, except)/ }),
  ).toBeVisible({ timeout: 10_000 });
  expect(await emulator.objects('catalog', 'dataSets')).toHaveLength(before.length);
});
