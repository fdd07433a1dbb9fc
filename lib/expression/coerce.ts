import { formatDate } from './dates/format-date';
import { readDate } from './dates/read-date';
import { charge, type EvaluationContext } from './evaluation-context';
import { describeType, fail, isObjectValue, ZonedDateTime } from './value';

// Spellings of Adobe's data-handling page: exactly these, no other mix of cases.
const trueWords: ReadonlySet<string> = new Set(['y', 'yes', 'Y', 'YES', 'on', 'ON', 'true', 'TRUE']);
const falseWords: ReadonlySet<string> = new Set(['n', 'N', 'no', 'NO', 'off', 'OFF', 'false', 'FALSE']);

const decimalText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const integerText = /^[+-]?\d+$/;

/** Steps that reading or writing a date is worth. */
export const dateCost = 20;

/** Most digits a whole number may have. */
export const maxIntegerDigits = 1000;

/** Text of a plain value, null for null; lists and objects have no text. */
export function toText(value: unknown, what: string): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  // The form Adobe's `concat` sample prints a date in.
  if (value instanceof ZonedDateTime) return formatDate(value, 'EEE MMM dd HH:mm:ss zzz yyyy');
  return fail(`${what} needs text, not ${describeType(value)}`);
}

/** Number of a number or of a text that is one; null for null. Whole numbers beyond 2^53 are exact. */
export function toNumber(value: unknown, what: string): number | bigint | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : fail(`${what} needs a finite number`);
  if (typeof value === 'bigint') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const number = readNumber(value);
    if (number !== undefined) return number;
    return fail(`${what} needs a number, not the text ${quote(value)}`);
  }
  return fail(`${what} needs a number, not ${describeType(value)}`);
}

/** Number written in a text, blanks around it aside, or undefined. */
export function readNumber(written: string): number | bigint | undefined {
  // Before anything that takes time with the length of the text.
  if (written.length > maxIntegerDigits) return undefined;
  const text = written.trim();
  if (integerText.test(text)) return narrow(BigInt(text.replace('+', '')));
  if (!decimalText.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The number as a `number` where that loses nothing. */
export function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Whole number within a list or text, null for null; fails on fractions. */
export function toCount(value: unknown, what: string): number | null {
  const number = toNumber(value, what);
  if (number === null) return null;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  return fail(`${what} needs a whole number`);
}

/** Truth a text spells, or undefined. */
export function readBoolean(text: string): boolean | undefined {
  if (trueWords.has(text)) return true;
  return falseWords.has(text) ? false : undefined;
}

/** Truth of a value: null counts as false, texts only in the platform's spellings. */
export function toBoolean(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return false;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value === 'string') {
    return readBoolean(value) ?? fail(`${what} needs true or false, not the text ${quote(value)}`);
  }
  return fail(`${what} needs true or false, not ${describeType(value)}`);
}

/** Date of a date or of a text in a known form, null for null. */
export function toDate(value: unknown, what: string, context: EvaluationContext): ZonedDateTime | null {
  if (value instanceof ZonedDateTime) return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    charge(context, dateCost);
    const date = readDate(value, context.timeZone);
    if (date) return date;
    return fail(
      `${what} cannot read ${quote(value)} as a date: give its pattern with date(value, "pattern")`,
    );
  }
  return fail(`${what} needs a date, not ${describeType(value)}`);
}

/** List, null for null. */
export function toList(value: unknown, what: string): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined) return null;
  return fail(`${what} needs a list, not ${describeType(value)}`);
}

/** Object or map, null for null. */
export function toObject(value: unknown, what: string): Readonly<Record<string, unknown>> | null {
  if (isObjectValue(value)) return value;
  if (value === null || value === undefined) return null;
  return fail(`${what} needs an object, not ${describeType(value)}`);
}

/** The text in quotes, shortened for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
