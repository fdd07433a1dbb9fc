import { expect, type Page } from '@playwright/test';
import { stripeRows } from './documented-requests';
import { expectMap, sourceRow, sourceTree, targetRow } from './wizard';

/** The 36 published rows for charges as ends of a mapping. */
export const chargeRows = stripeRows('tributarydemo').map(({ sourceAttribute, destinationXdmPath }) => ({
  source: sourceAttribute,
  target: destinationXdmPath,
}));

/** A window as tall as both trees: every row is there, and gestures need no scrolling. */
export const tallWindow = { width: 1100, height: 4_100 };

/** Opens every folder on both sides. */
export async function openAllFields(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Expand all source fields' }).click();
  await page.getByRole('button', { name: 'Expand all target fields' }).click();
}

/** Goes to a row of the source by keyboard: from the top, by the letters of its name. */
export async function goToSource(page: Page, name: string): Promise<void> {
  await sourceTree(page).locator('[role=row][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.type(name);
}

type Point = { x: number; y: number };

type Ends = { source: string; target: string };
type Places = { from: Point; to: Point };

/** Where to press the rows of each pair, once all are on screen and the page around them has come to rest. */
export async function placesOf(page: Page, pairs: readonly Ends[]): Promise<Places[]> {
  const ids = pairs.flatMap(({ source, target }) => [`source-row:${source}`, `target-row:${target}`]);
  const measure = () =>
    page.evaluate(async (rowIds) => {
      const centres = () =>
        rowIds.map((id) => {
          const box = document.querySelector(`[data-testid="${CSS.escape(id)}"]`)?.getBoundingClientRect();
          return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : undefined;
        });
      const before = centres();
      for (let frame = 0; frame < 3; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const after = centres();
      return JSON.stringify(before) === JSON.stringify(after) ? after : [];
    }, ids);
  let points: (Point | undefined)[] = [];
  await expect
    .poll(
      async () => {
        points = await measure();
        return points.filter(Boolean).length;
      },
      { message: `${ids.join(', ')} at rest on screen`, intervals: [20, 50, 100] },
    )
    .toBe(ids.length);
  return pairs.map((pair, at) => {
    const [from, to] = points.slice(at * 2);
    if (!from || !to) throw new Error(`${pair.source} or ${pair.target} is not on screen`);
    return { from, to };
  });
}

/** Where to press the two rows of one pair. */
export async function pointsOf(page: Page, ends: Ends): Promise<Places> {
  const [places] = await placesOf(page, [ends]);
  if (!places) throw new Error('no row was asked for');
  return places;
}

/** Drags from one place to another with the mouse. */
export async function dragBetween(page: Page, { from, to }: Places): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Drags with the mouse; both rows have to be on screen. */
export async function dragRow(page: Page, ends: Ends): Promise<void> {
  await dragBetween(page, await pointsOf(page, ends));
}

/** Presses a field of the source and releases nothing yet: the pointer is in the middle of a drag over `target`. */
export async function startDrag(page: Page, ends: { source: string; target: string }): Promise<void> {
  const { from, to } = await pointsOf(page, ends);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
}

/** What the two trees say about a mapping. */
export async function expectMapped(page: Page, { source, target }: { source: string; target: string }) {
  await expect(sourceRow(page, source)).toContainText(`mapped to ${target}`);
  await expect(targetRow(page, target)).toContainText(`filled from ${source}`);
}

/** Waits until everything is saved and reloads the page. */
export async function reloadSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-status')).toHaveText(/^Saved /);
  await page.reload();
  await expectMap(page);
}

/** The rows of the mapping set as the platform will get them, from the code view's own copy. */
export async function copyRows(page: Page): Promise<unknown> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Code', { exact: true }).click();
  await page.getByRole('button', { name: /^Copy/ }).click();
  return JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
}
