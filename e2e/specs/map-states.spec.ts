import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { screensDir } from '../support/addresses';
import { checkAccessibility } from '../support/check-accessibility';
import { goToSource } from '../support/map-gestures';
import { applyPreset, sourceRow } from '../support/wizard';

const root = '_tributarydemo.charges_data';

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(screensDir, { recursive: true });
  await page.screenshot({ path: path.join(screensDir, `${name}.png`), animations: 'disabled' });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

test('every state of the editor is accessible in light and dark', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);

  await test.step('search', async () => {
    await page.getByRole('searchbox', { name: 'Search source fields' }).fill('status');
    await checkAccessibility(page);
    await page.getByRole('searchbox', { name: 'Search source fields' }).fill('');
  });
  await test.step('picked up', async () => {
    await sourceRow(page, 'data.amount').click();
    await checkAccessibility(page);
    await keepPicture(page, '20-map-picked-light');
    await page.keyboard.press('Escape');
  });
  await test.step('menu', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('amount');
    await checkAccessibility(page, '[role=dialog]');
    await keepPicture(page, '21-map-menu-light');
    await page.keyboard.press('Escape');
  });
  await test.step('shortcuts', async () => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await checkAccessibility(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });
  await test.step('comments', async () => {
    await goToSource(page, 'amount');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Which one is meant?');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await checkAccessibility(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });
  await test.step('a calculation', async () => {
    await page.getByTestId(`target-row:${root}.application`).click();
    await page.getByRole('button', { name: 'Calculated field' }).click();
    await checkAccessibility(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });
  await test.step('fields one by one', async () => {
    await goToSource(page, 'outcome');
    await page.getByRole('button', { name: /fields one by one/ }).click();
    await checkAccessibility(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });
  await test.step('table with chosen rows, and another target', async () => {
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Choose all mappings' }).check();
    await checkAccessibility(page);
    await keepPicture(page, '22-map-table-chosen-light');
    await page.getByRole('button', { name: 'Move to…' }).click();
    await checkAccessibility(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });
  await test.step('code with an error', async () => {
    await page.getByText('Code', { exact: true }).click();
    const code = page.getByRole('textbox', { name: 'Mapping rows as JSON' });
    await code.click();
    await page.keyboard.insertText('[oops');
    await expect(page.getByText('This text cannot be read yet.')).toBeVisible();
    await checkAccessibility(page);
    await keepPicture(page, '23-map-code-error-light');
    await page.getByRole('button', { name: 'Discard this text' }).click();
  });
});

test('the three views fit a zoomed window, forced colours and a phone', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await applyPreset(page, 'Adobe’s published mapping for charges', 36);
  for (const view of ['Lines', 'Table', 'Code'] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByText(view, { exact: true }).click();
    if (view === 'Code')
      await expect(page.getByRole('textbox', { name: 'Mapping rows as JSON' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.emulateMedia({ forcedColors: 'active' });
    await keepPicture(page, `25-map-${view.toLowerCase()}-forced-colors`);
    await page.emulateMedia({ forcedColors: null });
    // 200 % of a 1,280 px window.
    await page.setViewportSize({ width: 640, height: 450 });
    await keepPicture(page, `26-map-${view.toLowerCase()}-zoomed`);
    await expectNoSidewaysScroll(page);
    if (view === 'Lines') await checkAccessibility(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText('Mapping needs a wider screen; here you can read.')).toBeVisible();
  await expect(page.getByTestId(`mapping-row:data.amount→${root}.amount`)).toBeVisible();
  await keepPicture(page, '27-map-phone-390');
  await expectNoSidewaysScroll(page);
  await checkAccessibility(page);
});
