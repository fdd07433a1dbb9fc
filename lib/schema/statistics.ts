import { printFieldName } from './field-path';
import { maskValue } from './mask';

/** What a field's sample values look like. */
export type FieldHint =
  | 'email'
  | 'id'
  | 'epoch-seconds'
  | 'epoch-milliseconds'
  | 'iso-time'
  | 'currency'
  | 'country'
  | 'url';

export type FieldStatistics = {
  /** 0 to 1: records (or array entries) that have a value which is not null and not an empty text. */
  filledShare: number;
  distinct: number;
  /** Up to three, masked, no two the same. */
  examples: readonly string[];
  hints: readonly FieldHint[];
  /** The least and the greatest number, where numbers are not masked. */
  numbers?: readonly [least: number, greatest: number];
  /** Of texts, in UTF-16 units. */
  lengths?: readonly [shortest: number, longest: number];
};

/** Statistics by printed path. */
export type SchemaStatistics = ReadonlyMap<string, FieldStatistics>;

type Tally = { seen: number; filled: number; values: Map<string, unknown> };

const maxDistinct = 1000;
const maxDepth = 64;

/** Statistics of every field that occurs in the sample; `[*]` fields count entries, all others records. */
export function collectStatistics(records: readonly unknown[]): SchemaStatistics {
  const tallies = new Map<string, Tally>();
  const scopes = new Map<string, number>();
  for (const record of records) tallyObject(record, '', '', tallies, scopes, 0);
  const statistics = new Map<string, FieldStatistics>();
  for (const [path, tally] of tallies) {
    const scope = scopes.get(path.slice(0, path.lastIndexOf('[*]') + 1)) ?? tally.seen;
    const values = [...tally.values.values()];
    statistics.set(path, {
      filledShare: scope === 0 ? 0 : Math.min(1, tally.filled / scope),
      distinct: tally.values.size,
      examples: examplesOf(path, values),
      hints: hintsOf(values),
      ...rangesOf(path, values),
    });
  }
  return statistics;
}

function examplesOf(path: string, values: readonly unknown[]): string[] {
  const masked = new Set<string>();
  for (const value of values) {
    if (masked.size === 3) break;
    masked.add(String(maskValue(path, value)));
  }
  return [...masked];
}

/** How far the values reach. A number that may not be shown is not shown as a bound either. */
function rangesOf(path: string, values: readonly unknown[]): Pick<FieldStatistics, 'numbers' | 'lengths'> {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value === 'string');
  const canShow = numbers.every((value) => maskValue(path, value) === value);
  return {
    ...(numbers.length > 0 && canShow && { numbers: rangeOf(numbers) }),
    ...(texts.length > 0 && { lengths: rangeOf(texts.map((text) => text.length)) }),
  };
}

const rangeOf = (numbers: readonly number[]): readonly [number, number] => [
  numbers.reduce((least, value) => Math.min(least, value)),
  numbers.reduce((greatest, value) => Math.max(greatest, value)),
];

function tallyObject(
  value: unknown,
  path: string,
  scope: string,
  tallies: Map<string, Tally>,
  scopes: Map<string, number>,
  depth: number,
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > maxDepth) return;
  if (depth === 0 || path.endsWith('[*]')) scopes.set(scope, (scopes.get(scope) ?? 0) + 1);
  for (const [name, entry] of Object.entries(value)) {
    const childPath = path + (path === '' ? '' : '.') + printFieldName(name);
    tallyValue(entry, childPath, scope, tallies, scopes, depth + 1);
  }
}

function tallyValue(
  value: unknown,
  path: string,
  scope: string,
  tallies: Map<string, Tally>,
  scopes: Map<string, number>,
  depth: number,
): void {
  const tally = tallies.get(path) ?? { seen: 0, filled: 0, values: new Map<string, unknown>() };
  tallies.set(path, tally);
  tally.seen += 1;
  if (value === null || value === undefined || value === '') return;
  tally.filled += 1;
  if (Array.isArray(value)) {
    const elements = `${path}[*]`;
    for (const entry of value)
      tallyObject(entry, elements, elements.slice(0, -2), tallies, scopes, depth + 1);
  } else if (typeof value === 'object') {
    tallyObject(value, path, scope, tallies, scopes, depth);
  } else if (tally.values.size < maxDistinct) {
    tally.values.set(`${typeof value}:${String(value)}`, value);
  }
}

const textHints: readonly (readonly [FieldHint, RegExp])[] = [
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/],
  ['iso-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/],
  ['url', /^https?:\/\/\S+$/],
  ['id', /^[a-z]{2,12}_[A-Za-z0-9]{6,}$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i],
  ['currency', /^(?:usd|eur|gbp|chf|jpy|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|inr|brl|mxn|sgd|hkd|cny)$/i],
  ['country', /^[A-Z]{2}$/],
];

// From 2001 to 2065: earlier numbers are amounts and counters.
const epochSeconds: readonly [number, number] = [1_000_000_000, 3_000_000_000];

function hintsOf(values: readonly unknown[]): FieldHint[] {
  if (values.length === 0) return [];
  const hints: FieldHint[] = [];
  for (const [hint, pattern] of textHints) {
    if (values.every((value) => typeof value === 'string' && pattern.test(value))) hints.push(hint);
  }
  const [from, to] = epochSeconds;
  const allWithin = (factor: number) =>
    values.every(
      (value) =>
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= from * factor &&
        value <= to * factor,
    );
  if (allWithin(1)) hints.push('epoch-seconds');
  if (allWithin(1000)) hints.push('epoch-milliseconds');
  return hints;
}
