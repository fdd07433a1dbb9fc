import type { Field } from '@/lib/schema/field';
import { isMasked } from '@/lib/schema/mask';
import type { FieldStatistics } from '@/lib/schema/statistics';
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
  const need = needOf(source, target);
  const values = observed.examples.filter((value) => !isMasked(value));
  if (verdict.verdict === 'refused' || !need || values.length === 0) return verdict;
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
  const { enumValues, enumSize, format } = target;
  if (enumValues && enumValues.length === enumSize) {
    return { accepts: (value) => enumValues.includes(value), what: 'one of the accepted values' };
  }
  if (source.type !== 'string') return undefined;
  const what = describeType(target.type);
  switch (target.type) {
    case 'integer':
    case 'long':
      return { accepts: (value) => /^[+-]?\d+(?:\.0*)?$/.test(value.trim()), what };
    case 'number':
      return { accepts: (value) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value.trim()), what };
    case 'boolean':
      return { accepts: (value) => truths.test(value), what };
    case 'date':
    case 'date-time':
      // The platform reads more forms than this: only what has no digits of a day is no time for certain.
      return { accepts: (value) => /\d{1,4}.?\w{1,3}.?\d{2,4}/.test(value), what };
    case 'string':
      return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
    default:
      return undefined;
  }
}
