/** A moment with the zone it is told in: an IANA name, `UTC`, or a fixed offset such as `+02:00`. */
export class ZonedDateTime {
  constructor(
    readonly epochMs: number,
    readonly zone: string,
  ) {}
}

/** What went wrong while evaluating, without its place. Not an `Error`: failures are ordinary and must stay cheap. */
export class EvaluationFailure {
  constructor(readonly message: string) {}
}

/** Stops the evaluation of the expression with a sentence for its author. */
export function fail(message: string): never {
  throw new EvaluationFailure(message);
}

/** An object of the record or one made by a function: not an array, not a date. */
export function isObjectValue(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ZonedDateTime)
  );
}

/** Object of the entries, as own fields whatever their names: `__proto__` becomes a field and nothing else. */
export function objectFromEntries(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  return Object.fromEntries(entries);
}

/** Word for the type of a value in messages. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof ZonedDateTime) return 'a date';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
    default:
      return 'a value of no known type';
  }
}
