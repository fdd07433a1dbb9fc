import { quote, readNumber } from './coerce';
import { readDate } from './dates/read-date';
import { charge, type EvaluationContext } from './evaluation-context';
import { describeType, fail, isObjectValue, ZonedDateTime } from './value';

const maxCompareDepth = 100;

/** Whether two values are the same: a number equals its text, dates compare as moments, lists and objects by content. */
export function equalValues(left: unknown, right: unknown, context: EvaluationContext, depth = 0): boolean {
  const a = left ?? null;
  const b = right ?? null;
  charge(context, 1 + textCost(a, b));
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isNumber(a) || isNumber(b)) {
    const [x, y] = [comparableNumber(a), comparableNumber(b)];
    // Loose equality compares a bigint with a number by value, which strict equality does not.
    return x !== undefined && y !== undefined && !(x < y) && !(x > y);
  }
  if (a instanceof ZonedDateTime || b instanceof ZonedDateTime) {
    const [x, y] = [comparableDate(a, context), comparableDate(b, context)];
    return x !== undefined && x === y;
  }
  if (depth > maxCompareDepth) return fail('These values are nested too deep to compare');
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equalValues(item, b[index], context, depth + 1));
  }
  if (isObjectValue(a) && isObjectValue(b)) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    return keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key], b[key], context, depth + 1));
  }
  return false;
}

/** Natural order of two values that are not null: below zero when the left comes first. Fails on values without one. */
export function compareValues(left: unknown, right: unknown, context: EvaluationContext): number {
  charge(context, 1 + textCost(left, right));
  if (isNumber(left) || isNumber(right)) {
    const x = orderedNumber(left, right);
    const y = orderedNumber(right, left);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (left instanceof ZonedDateTime || right instanceof ZonedDateTime) {
    return orderedDate(left, context) - orderedDate(right, context);
  }
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return fail(`${describeType(left)} and ${describeType(right)} have no order`);
}

/** Steps that comparing two texts is worth. */
function textCost(left: unknown, right: unknown): number {
  if (typeof left !== 'string' || typeof right !== 'string') return 0;
  return Math.min(left.length, right.length) >> 6;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function comparableNumber(value: unknown): number | bigint | undefined {
  if (isNumber(value)) return value;
  return typeof value === 'string' ? readNumber(value) : undefined;
}

function orderedNumber(value: unknown, other: unknown): number | bigint {
  const number = comparableNumber(value);
  if (number !== undefined) return number;
  const shown = typeof value === 'string' ? `the text ${quote(value)}` : describeType(value);
  return fail(`${shown} cannot be compared with ${describeType(other)}`);
}

function comparableDate(value: unknown, context: EvaluationContext): number | undefined {
  if (value instanceof ZonedDateTime) return value.epochMs;
  return typeof value === 'string' ? readDate(value, context.timeZone)?.epochMs : undefined;
}

function orderedDate(value: unknown, context: EvaluationContext): number {
  return comparableDate(value, context) ?? fail(`${describeType(value)} cannot be compared with a date`);
}
