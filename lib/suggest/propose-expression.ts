import { isFieldPath } from '@/lib/schema/field-path';
import { fromFlag, toChoice, toEnum, toFlag, toGender } from './propose-codes';
import type { SourceField } from './source-field';
import type { ProposedExpression } from './suggestion';
import type { TargetField } from './target-field';

export type ProposalInput = {
  readonly source: SourceField;
  readonly target: TargetField;
  readonly sources: readonly SourceField[];
};

/** One kind of calculation: undefined where it does not apply. */
export type Proposer = (input: ProposalInput) => ProposedExpression | undefined;

/** A calculation where copying would give wrong values; undefined where a copy is right or nothing better is known. */
export function proposeExpression(input: ProposalInput): ProposedExpression | undefined {
  const { path } = input.source.field;
  // A calculation over the elements of an array is another matter than one over a record.
  if (path.includes('[') || !isFieldPath(path)) return undefined;
  for (const propose of proposers) {
    const proposal = propose(input);
    if (proposal) return proposal;
  }
  return undefined;
}

const isNumber = ({ field }: SourceField): boolean =>
  field.type === 'integer' || field.type === 'long' || field.type === 'number';

/** Data Prep reads a number as milliseconds: seconds would all land in January 1970. */
const fromUnixSeconds: Proposer = ({ source, target }) => {
  const isTime = target.field.type === 'date' || target.field.type === 'date-time';
  if (!isTime || !isNumber(source) || source.hints.includes('epoch-milliseconds')) return undefined;
  const { path } = source.field;
  const isSeen = source.hints.includes('epoch-seconds');
  const pattern = target.field.type === 'date' ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm:ss'Z'";
  return {
    expression: `dformat(${path} * 1000, "${pattern}")`,
    reason: isSeen
      ? 'The values are Unix seconds; copied, they would be read as milliseconds and land in January 1970.'
      : 'A number in a time field is mostly Unix seconds; copied, it would be read as milliseconds.',
  };
};

// Currencies without a smaller unit (ISO 4217).
const wholeCurrencies = 'bif|clp|djf|gnf|jpy|kmf|krw|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf';

/** Whole-number amounts beside a currency are mostly cents. */
const fromMinorUnits: Proposer = ({ source, target, sources }) => {
  if (source.promise !== 'money' || source.field.type !== 'integer' || target.field.type !== 'number')
    return undefined;
  const currency = sources.find(
    (other) => other.group === source.group && other.promise === 'currency' && isFieldPath(other.field.path),
  );
  if (!currency) return undefined;
  const { path } = source.field;
  return {
    expression: `iif(matches_regex(lower(${currency.field.path}), "(${wholeCurrencies})"), ${path}, ${path} / 100.0)`,
    reason:
      'A whole-number amount beside a currency is mostly in its smallest unit, such as cents; some currencies have none.',
  };
};

/** First and last name to the full one, street and house number to one line. */
const fromParts: Proposer = ({ source, target, sources }) => {
  const leaf = target.names.at(-1);
  const beside = (words: string) =>
    sources.find(
      (other) =>
        other !== source &&
        other.group === source.group &&
        other.words.join(' ') === words &&
        isFieldPath(other.field.path),
    );
  const says = source.words.join(' ');
  if (leaf === 'fullName') {
    const first = says === 'first name' ? source : beside('first name');
    const last = says === 'last name' ? source : beside('last name');
    if (!first || !last || (first !== source && last !== source)) return undefined;
    return {
      expression: `trim(concat(${first.field.path}, " ", ${last.field.path}))`,
      reason: 'The full name is made of the first and the last name.',
    };
  }
  const number = leaf === 'street1' ? (beside('house number') ?? beside('street number')) : undefined;
  if (!number || number === source) return undefined;
  return {
    expression: `trim(concat(${source.field.path}, " ", ${number.field.path}))`,
    reason: 'The house number is in a field of its own and belongs to the street.',
  };
};

/** A day and a time of day in fields of their own, in a form that reads as a point in time. */
const fromDayAndTime: Proposer = ({ source, target, sources }) => {
  if (target.field.type !== 'date-time' || source.field.type !== 'string') return undefined;
  if (source.words.at(-1) !== 'date') return undefined;
  const before = source.words.slice(0, -1).join(' ');
  const time = sources.find(
    (other) =>
      other.group === source.group &&
      other.field.type === 'string' &&
      other.words.at(-1) === 'time' &&
      other.words.slice(0, -1).join(' ') === before &&
      isFieldPath(other.field.path),
  );
  if (!time) return undefined;
  return {
    expression: `concat(${source.field.path}, "T", ${time.field.path}, "Z")`,
    reason: 'The time of day is in a field of its own; a day alone would read as midnight. Taken as UTC.',
  };
};

/** One value where the target keeps a list of them. */
const toList: Proposer = ({ source, target }) => {
  const { type, itemType } = target.field;
  if (type !== 'array' || itemType === undefined || holders.has(itemType)) return undefined;
  if (holders.has(source.field.type) || source.field.type === 'unknown') return undefined;
  return {
    expression: `to_array(false, ${source.field.path})`,
    reason: 'The target keeps a list; a single value would be refused.',
  };
};

const holders = new Set<string>(['object', 'array', 'map']);

const proposers: readonly Proposer[] = [
  fromUnixSeconds,
  fromDayAndTime,
  fromMinorUnits,
  toList,
  toChoice,
  toFlag,
  toGender,
  toEnum,
  fromFlag,
  fromParts,
];
