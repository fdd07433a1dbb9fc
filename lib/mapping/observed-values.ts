import { findPattern } from '@/lib/expression/regex/find-pattern';
import type { Field } from '@/lib/schema/field';
import type { FieldType } from '@/lib/schema/field-type';
import { isMasked } from '@/lib/schema/mask';
import type { FieldStatistics } from '@/lib/schema/statistics';
import type { ValueLimits } from '@/lib/schema/value-limits';
import { describeType } from './conversions';
import type { Verdict } from './rules';

type Need = { accepts: (value: string) => boolean; what: string };

const truths = /^(?:y|yes|Y|YES|on|ON|true|TRUE|n|no|N|NO|off|OFF|false|FALSE)$/;
const formats: Readonly<Record<string, Need>> = {
  email: { accepts: (value) => /^[^\s@]+@[^\s@]+$/.test(value), what: 'an e-mail address' },
  uri: {
    accepts: (value) => /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/.test(value),
    what: 'an address with its protocol',
  },
  uuid: { accepts: (value) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value), what: 'a UUID' },
};

/**
 * What the values seen in the sample say about a pair whose types go together: none of them fits, some do, or all do.
 * Masked values say nothing.
 */
export function judgeObserved(
  verdict: Verdict,
  source: Field,
  target: Field,
  observed: FieldStatistics,
): Verdict {
  if (verdict.verdict === 'refused') return verdict;
  const reach = judgeReach(source, target, observed);
  if (reach?.fits === 'none') return { verdict: 'refused', sentence: reach.sentence };
  const seen = judgeExamples(verdict, source, target, observed);
  if (seen.verdict === 'refused' || !reach) return seen;
  if (reach.fits === 'some') return { verdict: 'converts', sentence: `${seen.sentence} ${reach.sentence}` };
  return seen === verdict ? { ...verdict, sentence: `${verdict.sentence} ${reach.sentence}` } : seen;
}

type Reach = { fits: 'none' | 'some' | 'all'; sentence: string };

const int32: ValueLimits = { minimum: -2_147_483_648, maximum: 2_147_483_647 };
const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 10 });
const numeric: ReadonlySet<FieldType> = new Set(['integer', 'long', 'number']);

/** How far the sample's numbers or texts reach, against the bounds of the target; undefined where nothing is known. */
function judgeReach(source: Field, target: Field, observed: FieldStatistics): Reach | undefined {
  const { limits } = target;
  if (numeric.has(source.type) && numeric.has(target.type) && observed.numbers) {
    const bounds = limits ?? (target.type === 'integer' ? int32 : undefined);
    if (!bounds || (limits === undefined && source.type === 'integer')) return undefined;
    const { minimum = -Infinity, maximum = Infinity } = bounds;
    const reach = compare(observed.numbers, minimum, maximum);
    return { fits: reach.fits, sentence: numberSentence(reach, minimum, maximum) };
  }
  if (source.type === 'string' && target.type === 'string' && observed.lengths) {
    const { minLength = 0, maxLength = Infinity } = limits ?? {};
    if (minLength === 0 && maxLength === Infinity) return undefined;
    const reach = compare(observed.lengths, minLength, maxLength);
    return { fits: reach.fits, sentence: lengthSentence(reach, minLength, maxLength) };
  }
  return undefined;
}

type Compared = { fits: Reach['fits']; offender: number };

function compare([least, greatest]: readonly [number, number], from: number, to: number): Compared {
  if (greatest < from) return { fits: 'none', offender: greatest };
  if (least > to) return { fits: 'none', offender: least };
  if (least < from) return { fits: 'some', offender: least };
  return greatest > to ? { fits: 'some', offender: greatest } : { fits: 'all', offender: 0 };
}

const allFit = 'The sample values seen all fit.';

function numberSentence({ fits, offender }: Compared, from: number, to: number): string {
  if (fits === 'all') return allFit;
  const bound = offender < from ? `${number(from)} or more` : `${number(to)} or less`;
  return fits === 'none'
    ? `No value of the sample fits: ${number(offender)} is not ${bound}.`
    : `The sample has ${number(offender)}, which is not ${bound}.`;
}

function lengthSentence({ fits, offender }: Compared, from: number, to: number): string {
  if (fits === 'all') return allFit;
  const bound = offender < from ? `${number(from)} at least` : `${number(to)} at most`;
  return fits === 'none'
    ? `No value of the sample fits: a text has ${number(offender)} characters, and ${bound} are accepted.`
    : `The sample has a text of ${number(offender)} characters, and ${bound} are accepted.`;
}

function judgeExamples(verdict: Verdict, source: Field, target: Field, observed: FieldStatistics): Verdict {
  const need = needOf(source, target);
  const values = observed.examples.filter((value) => !isMasked(value));
  if (!need || values.length === 0) return verdict;
  const wrong = values.filter((value) => !need.accepts(value));
  const [first] = wrong;
  if (first === undefined)
    return { ...verdict, sentence: `${verdict.sentence} The sample values seen all fit.` };
  if (wrong.length === values.length && observed.distinct <= values.length) {
    return { verdict: 'refused', sentence: `No value of the sample fits: “${first}” is not ${need.what}.` };
  }
  return {
    verdict: 'converts',
    sentence: `${verdict.sentence} The sample has “${first}”, which is not ${need.what}.`,
  };
}

/** What the target needs of a value, where the type of the source alone does not tell. */
function needOf(source: Field, target: Field): Need | undefined {
  const { enumValues, enumSize, format, limits } = target;
  if (enumValues && enumValues.length === enumSize) {
    return { accepts: (value) => enumValues.includes(value), what: 'one of the accepted values' };
  }
  if (source.type !== 'string') return undefined;
  const what = describeType(target.type);
  const isWithin = (value: string) =>
    Number(value) >= (limits?.minimum ?? -Infinity) && Number(value) <= (limits?.maximum ?? Infinity);
  switch (target.type) {
    case 'integer':
    case 'long':
      return {
        accepts: (value) => /^[+-]?\d+(?:\.0*)?$/.test(value.trim()) && isWithin(value),
        what: withLimits(what, limits),
      };
    case 'number':
      return {
        accepts: (value) =>
          /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value.trim()) && isWithin(value),
        what: withLimits(what, limits),
      };
    case 'boolean':
      return { accepts: (value) => truths.test(value), what };
    case 'date':
    case 'date-time':
      // The platform reads more forms than this: only what has no digits of a day is no time for certain.
      return { accepts: (value) => /\d{1,4}.?\w{1,3}.?\d{2,4}/.test(value), what };
    case 'string': {
      const pattern = limits?.pattern;
      // A pattern that cannot be tried here is the platform's to judge.
      if (pattern !== undefined) {
        return { accepts: (value) => findPattern(value, pattern) !== false, what: `of the form ${pattern}` };
      }
      return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
    }
    default:
      return undefined;
  }
}

function withLimits(what: string, { minimum, maximum }: ValueLimits = {}): string {
  if (minimum !== undefined && maximum !== undefined) {
    return `${what} from ${number(minimum)} to ${number(maximum)}`;
  }
  if (minimum !== undefined) return `${what} of ${number(minimum)} or more`;
  return maximum === undefined ? what : `${what} up to ${number(maximum)}`;
}
