import { isFieldPath } from '@/lib/schema/field-path';
import type { SourceField } from './source-field';
import type { ProposedExpression } from './suggestion';
import type { TargetField } from './target-field';

export type ProposalInput = {
  readonly source: SourceField;
  readonly target: TargetField;
  readonly sources: readonly SourceField[];
};

type Proposer = (input: ProposalInput) => ProposedExpression | undefined;

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

/** Whole-number amounts beside a currency are mostly cents. */
const fromMinorUnits: Proposer = ({ source, target, sources }) => {
  if (source.promise !== 'money' || source.field.type !== 'integer' || target.field.type !== 'number')
    return undefined;
  const hasCurrency = sources.some((other) => other.group === source.group && other.promise === 'currency');
  if (!hasCurrency) return undefined;
  return {
    expression: `${source.field.path} / 100`,
    reason: 'A whole-number amount beside a currency is mostly in its smallest unit, such as cents.',
  };
};

const negations = new Set([
  'donot',
  'unsubscribe',
  'optout',
  'not',
  'no',
  'suppressed',
  'blocked',
  'withdrawn',
  'withdrawal',
]);

/** XDM keeps a choice as “y” or “n”, whichever way round the source asks. */
const toChoice: Proposer = ({ source, target }) => {
  if (target.names[0] !== 'consents' || target.names.at(-1) !== 'val') return undefined;
  const isTruth = source.field.type === 'boolean';
  if (!isTruth && !source.saysYesOrNo) return undefined;
  const isNegative = source.words.some((word) => negations.has(word));
  const test = isTruth
    ? source.field.path
    : `matches_regex(lower(${source.field.path}), "(true|yes|y|1|in|opted in|active)")`;
  return {
    expression: `iif(${test}, ${isNegative ? '"n", "y"' : '"y", "n"'})`,
    reason: isNegative
      ? 'The source says who refuses, XDM keeps who agrees, as “y” or “n”.'
      : 'XDM keeps a choice as “y” or “n”, not as true or false.',
  };
};

/** A flag such as `isMobile` becomes the word it stands for where the target holds a kind or a status. */
const fromFlag: Proposer = ({ source, target }) => {
  if (source.field.type !== 'boolean' || target.field.type !== 'string') return undefined;
  const said = new Set(target.names.flatMap((name) => name.toLowerCase().split(/[^a-z]+/)));
  const values = target.field.enumValues ?? [];
  const word =
    source.words.find((one) => values.includes(one)) ??
    source.words.find((one) => !said.has(one) && /^[a-z]{4,}$/.test(one) && one !== 'type');
  if (word === undefined) return undefined;
  const opposite = values.find(
    (value) => value === `in${word}` || value === `not-${word}` || value === `un${word}`,
  );
  return {
    expression: `iif(${source.field.path}, "${word}", ${opposite === undefined ? 'null' : `"${opposite}"`})`,
    reason: 'The target holds a word, not true or false.',
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

const proposers: readonly Proposer[] = [fromUnixSeconds, fromMinorUnits, toChoice, fromFlag, fromParts];
