import { expect, test } from 'vitest';
import { countBehind } from './count-behind';
import type { PlanObject } from './plan';

const anObject = (key: string, ...after: string[]): PlanObject => ({
  key,
  kind: 'schema',
  title: 'Schema',
  name: key,
  marker: 'trib-AAAAAAAAAAAA',
  references: [],
  after,
  request: { method: 'POST', path: '/schemas', body: {} },
});

test('counts the longest chain behind each object', () => {
  const objects = [
    anObject('source'),
    anObject('group'),
    anObject('schema', 'group'),
    anObject('dataset', 'schema'),
    anObject('mapping', 'schema'),
    anObject('flow', 'source', 'dataset', 'mapping'),
  ];
  expect(Object.fromEntries(countBehind({ objects }))).toEqual({
    source: 1,
    group: 3,
    schema: 2,
    dataset: 1,
    mapping: 1,
    flow: 0,
  });
});
