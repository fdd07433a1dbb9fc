import { expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { FieldMapping, SuggestedPair } from './mapping';
import { countOutcomes } from './suggestion-outcomes';

const names = ['agreed', 'elsewhere', 'calculated', 'inside', 'declined', 'open', 'beaten'];
const tree = buildSchemaTree({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const mapping = (kind: FieldMapping['kind'], source: string, target: string): FieldMapping => ({
  id: target,
  kind,
  source,
  target,
});

it('tells suggestions that were taken from those that were changed, turned down or left', () => {
  const offered: SuggestedPair[] = [
    { source: 'agreed', target: 'a', band: 'high' },
    { source: 'elsewhere', target: 'b', band: 'high' },
    { source: 'calculated', target: 'c', band: 'medium', expression: 'upper(calculated)' },
    { source: 'inside', target: 'd', band: 'medium' },
    { source: 'declined', target: 'e', band: 'high' },
    { source: 'open', target: 'f', band: 'medium' },
    { source: 'beaten', target: 'g', band: 'high' },
  ];
  const state = {
    mappings: [
      mapping('attribute', 'agreed', 'a'),
      mapping('attribute', 'elsewhere', 'other'),
      mapping('expression', 'upper(calculated)', 'c'),
      mapping('expression', 'trim(inside)', 'd2'),
      mapping('constant', 'EUR', 'g'),
    ],
    unmappedOnPurpose: [],
    rejectedSuggestions: [
      { source: 'declined', target: 'e', band: 'high' as const },
      { source: 'open', target: 'z', band: 'low' as const },
    ],
  };
  expect(countOutcomes({ state, offered }, tree)).toEqual({
    high: { accepted: 1, changed: 2, rejected: 1, left: 0 },
    medium: { accepted: 1, changed: 1, rejected: 0, left: 1 },
    low: { accepted: 0, changed: 0, rejected: 1, left: 0 },
  });
});
