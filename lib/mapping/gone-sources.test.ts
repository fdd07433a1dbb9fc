import { describe, expect, it } from 'vitest';
import { goneSources } from './gone-sources';
import type { FieldMapping } from './mapping';

const schema = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const row = (source: string, kind: FieldMapping['kind'] = 'attribute'): FieldMapping => ({
  id: `${kind} ${source}`,
  kind,
  source,
  target: source,
});

describe('fields that a source lost', () => {
  it('are the mapped ones that were known and are no longer there, each once', () => {
    const mappings = [row('amount'), row('id'), row('amount'), row('never'), row('amount', 'constant')];
    expect(goneSources(mappings, schema('id', 'amount', 'unmapped'), schema('id', 'amount_total'))).toEqual([
      'amount',
    ]);
  });
});
