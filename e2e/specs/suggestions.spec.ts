import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { tabTo } from '../support/keyboard';
import {
  create,
  goToReview,
  goToSchedule,
  openDesign,
  openTargetFields,
  readName,
  sourceRow,
  sourceTree,
} from '../support/wizard';

const target = '_tributarydemo.charges_data';

const bar = (page: Page) => page.getByTestId('suggestion-bar');
const mapped = (page: Page) => page.getByTestId('counter-mapped');

/** Puts the focus on a source row with nothing picked up. */
async function goTo(page: Page, path: string): Promise<void> {
  await sourceRow(page, path).click();
  await page.keyboard.press('Escape');
  await expect(sourceRow(page, path)).toBeFocused();
}

/** Presses the dashed line of the row that has the focus, away from what it may cross in the middle. */
async function clickGhost(page: Page): Promise<void> {
  const point = await page
    .locator('g[data-look~=focused] [data-part=ghost]')
    .evaluate((line: SVGPathElement) => {
      const place = line.getPointAtLength(line.getTotalLength() / 4);
      const { x, y } = place.matrixTransform(line.getScreenCTM() ?? undefined);
      return { x, y };
    });
  await page.mouse.click(point.x, point.y);
}

test('suggestions are accepted, rejected, undone and refreshed, and a rejection outlives a reload', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  await openTargetFields(page);
  await expect(bar(page)).toContainText(/^\d+ suggestions/);
  await expect(mapped(page)).toHaveText(/^0 of/);

  // One, by pressing its dashed line.
  await expect(sourceRow(page, 'data.amount')).toContainText(`suggested: ${target}.amount, likely`);
  await goTo(page, 'data.amount');
  await clickGhost(page);
  await expect(sourceRow(page, 'data.amount')).toContainText(`mapped to ${target}.amount`);
  await expect(mapped(page)).toHaveText(/^1 of/);

  // One is turned down with the keyboard, taken back, and turned down again.
  const currency = sourceRow(page, 'data.currency');
  await goTo(page, 'data.currency');
  await expect(page.getByTestId('suggestion-line')).toContainText(`${target}.currency`);
  await page.keyboard.press('Shift+Delete');
  await expect(currency).not.toContainText(`suggested: ${target}.currency`);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(currency).toContainText(`suggested: ${target}.currency`);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(currency).not.toContainText(`suggested: ${target}.currency`);
  await expect(bar(page)).not.toHaveAttribute('data-stale');

  // All likely ones are one step; what was mapped before stays.
  await bar(page)
    .getByRole('button', { name: /^Accept \d+ likely$/ })
    .click();
  await expect(mapped(page)).not.toHaveText(/^1 of/);
  await expect(sourceRow(page, 'data.created')).toContainText(`mapped to ${target}.created`);
  const undo = page.getByRole('button', { name: /^Undo: Accept \d+ suggestions$/ });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(mapped(page)).toHaveText(/^1 of/);
  await expect(sourceRow(page, 'data.amount')).toContainText(`mapped to ${target}.amount`);

  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.reload();
  await expect(bar(page)).toBeVisible();
  await expect(sourceRow(page, 'data.created')).toContainText(`suggested: ${target}.created`);
  await expect(sourceRow(page, 'data.currency')).not.toContainText(`suggested: ${target}.currency`);

  // Other target fields are another question; what is mapped follows its field to the new place.
  const dialog = await openDesign(page);
  await dialog.getByRole('textbox', { name: 'Object for the fields' }).fill('billing');
  await dialog.getByRole('button', { name: 'Use this target' }).click();
  await expect(sourceRow(page, 'data.created')).toContainText('suggested: _tributarydemo.billing.created');
  await expect(sourceRow(page, 'data.amount')).toContainText('mapped to _tributarydemo.billing.amount');
  await expect(bar(page)).not.toHaveAttribute('data-stale');
  await expect(sourceRow(page, 'data.currency')).not.toContainText('_tributarydemo.billing.currency');
});

test('candidates are chosen and reviewed with the keyboard alone; what went into a dataflow is remembered until it is deleted, and can be taken over', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  await expect(bar(page)).toBeVisible();
  await tabTo(page, sourceTree(page).locator('[role=row][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.type('amount');
  await expect(sourceRow(page, 'data.amount')).toBeFocused();
  await page.keyboard.press('Shift+Space');
  const list = page.getByRole('listbox', { name: 'Candidates for amount' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option').first()).toContainText(`${target}.amount`);
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(sourceRow(page, 'data.amount')).toBeFocused();
  await expect(mapped(page)).toHaveText(/^0 of/);
  await page.keyboard.press('Shift+Space');
  await expect(list).toBeFocused();
  await page.keyboard.press('1');
  await expect(sourceRow(page, 'data.amount')).toContainText(`mapped to ${target}.amount`);
  await expect(sourceRow(page, 'data.amount')).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Review one by one' }));
  const scrolled = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('Enter');
  const review = page.getByRole('group', { name: 'Review of suggestions' });
  await expect(review).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await page.keyboard.press('s');
  await page.keyboard.press('a');
  await expect(mapped(page)).toHaveText(/^2 of/);
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: /^Undo: Reject / })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();

  await page.getByRole('radiogroup', { name: 'View' }).getByText('Table').click();
  const suggested = page.getByTestId(`suggested-row:data.currency→${target}.currency`);
  await suggested.getByRole('button', { name: /^Accept/ }).click();
  await expect(page.getByTestId(`mapping-row:data.currency→${target}.currency`)).toBeVisible();

  const name = await readName(page);
  await goToSchedule(page);
  await goToReview(page);
  await create(page);

  await page.getByRole('button', { name: /^Your account: / }).click();
  await page.getByRole('link', { name: 'Mapping suggestions and history' }).click();
  await expect(page.getByRole('heading', { name: 'Suggestions', level: 1 })).toBeVisible();
  const pairs = page.getByRole('table', { name: 'Remembered fields' });
  // Other journeys may have mapped amount_captured as well.
  const row = pairs.getByRole('row', { name: /^data\.amount to / });
  // Remembered after the last answer of the platform, a moment after the page says so.
  await expect(async () => {
    await page.reload();
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByRole('table', { name: 'What became of suggestions' })).toContainText(/\d+%/);
  await checkAccessibility(page);
  await row.getByRole('button', { name: /^Delete/ }).click();
  await expect(row).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Remembered fields' })).toBeVisible();
  await expect(row).toBeHidden();

  // Another onboarding takes the mapping over, from the platform and as a comparison.
  await ready.atMap();
  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import mappings' });
  await dialog.getByRole('combobox', { name: 'From another dataflow' }).fill(name);
  await page.getByRole('option', { name }).click();
  await expect(dialog.getByText('3 new, 0 changed, 0 the same, 0 refused.')).toBeVisible();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Import 3 mappings' }).click();
  await expect(mapped(page)).toHaveText(/^3 of/);
});
