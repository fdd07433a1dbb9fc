import { filteredAway } from '@/lib/schema/tree-view';

export type LineTone = 'mapped' | 'converts' | 'error';

/** One field mapping as a drawing: the numbers of its two fields. */
export type LineEdge = { mappingId: string; sourceId: number; targetId: number; tone: LineTone };

/** All edges between one pair of rows. */
export type LineBundle = {
  /** Which of the edges is its first: the same while rows come and go. */
  first: number;
  leftRow: number;
  rightRow: number;
  mappingIds: readonly string[];
  /** The worst of its edges. */
  tone: LineTone;
  /** At least one end is inside a closed folder. */
  isFolded: boolean;
};

export type LineBundles = {
  /** By left row. */
  byLeft: readonly LineBundle[];
  byRight: readonly LineBundle[];
  /** Mappings with an end that the filter hides: not drawn. */
  filteredCount: number;
};

export type Line = {
  key: string;
  y1: number;
  y2: number;
  mappingIds: readonly string[];
  tone: LineTone;
  isFolded: boolean;
  /** The end that is scrolled away, and the row there that a click goes to. */
  away: { side: 'left' | 'right'; row: number } | undefined;
};

const badness: Record<LineTone, number> = { mapped: 0, converts: 1, error: 2 };

/** Joins edges that end on the same two rows. Done when rows or mappings change, never while scrolling. */
export function bundleEdges(
  edges: readonly LineEdge[],
  leftSlot: Int32Array,
  rightSlot: Int32Array,
): LineBundles {
  const bundles = new Map<number, LineBundle & { mappingIds: string[] }>();
  const width = rightSlot.length + 1;
  let filteredCount = 0;
  for (const [first, edge] of edges.entries()) {
    const left = leftSlot[edge.sourceId] ?? filteredAway;
    const right = rightSlot[edge.targetId] ?? filteredAway;
    if (left === filteredAway || right === filteredAway) {
      filteredCount += 1;
      continue;
    }
    const leftRow = left >= 0 ? left : -left - 1;
    const rightRow = right >= 0 ? right : -right - 1;
    const isFolded = left < 0 || right < 0;
    const key = leftRow * width + rightRow;
    const bundle = bundles.get(key);
    if (!bundle) {
      bundles.set(key, { first, leftRow, rightRow, mappingIds: [edge.mappingId], tone: edge.tone, isFolded });
      continue;
    }
    bundle.mappingIds.push(edge.mappingId);
    bundle.isFolded ||= isFolded;
    if (badness[edge.tone] > badness[bundle.tone]) bundle.tone = edge.tone;
  }
  const byLeft = [...bundles.values()].sort((a, b) => a.leftRow - b.leftRow || a.rightRow - b.rightRow);
  const byRight = [...byLeft].sort((a, b) => a.rightRow - b.rightRow || a.leftRow - b.leftRow);
  return { byLeft, byRight, filteredCount };
}

export type LineWindow = {
  leftScrollTop: number;
  rightScrollTop: number;
  heightPx: number;
  rowHeightPx: number;
};

export type LineLayout = {
  lines: Line[];
  /** Mappings with both ends above, or both below, what is on show. */
  above: number;
  below: number;
};

/**
 * The lines with an end in view. An end that is scrolled away is clamped to the edge, and all lines that leave one row
 * over the same edge become one.
 */
export function layoutLines(bundles: LineBundles, view: LineWindow): LineLayout {
  const { heightPx, rowHeightPx } = view;
  const yOf = (row: number, scrollTop: number) => row * rowHeightPx + rowHeightPx / 2 - scrollTop;
  const isIn = (y: number) => y >= 0 && y <= heightPx;
  const lines: Line[] = [];
  const leaving = new Map<string, Line & { mappingIds: string[] }>();
  const leave = (bundle: LineBundle, side: 'left' | 'right', stays: number, goes: number) => {
    const isUp = goes < 0;
    const row = side === 'left' ? bundle.leftRow : bundle.rightRow;
    const kept = side === 'left' ? bundle.rightRow : bundle.leftRow;
    const key = `${side}${isUp ? '↑' : '↓'}${kept}`;
    const known = leaving.get(key);
    if (known) {
      for (const id of bundle.mappingIds) known.mappingIds.push(id);
      if (badness[bundle.tone] > badness[known.tone]) known.tone = bundle.tone;
      return;
    }
    const edge = isUp ? 0 : heightPx;
    leaving.set(key, {
      // Not by the row: it stays the same line when others open above it.
      key: `${side}${isUp ? '↑' : '↓'}${bundle.first}`,
      y1: side === 'left' ? edge : stays,
      y2: side === 'left' ? stays : edge,
      mappingIds: [...bundle.mappingIds],
      tone: bundle.tone,
      isFolded: bundle.isFolded,
      away: { side, row },
    });
  };

  for (const bundle of rowsBetween(bundles.byLeft, (b) => b.leftRow, rowsInView(view.leftScrollTop, view))) {
    const y1 = yOf(bundle.leftRow, view.leftScrollTop);
    if (!isIn(y1)) continue;
    const y2 = yOf(bundle.rightRow, view.rightScrollTop);
    if (!isIn(y2)) {
      leave(bundle, 'right', y1, y2);
      continue;
    }
    lines.push({
      key: `${bundle.first}`,
      y1,
      y2,
      mappingIds: bundle.mappingIds,
      tone: bundle.tone,
      isFolded: bundle.isFolded,
      away: undefined,
    });
  }
  for (const bundle of rowsBetween(
    bundles.byRight,
    (b) => b.rightRow,
    rowsInView(view.rightScrollTop, view),
  )) {
    const y2 = yOf(bundle.rightRow, view.rightScrollTop);
    const y1 = yOf(bundle.leftRow, view.leftScrollTop);
    if (isIn(y2) && !isIn(y1)) leave(bundle, 'left', y2, y1);
  }

  let above = 0;
  let below = 0;
  for (const bundle of bundles.byLeft) {
    const y1 = yOf(bundle.leftRow, view.leftScrollTop);
    const y2 = yOf(bundle.rightRow, view.rightScrollTop);
    if (isIn(y1) || isIn(y2)) continue;
    if (y1 < 0 && y2 < 0) above += bundle.mappingIds.length;
    else if (y1 > heightPx && y2 > heightPx) below += bundle.mappingIds.length;
  }
  lines.push(...leaving.values());
  return { lines, above, below };
}

function rowsInView(scrollTop: number, view: LineWindow): { first: number; last: number } {
  return {
    first: Math.floor(scrollTop / view.rowHeightPx) - 1,
    last: Math.ceil((scrollTop + view.heightPx) / view.rowHeightPx) + 1,
  };
}

function rowsBetween(
  sorted: readonly LineBundle[],
  rowOf: (bundle: LineBundle) => number,
  { first, last }: { first: number; last: number },
): readonly LineBundle[] {
  const lowerBound = (row: number) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const bundle = sorted[middle];
      if (bundle && rowOf(bundle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return sorted.slice(lowerBound(first), lowerBound(last + 1));
}
