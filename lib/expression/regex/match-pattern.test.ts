import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluationContext } from '../evaluation-context';
import { EvaluationFailure } from '../value';
import { findMatch, matchesWhole } from './match-pattern';
import { splitByPattern } from './split-by-pattern';

function aContext(stepsLeft = 1e9): EvaluationContext {
  return { record: null, nowMs: 0, timeZone: 'UTC', locals: [], stepsLeft, at: { from: 0, to: 0 } };
}

function find(text: string, pattern: string): (string | null)[] | null {
  const match = findMatch(text, pattern, 0, aContext());
  if (!match) return null;
  const groups: (string | null)[] = [];
  for (let at = 0; at < match.length; at += 2) {
    const [from = -1, to = -1] = match.slice(at, at + 2);
    groups.push(to < 0 ? null : text.slice(from, to));
  }
  return groups;
}

function refusal(pattern: string): string {
  try {
    findMatch('', pattern, 0, aContext());
    return '';
  } catch (thrown) {
    return thrown instanceof EvaluationFailure ? thrown.message : String(thrown);
  }
}

describe('findMatch', () => {
  it.each<[string, string, (string | null)[] | null]>([
    ['xabcx', 'abc', ['abc']],
    ['aaa', 'a+?', ['a']],
    ['aaa', 'a{2}', ['aa']],
    ['aaaa', 'a{1,3}', ['aaa']],
    ['aaaa', 'a{2,}', ['aaaa']],
    ['ab', 'a|ab', ['a']],
    ['ab', 'ab|a', ['ab']],
    ['2024-05-06', '(\\d{4})-(\\d\\d)', ['2024-05', '2024', '05']],
    ['b', '(a)|(b)', ['b', null, 'b']],
    ['foo.bar', '\\.', ['.']],
    ['a\nb', 'a.b', null],
    ['a\nb', '(?s)a.b', ['a\nb']],
    ['HELLO', '(?i)hello', ['HELLO']],
    ['HELLO', '(?i:h)ELLO', ['HELLO']],
    ['hEllo', '(?i:h)ELLO', null],
    ['a-b', '[\\w-]+', ['a-b']],
    [']', '[]]', [']']],
    ['é', '[^a-z]', ['é']],
    ['éa', '\\p{L}+', ['éa']],
    ['A1', '\\p{Upper}\\p{Digit}', ['A1']],
    ['😀x', '^.x', ['😀x']],
    ['one two', '\\btwo\\b', ['two']],
    ['a.b', '\\Qa.b\\E', ['a.b']],
    ['axb', '\\Qa.b\\E', null],
    ['', '', ['']],
    ['abc', '(?<first>a)b', ['ab', 'a']],
  ])('of %j finds with %s', (text, pattern, match) => {
    expect(find(text, pattern)).toEqual(match);
  });

  it.each([
    ['(', 'The regular expression has a ( that is never closed'],
    [')', 'The regular expression has a ) without ('],
    ['[a', 'The regular expression has a [ that is never closed'],
    ['*a', 'The regular expression has a “*” with nothing before it to repeat'],
    ['a{2,1}', 'The regular expression has a range the wrong way round'],
    ['a{9999}', 'A regular expression may repeat 1000 times'],
    ['(a{1000}){1000}', 'The regular expression is too large'],
    ['(a)\\1', 'Back references in a regular expression cannot be evaluated here'],
    ['(?=a)', 'Look-around and this kind of group in a regular expression cannot be evaluated here'],
    ['(?<!a)b', 'Look-around and this kind of group in a regular expression cannot be evaluated here'],
    ['a++', 'Possessive quantifiers in a regular expression cannot be evaluated here'],
    ['\\', 'The regular expression ends with a backslash'],
    ['[z-a]', 'The regular expression has the range z-a the wrong way round'],
    ['a'.repeat(1001), 'A regular expression may have 1000 characters'],
    ['('.repeat(100), 'The regular expression is nested too deep'],
  ])('refuses %s with a reason', (pattern, message) => {
    expect(refusal(pattern)).toBe(message);
  });

  it('finds what the engine of the platform finds', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '\\d',
      '(a)',
      '(?:b)',
      '(a|b)',
      '(a|ab)',
      '(b?)',
      '^',
      '$',
      '\\b',
    );
    const quantifier = fc.constantFrom('', '', '', '?', '+', '+?', '??', '{2}', '{1,2}');
    const part = fc.tuple(atom, quantifier).map(([one, many]) => (/[$^]|\\b/.test(one) ? one : one + many));
    const pattern = fc
      .array(
        fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
        { minLength: 1, maxLength: 3 },
      )
      .map((choices) => choices.join('|'));
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '1', ' '), { maxLength: 8 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        const expected = new RegExp(source).exec(input);
        const found = find(input, source);
        expect(found?.[0]).toBe(expected?.[0]);
        expect(matchesWhole(input, source, aContext())).toBe(new RegExp(`^(?:${source})$`).test(input));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any pattern without throwing anything of its own', () => {
    const piece = fc.constantFrom(...'()[]{}^$.|?*+\\-,:<>=!&pPQE09ab', '(?', '\\p{', '(?<');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.string({ maxLength: 10 }), (parts, text) => {
        try {
          findMatch(text, parts.join(''), 0, aContext());
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(EvaluationFailure);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('charges for groups that only note positions', () => {
    const pattern = `(?:${'()|'.repeat(300)}a)*`;
    expect(() => findMatch('a'.repeat(50_000), pattern, 0, aContext(2_000_000))).toThrow(
      expect.objectContaining({ message: 'The expression needs too much work for one record' }),
    );
  });
});

describe('splitByPattern', () => {
  it.each<[string, string, string[]]>([
    ['a,b', ',', ['a', 'b']],
    ['a,,b,,', ',', ['a', '', 'b']],
    ['', ',', ['']],
    ['a1b', '\\d', ['a', 'b']],
    ['abc', '', ['a', 'b', 'c']],
    ['abc', 'x?', ['a', 'b', 'c']],
    ['a.b', '\\.', ['a', 'b']],
    ['a.b', '[.]', ['a', 'b']],
  ])('cuts %j at %s', (text, pattern, parts) => {
    expect(splitByPattern(text, pattern, aContext())).toEqual(parts);
  });
});
