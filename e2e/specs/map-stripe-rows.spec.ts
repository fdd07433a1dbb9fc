import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { stripeRows } from '../support/documented-requests';
import { tabTo } from '../support/keyboard';
import {
  chargeRows,
  copyRows,
  dragBetween,
  expectMapped,
  openAllFields,
  placesOf,
  reloadSaved,
  tallWindow,
} from '../support/map-gestures';
import { sourceRow, sourceTree, targetRow } from '../support/wizard';

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

test('the 36 published rows by drag', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await page.setViewportSize(tallWindow);
  await openAllFields(page);
  for (const places of await placesOf(page, chargeRows)) await dragBetween(page, places);
  for (const row of chargeRows) await expectMapped(page, row);
  await expectPublishedRows(page);
});

test('the 36 published rows by single clicks', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await page.setViewportSize(tallWindow);
  await openAllFields(page);
  for (const { from, to } of await placesOf(page, chargeRows)) {
    await page.mouse.click(from.x, from.y);
    await page.mouse.click(to.x, to.y);
  }
  for (const row of chargeRows) await expectMapped(page, row);
  await expectPublishedRows(page);
});

test('the 36 published rows by keyboard alone', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await tabTo(page, sourceTree(page).locator('[role=row][tabindex="0"]'));
  for (const { source, target } of chargeRows) {
    const names = source.split('.').slice(1);
    if (names.length === 1) {
      await page.keyboard.press('Home');
      await page.keyboard.type(names.join());
    } else {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type(names.slice(-2).join('.'));
      await expect(
        page.getByRole('option', { name: new RegExp(`^${source.replaceAll('.', '\\.')}(?![\\w.])`) }),
      ).toBeVisible();
      await page.keyboard.press('Enter');
    }
    await expect(sourceRow(page, source)).toBeFocused();
    await page.keyboard.press('Enter');
    // The field of the same name waits already; where it is not the one, letters find another.
    await expect(targetRow(page, target)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sourceRow(page, source)).toBeFocused();
  }
  await expectPublishedRows(page);
});
