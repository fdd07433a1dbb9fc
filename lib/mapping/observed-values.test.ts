import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/schema/field';
import type { FieldStatistics } from '@/lib/schema/statistics';
import { judgeObserved } from './observed-values';
import type { Verdict } from './rules';

const field = (change: Partial<Field>): Field => ({
  path: 'x',
  name: 'x',
  type: 'string',
  itemType: undefined,
  enumValues: undefined,
  enumSize: 0,
  deprecated: false,
  ...change,
});
const converts: Verdict = { verdict: 'converts', sentence: 'Converted.' };
const judge = (target: Partial<Field>, examples: string[], distinct = examples.length, verdict = converts) =>
  judgeObserved(verdict, field({}), field(target), { filledShare: 1, distinct, examples, hints: [] });

const choice = { enumValues: ['y', 'n'], enumSize: 2 };

describe('judgeObserved', () => {
  it.each<[string, Partial<Field>, string[], Verdict['verdict'], string]>([
    [
      'whole numbers in texts',
      { type: 'integer' },
      ['12', '-7'],
      'converts',
      'Converted. The sample values seen all fit.',
    ],
    [
      'words for a number',
      { type: 'integer' },
      ['open', 'paid'],
      'refused',
      'No value of the sample fits: “open” is not a whole number.',
    ],
    [
      'a mixture',
      { type: 'number' },
      ['1.5', 'n/a'],
      'converts',
      'Converted. The sample has “n/a”, which is not a decimal number.',
    ],
    [
      'words for a truth',
      { type: 'boolean' },
      ['succeeded'],
      'refused',
      'No value of the sample fits: “succeeded” is not a yes/no value.',
    ],
    [
      'words for a time',
      { type: 'date-time' },
      ['never'],
      'refused',
      'No value of the sample fits: “never” is not a date with time.',
    ],
    [
      'any form of a date',
      { type: 'date-time' },
      ['23-Oct-2019', '2026/11/21'],
      'converts',
      'Converted. The sample values seen all fit.',
    ],
    [
      'states for a choice',
      choice,
      ['ACTIVE'],
      'refused',
      'No value of the sample fits: “ACTIVE” is not one of the accepted values.',
    ],
    [
      'some of a choice',
      choice,
      ['y', 'maybe'],
      'converts',
      'Converted. The sample has “maybe”, which is not one of the accepted values.',
    ],
    [
      'no address',
      { format: 'email' },
      ['nobody'],
      'refused',
      'No value of the sample fits: “nobody” is not an e-mail address.',
    ],
    ['masked values', { type: 'integer' }, ['••••'], 'converts', 'Converted.'],
    ['no values', { type: 'integer' }, [], 'converts', 'Converted.'],
  ])('judges %s by what the sample shows', (_, target, examples, verdict, sentence) => {
    expect(judge(target, examples)).toEqual({ verdict, sentence });
  });

  it('does not refuse for three values out of many', () => {
    expect(judge({ type: 'integer' }, ['a', 'b', 'c'], 40).verdict).toBe('converts');
  });

  it('leaves a refusal as it is', () => {
    const refused: Verdict = { verdict: 'refused', sentence: 'No.' };
    expect(judge({ type: 'integer' }, ['12'], 1, refused)).toEqual(refused);
  });
});

describe('judgeObserved against ranges and lengths', () => {
  const within = (
    source: Partial<Field>,
    target: Partial<Field>,
    observed: Partial<FieldStatistics>,
    verdict: Verdict = { verdict: 'fits', sentence: 'Same type.' },
  ) => {
    const seen = { filledShare: 1, distinct: 9, examples: [], hints: [], ...observed };
    const { verdict: judged, sentence } = judgeObserved(verdict, field(source), field(target), seen);
    return [judged, sentence];
  };
  const whole: Partial<Field> = { type: 'long' };
  const percent: Partial<Field> = { type: 'integer', limits: { minimum: 0, maximum: 100 } };
  const code: Partial<Field> = { limits: { minLength: 2, maxLength: 3 } };

  it.each<[string, Partial<Field>, Partial<Field>, Partial<FieldStatistics>, string[]]>([
    [
      'all inside',
      whole,
      percent,
      { numbers: [0, 100] },
      ['fits', 'Same type. The sample values seen all fit.'],
    ],
    [
      'some beyond',
      whole,
      percent,
      { numbers: [5, 5_000] },
      ['converts', 'Same type. The sample has 5,000, which is not 100 or less.'],
    ],
    [
      'all beyond',
      whole,
      percent,
      { numbers: [101, 5_000] },
      ['refused', 'No value of the sample fits: 101 is not 100 or less.'],
    ],
    [
      'all below',
      { type: 'number' },
      percent,
      { numbers: [-9, -0.5] },
      ['refused', 'No value of the sample fits: -0.5 is not 0 or more.'],
    ],
    [
      'beyond what the type itself holds',
      whole,
      { type: 'integer' },
      { numbers: [1, 2_147_483_648] },
      ['converts', 'Same type. The sample has 2,147,483,648, which is not 2,147,483,647 or less.'],
    ],
    [
      'a type that holds as much',
      { type: 'integer' },
      { type: 'integer' },
      { numbers: [1, 2] },
      ['fits', 'Same type.'],
    ],
    [
      'texts of a fitting length',
      {},
      code,
      { lengths: [2, 3] },
      ['fits', 'Same type. The sample values seen all fit.'],
    ],
    [
      'a text that is too long',
      {},
      code,
      { lengths: [2, 12] },
      ['converts', 'Same type. The sample has a text of 12 characters, and 3 at most are accepted.'],
    ],
    [
      'only texts that are too short',
      {},
      code,
      { lengths: [1, 1] },
      ['refused', 'No value of the sample fits: a text has 1 characters, and 2 at least are accepted.'],
    ],
    [
      'texts that are no number in the range',
      {},
      { type: 'integer', limits: { minimum: 1, maximum: 9 } },
      { examples: ['3', '12'], distinct: 2 },
      ['converts', 'Same type. The sample has “12”, which is not a whole number from 1 to 9.'],
    ],
    [
      'texts that do not have the form',
      {},
      { limits: { pattern: '^[A-Z]{3}$' } },
      { examples: ['usd'], distinct: 1, lengths: [3, 3] },
      ['refused', 'No value of the sample fits: “usd” is not of the form ^[A-Z]{3}$.'],
    ],
    [
      'a form that would take for ever is tried in bounded time',
      {},
      { limits: { pattern: '^(a+)+$' } },
      { examples: [`${'a'.repeat(40)}!`], distinct: 9 },
      ['converts', `Same type. The sample has “${'a'.repeat(40)}!”, which is not of the form ^(a+)+$.`],
    ],
  ])('%s', (_, source, target, observed, expected) => {
    expect(within(source, target, observed)).toEqual(expected);
  });
});
