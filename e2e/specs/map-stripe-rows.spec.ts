import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { stripeRows } from '../support/documented-requests';
import {
  chargeRows,
  copyRows,
  dragRow,
  expectMapped,
  openAllFields,
  reloadSaved,
  tallWindow,
} from '../support/map-gestures';
import { startStripeAtMap } from '../support/wizard';

/** The draft as it is stored has the published rows and nothing else. */
async function expectPublishedRows(page: Page): Promise<void> {
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await reloadSaved(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByText('36 mappings', { exact: true })).toBeVisible();
  expect(await copyRows(page)).toEqual(stripeRows('tributarydemo'));
}

// Hundreds of real keys and pointer moves: more than the usual half minute where two cores do everything at once.
test.describe.configure({ timeout: 180_000 });

test('the 36 published rows by drag', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await page.setViewportSize(tallWindow);
  await openAllFields(page);
  for (const row of chargeRows) await dragRow(page, row);
  for (const row of chargeRows) await expectMapped(page, row);
  await expectPublishedRows(page);
});
