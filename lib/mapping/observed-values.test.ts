import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/schema/field';
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
