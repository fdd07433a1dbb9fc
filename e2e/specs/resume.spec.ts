import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseSandbox, signIn, signOut } from '../support/sign-in';
import {
  applyPreset,
  connectStripe,
  continueControl,
  expectMap,
  expectStep,
  goToData,
  goToReview,
  goToSchedule,
  readName,
  type Step,
  startOnboarding,
  startStripeAtData,
  startStripeAtMap,
} from '../support/wizard';

/** Checks a screen as it is, after a reload, and in a tab that was opened by its address. */
async function everyWay(page: Page, step: Step, check: (page: Page) => Promise<void>): Promise<void> {
  await check(page);
  await page.reload();
  await expectStep(page, step);
  await check(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expectStep(other, step);
  await check(other);
  await other.close();
}

test('Connect and Choose data come back as they were left', async ({ signedIn: page }) => {
  await startOnboarding(page, 'Stripe');
  await everyWay(page, 'connect', async (shown) => {
    await expect(shown.getByRole('textbox', { name: 'Secret or restricted key' })).toHaveValue('');
  });
  await connectStripe(page);
  await everyWay(page, 'connect', async (shown) => {
    await expect(shown.getByRole('heading', { name: /^Connected to Stripe/ })).toBeVisible();
  });
  await goToData(page);
  await everyWay(page, 'data', async (shown) => {
    await expect(shown.getByRole('checkbox', { name: 'Charges' })).not.toBeChecked();
  });
});

test('the mapping comes back with its target and every row', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await everyWay(page, 'map', async (shown) => {
    await expectMap(shown);
    await expect(shown.getByTestId('counter-mapped')).not.toHaveText(/^0 of/);
    await expect(shown.getByText('New dataset')).toBeVisible();
  });
  await continueControl(page, 'Choose data').click();
  await everyWay(page, 'data', async (shown) => {
    await expect(shown.getByRole('checkbox', { name: 'Charges' })).toBeChecked();
  });
});

test('schedule and plan come back as they were left', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await page.getByRole('radiogroup', { name: 'How often' }).getByText('Every 30 minutes').click();
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await everyWay(page, 'schedule', async (shown) => {
    await expect(shown.getByRole('radio', { name: /^Every 30 minutes/ })).toBeChecked();
  });
  await goToReview(page);
  await everyWay(page, 'review', async (shown) => {
    await expect(shown.getByText('Every 30 minutes')).toBeVisible();
    await expect(shown.getByText('36 mapped fields')).toBeVisible();
  });
});

test('home leads back to the step that was left, and an address of a later step to the first open one', async ({
  signedIn: page,
}) => {
  const id = await startStripeAtData(page);
  const name = await readName(page);
  await page.goto('/');
  await page.getByRole('link', { name: `Continue: ${name}`, exact: true }).click();
  await expectStep(page, 'data');
  expect(page.url()).toContain(id);
  await page.goto(`/onboardings/${id}/review`);
  await expectStep(page, 'data');
  await page.goto(`/onboardings/${id}`);
  await expectStep(page, 'data');
});

test('signing out and in again leads to the same screen with the same draft', async ({ page }) => {
  await page.goto('/');
  await signIn(page);
  await chooseSandbox(page);
  await startStripeAtMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  const address = new URL(page.url());
  await signOut(page);
  await page.goto(address.href);
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page);
  await page.getByRole('main').getByRole('button', { name: 'Development' }).click();
  await expectMap(page);
  expect(page.url()).toBe(address.href);
  await expect(page.getByTestId('counter-mapped')).not.toHaveText(/^0 of/);
});

test('going back with the browser never shows an outdated draft', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  await goToSchedule(page);
  await page.goBack();
  await expectMap(page);
  await expect(page.getByTestId('counter-mapped')).not.toHaveText(/^0 of/);
  await page.goForward();
  await expectStep(page, 'schedule');
});
