import { expect, it } from 'vitest';
import type { FieldMapping } from './mapping';
import { currentRowErrors, locatePreviewErrors } from './preview-errors';

const row = (id: string, source: string, target: string): FieldMapping => ({
  id,
  kind: 'attribute',
  source,
  target,
});

it('sentences about sample records go to the row whose target or source they name', () => {
  const mappings = [
    row('amount', 'data.amount', '_t.amount'),
    row('total', 'data.amount_total', '_t.amount.total'),
    row('a', 'a', 'x'),
  ];
  expect(
    locatePreviewErrors(
      [
        { errors: ['Cannot convert 12x for _t.amount.total.', 'Cannot convert 12x for _t.amount.total.'] },
        { errors: ['The field data.amount is no number', 'Something else is wrong with a record'] },
        { errors: ['No value for _t.amount.total'] },
        { errors: ['_t.amount'] },
      ],
      mappings,
    ),
  ).toEqual({
    total: 'Sample record 1 and 1 more: Cannot convert 12x for _t.amount.total.',
    amount: 'Sample record 2 and 1 more: The field data.amount is no number',
  });
});

it('a sentence that names no row, and a word that only begins like a path, are nobody’s', () => {
  expect(
    locatePreviewErrors(
      [{ errors: ['Timeout', 'data.amount_total is missing', 'old_data.amount is missing'] }],
      [row('amount', 'data.amount', '_t.amount')],
    ),
  ).toEqual({});
});

it('a check speaks of rows as they were: rows that changed since, or are gone, have no error any more', () => {
  const mappings = [row('a', 's.a', 't.a'), row('b', 's.b', 't.b'), row('c', 's.c', 't.c')];
  const check = {
    records: [{ errors: ['t.a is too long', 't.b is too long'] }],
    rowErrors: { b: 'The platform refuses b.', c: 'The platform refuses c.', gone: 'Nobody knows.' },
    mappings,
  };
  expect(currentRowErrors(check, mappings)).toEqual({
    a: 'Sample record 1: t.a is too long',
    b: 'The platform refuses b.',
    c: 'The platform refuses c.',
  });
  expect(
    currentRowErrors(check, [row('a', 's.a', 't.a'), row('b', 's.other', 't.b'), row('d', 's.c', 't.c')]),
  ).toEqual({ a: 'Sample record 1: t.a is too long' });
});
