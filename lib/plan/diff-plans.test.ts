import { expect, test } from 'vitest';
import { diffPlans } from './diff-plans';
import type { PlanObject } from './plan';

function anObject(key: string, body: Record<string, unknown>): PlanObject {
  return {
    key,
    kind: 'dataflow',
    title: 'Dataflow',
    name: `Name of ${key}`,
    marker: 'trib-AAAAAAAAAAAA',
    references: [],
    request: { method: 'POST', path: '/flows', body },
  };
}

const rows = (...sources: string[]) => sources.map((source) => ({ source, destination: `_t.${source}` }));

test('two plans are told apart by object and value, and markers by nothing', () => {
  const before = [
    anObject('same', { name: 'A', description: 'Made. [trib-AAAAAAAAAAAA]' }),
    anObject('gone', {}),
    anObject('flow', { scheduleParams: { interval: 15, frequency: 'minute' } }),
    anObject('mapping', { mappings: rows('a', 'b', 'c') }),
  ];
  const after = [
    anObject('same', { name: 'A', description: 'Made. [trib-BBBBBBBBBBBB]' }),
    anObject('flow', { scheduleParams: { interval: 30, frequency: 'minute', backfill: true } }),
    anObject('mapping', { mappings: rows('a', 'c') }),
    anObject('new', { name: 'N' }),
  ];
  const named = (key: string) => ({ key, title: 'Dataflow', name: `Name of ${key}` });
  expect(diffPlans(before, after)).toEqual([
    {
      ...named('flow'),
      kind: 'changed',
      values: [
        { path: 'scheduleParams.interval', before: '15', after: '30' },
        { path: 'scheduleParams.backfill', before: null, after: 'true' },
      ],
    },
    {
      ...named('mapping'),
      kind: 'changed',
      values: [
        { path: 'mappings[_t.b].source', before: 'b', after: null },
        { path: 'mappings[_t.b].destination', before: '_t.b', after: null },
      ],
    },
    { ...named('new'), kind: 'added', values: [] },
    { ...named('gone'), kind: 'removed', values: [] },
  ]);
  expect(diffPlans(before, before)).toEqual([]);
});
