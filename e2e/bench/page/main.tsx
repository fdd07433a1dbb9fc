import { createRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import '@/app/globals.css';
import { markRows, type RowMarks } from '@/components/map/row-marks';
import { checkMappings } from '@/lib/mapping/check-mappings';
import { measureCoverage } from '@/lib/mapping/coverage';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { aLargeTree, manyMappings } from './large-trees';
import type { PanesKind } from './panes-kind';
import { PeerPanes } from './peer-panes';
import { type PlainControl, PlainPanes } from './plain-panes';
import { ProductPanes, ProductView } from './product-panes';

const stage = document.getElementById('stage');
if (!stage) throw new Error('the page has no stage');

let trees = { source: aLargeTree(0, 'source'), target: aLargeTree(0, 'target') };
let mappings: FieldMapping[] = [];
// For who only shows them: the product works them out itself.
let shownMarks: RowMarks | undefined;
let root: Root | undefined;
const controls = { source: createRef<PlainControl>(), target: createRef<PlainControl>() };

function marks(): RowMarks {
  const state = { mappings, unmappedOnPurpose: [] };
  const both = { sourceTree: trees.source, targetTree: trees.target };
  const checked = checkMappings(state, { ...both, tenantRoot: '_acme' });
  const required = { requiredTargets: [], identityTargets: [] };
  const coverage = measureCoverage({ state, checked, ...both, ...required });
  return markRows({ state, checked, coverage, ...both, ...required });
}

function panesOf(kind: PanesKind, isShown: boolean): ReactNode {
  const { source, target } = trees;
  if (shownMarks === undefined) {
    const both = { source, target, mappings };
    return kind === 'view' ? <ProductView {...both} /> : <ProductPanes {...both} isShown={isShown} />;
  }
  const both = { source, target, controls, marks: shownMarks };
  return kind === 'peer' ? (
    <PeerPanes {...both} />
  ) : (
    <PlainPanes {...both} hasLines={kind === 'plain-with-lines'} />
  );
}

/** Resolves after what was just changed is on screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(undefined);
    });
  });
}

type Side = 'source' | 'target';

const rowHeight = 30;
const mostMoveMs = 250;
const watched = {
  keyMs: 0,
  dragMs: 0,
  move: Promise.resolve(0),
  isWatching: false,
  frames: { gapsMs: [] as number[], uncovered: 0 },
};

const api = {
  painted,
  /** Builds the data of one size, and the product's model of it; nothing of it is measured. */
  prepare: (kind: PanesKind, size: number, count: number) => {
    if (Math.abs(trees.source.count - size) > size / 50) {
      trees = { source: aLargeTree(size, 'source'), target: aLargeTree(size, 'target') };
    }
    mappings = manyMappings(trees.source, trees.target, count);
    shownMarks = kind === 'product' || kind === 'view' ? undefined : marks();
    if (kind !== 'product') return;
    root = createRoot(stage);
    flushSync(() => root?.render(panesOf(kind, false)));
  },
  mount: async (kind: PanesKind) => {
    root ??= createRoot(stage);
    flushSync(() => root?.render(panesOf(kind, true)));
    await painted();
  },
  unmount: async () => {
    root?.unmount();
    root = undefined;
    await painted();
  },
  expandAll: async (kind: PanesKind) => {
    if (kind === 'product' || kind === 'view') {
      for (const side of ['source', 'target']) {
        stage.querySelector<HTMLElement>(`[aria-label="Expand all ${side} fields"]`)?.click();
      }
    } else {
      flushSync(() => {
        controls.source.current?.expandAll();
        controls.target.current?.expandAll();
      });
    }
    await painted();
  },
  scroller: (side: Side) =>
    stage.querySelector<HTMLElement>(
      `[data-side=${side}] [data-scroller], [data-plain=${side}] [data-scroller], [data-peer=${side}] [data-scroller]`,
    ),
  nodeCount: () => stage.getElementsByTagName('*').length,
  search: (side: Side) => {
    const input = stage.querySelector<HTMLInputElement>(
      `[data-side=${side}] input, [data-plain=${side}] input, [data-peer=${side}] input`,
    );
    input?.focus();
  },
  /** Takes the time from the next key to the paint that answers it. */
  watchKey: () => {
    watched.keyMs = 0;
    window.addEventListener('keydown', () => takeTime((ms) => (watched.keyMs = ms)), {
      once: true,
      capture: true,
    });
  },
  keyMs: () => watched.keyMs,
  /** Takes the time from the start of the next drag to its first paint. */
  watchDrag: () => {
    watched.dragMs = 0;
    const stopping = new AbortController();
    const start = () => {
      stopping.abort();
      takeTime((ms) => (watched.dragMs = ms));
    };
    const options = { capture: true, signal: stopping.signal };
    // The product starts on the pointer's move, the peer on the browser's own dragstart.
    if (stage.querySelector('[data-peer]')) window.addEventListener('dragstart', start, options);
    else window.addEventListener('pointermove', (event) => event.buttons === 1 && start(), options);
  },
  dragMs: () => watched.dragMs,
  /** Takes the time from the next move of a drag to the paint of another highlighted row. */
  watchMove: () => {
    const before = highlighted();
    watched.move = new Promise((resolve) => {
      const stopping = new AbortController();
      const giveUp = setTimeout(() => finish(mostMoveMs), mostMoveMs * 2);
      const finish = (ms: number) => {
        clearTimeout(giveUp);
        stopping.abort();
        resolve(ms);
      };
      const begin = () => {
        stopping.abort();
        const startMs = performance.now();
        const look = async () => {
          await painted();
          const waitedMs = performance.now() - startMs;
          if (highlighted() !== before || waitedMs > mostMoveMs) finish(waitedMs);
          else await look();
        };
        void look();
      };
      const options = { capture: true, signal: stopping.signal };
      window.addEventListener('dragenter', begin, options);
      window.addEventListener('dragover', begin, options);
      window.addEventListener('pointermove', begin, options);
    });
  },
  moveMs: () => watched.move,
  /** From now on each frame is looked at: how late it is, and whether rows are missing in the list. */
  watchFrames: (side: Side) => {
    watched.frames = { gapsMs: [], uncovered: 0 };
    watched.isWatching = true;
    const list = api.scroller(side);
    let last = performance.now();
    const look = (now: number) => {
      if (!watched.isWatching || !list) return;
      watched.frames.gapsMs.push(now - last);
      last = now;
      const bounds = list.getBoundingClientRect();
      const x = bounds.left + bounds.width / 2;
      const isEmpty = [0.25, 0.5, 0.75].some((share) => {
        const below = document.elementsFromPoint(x, bounds.top + bounds.height * share);
        return !below.some((element) => element.closest('[data-row]') !== null);
      });
      if (isEmpty) watched.frames.uncovered += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  },
  frames: () => {
    watched.isWatching = false;
    return watched.frames;
  },
  /** Presses what opens and closes the folder in a row on show: a chevron, or the plain row itself. */
  pressFolder: async (side: Side, row: number) => {
    const list = api.scroller(side);
    const bounds = list?.getBoundingClientRect();
    if (!list || !bounds) throw new Error(`there is no ${side} list`);
    const x = bounds.left + bounds.width / 2;
    const line = document
      .elementsFromPoint(x, bounds.top + rowHeight * (row + 0.5))
      .find((element) => list.contains(element) && element.closest('[data-row]') !== null)
      ?.closest('[data-row]');
    const control = line?.querySelector<HTMLElement>('[data-chevron], [slot=chevron]') ?? line;
    if (!(control instanceof HTMLElement)) throw new Error(`there is no row ${row}`);
    control.click();
    await painted();
  },
  jump: async (side: Side, share: number) => {
    const list = api.scroller(side);
    if (list) list.scrollTop = list.scrollHeight * share;
    await painted();
    await painted();
  },
  focusFirstRow: () => api.scroller('source')?.querySelector<HTMLElement>('[data-row]')?.focus(),
};

/** What tells one highlighted row from another: the bar's place, or the row that the peer marks. */
function highlighted(): string {
  const bar = stage?.querySelector<HTMLElement>('[data-dragging] [class*=bar]');
  if (bar) return bar.style.transform;
  return stage?.querySelector('[data-drop-target]')?.getAttribute('data-row') ?? '';
}

function takeTime(done: (ms: number) => void): void {
  const startMs = performance.now();
  void painted().then(() => done(performance.now() - startMs));
}

export type BenchApi = typeof api;

declare global {
  interface Window {
    bench: BenchApi;
  }
}

window.bench = api;
document.body.dataset.ready = '';
