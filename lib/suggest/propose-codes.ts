import { relatedness } from './lexicon';
import type { Proposer } from './propose-expression';
import { splitName, stemWord } from './split-name';

const isNumeric = (type: string): boolean => type === 'integer' || type === 'long' || type === 'number';

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
export const toChoice: Proposer = ({ source, target }) => {
  if (target.names[0] !== 'consents' || target.names.at(-1) !== 'val') return undefined;
  const isTruth = source.field.type === 'boolean';
  const isStatus = source.words.includes('status') || source.words.includes('consent');
  if (!isTruth && !source.saysYesOrNo && !isStatus) return undefined;
  if (source.values.length > 0 && source.values.every((value) => value === 'y' || value === 'n'))
    return undefined;
  const isNegative = source.words.some((word) => negations.has(word));
  const { path } = source.field;
  const test = isTruth
    ? path
    : isNumeric(source.field.type)
      ? `${path} == 1`
      : `matches_regex(lower(${path}), "(${agreed})")`;
  return {
    expression: `iif(${test}, ${isNegative ? '"n", "y"' : '"y", "n"'})`,
    reason: isNegative
      ? 'The source says who refuses, XDM keeps who agrees, as “y” or “n”.'
      : 'XDM keeps a choice as “y” or “n”, not as true or false.',
  };
};

const agreed = 'true|yes|y|1|in|opted in|opt_in|optin|active|confirmed|granted|subscribed|accepted';

/** Texts and numbers that say yes: only “true” and “false” can be copied into a flag. */
export const toFlag: Proposer = ({ source, target }) => {
  if (target.field.type !== 'boolean') return undefined;
  const { path, type } = source.field;
  if (isNumeric(type)) {
    return {
      expression: `iif(${path} == 1, true, false)`,
      reason: 'The target holds true or false; a number is mostly 1 for yes and 0 for no.',
    };
  }
  if (type !== 'string') return undefined;
  if (source.values.some((value) => /^(true|false)$/i.test(value))) return undefined;
  return {
    expression: `iif(matches_regex(lower(${path}), "(true|yes|y|t|1)"), true, false)`,
    reason: 'The target holds true or false; a text such as “Y” or “yes” would be refused.',
  };
};

/** A flag such as `isMobile` becomes the word it stands for where the target holds a kind or a status. */
export const fromFlag: Proposer = ({ source, target }) => {
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

/** The values of one list in the values of another: `ACTIVE` into `active`, where most have a counterpart. */
export const toEnum: Proposer = ({ source, target }) => {
  const allowed = (target.field.enumValues ?? []).slice(0, mostValues);
  const known = source.values.slice(0, mostValues);
  if (target.field.type !== 'string' || source.field.type === 'boolean') return undefined;
  if (allowed.length < 2 || known.length === 0 || known.every((value) => allowed.includes(value)))
    return undefined;
  const pairs = known.flatMap((value) => {
    const match = counterpartOf(value, allowed);
    return match === undefined ? [] : [[value, match] as const];
  });
  if (pairs.length === 0 || pairs.length < known.length / 2) return undefined;
  const { path } = source.field;
  const isOnlyCase =
    pairs.length === known.length && pairs.every(([one, other]) => one.toLowerCase() === other);
  return {
    expression: isOnlyCase
      ? `lower(${path})`
      : `decode(${path}, ${pairs.map(([one, other]) => `${quote(one)}, ${quote(other)}`).join(', ')}, null)`,
    reason:
      pairs.length === known.length
        ? 'The target allows a list of values; each of the source’s has one there.'
        : `The target allows a list of values; ${known.length - pairs.length} of the source’s ${known.length} have none there and stay empty.`,
  };
};

/** Genders are written as letters or as the numbers of ISO/IEC 5218; XDM writes them out. */
export const toGender: Proposer = ({ source, target }) => {
  if (target.names.at(-1) !== 'gender' || target.field.type !== 'string') return undefined;
  if (source.values.some((value) => /^(fe)?male$/.test(value))) return undefined;
  const { path, type } = source.field;
  if (isNumeric(type)) {
    return {
      expression: `decode(${path}, 1, "male", 2, "female", 0, "not_specified", 9, "not_specified", null)`,
      reason: 'By ISO/IEC 5218 1 is male and 2 female; XDM writes the words.',
    };
  }
  if (type !== 'string' && type !== 'unknown') return undefined;
  return {
    expression: `decode(lower(${path}), "m", "male", "f", "female", "w", "female", "x", "non_specific", lower(${path}))`,
    reason: 'XDM writes genders out and in small letters.',
  };
};

const mostValues = 24;

/** The allowed value that says the same: equal letters, then related words, then the only one with that first letter. */
function counterpartOf(value: string, allowed: readonly string[]): string | undefined {
  const plain = (text: string) => splitName(text).join('');
  const own = plain(value);
  const same = allowed.find((other) => plain(other) === own);
  if (same !== undefined || own === '') return same;
  const word = stemWord(own);
  const [best] = allowed
    .map((other) => ({ other, likeness: relatedness(word, stemWord(plain(other))) }))
    .filter(({ likeness }) => likeness >= 0.8)
    .sort((one, other) => other.likeness - one.likeness);
  if (best) return best.other;
  const initials = own.length === 1 ? allowed.filter((other) => plain(other).startsWith(own)) : [];
  return initials.length === 1 ? initials[0] : undefined;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
