function valueAt(record: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string, unknown>)[key]
        : undefined,
    record,
  );
}

/** A field that holds epoch seconds, or undefined. */
export function readEpochSeconds(record: unknown, keys: readonly string[]): number | undefined {
  const value = valueAt(record, keys);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A field that holds an ISO 8601 time, in epoch seconds, or undefined. */
export function readIsoSeconds(record: unknown, keys: readonly string[]): number | undefined {
  const value = valueAt(record, keys);
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}
