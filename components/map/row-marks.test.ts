import { expect, it } from 'vitest';
import { checkMappings } from '@/lib/mapping/check-mappings';
import { measureCoverage } from '@/lib/mapping/coverage';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { markRows } from './row-marks';

const text = { type: 'string' };
const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`f${at}`, text]));
const trees = {
  sourceTree: buildSchemaTree({
    properties: { a: text, b: text, left: { properties: { x: text } }, all: { properties: many } },
  }),
  targetTree: buildSchemaTree({ properties: { t: text, u: text, all: { properties: many } } }),
  tenantRoot: '_t',
};

function marksOf(ends: readonly (readonly [source: string, target: string])[]) {
  const mappings = ends.map(
    ([source, target], at): FieldMapping => ({ id: `m${at}`, kind: 'attribute', source, target }),
  );
  const state = { mappings, unmappedOnPurpose: ['left'] };
  const checked = checkMappings(state, trees);
  const common = { state, checked, ...trees, requiredTargets: ['t'], identityTargets: [] };
  return markRows({ ...common, coverage: measureCoverage(common) });
}

it('a field says what it is mapped to, what covers it, and that it is left out', () => {
  const marks = marksOf([
    ['a', 't'],
    ['a', 'u'],
    ['all', 'all'],
  ]);
  expect(marks.source.get(0)).toEqual({
    link: 'mapped',
    text: 'mapped to t, mapped to u',
    mappingIds: ['m0', 'm1'],
  });
  expect(marks.source.get(3)).toEqual({ link: 'left-out', text: 'left out on purpose', mappingIds: [] });
  expect(marks.target.get(3)).toEqual({ link: 'covered', text: 'copied with all', mappingIds: [] });
});

it('10,000 mappings of one field are named three times and counted, and folders are covered once', () => {
  const startMs = performance.now();
  const marks = marksOf(Array.from({ length: 10_000 }, () => ['all', 'all'] as const));
  expect(performance.now() - startMs).toBeLessThan(3_000);
  const mark = marks.target.get(2);
  expect(mark?.mappingIds).toHaveLength(10_000);
  expect(mark?.text).toBe('filled from all, filled from all, filled from all and 9,997 more');
  expect(mark?.link).toBe('error');
});
