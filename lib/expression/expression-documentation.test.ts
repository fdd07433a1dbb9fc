import { describe, expect, it } from 'vitest';
import { evaluateExpression } from './evaluate';
import { expressionFunctions } from './functions';

const nowMs = Date.parse('2021-10-26T10:10:24Z');
const record = {
  stateCode: 'ca',
  evars: { evar: { field1: null } },
  book_details: { author: 'George R. R. Martin', price: 17.99, ISBN: 'A' },
  book_details2: { author: 'N. Gaiman', price: 17.99, ISBN: 'B', publisher: 'P' },
  addresses: [
    { type: 'home', city: 'Oslo' },
    { type: 'work', city: 'Bergen' },
  ],
};

const deterministic = expressionFunctions.filter(
  (known) => known.offline && !['uuid', 'guid'].includes(known.name),
);

describe('the examples of the function list', () => {
  it.each(deterministic.map((known) => [known.example, known.result]))('%s gives %s', (example, result) => {
    expect(evaluateExpression(example, record, { nowMs })).toEqual({ ok: true, value: JSON.parse(result) });
  });
});
