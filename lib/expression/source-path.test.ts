import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSourcePath, printSourcePath, readSourcePath, type SourcePathSegment } from './source-path';

const name = (value: string): SourcePathSegment => ({ kind: 'name', name: value });
const index = (value: number): SourcePathSegment => ({ kind: 'index', index: value });
const wildcard: SourcePathSegment = { kind: 'wildcard' };

describe('parseSourcePath', () => {
  it.each<[string, SourcePathSegment[]]>([
    ['a', [name('a')]],
    ['data.payment_method_details.card.last4', ['data', 'payment_method_details', 'card', 'last4'].map(name)],
    ['a.b[0].c', [name('a'), name('b'), index(0), name('c')]],
    ['content.Purposes[*].Name', [name('content'), name('Purposes'), wildcard, name('Name')]],
    ['a[*][1]', [name('a'), wildcard, index(1)]],
    ['${First Name}', [name('First Name')]],
    ['address.street\\.name', [name('address'), name('street.name')]],
    ['${First\\.Name}.${new}', [name('First.Name'), name('new')]],
    ['${a\\}b}', [name('a}b')]],
    ['_id', [name('_id')]],
  ])('reads %s', (text, path) => {
    expect(parseSourcePath(text)).toEqual({ ok: true, path });
  });

  it.each([
    ['upper(a)', 'This is not a path: use names, dots, [0] and [*], or make it a calculated field', [0, 8]],
    ['a + b', 'This is not a path: use names, dots, [0] and [*], or make it a calculated field', [0, 5]],
    ['"a"', 'This is not a path: use names, dots, [0] and [*], or make it a calculated field', [0, 3]],
    ['a[b]', 'This is not a path: use names, dots, [0] and [*], or make it a calculated field', [0, 4]],
    ['a.', 'The expression ends too early: something is missing here', [2, 2]],
    ['a.new', '“new” is a reserved word: write ${new} for a field of that name', [2, 5]],
    ['', 'Write an expression', [0, 0]],
  ])('refuses %s', (text, message, [from, to]) => {
    expect(parseSourcePath(text)).toEqual({ ok: false, errors: [{ message, from, to }] });
  });

  it('reads back what printSourcePath wrote', () => {
    const anyName = fc.oneof(
      fc.constantFrom(
        'a',
        'new',
        'First Name',
        'a.b',
        '}',
        '\\',
        '"',
        '[0]',
        '😀',
        'שם',
        '__proto__',
        '\ud800',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    );
    const segment = fc.oneof(anyName.map(name), fc.nat().map(index), fc.constant(wildcard));
    fc.assert(
      fc.property(anyName.map(name), fc.array(segment, { maxLength: 6 }), (root, rest) => {
        const path = [root, ...rest];
        expect(parseSourcePath(printSourcePath(path))).toEqual({ ok: true, path });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readSourcePath', () => {
  const record = {
    a: { b: [{ c: 1 }, { c: null }, {}, 'text'], 'x.y': 2 },
    'First Name': 'Ada',
    grid: [[1, 2], [3]],
  };

  it.each<[string, unknown]>([
    ['a.b[0].c', 1],
    ['a.b[1].c', null],
    ['a.b[2].c', undefined],
    ['a.b[9]', undefined],
    ['a.b[*].c', [1, null, null, null]],
    ['a.x\\.y', 2],
    ['${First Name}', 'Ada'],
    ['grid[*]', [[1, 2], [3]]],
    ['grid[*][*]', [[1, 2], [3]]],
    ['grid[*][1]', [2, null]],
    ['a[*]', undefined],
    ['a[0]', undefined],
    ['a.b.length', undefined],
    ['a.__proto__', undefined],
    ['constructor.name', undefined],
    ['not a path', undefined],
    ['upper(a)', undefined],
  ])('%s of the record is %j', (path, value) => {
    expect(readSourcePath(path, record)).toEqual(value);
  });

  it.each([null, undefined, 1, 'text', [1]])('finds no field in %j', (odd) => {
    expect(readSourcePath('a', odd)).toBeUndefined();
  });

  it('reads a field called __proto__ that is really there', () => {
    expect(readSourcePath('__proto__.x', JSON.parse('{"__proto__": {"x": 1}}'))).toBe(1);
  });
});
