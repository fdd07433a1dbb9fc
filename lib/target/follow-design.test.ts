import { expect, test } from 'vitest';
import { datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { emptyMappingHistory, type MappingHistory } from '@/lib/mapping/mapping';
import { stripe } from '@/lib/sources/stripe';
import type { NewTarget, Target } from '@/lib/wizard/draft';
import { followDesign } from './follow-design';
import { proposeNames } from './propose-target';

const sourceSchema = {
  type: 'object',
  properties: {
    data: { type: 'object', properties: { id: { type: 'string' }, amount: { type: 'integer' } } },
  },
};
const before: NewTarget = proposeNames(stripe, 'charges');
const after: NewTarget = { ...before, container: 'payments' };
const own = { id: 'own', kind: 'attribute' as const, source: 'data.id', target: '_acme.charges_data.amount' };
const history: MappingHistory = {
  ...emptyMappingHistory,
  state: { ...emptyMappingHistory.state, mappings: [own] },
};
const change = { source: stripe, resourcePath: 'charges', sourceSchema, tenantId: 'acme' };
const context = () => {
  let count = 0;
  return { createId: () => `new-${++count}` };
};
const rowsOf = ({ state }: MappingHistory) =>
  state.mappings.map(({ source, target }) => [source, target]).toSorted();

test('mappings follow their fields into another object, as one step', () => {
  const next = followDesign(history, { ...change, before, after, mapsAll: false }, context());
  expect(rowsOf(next)).toEqual([['data.id', '_acme.payments.amount']]);
  expect(next.undo.map(({ label }) => label)).toEqual(['Follow the new names of the target']);
});

test('what was suggested and turned down follows too, so that it is not suggested again', () => {
  const suggested = (source: string, container: string, field: string) => ({
    source,
    target: `_acme.${container}.${field}`,
    band: 'high' as const,
  });
  const decided: MappingHistory = {
    ...history,
    state: { ...history.state, rejectedSuggestions: [suggested('data.amount', 'charges_data', 'id')] },
    offered: [suggested('data.id', 'charges_data', 'amount')],
  };
  const next = followDesign(decided, { ...change, before, after, mapsAll: false }, context());
  expect(next.state.rejectedSuggestions).toEqual([suggested('data.amount', 'payments', 'id')]);
  expect(next.offered).toEqual([suggested('data.id', 'payments', 'amount')]);
});

test('filling the rest leaves what a person mapped as it is', () => {
  const next = followDesign(history, { ...change, before, after, mapsAll: true }, context());
  expect(rowsOf(next)).toEqual([
    ['data.id', '_acme.payments.amount'],
    ['data.id', '_acme.payments.id'],
    ['data.id', '_id'],
  ]);
  expect(next.undo.map(({ label }) => label)).toEqual([
    'Follow the new names of the target',
    'Map 2 fields of the new target',
  ]);
});

test('a design that moves nothing and fills nothing is no step', () => {
  expect(followDesign(history, { ...change, before, after: before, mapsAll: false }, context())).toBe(
    history,
  );
});

test('mappings of a dataset that existed stay, to be seen, when a new target takes its place', () => {
  const existing: Target = {
    kind: 'existing',
    datasetId: datasetIdSchema.parse('5c8c3c555033b814b69f947f'),
    datasetName: 'Payments',
    schemaId: xdmSchemaIdSchema.parse('https://ns.adobe.com/acme/schemas/1'),
  };
  const next = followDesign(history, { ...change, before: existing, after, mapsAll: false }, context());
  expect(next).toBe(history);
});
