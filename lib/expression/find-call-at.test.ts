import { describe, expect, it } from 'vitest';
import { findCallAt, isInQuotes } from './find-call-at';

function callAt(marked: string): string | undefined {
  const position = marked.indexOf('|');
  const call = findCallAt(marked.replace('|', ''), position);
  return call && `${call.definition.name} ${call.argumentIndex}`;
}

describe('findCallAt', () => {
  it.each([
    ['lower(|', 'lower 0'],
    ['replacestr(a, b|', 'replacestr 1'],
    ['lower(trim(|', 'trim 0'],
    ['concat(lower(a), |b)', 'concat 1'],
    ['iif(a == [1, 2|], b, c)', 'iif 0'],
    ['concat("a, (b", |', 'concat 1'],
    ['concat(${a, (b}, |', 'concat 1'],
    ['concat("it\\"s, ", |', 'concat 1'],
    ['data.status.equals(|', 'equals 0'],
    ['lower (|', 'lower 0'],
    ['lower(a)|', undefined],
    ['(1 + |', undefined],
    ['nothing(|', undefined],
    ['|', undefined],
  ])('finds the call around the cursor of %s', (marked, expected) => {
    expect(callAt(marked)).toBe(expected);
  });

  it('looks beyond a plain bracket to the call that holds it', () => {
    expect(callAt('lower((a + |')).toBe('lower 0');
  });
});

describe('isInQuotes', () => {
  it.each([
    ['"a|', true],
    ['"a"|', false],
    ["'it\\'s |", true],
    ['concat("a", |', false],
    ['${a "b} + |', false],
  ])('tells whether the cursor of %s is in a text', (marked, expected) => {
    expect(isInQuotes(marked.replace('|', ''), marked.indexOf('|'))).toBe(expected);
  });
});
