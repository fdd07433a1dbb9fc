import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { screensDir } from '../support/addresses';
import { checkAccessibility } from '../support/check-accessibility';
import { signIn } from '../support/sign-in';
import {
  applyPreset,
  chooseCharges,
  connectStripe,
  create,
  expectMap,
  goToData,
  goToReview,
  goToSchedule,
  pathChoice,
  startOnboarding,
  startStripeAtData,
} from '../support/wizard';

const widths = [1440, 1280, 390];

/** Keeps pictures of a screen in every width and both colours, checks that none scrolls sideways, and asks axe. */
async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(screensDir, { recursive: true });
  // Before the window grows: a taller one shows more of the same rows, and axe looks at each of them.
  await checkAccessibility(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // As tall as the page, or the bar that sticks to the bottom stands in the middle of the picture.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height > 900) await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const file = path.join(screensDir, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} scrolls sideways at ${width}`).toBe(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('sign-in and sandbox choice', async ({ page }) => {
  await page.goto('/sign-in');
  await keepScreen(page, '01-sign-in');
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Choose a sandbox' })).toBeVisible();
  await keepScreen(page, '02-sandbox');
});

test('home and the choice of a source', async ({ signedIn: page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await keepScreen(page, '03-home');
  await page.goto('/onboardings/new');
  await expect(page.getByRole('heading', { name: 'Where does the data come from?' })).toBeVisible();
  await keepScreen(page, '04-new');
});

test('Connect', async ({ signedIn: page }) => {
  await startOnboarding(page, 'Stripe');
  await keepScreen(page, '05-connect');
});

test('Connected with a restricted key', async ({ signedIn: page }) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page, 'rk_test_charges_only');
  await keepScreen(page, '06-connected');
});

test('Connect, refused', async ({ signedIn: page }) => {
  await startOnboarding(page, 'OneTrust Integration');
  await page.getByRole('button', { name: 'Connect and test' }).click();
  await expect(page.getByRole('textbox', { name: 'Host' })).toBeFocused({ timeout: 10_000 });
  await keepScreen(page, '07-connect-errors');
});

test('Choose data', async ({ signedIn: page }) => {
  await startStripeAtData(page);
  await pathChoice(page, 'Charges').click();
  await expect(page.getByRole('heading', { name: 'Sample' })).toBeVisible();
  await keepScreen(page, '08-data');
});

test('Map as lines', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await expect(page.getByTestId('suggestion-bar')).toBeVisible();
  await keepScreen(page, '09-map-lines');
});

test('Map as a table', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByText('36 mappings', { exact: true })).toBeVisible();
  await expect(page.getByTestId('suggestion-bar')).toBeVisible();
  await keepScreen(page, '10-map-table');
});

test('Schedule', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Custom', { exact: true }).click();
  await keepScreen(page, '11-schedule');
});

test('Review', async ({ signedIn: page, ready }) => {
  await ready.atReview();
  await page.getByRole('button', { name: /Field group/ }).click();
  await keepScreen(page, '12-review');
});

test('created, the dataflow and its runs', async ({ signedIn: page, emulator }) => {
  await startOnboarding(page, 'Stripe');
  await connectStripe(page);
  await goToData(page);
  await chooseCharges(page);
  await expectMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await goToReview(page);
  await create(page);
  await keepScreen(page, '13-created');
  await page.getByRole('link', { name: 'Open the dataflow' }).click();
  await emulator.advance(2 * 3_600_000);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Flow runs' })).toBeVisible();
  await keepScreen(page, '14-dataflow');
});

test('lists of dataflows and accounts, and one account', async ({ signedIn: page }) => {
  await startStripeAtData(page);
  await page.goto('/dataflows');
  await expect(page.getByRole('heading', { name: 'Dataflows', level: 1 })).toBeVisible();
  await keepScreen(page, '15-dataflows');
  await page.goto('/accounts');
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await keepScreen(page, '16-accounts');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/accounts\/.+/);
  await keepScreen(page, '17-account');
});

test('a page that does not exist', async ({ signedIn: page, watch }) => {
  watch.expectFailedLoads();
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await keepScreen(page, '18-not-found');
});
