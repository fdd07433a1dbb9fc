import { describe, expect, it } from 'vitest';
import { completeExpression, searchFunctions } from './complete-expression';

const fields = [
  'data.id',
  'data.created',
  'data.billing_details.email',
  'data.billing_details.name',
  'data.items[*].price',
  'data.First\\.Name',
  'data.${Vor Name}',
].map((path) => ({ path, typeName: 'a text' }));

function complete(marked: string, isExplicit = false) {
  const position = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completeExpression(text, position, fields, { isExplicit })?.map(
    ({ from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
  );
}

describe('completeExpression', () => {
  it.each([
    ['email|', 'data.billing_details.email'],
    ['lower(ema|)', 'lower(data.billing_details.email)'],
    ['data.bil|', 'data.billing_details.email'],
    ['bil.na|', 'data.billing_details.name'],
    ['price|', 'data.items[*].price'],
    ['data.Fir|', 'data.First\\.Name'],
    ['vor|', 'data.${Vor Name}'],
    ['low|', 'lower()'],
    ['sha25|(data.id)', 'sha256(data.id)'],
    ['1 + crea|', '1 + data.created'],
  ])('offers what is meant by %s first', (marked, expected) => {
    expect(complete(marked)?.[0]).toBe(expected);
  });

  it('finds functions by what they do', () => {
    expect(complete('capital|')).toContain('upper()');
  });

  it('offers methods behind a value', () => {
    expect(complete('data.id.equ|')).toContain('data.id.equals()');
    expect(complete('trim(data.id).|')).toContain('trim(data.id).equals()');
  });

  it('puts the cursor between the brackets of what takes something', () => {
    const cursors = (text: string) =>
      completeExpression(text, text.length, [])?.map(
        ({ insert, cursorFromEnd }) => `${insert} ${cursorFromEnd}`,
      )[0];
    expect([cursors('lowe'), cursors('nullif')]).toEqual(['lower() 1', 'nullify() 0']);
  });

  it.each(['"ema|', "concat('low|", '|', '12|', 'a + |'])('offers nothing by itself in %s', (marked) => {
    expect(complete(marked)).toBeUndefined();
  });

  it('offers everything when asked before the first letter', () => {
    expect(complete('|', true)?.slice(0, 2)).toEqual(['data.id', 'data.created']);
  });

  it('stays quick with the largest of schemas', () => {
    const many = Array.from({ length: 8_000 }, (_, at) => ({
      path: `data.group${at % 90}.field${at}`,
      typeName: '',
    }));
    const startMs = performance.now();
    const found = completeExpression('lower(field79', 13, many);
    expect(found?.length).toBe(60);
    expect(performance.now() - startMs).toBeLessThan(200);
  });
});

describe('searchFunctions', () => {
  it('finds a function by its meaning within a category', () => {
    expect(searchFunctions('hexadecimal', 'Hashing').map(({ name }) => name)).toEqual([
      'sha1',
      'sha256',
      'sha512',
      'md5',
      'crc32',
    ]);
    expect(searchFunctions('hexadecimal', 'Logical')).toEqual([]);
  });

  it('puts the function of that very name first', () => {
    expect(searchFunctions('date', undefined)[0]?.name).toBe('date');
  });
});
