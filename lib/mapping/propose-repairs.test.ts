import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { checkMappings } from './check-mappings';
import type { FieldMapping } from './mapping';
import { nameLikeness } from './name-likeness';
import { proposeRepairs } from './propose-repairs';

const object = (properties: object) => ({ type: 'object', properties });
const text = { type: 'string' };

function proposed(
  rows: readonly (readonly [source: string, target: string])[],
  source: object,
  target: object,
) {
  const trees = {
    sourceTree: buildSchemaTree(object(source)),
    targetTree: buildSchemaTree(object(target)),
    tenantRoot: '_t',
  };
  const mappings = rows.map(
    ([from, to], at): FieldMapping => ({ id: `m${at}`, kind: 'attribute', source: from, target: to }),
  );
  return proposeRepairs(checkMappings({ mappings, unmappedOnPurpose: [] }, trees), trees).map(
    ({ mappingId, end, from, to }) => `${mappingId} ${end} ${from} → ${to}`,
  );
}

describe('repairs', () => {
  it('find a field that got a longer name, another spelling, or another place', () => {
    expect(
      proposed(
        [
          ['data.amount', '_t.amount'],
          ['data.createdAt', '_t.created'],
          ['data.card.exp_month', '_t.month'],
          ['data.email', '_t.email'],
          ['data.kept', '_t.kept'],
        ],
        {
          data: object({
            amount_total: { type: 'integer' },
            amount_label: object({ x: text }),
            created_at: text,
            payment: object({ card: object({ exp_month: { type: 'integer' } }) }),
            customer: object({ email: text }),
            kept: text,
          }),
        },
        {
          _t: object({
            amount: { type: 'integer' },
            created: text,
            month: { type: 'integer' },
            email: text,
            kept: text,
          }),
        },
      ),
    ).toEqual([
      'm0 source data.amount → data.amount_total',
      'm1 source data.createdAt → data.created_at',
      'm2 source data.card.exp_month → data.payment.card.exp_month',
      'm3 source data.email → data.customer.email',
    ]);
  });

  it('follow a renamed container of the target, and give no target to two rows', () => {
    expect(
      proposed(
        [
          ['a', '_t.charges_data.id'],
          ['b', '_t.charges_data.email'],
          ['c', '_t.old.email'],
        ],
        { a: text, b: text, c: text },
        { _t: object({ charges: object({ id: text, email: text }) }) },
      ),
    ).toEqual([
      'm0 target _t.charges_data.id → _t.charges.id',
      'm1 target _t.charges_data.email → _t.charges.email',
    ]);
  });

  it('are proposed for both ends when both are gone, as where a new target is made from the source', () => {
    expect(
      proposed(
        [['data.amount', '_t.charges.amount']],
        { data: object({ amount_total: { type: 'integer' }, amount_label: object({ x: text }) }) },
        { _t: object({ charges: object({ amount_total: { type: 'integer' } }) }) },
      ),
    ).toEqual([
      'm0 target _t.charges.amount → _t.charges.amount_total',
      'm0 source data.amount → data.amount_total',
    ]);
  });

  it('propose nothing that the other end cannot take, and nothing unlike', () => {
    expect(
      proposed(
        [
          ['data.amount', '_t.amount'],
          ['data.zip', '_t.zip'],
          ['data.country', '_t.place.country'],
        ],
        { data: object({ amount_list: { type: 'array', items: text }, country: text }) },
        {
          _t: object({
            amount: { type: 'integer' },
            zip: text,
            places: { type: 'array', items: object({ country: text }) },
          }),
        },
      ),
    ).toEqual([]);
  });
});

it.each([
  ['amount', 'amount', 1],
  ['expMonth', 'exp_month', 0.98],
  ['amount', 'amount_total', 0.75],
  ['', 'x', 0],
])('%s and %s are alike by %d', (one, two, likeness) => {
  expect(nameLikeness(one, two)).toBe(likeness);
  expect(nameLikeness(two, one)).toBe(likeness);
});
