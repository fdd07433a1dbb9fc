import { formatIsoDate } from './dates/format-date';
import { charge, type EvaluationContext } from './evaluation-context';
import { ExpressionLambda } from './expression-lambda';
import { fail, objectFromEntries, ZonedDateTime } from './value';

const maxValueDepth = 200;

/** JSON value of a result: dates become text. Parts without a date are handed on as they are, not copied. */
export function exportValue(value: unknown, context: EvaluationContext, depth = 0): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : fail('The result is not a finite number');
  if (typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object') return value;
  if (value instanceof ZonedDateTime) return formatIsoDate(value);
  if (value instanceof ExpressionLambda) return fail('A lambda is not a value');
  if (depth > maxValueDepth) return fail('The result is nested too deep');
  charge(context, 1);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => exportValue(item, context, depth + 1));
    return items.every((item, index) => Object.is(item, value[index])) ? value : items;
  }
  const entries = Object.entries(value);
  const exported = entries.map(([key, item]) => [key, exportValue(item, context, depth + 1)] as const);
  return exported.every(([, item], index) => Object.is(item, entries[index]?.[1]))
    ? value
    : objectFromEntries(exported);
}
