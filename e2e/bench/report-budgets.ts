import type { EditorRun } from './measure-editor';
import type { PanesKind } from './page/panes-kind';
import type { Report } from './report';
import { median, round } from './statistics';

type Budget = {
  name: string;
  figure: string;
  unit: string;
  /** The other panes, and their figure when it has another name. */
  against: PanesKind;
  otherFigure?: string;
  /** Largest ratio at 10,000 and at 50,000 fields a pane; for the peer, the smallest ratio of peer to product. */
  budgets: readonly [number, number];
};

const againstPlain: readonly Budget[] = [
  { name: 'mount', figure: 'mount', unit: 'ms', against: 'plain', budgets: [1.4, 1.4] },
  { name: 'expand all', figure: 'expand', unit: 'ms', against: 'plain', budgets: [1.4, 1.4] },
  { name: 'filter key, median', figure: 'filter', unit: 'ms', against: 'plain', budgets: [1.2, 1.25] },
  {
    name: 'filter key, worst of 6',
    figure: 'filterWorst',
    unit: 'ms',
    against: 'plain',
    budgets: [1.5, 1.5],
  },
  {
    name: 'filter key to paint, median',
    figure: 'filterWall',
    unit: 'ms',
    against: 'plain',
    budgets: [1.2, 1.25],
  },
  { name: 'toggle one folder', figure: 'toggle', unit: 'ms', against: 'plain', budgets: [1.2, 1.2] },
  {
    name: 'arrow key / toggle of the plain list',
    figure: 'arrow',
    unit: 'ms',
    against: 'plain',
    otherFigure: 'toggle',
    budgets: [1, 1],
  },
  {
    name: 'wheel with 500 lines, a step / plain list with the same lines',
    figure: 'wheel',
    unit: 'ms',
    against: 'plain',
    otherFigure: 'wheelWithLines',
    budgets: [1.15, 1.15],
  },
  {
    name: 'wheel with 10,000 mappings / with 500',
    figure: 'wheelMany',
    unit: 'ms',
    against: 'product',
    otherFigure: 'wheel',
    budgets: [1.2, 1.2],
  },
  { name: 'jump by scrollbar', figure: 'jump', unit: 'ms', against: 'plain', budgets: [1.2, 1.2] },
  {
    name: 'heap after expand all, fields included',
    figure: 'heap',
    unit: 'MB',
    against: 'plain',
    budgets: [1.4, 1.4],
  },
  { name: 'DOM nodes', figure: 'nodes', unit: 'nodes', against: 'plain', budgets: [1.6, 1.6] },
  { name: 'drag start / peer', figure: 'dragStart', unit: 'ms', against: 'peer', budgets: [0.4, 0.2] },
  {
    name: 'drag move, main thread / peer',
    figure: 'dragMove',
    unit: 'ms',
    against: 'peer',
    budgets: [0.85, 0.6],
  },
  {
    name: 'drag move to highlighted row, median / peer',
    figure: 'dragMoveMedian',
    unit: 'ms',
    against: 'peer',
    budgets: [0.6, 0.6],
  },
];

// Turned round: how many times the peer needs what the product needs.
const peerFactors: readonly Budget[] = [
  { name: 'mount', figure: 'mount', unit: 'ms', against: 'peer', budgets: [5, 12] },
  { name: 'expand all', figure: 'expand', unit: 'ms', against: 'peer', budgets: [2.5, 5] },
  { name: 'filter key, median', figure: 'filter', unit: 'ms', against: 'peer', budgets: [4, 8] },
  { name: 'filter key, worst of 6', figure: 'filterWorst', unit: 'ms', against: 'peer', budgets: [10, 45] },
  { name: 'arrow key', figure: 'arrow', unit: 'ms', against: 'peer', budgets: [1.7, 6] },
  { name: 'wheel, a step', figure: 'wheel', unit: 'ms', against: 'peer', budgets: [1.8, 2.5] },
  {
    name: 'heap of what is mounted, without the fields',
    figure: 'heapMounted',
    unit: 'MB',
    against: 'peer',
    budgets: [12, 40],
  },
];

// Without budgets: what people get on top of the panes is compared with nothing of its kind.
const wholeView = [
  { name: 'mount, mappings checked anew', figure: 'mount' },
  { name: 'expand all', figure: 'expand' },
  { name: 'toggle one folder', figure: 'toggle' },
  { name: 'filter key, median', figure: 'filter' },
  { name: 'arrow key', figure: 'arrow' },
  { name: 'wheel, a step', figure: 'wheel' },
  { name: 'drag start to paint', figure: 'dragStart' },
] as const;

const sizes = [10_000, 50_000] as const;
const dragStartCapMs = 12;
const frameMs = 1_000 / 60 + 1;

/** Prints one line for each budget of the editor. */
export function reportBudgets(runs: readonly EditorRun[], report: Report): void {
  const middle = (kind: PanesKind, size: number, figure: string) =>
    median(
      runs
        .filter((run) => run.kind === kind && run.size === size)
        .map((run) => run.figures[figure] ?? Number.NaN),
    );
  const label = (size: number) => `${size / 1000}k fields a pane`;

  for (const [at, size] of sizes.entries()) {
    for (const { name, figure, unit, against, otherFigure, budgets } of againstPlain) {
      const value = middle('product', size, figure);
      const baseline = middle(against, size, otherFigure ?? figure);
      const ratio = value / baseline;
      const budget = budgets[at] ?? 0;
      report({
        name: `editor: ${name}, ${label(size)}`,
        value: round(value),
        unit,
        baseline: round(baseline),
        ratio: round(ratio),
        budget,
        within: ratio <= budget,
      });
    }
    for (const { name, figure, unit, budgets } of peerFactors) {
      const value = middle('product', size, figure);
      const baseline = middle('peer', size, figure);
      const ratio = baseline / value;
      const budget = budgets[at] ?? 0;
      report({
        name: `editor: peer / product, ${name}, ${label(size)}`,
        value: round(value),
        unit,
        baseline: round(baseline),
        ratio: round(ratio),
        budget,
        within: ratio >= budget,
      });
    }
    for (const { name, figure } of wholeView) {
      const value = middle('view', size, figure);
      const baseline = middle('product', size, figure);
      report({
        name: `editor: whole view, ${name}, ${label(size)}`,
        value: round(value),
        unit: 'ms',
        baseline: round(baseline),
        ratio: round(value / baseline),
      });
    }
    const slow = middle('product', size, 'slowFrames');
    const plainSlow = middle('plain', size, 'slowFramesWithLines');
    report({
      name: `editor: frames over 32 ms in 120 steps of the wheel, ${label(size)}`,
      value: slow,
      unit: 'frames',
      baseline: plainSlow,
      budget: plainSlow + 1,
      within: slow <= plainSlow + 1,
    });
    const uncovered = middle('product', size, 'uncovered');
    report({
      name: `editor: frames with uncovered rows, ${label(size)}`,
      value: uncovered,
      unit: 'frames',
      budget: 0,
      within: uncovered === 0,
    });
    const dragStart = middle('product', size, 'dragStart');
    report({
      name: `editor: drag start to paint, ${label(size)}`,
      value: round(dragStart),
      unit: 'ms',
      budget: dragStartCapMs,
      within: dragStart <= dragStartCapMs,
    });
    for (const [name, figure, frames] of [
      ['median', 'dragMoveMedian', 1],
      ['95th percentile', 'dragMoveP95', 2],
    ] as const) {
      const value = middle('product', size, figure);
      report({
        name: `editor: drag move to highlighted row, ${name}, ${label(size)}`,
        value: round(value),
        unit: 'ms',
        budget: round(frames * frameMs),
        within: value <= frames * frameMs,
      });
    }
  }
  const [small, large] = sizes.map((size) => middle('product', size, 'expand'));
  const growth = (large ?? 0) / (small ?? 1);
  report({
    name: 'editor: expand all, 50k / 10k',
    value: round(large ?? 0),
    unit: 'ms',
    baseline: round(small ?? 0),
    ratio: round(growth),
    budget: 1.5,
    within: growth <= 1.5,
  });
  const nodes = sizes.map((size) => middle('product', size, 'nodes'));
  const spread = Math.max(...nodes) / Math.min(...nodes);
  report({
    name: 'editor: DOM nodes, 50k / 10k',
    value: nodes[1] ?? 0,
    unit: 'nodes',
    baseline: nodes[0] ?? 0,
    ratio: round(spread),
    budget: 1.05,
    within: spread <= 1.05,
  });
}
