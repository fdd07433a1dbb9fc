import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onetrust } from '@/lib/sources/onetrust';
import { stripe } from '@/lib/sources/stripe';
import { keepMappedFields, proposeFields } from './propose-fields';
import { proposeNames, tenantPath } from './propose-target';
import { toXdmFieldName, toXdmFieldNames } from './xdm-field-name';

const stripeSchema = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties: { data: { type: 'object', properties } },
});

describe('field names', () => {
  test.each([
    ['amount', 'amount'],
    ['_private', 'private'],
    ['a.b', 'a_b'],
    ['3ds', 'field_3ds'],
    ['naïve', 'nai_ve'],
    ['😀', 'field'],
    ['', 'field'],
    ['__proto__', 'proto'],
  ])('%j becomes %j', (given, expected) => {
    expect(toXdmFieldName(given)).toBe(expected);
  });

  test('never collide, whatever the source calls its fields', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (names) => {
        const made = toXdmFieldNames(names);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of made) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
      }),
    );
  });
});

test('types follow the source, and a field seen only as null is a string that says it is a guess', () => {
  const proposed = proposeFields(
    stripe,
    stripeSchema({
      id: { type: 'string' },
      amount: { type: 'integer', minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_991 },
      rate: { type: ['null', 'number'] },
      invoice: {},
      metadata: { type: 'object', properties: {} },
      lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    }),
  );
  expect(proposed.properties).toEqual({
    id: { type: 'string', title: 'Id' },
    amount: {
      type: 'integer',
      title: 'Amount',
      minimum: -9_007_199_254_740_992,
      maximum: 9_007_199_254_740_992,
    },
    rate: { type: 'number', title: 'Rate' },
    invoice: {
      type: 'string',
      title: 'Invoice',
      description: 'Every value in the sample was empty, so the type is a guess.',
    },
    lines: {
      type: 'array',
      title: 'Lines',
      items: { type: 'object', title: 'Lines', properties: { sku: { type: 'string', title: 'Sku' } } },
    },
  });
  expect(proposed.guessed).toEqual(['data.invoice']);
  expect(proposed.skipped.map((entry) => entry.path)).toEqual(['data.metadata']);
  expect(proposed.sourceOf.get('lines[*].sku')).toBe('data.lines[*].sku');
});

test('documented keys stand in where the source reports none', () => {
  const { properties } = proposeFields(onetrust, {
    type: 'object',
    properties: {
      size: { type: 'integer' },
      content: {
        type: 'object',
        properties: { DataElements: { type: 'array', items: { type: 'object', properties: {} } } },
      },
    },
  });
  expect(Object.keys(properties)).toEqual(['DataElements']);
  expect(Object.keys(properties.DataElements?.items?.properties ?? {})).toEqual(['Id', 'Name', 'Value']);
});

test('a schema without an end is cut off and reported', () => {
  const node: Record<string, unknown> = { type: 'object' };
  node.properties = { again: node };
  const { skipped } = proposeFields(stripe, stripeSchema({ node }));
  expect(skipped.some((entry) => entry.reason.includes('levels deep'))).toBe(true);
});

test('only mapped fields are created, and a mapped object brings its children', () => {
  const { properties } = proposeFields(
    stripe,
    stripeSchema({
      id: { type: 'string' },
      amount: { type: 'integer' },
      outcome: { type: 'object', properties: { risk: { type: 'string' }, reason: { type: 'string' } } },
      card: { type: 'object', properties: { last4: { type: 'string' }, brand: { type: 'string' } } },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string' }, qty: { type: 'integer' } } },
      },
    }),
  );
  const kept = keepMappedFields(properties, ['id', 'outcome', 'card.last4', 'lines[*].sku']);
  expect(Object.keys(kept)).toEqual(['id', 'outcome', 'card', 'lines']);
  expect(Object.keys(kept.outcome?.properties ?? {})).toEqual(['risk', 'reason']);
  expect(Object.keys(kept.card?.properties ?? {})).toEqual(['last4']);
  expect(Object.keys(kept.lines?.items?.properties ?? {})).toEqual(['sku']);
});

test('names tell resource paths apart and paths start at the tenant object', () => {
  expect(proposeNames(stripe, 'charges')).toEqual({
    kind: 'create',
    fieldGroupTitle: 'Stripe charges fields',
    schemaTitle: 'Stripe charges',
    datasetName: 'Stripe charges dataset',
    container: 'charges_data',
  });
  expect(tenantPath('acme', 'charges_data', 'amount')).toBe('_acme.charges_data.amount');
  expect(tenantPath('acme', '', 'Purposes')).toBe('_acme.Purposes');
});
