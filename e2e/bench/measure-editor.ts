import type { PanesKind } from './page/panes-kind';
import type { PageSession } from './page-session';
import { median } from './statistics';

const fewMappings = 500;
const manyMappings = 10_000;
const warmUpFields = 400;
const rowHeight = 30;
const wheelSteps = 120;
const fewWheelSteps = 40;
const query = 'amount';
const dragMoves = 24;

/** Every figure of one kind of panes at one size; milliseconds, megabytes, counts. */
export type EditorRun = { kind: PanesKind; size: number; figures: Readonly<Record<string, number>> };

/** Compiles what will be measured on a small tree, as in a page that has been open for a moment. */
export async function warmUp(session: PageSession, kind: PanesKind): Promise<void> {
  await session.prepare(kind, warmUpFields, 20);
  await session.mount(kind);
  await session.expandAll(kind);
  await session.unmount();
}

/**
 * Goes through the work of the budgets once. `emptyMegabytes` is the heap of the page before anything was built: the fields
 * themselves belong to what is held, on all sides alike.
 */
export async function measureEditor(
  session: PageSession,
  kind: PanesKind,
  size: number,
  emptyMegabytes: number,
): Promise<EditorRun> {
  const figures: Record<string, number> = {};
  await session.prepare(kind, size, fewMappings);
  const heapBefore = await session.heapMegabytes();
  figures.mount = (await session.mount(kind)).mainThreadMs;
  const toggles: number[] = [];
  for (let step = 0; step < 6; step += 1) toggles.push((await session.toggleRow('source', 2)).mainThreadMs);
  figures.toggle = median(toggles);
  figures.expand = (await session.expandAll(kind)).mainThreadMs;
  const heap = await session.heapMegabytes();
  figures.heap = heap - emptyMegabytes;
  figures.heapMounted = heap - heapBefore;
  figures.nodes = await session.nodeCount();

  if (kind !== 'plain') {
    const drag = await session.drag(3, dragMoves, rowHeight);
    figures.dragStart = drag.startMs;
    figures.dragMove = drag.moveMainThreadMs;
    figures.dragMoveMedian = drag.moveMedianMs;
    figures.dragMoveP95 = drag.moveP95Ms;
    await session.focusFirstRow();
    const arrows: number[] = [];
    for (let step = 0; step < 8; step += 1) arrows.push((await session.pressKey('ArrowDown')).mainThreadMs);
    figures.arrow = median(arrows);
    const wheel = await session.wheel('source', kind === 'product' ? wheelSteps : fewWheelSteps);
    figures.wheel = wheel.stepMs;
    figures.slowFrames = wheel.slowFrames;
    figures.uncovered = wheel.uncovered;
  }

  const jumps: number[] = [];
  for (const share of [0.9, 0.1, 0.6, 0.3]) {
    jumps.push((await session.jumpTo('source', share)).mainThreadMs);
  }
  figures.jump = median(jumps);

  await session.focusSearch('source');
  const keys: { mainThreadMs: number; wallMs: number }[] = [];
  for (const key of query) keys.push(await session.pressKey(key));
  figures.filter = median(keys.map((work) => work.mainThreadMs));
  figures.filterWorst = Math.max(...keys.map((work) => work.mainThreadMs));
  figures.filterWall = median(keys.map((work) => work.wallMs));
  await session.unmount();

  if (kind === 'plain') {
    await session.mount('plain-with-lines');
    await session.expandAll('plain-with-lines');
    const lines = await session.wheel('source', wheelSteps);
    figures.wheelWithLines = lines.stepMs;
    figures.slowFramesWithLines = lines.slowFrames;
    await session.unmount();
  }
  if (kind === 'product') {
    await session.prepare(kind, size, manyMappings);
    await session.mount(kind);
    await session.expandAll(kind);
    figures.wheelMany = (await session.wheel('source', fewWheelSteps)).stepMs;
    await session.unmount();
  }
  return { kind, size, figures };
}
