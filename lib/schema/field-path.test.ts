import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childFieldPath,
  equalFieldPaths,
  FieldPathError,
  isFieldPath,
  type PathStep,
  parentFieldPath,
  parseFieldPath,
  printFieldPath,
  toSchemaPath,
} from './field-path';

const stepArbitrary: fc.Arbitrary<PathStep> = fc.oneof(
  fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 12 }) }),
  fc.record({ name: fc.constantFrom('__proto__', 'a.b', 'new', '${x}', 'e\\', '}', 'שדה', 'constructor') }),
  fc.record({ index: fc.oneof(fc.constant('*' as const), fc.nat({ max: 999_999 })) }),
);

describe('a field path', () => {
  it('reads back as the steps it was printed from, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { minLength: 1, maxLength: 8 }), (steps) => {
        expect(parseFieldPath(printFieldPath(steps))).toEqual(steps);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [[{ name: 'data' }, { name: 'amount' }], 'data.amount'],
    [[{ name: 'address' }, { name: 'street.name' }], 'address.street\\.name'],
    [[{ name: 'First Name' }], '${First Name}'],
    [[{ name: 'new' }], '${new}'],
    [[{ name: 'items' }, { index: '*' as const }, { name: 'id' }], 'items[*].id'],
    [[{ index: 0 }, { name: 'id' }], '[0].id'],
  ])('prints %j as Data Prep writes it', (steps, text) => {
    expect(printFieldPath(steps)).toBe(text);
  });

  it.each(['', '.', 'a.', '.a', 'a..b', 'a[', 'a[x]', 'a[-1]', 'a b', 'concat(a, b)', 'a + b', '${a', '"a"'])(
    'refuses %j with a position',
    (text) => {
      expect(() => parseFieldPath(text)).toThrow(FieldPathError);
      expect(isFieldPath(text)).toBe(false);
    },
  );

  it('knows its parent, its child and its equal', () => {
    const path = parseFieldPath('a.b[*]');
    expect(printFieldPath(parentFieldPath(path) ?? [])).toBe('a.b');
    expect(parentFieldPath(parseFieldPath('a'))).toBeUndefined();
    expect(printFieldPath(childFieldPath(path, { name: 'c.d' }))).toBe('a.b[*].c\\.d');
    expect(equalFieldPaths(path, parseFieldPath('a.b[*]'))).toBe(true);
    expect(equalFieldPaths(path, parseFieldPath('a.b[0]'))).toBe(false);
    expect(equalFieldPaths(path, parseFieldPath('a.B[*]'))).toBe(false);
  });

  it('names the schema’s place of an element', () => {
    expect(toSchemaPath('a.b[0].c[12]')).toBe('a.b[*].c[*]');
  });
});
