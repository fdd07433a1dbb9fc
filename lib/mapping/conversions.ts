import type { FieldType } from '@/lib/schema/field-type';

/** What becomes of a value of one type in a field of another. */
export type Conversion = { verdict: 'fits' | 'converts' | 'refused'; sentence: string };

const words: Readonly<Record<FieldType, readonly [one: string, many: string]>> = {
  string: ['a text', 'texts'],
  integer: ['a whole number', 'whole numbers'],
  long: ['a large whole number', 'large whole numbers'],
  number: ['a decimal number', 'decimal numbers'],
  boolean: ['a yes/no value', 'yes/no values'],
  date: ['a date', 'dates'],
  'date-time': ['a date with time', 'dates with time'],
  object: ['an object', 'objects'],
  array: ['a list', 'lists'],
  map: ['a map', 'maps'],
  unknown: ['a value of unknown type', 'values of unknown type'],
};

/** A type in words, with its article. */
export function describeType(type: FieldType, count: 'one' | 'many' = 'one'): string {
  return words[type][count === 'one' ? 0 : 1];
}

const fits = (sentence: string): Conversion => ({ verdict: 'fits', sentence });
const converts = (sentence: string): Conversion => ({ verdict: 'converts', sentence });
const refused = (sentence: string): Conversion => ({ verdict: 'refused', sentence });

// The platform reads times from texts alone; a formula for what the sample looks like is offered beside the sentence.
const epoch = refused(
  'A number is not a time: Adobe would leave the field empty. Calculate one instead, such as dformat(value * 1000, …) from seconds since 1970.',
);
const noTruth = refused('A number is not a yes/no value. Calculate one instead, such as value > 0.');
const noNumber = refused('A yes/no value is not a number. Calculate one instead with iif().');
const noTime = refused('A yes/no value is not a time.');
const timeIsNoTruth = refused('A time is not a yes/no value. Calculate one instead.');
const timeIsNoNumber = refused(
  'A time is not a number. Calculate one instead with date_diff() or date_part().',
);

type Scalar = Exclude<FieldType, 'object' | 'array' | 'map' | 'unknown'>;

// From type to type. Same types fit and are not listed.
const table: Readonly<Record<Scalar, Readonly<Partial<Record<Scalar, Conversion>>>>> = {
  string: {
    integer: converts('A text that is not a whole number is rejected.'),
    long: converts('A text that is not a whole number is rejected.'),
    number: converts('A text that is not a number is rejected.'),
    boolean: converts('Only the texts “true” and “false” are accepted.'),
    date: converts('Only texts such as 2026-11-21 are accepted.'),
    'date-time': converts('Only ISO 8601 texts such as 2026-11-21T15:00:00Z are accepted.'),
  },
  integer: {
    string: converts('The number becomes a text.'),
    long: fits('Every whole number fits.'),
    number: fits('Every whole number fits.'),
    boolean: noTruth,
    date: epoch,
    'date-time': epoch,
  },
  long: {
    string: converts('The number becomes a text.'),
    integer: converts('Numbers beyond 2,147,483,647 are rejected.'),
    number: converts('Numbers beyond 9,007,199,254,740,991 lose their last digits.'),
    boolean: noTruth,
    date: epoch,
    'date-time': epoch,
  },
  number: {
    string: converts('The number becomes a text.'),
    integer: converts('Decimals are cut off, and numbers beyond 2,147,483,647 are rejected.'),
    long: converts('Decimals are cut off.'),
    boolean: noTruth,
    date: epoch,
    'date-time': epoch,
  },
  boolean: {
    string: converts('The value becomes the text “true” or “false”.'),
    integer: noNumber,
    long: noNumber,
    number: noNumber,
    date: noTime,
    'date-time': noTime,
  },
  date: {
    string: converts('The date becomes a text such as 2026-11-21.'),
    'date-time': converts('The time becomes midnight UTC.'),
    boolean: timeIsNoTruth,
    integer: timeIsNoNumber,
    long: timeIsNoNumber,
    number: timeIsNoNumber,
  },
  'date-time': {
    string: converts('The time becomes a text such as 2026-11-21T15:00:00Z.'),
    date: converts('The time of day is cut off, in UTC.'),
    boolean: timeIsNoTruth,
    integer: timeIsNoNumber,
    long: timeIsNoNumber,
    number: timeIsNoNumber,
  },
};

/** The conversion between two types. Objects, lists and maps are the business of `checkFieldPair`. */
export function conversionOf(from: FieldType, to: FieldType): Conversion {
  if (to === 'unknown') return fits('The target takes any value.');
  if (from === 'unknown') {
    return converts(
      `The sample does not show what type this is. A value that is not ${describeType(to)} is converted or rejected.`,
    );
  }
  if (from === to) return fits('Same type.');
  if (isScalar(from) && isScalar(to)) return table[from][to] ?? fits('Same type.');
  return refused(`${describeType(from)} cannot go into ${describeType(to)}.`);
}

function isScalar(type: FieldType): type is Scalar {
  return type !== 'object' && type !== 'array' && type !== 'map' && type !== 'unknown';
}
