import { expect, it } from 'vitest';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { arrangeRows } from './table-rows';

const row = (
  id: string,
  verdict: CheckedMapping['verdict'],
  ends: { sourceId?: number; comments?: number } = {},
): CheckedMapping => ({
  mapping: {
    id,
    kind: 'attribute',
    source: `s.${id}`,
    target: `t.${id}`,
    ...(ends.comments !== undefined && {
      comments: Array.from({ length: ends.comments }, (_, at) => ({
        id: `c${at}`,
        text: 'why?',
        authorName: 'Ana',
        atMs: 0,
      })),
    }),
  },
  sourceId: ends.sourceId ?? 0,
  targetId: 0,
  verdict,
  sentence: `It is ${verdict}.`,
});
const rows = [
  row('b', 'fits', { comments: 2 }),
  row('a', 'refused', { sourceId: -1 }),
  row('c', 'converts', { comments: 0 }),
];
const all = { query: '', filter: 'all', sort: undefined } as const;
const ids = (arranged: readonly CheckedMapping[]) => arranged.map(({ mapping }) => mapping.id).join('');

it('rows keep their order until one is chosen', () => {
  expect(ids(arrangeRows(rows, all))).toBe('bac');
  expect(ids(arrangeRows(rows, { ...all, sort: { by: 'source', isDescending: false } }))).toBe('abc');
  expect(ids(arrangeRows(rows, { ...all, sort: { by: 'verdict', isDescending: true } }))).toBe('bca');
  expect(ids(arrangeRows(rows, { ...all, sort: { by: 'comments', isDescending: true } }))).toBe('bac');
});

it('search reads paths and verdicts; filters leave one kind of row', () => {
  expect(ids(arrangeRows(rows, { ...all, query: ' T.B' }))).toBe('b');
  expect(ids(arrangeRows(rows, { ...all, query: 'is refused' }))).toBe('a');
  expect(ids(arrangeRows(rows, { ...all, filter: 'gone' }))).toBe('a');
  expect(ids(arrangeRows(rows, { ...all, filter: 'converts' }))).toBe('c');
  expect(ids(arrangeRows(rows, { ...all, filter: 'comments' }))).toBe('b');
});
