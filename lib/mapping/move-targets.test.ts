import { expect, it } from 'vitest';
import { moveTargets } from './move-targets';

const mappings = ['_t.a.x', '_t.a', '_t.ab.x', '_t.a[*].y', 'z'].map((target, at) => ({
  id: `m${at}`,
  kind: 'attribute' as const,
  source: 's',
  target,
}));
const moved = (from: string, to: string) => moveTargets(mappings, from, to).map(({ target }) => target);

it('targets move with the rest of their path, by whole names', () => {
  expect(moved('_t.a', '_t.b.c')).toEqual(['_t.b.c.x', '_t.b.c', '_t.b.c[*].y']);
  expect(moved('_t.a.', ' _t ')).toEqual(['_t.x', '_t', '_t[*].y']);
});

it('the top is a place too, and nothing moves onto itself or away entirely', () => {
  expect(moved('', '_t')).toEqual(['_t._t.a.x', '_t._t.a', '_t._t.ab.x', '_t._t.a[*].y', '_t.z']);
  expect(moved('_t', '')).toEqual(['a.x', 'a', 'ab.x', 'a[*].y']);
  expect(moved('z', '')).toEqual([]);
  expect(moved('_t', '_t.')).toEqual([]);
});
