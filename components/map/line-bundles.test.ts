import { expect, it } from 'vitest';
import { filteredAway } from '@/lib/schema/tree-view';
import { bundleEdges, type LineEdge, layoutLines } from './line-bundles';

const edge = (
  mappingId: string,
  sourceId: number,
  targetId: number,
  tone: LineEdge['tone'] = 'mapped',
): LineEdge => ({
  mappingId,
  sourceId,
  targetId,
  tone,
});

it('edges into one closed folder become one bundle with the worst tone; filtered ends are only counted', () => {
  const left = Int32Array.of(0, -1, -1, 1, filteredAway);
  const right = Int32Array.of(0, 1, 2, 3, 4);
  const bundles = bundleEdges(
    [edge('a', 1, 2), edge('b', 2, 2, 'error'), edge('c', 3, 0), edge('d', 4, 1)],
    left,
    right,
  );
  expect(bundles.byLeft).toEqual([
    { first: 0, leftRow: 0, rightRow: 2, mappingIds: ['a', 'b'], tone: 'error', isFolded: true },
    { first: 2, leftRow: 1, rightRow: 0, mappingIds: ['c'], tone: 'mapped', isFolded: false },
  ]);
  expect(bundles.byRight.map(({ rightRow }) => rightRow)).toEqual([0, 2]);
  expect(bundles.filteredCount).toBe(1);
});

it('lines with both ends in view are drawn, those that leave are clamped and joined, the rest is counted', () => {
  const rows = Int32Array.from({ length: 100 }, (_, at) => at);
  const bundles = bundleEdges(
    [
      edge('both', 11, 12),
      edge('down1', 12, 60),
      edge('down2', 12, 70),
      edge('up', 0, 13),
      edge('above', 1, 2),
      edge('below', 90, 80),
      edge('across', 1, 90),
    ],
    rows,
    rows,
  );
  expect(
    layoutLines(bundles, { leftScrollTop: 300, rightScrollTop: 300, heightPx: 300, rowHeightPx: 30 }),
  ).toEqual({
    lines: [
      {
        key: '0',
        y1: 45,
        y2: 75,
        mappingIds: ['both'],
        tone: 'mapped',
        isFolded: false,
        away: undefined,
      },
      {
        key: 'right↓1',
        y1: 75,
        y2: 300,
        mappingIds: ['down1', 'down2'],
        tone: 'mapped',
        isFolded: false,
        away: { side: 'right', row: 60 },
      },
      {
        key: 'left↑3',
        y1: 0,
        y2: 105,
        mappingIds: ['up'],
        tone: 'mapped',
        isFolded: false,
        away: { side: 'left', row: 0 },
      },
    ],
    above: 1,
    below: 1,
  });
});
