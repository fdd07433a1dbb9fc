import type { Json } from './contract';

/** An empty table whose keys may be anything, `__proto__` included. */
export function emptyTable<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** A deep copy of plain JSON data in which every object has a null prototype, as ids and titles come from outside. */
export function clonePlain<T>(value: T): T {
  return cloneValue(value) as T;
}

function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (value === null || typeof value !== 'object') return value;
  const copy = emptyTable<unknown>();
  for (const [key, child] of Object.entries(value)) {
    if (child !== undefined) copy[key] = cloneValue(child);
  }
  return copy;
}

/** True for JSON objects, false for lists, null and everything else. */
export function isObject(value: unknown): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Structural equality of JSON values; the order of keys does not matter. */
export function equalJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, i) => equalJson(item, right[i]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && equalJson(left[key], right[key]))
  );
}
