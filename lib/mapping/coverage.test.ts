import { expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { mentionedFields } from './coverage';

const text = { type: 'string' };
const purpose = { type: 'object', properties: { Id: text, Status: text } };
const tree = buildSchemaTree({
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: { amount: text, Purposes: { type: 'array', items: purpose }, metadata: { type: 'object' } },
    },
  },
});

it.each([
  ['concat(data.amount, "data.Purposes")', ['data.amount']],
  ['data.amount.equals("1")', ['data.amount']],
  ['array_to_map(data.Purposes, "Id").get("x")', ['data.Purposes']],
  ['data.Purposes.get("x")', ['data.Purposes']],
  ['data.Purposes[0].Status', ['data.Purposes[*].Status']],
  ['data.metadata.order_id', ['data.metadata']],
  ['data', ['data']],
  // Half of a name is no use of all its neighbours.
  ['data.am', []],
  ['data.am.equals("1")', []],
  ['nowhere', []],
])('%s mentions %j', (expression, paths) => {
  expect(mentionedFields(expression, tree).map((id) => tree.path[id])).toEqual(paths);
});
