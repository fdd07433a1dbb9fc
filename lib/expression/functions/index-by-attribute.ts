import { quote, toText } from '../coerce';
import { chargeList, type EvaluationContext } from '../evaluation-context';
import { fail, isObjectValue, objectFromEntries } from '../value';

/**
 * Objects of a list by the value of one of their fields, the first of equals kept; a single key and value when the
 * first argument is not a list. Null for null.
 */
export function indexByAttribute(
  value: unknown,
  key: unknown,
  what: string,
  context: EvaluationContext,
): unknown {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return objectFromEntries([[toText(value, what) ?? 'null', key ?? null]]);
  const attribute = toText(key, what);
  if (attribute === null) return fail(`${what} needs the name of the field to use as key`);
  chargeList(context, value.length);
  const entries = new Map<string, unknown>();
  for (const item of value) {
    if (!isObjectValue(item)) return fail(`${what} needs a list of objects`);
    const found = Object.hasOwn(item, attribute) ? toText(item[attribute], what) : null;
    if (found === null) return fail(`${what} found an object without the field ${quote(attribute)}`);
    if (!entries.has(found)) entries.set(found, item);
  }
  return objectFromEntries(entries);
}
