import { toText } from '../coerce';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { findMatch, matchesWhole } from '../regex/match-pattern';
import { fail } from '../value';

const params: readonly FunctionParameter[] = [
  { name: 'input', kind: 'string', description: 'The text to look at' },
  { name: 'regex', kind: 'string', description: 'The regular expression, in the form of Java' },
];

const linear =
  'Evaluated by a matcher of linear time; back references, look-around and possessive quantifiers are refused.';

const extractRegex: FunctionBody = ([value, pattern], context) => {
  const text = toText(value, 'extract_regex');
  const regex = toText(pattern, 'extract_regex');
  if (text === null) return null;
  if (regex === null) return fail('extract_regex needs a regular expression');
  const match = findMatch(text, regex, 0, context) ?? [];
  const found: (string | null)[] = [];
  for (let slot = 0; slot < match.length; slot += 2) {
    const [from = -1, to = -1] = match.slice(slot, slot + 2);
    found.push(from < 0 || to < 0 ? null : text.slice(from, to));
  }
  return found;
};

const matchesRegex: FunctionBody = ([value, pattern], context) => {
  const text = toText(value, 'matches_regex');
  const regex = toText(pattern, 'matches_regex');
  if (text === null) return null;
  if (regex === null) return fail('matches_regex needs a regular expression');
  return matchesWhole(text, regex, context);
};

export const regexFunctions = defineFunctions('Regular expressions', [
  {
    name: 'extract_regex',
    signature: 'extract_regex(input, regex)',
    description:
      'First place where the pattern fits: the text there, then that of each group. Empty without a match.',
    params,
    returns: 'array',
    example: 'extract_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")',
    result: '["E259,E259B_009,1_1","E259","1_1"]',
    offlineReason: linear,
    evaluate: extractRegex,
  },
  {
    name: 'matches_regex',
    signature: 'matches_regex(input, regex)',
    description: 'Whether the pattern fits the whole text.',
    params,
    returns: 'boolean',
    example: 'matches_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")',
    result: 'true',
    offlineReason: linear,
    evaluate: matchesRegex,
  },
]);
