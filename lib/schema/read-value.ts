import { type FieldPath, FieldPathError, parseFieldPath } from './field-path';

/**
 * The value a path names in a record, or undefined. `[*]` reads the first entry: enough for a sample beside a field.
 * A text that is no path has no value.
 */
export function readValue(record: unknown, path: string): unknown {
  let steps: FieldPath;
  try {
    steps = parseFieldPath(path);
  } catch (error) {
    if (error instanceof FieldPathError) return undefined;
    throw error;
  }
  let value: unknown = record;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = 'name' in step ? step.name : String(step.index === '*' ? 0 : step.index);
    if (!Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A sample value in a few characters; objects and lists by their size. Undefined for no value at all. */
export function describeValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`;
  if (typeof value === 'object') {
    const size = Object.keys(value).length;
    return size === 1 ? '1 field' : `${size} fields`;
  }
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
