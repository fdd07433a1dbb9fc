import { expect, it } from 'vitest';
import { holdsValues } from './holds-values';

it('lets field names, functions, separators, factors and date patterns pass', () => {
  const expressions = [
    'lower(trim(data.billing_details.email))',
    'concat(data.first, " ", data.last)',
    `dformat(data.created * 1000, "yyyy-MM-dd'T'HH:mm:ss'Z'")`,
    'data.amount / 100',
    'data.field1234567',
  ];
  expect(expressions.filter(holdsValues)).toEqual([]);
});

it('finds texts and long numbers that may be somebody’s data', () => {
  const expressions = [
    'iif(data.email == "ana@example.com", 1, 0)',
    "iif(data.plan == 'gold', data.a, data.b)",
    'iif(data.customer == 4912345678, 1, 0)',
    'concat("Mr", data.last)',
  ];
  expect(expressions.filter((expression) => !holdsValues(expression))).toEqual([]);
});
