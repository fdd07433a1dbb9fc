import type { CDPSession, Page } from '@playwright/test';
import type { BenchApi } from './page/main';
import type { PanesKind } from './page/panes-kind';
import { median, quantile } from './statistics';

type Side = 'source' | 'target';
export type Work = { mainThreadMs: number; wallMs: number };

declare global {
  interface Window {
    bench: BenchApi;
  }
}

/** One benchmark page with the means to act on it and to ask the browser what that cost. */
export function createPageSession(page: Page, devtools: CDPSession) {
  const metric = async (name: string) => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find((entry) => entry.name === name)?.value ?? 0;
  };
  const taskMs = async () => (await metric('TaskDuration')) * 1000;

  /** What an action costs the main thread until it is on screen. */
  const costOf = async (act: () => Promise<unknown>): Promise<Work> => {
    const before = await taskMs();
    const startMs = performance.now();
    await act();
    const wallMs = performance.now() - startMs;
    return { mainThreadMs: (await taskMs()) - before, wallMs };
  };

  const heapMegabytes = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await metric('JSHeapUsedSize')) / 1_000_000;
  };

  const painted = () => page.evaluate(() => window.bench.painted());

  /** Main thread and time from the key's event to the paint that answers it. */
  const pressKey = async (key: string): Promise<Work> => {
    await page.evaluate(() => window.bench.watchKey());
    const { mainThreadMs } = await costOf(async () => {
      await page.keyboard.press(key);
      await painted();
    });
    return { mainThreadMs, wallMs: await page.evaluate(() => window.bench.keyMs()) };
  };

  const boxOf = async (side: Side) => {
    const box = await page.evaluate((wanted) => {
      const bounds = window.bench.scroller(wanted)?.getBoundingClientRect();
      return bounds && { left: bounds.left, top: bounds.top, width: bounds.width, height: bounds.height };
    }, side);
    if (!box) throw new Error(`there is no ${side} list`);
    return box;
  };

  /**
   * Scrolls one pane by steps of the wheel, each until it is painted, and counts frames: those over 32 ms, those that show a gap
   * of rows. The cost is that of one step: who is slow gets fewer of them into a second.
   */
  const wheel = async (side: Side, steps: number) => {
    const box = await boxOf(side);
    await page.mouse.move(box.left + box.width / 2, box.top + box.height / 2);
    await page.evaluate((wanted) => window.bench.watchFrames(wanted), side);
    const { mainThreadMs } = await costOf(async () => {
      for (let step = 0; step < steps; step += 1) {
        await page.mouse.wheel(0, 120);
        await painted();
      }
    });
    const frames = await page.evaluate(() => window.bench.frames());
    return {
      stepMs: mainThreadMs / steps,
      slowFrames: frames.gapsMs.filter((gap) => gap > 32).length,
      uncovered: frames.uncovered,
    };
  };

  /** Drags the given row of the source over rows of the target, one row a move; nothing is dropped. */
  const drag = async (row: number, moves: number, rowHeight: number) => {
    const from = await boxOf('source');
    const to = await boxOf('target');
    const x = from.left + from.width / 2;
    const y = from.top + rowHeight * (row + 0.5);
    await page.mouse.move(x, y);
    await page.evaluate(() => window.bench.watchDrag());
    await page.mouse.down();
    await page.mouse.move(x + 12, y + 2);
    await painted();
    const targetX = to.left + to.width / 2;
    await page.mouse.move(targetX, to.top + rowHeight * 4.5);
    await painted();
    const movesMs: number[] = [];
    const cost = await costOf(async () => {
      for (let move = 0; move < moves; move += 1) {
        await page.evaluate(() => window.bench.watchMove());
        await page.mouse.move(targetX, to.top + rowHeight * (5.5 + (move % 8)));
        movesMs.push(await page.evaluate(() => window.bench.moveMs()));
      }
    });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await painted();
    const startMs = await page.evaluate(() => window.bench.dragMs());
    return {
      startMs,
      moveMainThreadMs: cost.mainThreadMs / moves,
      moveMedianMs: median(movesMs),
      moveP95Ms: quantile(movesMs, 0.95),
    };
  };

  return {
    costOf,
    heapMegabytes,
    painted,
    pressKey,
    wheel,
    drag,
    prepare: (kind: PanesKind, size: number, mappings: number) =>
      page.evaluate(([shown, fields, count]) => window.bench.prepare(shown, fields, count), [
        kind,
        size,
        mappings,
      ] as const),
    mount: (kind: PanesKind) => costOf(() => page.evaluate((wanted) => window.bench.mount(wanted), kind)),
    unmount: () => page.evaluate(() => window.bench.unmount()),
    expandAll: (kind: PanesKind) =>
      costOf(() => page.evaluate((wanted) => window.bench.expandAll(wanted), kind)),
    focusSearch: (side: Side) => page.evaluate((wanted) => window.bench.search(wanted), side),
    nodeCount: () => page.evaluate(() => window.bench.nodeCount()),
    toggleRow: (side: Side, row: number) =>
      costOf(() =>
        page.evaluate(([wanted, at]) => window.bench.pressFolder(wanted, at), [side, row] as const),
      ),
    jumpTo: (side: Side, share: number) =>
      costOf(() =>
        page.evaluate(([wanted, part]) => window.bench.jump(wanted, part), [side, share] as const),
      ),
    focusFirstRow: () => page.evaluate(() => window.bench.focusFirstRow()),
  };
}

export type PageSession = ReturnType<typeof createPageSession>;
