import { expect, type Locator, type Page } from '@playwright/test';

export type Step = 'connect' | 'data' | 'map' | 'schedule' | 'review';

/** The wizard's frame: its rail has links of the same names as the footer. */
const outsideRail = ':not(nav[aria-label="Steps"] *)';

/** Starts an onboarding from home and returns its id. */
export async function startOnboarding(
  page: Page,
  source: 'Stripe' | 'OneTrust Integration',
): Promise<string> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Bring in data' }).first().click();
  return chooseSource(page, source);
}

async function chooseSource(page: Page, source: string): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Where does the data come from?' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: source }).click();
  await expectStep(page, 'connect');
  return onboardingIdOf(page);
}

/** The id in the address of a wizard page. */
export function onboardingIdOf(page: Page): string {
  const id = /\/onboardings\/([0-9a-f-]{36})\//.exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} is no page of an onboarding`);
  return id;
}

/** Waits until a step is on screen. */
export async function expectStep(page: Page, step: Step): Promise<void> {
  // The way to a step waits for a save and for the platform.
  await expect(page).toHaveURL(new RegExp(`/onboardings/[0-9a-f-]{36}/${step}(\\?path=\\w+)?$`), {
    timeout: 10_000,
  });
  await expect(page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current=step]')).toBeVisible();
}

/** The button or link at the foot of a step that leads on. */
export function continueControl(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('link', { name })
    .or(page.getByRole('button', { name }))
    .and(page.locator(outsideRail))
    .last();
}

/** Types a key, has it tested, and waits for the green result. */
export async function connectStripe(page: Page, accessToken = 'sk_test_tributary'): Promise<void> {
  await page.getByRole('textbox', { name: 'Secret or restricted key' }).fill(accessToken);
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(page.getByRole('heading', { name: /^Connected to / })).toBeVisible();
}

/** Types host and token, has them tested, and waits for the green result. */
export async function connectOneTrust(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Host' }).fill('demo.onetrust.example');
  await page.getByRole('textbox', { name: 'Access token' }).fill('ot_tributary');
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(page.getByRole('heading', { name: /^Connected to / })).toBeVisible();
}

/** From Connect to the list of what can be brought in. */
export async function goToData(page: Page): Promise<void> {
  await continueControl(page, 'Choose data').click();
  await expectStep(page, 'data');
}

/** Chooses charges, looks at its sample, goes on to the mapping. */
export async function chooseCharges(page: Page): Promise<void> {
  await pathChoice(page, 'Charges').click();
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
  await continueControl(page, 'Map charges').click();
  await expectMap(page);
}

/** One of the kinds of data that can be brought in, as people click on it. */
export function pathChoice(page: Page, title: string): Locator {
  return page.getByRole('group', { name: 'What to bring in' }).getByText(title, { exact: true });
}

/** Looks at the only stream of OneTrust and goes on to the mapping. */
export async function chooseConsents(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
  await continueControl(page, 'Map consents and preferences').click();
  await expectMap(page);
}

/** Waits until both trees of the mapping are on screen. */
export async function expectMap(page: Page): Promise<void> {
  await expectStep(page, 'map');
  await expect(sourceTree(page)).toBeVisible();
  await expect(targetTree(page)).toBeVisible();
}

export function sourceTree(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Source fields' });
}

export function targetTree(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Target fields' });
}

export function sourceRow(page: Page, path: string): Locator {
  return page.getByTestId(`source-row:${path}`);
}

export function targetRow(page: Page, path: string): Locator {
  return page.getByTestId(`target-row:${path}`);
}

/** Applies a published mapping from the menu of presets. */
export async function applyPreset(page: Page, title: string, rows: number): Promise<void> {
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await expect(page.getByText(`${rows} mappings applied.`).first()).toBeVisible();
}

/** Opens the dialog in which the new target is designed. */
export async function openDesign(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create from source' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create from source' });
  await expect(dialog.getByRole('tab', { name: 'Class and names' })).toBeVisible();
  return dialog;
}

/** Opens every folder of the target, whose rows are then there to be dropped on. */
export async function openTargetFields(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Expand all target fields' }).click();
}

/** Drags a source row onto a target row with the mouse. */
export async function dragField(page: Page, source: string, target: string): Promise<void> {
  await sourceRow(page, source).hover();
  await page.mouse.down();
  // The second hover is what the browser takes for a drag: one move alone may be merged with the press.
  await targetRow(page, target).hover();
  await targetRow(page, target).hover();
  await page.mouse.up();
}

/** From the mapping to the schedule. */
export async function goToSchedule(page: Page): Promise<void> {
  await continueControl(page, 'Schedule').click();
  await expectStep(page, 'schedule');
}

/** From the schedule to the plan. */
export async function goToReview(page: Page): Promise<void> {
  await continueControl(page, 'Review').click();
  await expectStep(page, 'review');
  await expect(page.getByRole('heading', { name: 'The plan', exact: true })).toBeVisible();
}

/** Presses Create and waits until the platform has confirmed every object. */
export async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Create dataflow/ }).click();
  await expectCreated(page);
}

/** Waits for the end of a creation that goes well. */
export async function expectCreated(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The dataflow is created' })).toBeVisible({
    timeout: 15_000,
  });
}

/** A fresh Stripe onboarding on the Choose data step. */
export async function startStripeAtData(page: Page): Promise<string> {
  await page.goto('/onboardings/new');
  const id = await chooseSource(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  return id;
}

/** A fresh Stripe onboarding for charges on the Map step. */
export async function startStripeAtMap(page: Page): Promise<string> {
  const id = await startStripeAtData(page);
  await chooseCharges(page);
  return id;
}

/** A fresh Stripe onboarding with the published mapping on the Schedule step. */
async function startStripeAtSchedule(page: Page): Promise<string> {
  const id = await startStripeAtMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  return id;
}

/** A fresh Stripe onboarding with the published mapping and the proposed schedule on the Review step. */
export async function startStripeAtReview(page: Page): Promise<string> {
  const id = await startStripeAtSchedule(page);
  await goToReview(page);
  return id;
}

/** The name of the onboarding, which is the dataflow's name too. */
export async function readName(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}
