import { expect, it } from 'vitest';
import type { FieldMapping } from './mapping';
import { locatePreviewErrors } from './preview-errors';

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
