import { expect, it } from 'vitest';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { grabbedLine, type PressedLine } from './grabbed-line';

const row = (id: string, sourceId: number): CheckedMapping => ({
  mapping: { id, kind: 'attribute', source: 's', target: 't' },
  sourceId,
  targetId: 7,
  verdict: 'fits',
  sentence: '',
});
const rows = new Map([
  ['a', row('a', 3)],
  ['constant', row('constant', -1)],
]);
// Only its identity is looked at.
const event = Object.create(null);
const press = (mappingIds: readonly string[], along: number): PressedLine => ({
  line: { key: '', y1: 0, y2: 0, mappingIds, tone: 'mapped', isFolded: false, away: undefined },
  along,
  event,
});

it('a line is taken by its nearer end, the other end stays', () => {
  expect(grabbedLine(press(['a'], 0.9), event, rows)).toEqual({
    from: { side: 'source', id: 3 },
    movingId: 'a',
  });
  expect(grabbedLine(press(['a'], 0.1), event, rows)).toEqual({
    from: { side: 'target', id: 7 },
    movingId: 'a',
  });
});

it('bundles, lines without a source field, and presses from before are not taken', () => {
  expect(grabbedLine(press(['a', 'constant'], 0.9), event, rows)).toBeUndefined();
  expect(grabbedLine(press(['constant'], 0.9), event, rows)).toBeUndefined();
  expect(grabbedLine(press(['a'], 0.9), Object.create(null), rows)).toBeUndefined();
  expect(grabbedLine(undefined, event, rows)).toBeUndefined();
});
