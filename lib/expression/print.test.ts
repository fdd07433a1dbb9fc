import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from './ast';
import { printName } from './field-name';
import { printExpression } from './print';
import { readSyntax } from './syntax';

const nowhere = { from: 0, to: 0 };

const name = fc.oneof(
  fc.constantFrom(
    'a',
    'firstName',
    '_id',
    '$x',
    'new',
    'not',
    'null',
    'a.b',
    'First Name',
    '}',
    '\\',
    '__proto__',
    'é',
    '😀',
    'שם',
    '\ud800',
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
);
const plainName = fc.constantFrom('concat', 'upper', 'x', 'get', 'f1');
const text = fc.oneof(
  fc.string({ maxLength: 10, unit: 'binary' }),
  fc.constantFrom('"', "'", '\\', '\n', '\ud800', '\\d'),
);

const binaryOperator = fc.constantFrom('*', '/', '%', '+', '-', '<', '<=', '>', '>=', '==', '!=', '&&', '||');

const { tree } = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(
    fc.constant<Expression>({ kind: 'null', ...nowhere }),
    fc.boolean().map<Expression>((value) => ({ kind: 'boolean', value, ...nowhere })),
    fc.nat().map<Expression>((value) => ({ kind: 'number', value, decimal: false, ...nowhere })),
    fc
      .bigInt({ min: 2n ** 53n, max: 2n ** 90n })
      .map<Expression>((value) => ({ kind: 'number', value, decimal: false, ...nowhere })),
    fc
      .double({ min: 0, max: 1e300, noNaN: true })
      .map<Expression>((value) => ({ kind: 'number', value: value + 0, decimal: true, ...nowhere })),
    text.map<Expression>((value) => ({ kind: 'string', value, ...nowhere })),
    fc
      .constantFrom('2019-10-23T11:24:00+00:00', '2019-10-17T11:55:12 PST', '2019-10-23T11:24')
      .map<Expression>((written) => ({ kind: 'dateTime', text: written, ...nowhere })),
    name.map<Expression>((value) => ({ kind: 'field', name: value, ...nowhere })),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .tuple(tie('tree'), name)
      .map<Expression>(([target, member]) => ({ kind: 'member', target, name: member, ...nowhere })),
    fc
      .tuple(tie('tree'), tie('tree'))
      .map<Expression>(([target, index]) => ({ kind: 'index', target, index, ...nowhere })),
    tie('tree').map<Expression>((target) => ({ kind: 'wildcard', target, ...nowhere })),
    fc.tuple(plainName, fc.array(tie('tree'), { maxLength: 3 })).map<Expression>(([called, args]) => ({
      kind: 'call',
      name: called,
      nameRange: nowhere,
      args,
      ...nowhere,
    })),
    fc
      .tuple(plainName, tie('tree'), tie('tree'), name)
      .map<Expression>(([called, target, body, parameter]) => ({
        kind: 'method',
        target,
        name: called,
        nameRange: nowhere,
        args: [{ kind: 'lambda', parameter: plainOf(parameter), body, ...nowhere }],
        ...nowhere,
      })),
    fc
      .tuple(fc.constantFrom('-', '!', '~'), tie('tree'))
      .map<Expression>(([operator, operand]) => ({ kind: 'unary', operator, operand, ...nowhere })),
    fc
      .tuple(binaryOperator, tie('tree'), tie('tree'))
      .map<Expression>(([operator, left, right]) => ({ kind: 'binary', operator, left, right, ...nowhere })),
    fc
      .array(tie('tree'), { maxLength: 3 })
      .map<Expression>((items) => ({ kind: 'array', items, ...nowhere })),
    fc
      .array(fc.record({ key: text, value: tie('tree') }), { maxLength: 3 })
      .map<Expression>((entries) => ({ kind: 'object', entries, ...nowhere })),
  ),
}));

/** A lambda parameter has to be a plain name. */
function plainOf(written: string): string {
  return /^[a-z]/i.test(written) && printName(written) === written ? written : 'x';
}

function withoutPlaces(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => {
      if (['from', 'to', 'nameRange'].includes(key)) return undefined;
      return typeof value === 'bigint' ? `${value}n` : value;
    }),
  );
}

describe('printExpression', () => {
  it('writes a text that parses to the same tree', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const printed = printExpression(expression);
        fc.pre(printed.length <= 4096);
        const parsed = readSyntax(printed);
        expect(withoutPlaces(parsed)).toEqual(withoutPlaces({ ok: true, tree: expression }));
      }),
      { numRuns: 1000 },
    );
  });

  it('prints what it printed the same way again', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const printed = printExpression(expression);
        fc.pre(printed.length <= 4096);
        const parsed = readSyntax(printed);
        expect(parsed.ok && printExpression(parsed.tree)).toBe(printed);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a  and b or not c', 'a && b || !c'],
    ['(a + b) * c - (d - e)', '(a + b) * c - (d - e)'],
    ['((a))', 'a'],
    ["'it''s'", undefined],
    ['\'say "hi"\'', '"say \\"hi\\""'],
    ['${First Name}.a\\.b[0][*].${new}', '${First Name}.a\\.b[0][*].${new}'],
    ['${plain}', 'plain'],
    ['-(-a)', '--a'],
    ['(1).a', '(1).a'],
    ['100.0', '100.0'],
    ['1e3', '1000.0'],
    ['12345678901234567890', '12345678901234567890'],
    ['a div b mod c', 'a / b % c'],
  ])('writes %s as %s', (written, printed) => {
    const parsed = readSyntax(written);
    expect(parsed.ok ? printExpression(parsed.tree) : undefined).toBe(printed);
  });
});
