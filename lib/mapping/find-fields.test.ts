import { expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { findFields } from './find-fields';

const text = { type: 'string' };
const tree = buildSchemaTree({
  properties: {
    data: {
      properties: {
        total_amount: text,
        amount: text,
        amount_refunded: text,
        refund: { properties: { amount: text, reason: { type: 'string', title: 'Why money went back' } } },
      },
    },
  },
});
const found = (query: string, limit = 10) => findFields(tree, query, limit).map((id) => tree.path[id]);

it('fields come by how close their name is to what was typed', () => {
  expect(found('Amount')).toEqual([
    'data.amount',
    'data.refund.amount',
    'data.amount_refunded',
    'data.total_amount',
  ]);
  expect(found('amount', 2)).toEqual(['data.amount', 'data.refund.amount']);
});

it('words may stand anywhere in path and title; nothing typed finds nothing', () => {
  expect(found('refund amount')).toEqual(['data.amount_refunded', 'data.refund.amount']);
  expect(found('money')).toEqual(['data.refund.reason']);
  expect(found('  ')).toEqual([]);
});
