import { describe, expect, it } from 'vitest';
import type { FieldKind } from './infer-kind';
import { referencedFields } from './referenced-fields';
import { validateExpression } from './validate';

const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ['data', 'object'],
  ['data.amount', 'integer'],
  ['data.email', 'string'],
  ['data.active', 'boolean'],
  ['data.created', 'date'],
  ['data.tags', 'array'],
  ['data.tags[*].name', 'string'],
  ['data.metadata', 'map'],
  ['${First Name}', 'string'],
]);

function diagnose(text: string): string[] {
  const options = { fields: (path: string) => kinds.get(path), knownPaths: [...kinds.keys()] };
  return validateExpression(text, options).map(
    ({ severity, message, from, to }) => `${severity} at ${text.slice(from, to)}: ${message}`,
  );
}

describe('validateExpression', () => {
  it.each([
    'upper(data.email)',
    'data.amount * 1000',
    'data.amount / 100.0',
    'data.metadata.anything.at.all',
    'data.tags[0].name',
    'data.tags[*].name',
    '${First Name}',
    'contains_key("data.unknown")',
    'object_to_map(data.tags, name)',
    'iif(data.active, data.amount, nullify())',
    'date(data.created) > "2020-01-01"',
    'concat(data.amount, data.active, data.created)',
    'coalesce(data.email, null)',
    'join(",", data.tags)',
    '"5" * 2',
    'iif("yes", 1, 2)',
  ])('finds nothing wrong with %s', (text) => {
    expect(diagnose(text)).toEqual([]);
  });

  it.each([
    ['data.emial', ['error at data.emial: The source has no field data.emial: did you mean data.email?']],
    ['data.am', ['error at data.am: The source has no field data.am: did you mean data.amount?']],
    ['nowhere.at.all', ['error at nowhere: The source has no field nowhere']],
    [
      'data.tags[0].nam',
      [
        'error at data.tags[0].nam: The source has no field data.tags[0].nam: did you mean data.tags[*].name?',
      ],
    ],
    ['uper(1)', ['error at uper: There is no function “uper”: did you mean “upper”?']],
    ['upper()', ['error at upper(): upper takes 1 argument, not 0: upper(input)']],
    ['upper(data.tags)', ['error at data.tags: upper (input) needs text, not a list']],
    ['upper(data.tags[*].name)', ['error at data.tags[*].name: upper (input) needs text, not a list']],
    ['size_of(1) + [1]', ['error at [1]: + needs a number, not a list']],
    ['data.active * 2', ['error at data.active: * needs a number, not true or false']],
    ['now() - 1', ['error at now(): - needs a number, not a date']],
    ['"abc" * 2', ['error at "abc": * needs a whole number, and this text is none'.replace('whole ', '')]],
    ['data.tags && true', ['error at data.tags: && needs true or false, not a list']],
    ['!"maybe"', ['error at "maybe": ! needs true or false, and this text is neither']],
    [
      'date(data.amount)',
      [
        'error at data.amount: date (input) needs a date, not a whole number: write milliseconds with dformat(value, "pattern")',
      ],
    ],
    ['data.email.equals(data.tags)', ['error at data.tags: equals (other) needs text, not a list']],
    ['left(data.email, "two")', ['error at "two": left (count) needs a whole number, and this text is none']],
    ['data.amount / 0', ['error at 0: Division by zero']],
    [
      'data.amount / 100',
      ['warning at 100: Whole numbers divide without remainder here: write 100.0 to keep the decimals'],
    ],
    ['dformat(1, "YYYY")', ['warning at "YYYY": YYYY is the year of the week: write yyyy for the year']],
    ['dformat(1, "yyyy-mm-dd")', ['warning at "yyyy-mm-dd": mm is the minute: write MM for the month']],
    [
      'dformat(1, "bad")',
      ['error at "bad": “b” is not a letter of date patterns; put text between single quotes'],
    ],
    ['matches_regex("a", "(")', ['error at "(": The regular expression has a ( that is never closed']],
    [
      'array_to_string(",", [1])',
      ['warning at array_to_string: array_to_string works for destinations only'],
    ],
    [
      'fpid_to_ecid("x")',
      [
        'hint at fpid_to_ecid: fpid_to_ecid can only be tried on the platform: Adobe does not publish how it derives the id.',
      ],
    ],
    ['${First Name', ['error at ${First Name: The name has no closing }']],
    [
      'date_part("year", 2019-10-23T11:24:00Z)',
      [
        'warning at 2019-10-23T11:24:00Z: Write date("2019-10-23T11:24:00Z"): a date without quotes only works in Adobe’s samples',
      ],
    ],
    [
      'uper(data.tags) + data.emial',
      [
        'error at uper: There is no function “uper”: did you mean “upper”?',
        'error at data.emial: The source has no field data.emial: did you mean data.email?',
      ],
    ],
  ])('tells what is wrong with %s', (text, diagnostics) => {
    expect(diagnose(text)).toEqual(diagnostics);
  });

  it('knows a lambda parameter from a field', () => {
    expect(diagnose('filterArray(data.tags, tag -> tag.name > other)')).toEqual([
      'warning at filterArray: filterArray works for destinations only',
      'error at other: The source has no field other',
    ]);
  });

  it('does not look for fields when it is told none', () => {
    expect(validateExpression('upper(any.field)')).toEqual([]);
  });

  it('asks to escape a dot in a wrapped name', () => {
    expect(validateExpression('${a.b}').map(({ message }) => message)).toEqual([
      'Escape the dot in the name: \\.',
    ]);
    expect(validateExpression('${a\\.b}')).toEqual([]);
  });
});

describe('referencedFields', () => {
  it.each<[string, string[]]>([
    ['1 + 2', []],
    ['concat(b, a.c, b)', ['b', 'a.c']],
    ['a.b[0].c + a.b[*].d', ['a.b[0].c', 'a.b[*].d']],
    ['a[i + 1].b', ['a', 'i']],
    ['a[i].b[0]', ['a', 'i']],
    ['upper(a).b', ['a']],
    ['iif(${First Name}.equals("x"), x\\.y, {"k": z})', ['${First Name}', 'x\\.y', 'z']],
    ['contains_key("evars.evar")', ['evars.evar']],
    ['object_to_map(addresses, type)', ['addresses']],
    ['object_to_map("k", value)', ['value']],
    ['transformArray(a, x -> x + y)', ['a', 'y']],
    ['-[!a]', ['a']],
    ['not valid (', []],
  ])('of %s are %j', (text, paths) => {
    expect(referencedFields(text)).toEqual(paths);
  });
});
