import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionOperators } from './functions';
import { parseExpression } from './parse';

/** The complaint with the text it points at. */
function complaints(text: string): [message: string, pointedAt: string][] {
  const parsed = parseExpression(text);
  if (parsed.ok) return [];
  return parsed.errors.map(({ message, from, to }) => [message, text.slice(from, to)]);
}

describe('parseExpression', () => {
  it('gives a tree with the place of every part', () => {
    expect(parseExpression('upper(a.b) ')).toEqual({
      ok: true,
      tree: {
        kind: 'call',
        name: 'upper',
        nameRange: { from: 0, to: 5 },
        from: 0,
        to: 10,
        args: [
          { kind: 'member', name: 'b', from: 6, to: 9, target: { kind: 'field', name: 'a', from: 6, to: 7 } },
        ],
      },
    });
  });

  it.each([
    ['', 'Write an expression', ''],
    [' \n', 'Write an expression', ' \n'],
    ['concat("a"', '“(” is never closed: “)” is missing', '('],
    ['[1, (2]', '“]” is here where “)” was expected', ']'],
    ['upper(a))', '“)” closes nothing: there is no opening bracket for it', ')'],
    ['upper(a,)', 'Something is missing before “)”', ')'],
    ['1 +', 'The expression ends too early: something is missing here', ''],
    ['concat("a, b)', 'The text has no closing "', '"a, b)'],
    ["'a", "The text has no closing '", "'a"],
    ['a + ${First Name', 'The name has no closing }', '${First Name'],
    ['${}', 'A name is missing between ${ and }', '${}'],
    ['a = b', 'To compare, write == (one = sign is not an operator)', '='],
    ['a & b', 'Write && or the word and', '&'],
    ['a ? 1 : 2', 'Write iif(condition, whenTrue, whenFalse) to choose between two values', '?'],
    ['concat(“a”)', 'Put text between straight double quotes: "…"', '“a”'],
    ['a; b', 'Write one expression, without a semicolon', ';'],
    ['a // b', 'Comments are not part of the language', '/'],
    ['concat("a" "b")', 'Put a comma or an operator before this', '"'],
    [
      'First Name',
      '“Name” is not expected here: put an operator or a comma before it, or write ${First Name} if it belongs to the name',
      'Name',
    ],
    ['data.new', '“new” is a reserved word: write ${new} for a field of that name', 'new'],
    ['data.not', '“not” is a reserved word: write ${not} for a field of that name', 'not'],
    ['data.2024', 'A name that starts with a digit is wrapped: ${2024}', '2024'],
    ['_errors', '“_errors” is a reserved word: write ${_errors} for a field of that name', '_errors'],
    ['😀', '“😀” has characters a plain name may not have: write ${😀}', '😀'],
    ['1e999', 'This number is too large', '1e999'],
    ['uper(a)', 'There is no function “uper”: did you mean “upper”?', 'uper'],
    ['Upper(a)', 'There is no function “Upper”: did you mean “upper”?', 'Upper'],
    ['is_set("a")', 'There is no function “is_set”: did you mean “contains_key”?', 'is_set'],
    ['zzzzzz(a)', 'There is no function “zzzzzz”', 'zzzzzz'],
    ['a.equal("b")', 'There is no method “equal”: did you mean “equals”?', 'equal'],
    ['a.upper()', '“upper” is a function: write upper(value) instead of value.upper()', 'upper'],
    ['equals(a, b)', '“equals” is called on a value: write value.equals(…)', 'equals'],
    ['upper()', 'upper takes 1 argument, not 0: upper(input)', 'upper()'],
    ['now(1)', 'now takes no arguments, not 1: now()', 'now(1)'],
    [
      'explode(a, b, c)',
      'explode takes 1 to 2 arguments, not 3: explode(input, [regex])',
      'explode(a, b, c)',
    ],
    ['concat()', 'concat takes at least 1 argument, not 0: concat(string, …)', 'concat()'],
    ['a.equals()', 'equals takes 1 argument, not 0: input.equals(other)', 'equals()'],
    [
      'to_object("a")',
      'to_object takes at least 2 arguments, not 1: to_object(key, value, …)',
      'to_object("a")',
    ],
    [
      'to_object("a", 1, "b")',
      'to_object takes keys and values in pairs: to_object(key, value, …)',
      'to_object("a", 1, "b")',
    ],
    ['filterArray(a, b)', 'filterArray needs a lambda here, such as x -> x > 0', 'b'],
    ['concat(x -> x)', 'concat takes no lambda here', 'x -> x'],
  ])('says what is wrong with %s, and where', (text, message, pointedAt) => {
    expect(complaints(text)).toEqual([[message, pointedAt]]);
  });

  it('tells all that is wrong with the functions of an expression', () => {
    expect(complaints('concat(uper(a), lowr(b), left(c))').map(([, pointedAt]) => pointedAt)).toEqual([
      'uper',
      'lowr',
      'left(c)',
    ]);
  });

  it('takes 4,096 characters and refuses 4,097', () => {
    const fits = `"${'a'.repeat(4094)}"`;
    expect(parseExpression(fits).ok).toBe(true);
    expect(parseExpression(`${fits} `)).toEqual({
      ok: false,
      errors: [
        { message: 'An expression may have 4096 characters; this one has 4097', from: 4096, to: 4097 },
      ],
    });
  });

  it.each([
    ['brackets', `${'('.repeat(2000)}1${')'.repeat(2000)}`, true],
    ['unclosed brackets', '('.repeat(4000), false],
    ['signs', `${'-'.repeat(4000)}1`, false],
    ['words', `${'not '.repeat(1000)}a`, false],
    ['lists', `${'['.repeat(2000)}${']'.repeat(2000)}`, false],
    ['calls', `${'upper('.repeat(500)}a${')'.repeat(500)}`, false],
    ['members', `a${'.b'.repeat(2000)}`, false],
    ['sums', `a${'+a'.repeat(2000)}`, false],
    ['quotes', '"'.repeat(4095), false],
    ['names without an end', '${'.repeat(2000), false],
  ])('answers for %s nested thousands deep', (_, text, valid) => {
    expect(parseExpression(text).ok).toBe(valid);
  });

  it('reads any text without throwing, and points inside it', () => {
    const piece = fc.constantFrom(
      ...'()[]{}.,:"\'\\$*+-<=>!&|~ ',
      '${',
      '->',
      'iif',
      'a',
      '1',
      'not',
      '\ud800',
      'é',
      '2019-10-23T11:24',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) return;
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { from, to, message } of parsed.errors) {
          expect(0 <= from && from <= to && to <= text.length && message.length > 0).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the operator list', () => {
  it.each(expressionOperators.map((known) => [known.symbol, known]))(
    'has an example of %s that parses to it',
    (_, known) => {
      const parsed = parseExpression(known.example);
      expect(parsed.ok && 'operator' in parsed.tree && parsed.tree.operator).toBe(known.symbol);
      expect(parsed.ok && parsed.tree.kind).toBe(known.operands === 1 ? 'unary' : 'binary');
    },
  );

  it('gives every word the meaning of its sign', () => {
    for (const { symbol, words, operands } of expressionOperators) {
      for (const word of words) {
        const parsed = parseExpression(operands === 1 ? `${word} a` : `a ${word} b`);
        expect(parsed.ok && 'operator' in parsed.tree && parsed.tree.operator).toBe(symbol);
      }
    }
  });
});
