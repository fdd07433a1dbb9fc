import { toBoolean, toList } from '../coerce';
import { charge, chargeList } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { isObjectValue } from '../value';

const listParam: FunctionParameter = { name: 'list', kind: 'array', description: 'The list to work on' };
const values: FunctionParameter = {
  name: 'value',
  kind: 'any',
  description: 'Values one by one, or a single list',
  optional: true,
  repeats: true,
};

const onProfileUpdate =
  'Gives its input back, as the platform does for new records; what it means for stored profiles shows only there.';

/** The arguments, or the elements of the only argument when that is a list. */
export function elementsOf(args: readonly unknown[]): readonly unknown[] {
  const [only] = args;
  return args.length === 1 && Array.isArray(only) ? only : args;
}

const addToArray: FunctionBody = ([list, ...added], context) => {
  const items = toList(list, 'add_to_array');
  if (items === null) return null;
  chargeList(context, items.length + added.length);
  return [...items, ...added];
};

const joinArrays: FunctionBody = (lists, context) => {
  const [first, ...others] = lists.map((list) => toList(list, 'join_arrays'));
  if (!first) return null;
  chargeList(context, first.length + others.reduce((sum, list) => sum + (list?.length ?? 0), 0));
  return [...first, ...others.flatMap((list) => list ?? [])];
};

const toArray: FunctionBody = ([includeNulls, ...items], context) => {
  chargeList(context, items.length);
  if (toBoolean(includeNulls, 'to_array')) return items.map((item) => item ?? null);
  return items.filter((item) => item !== null && item !== undefined);
};

const sizeOf: FunctionBody = ([value], context) => {
  if (Array.isArray(value) || typeof value === 'string') return value.length;
  if (isObjectValue(value)) {
    const size = Object.keys(value).length;
    charge(context, size);
    return size;
  }
  return value === null || value === undefined ? 0 : 1;
};

export const arrayFunctions = defineFunctions('Arrays', [
  {
    name: 'coalesce',
    signature: 'coalesce(value, …)',
    description: 'The first value that is not null.',
    params: [{ name: 'value', kind: 'any', description: 'Values in order of preference', repeats: true }],
    returns: 'any',
    example: 'coalesce(null, null, null, "first", null, "second")',
    result: '"first"',
    evaluate: (args) => args.find((arg) => arg !== null && arg !== undefined) ?? null,
  },
  {
    name: 'first',
    signature: 'first(value, …)',
    description: 'The first of the values, or of the elements of a list; null when there is none.',
    params: [values],
    returns: 'any',
    example: 'first("1", "2", "3")',
    result: '"1"',
    evaluate: (args) => elementsOf(args)[0] ?? null,
  },
  {
    name: 'last',
    signature: 'last(value, …)',
    description: 'The last of the values, or of the elements of a list; null when there is none.',
    params: [values],
    returns: 'any',
    example: 'last("1", "2", "3")',
    result: '"3"',
    evaluate: (args) => elementsOf(args).at(-1) ?? null,
  },
  {
    name: 'add_to_array',
    signature: 'add_to_array(list, value, …)',
    description: 'The list with more elements at its end.',
    params: [
      listParam,
      { name: 'value', kind: 'any', description: 'An element to add', optional: true, repeats: true },
    ],
    returns: 'array',
    example: "add_to_array(['a', 'b'], 'c', 'd')",
    result: '["a","b","c","d"]',
    evaluate: addToArray,
  },
  {
    name: 'join_arrays',
    signature: 'join_arrays(list, list, …)',
    description: 'One list with the elements of all.',
    params: [
      listParam,
      { name: 'list', kind: 'array', description: 'A list to add', optional: true, repeats: true },
    ],
    returns: 'array',
    example: "join_arrays(['a', 'b'], ['c'], ['d', 'e'])",
    result: '["a","b","c","d","e"]',
    evaluate: joinArrays,
  },
  {
    name: 'to_array',
    signature: 'to_array(includeNulls, value, …)',
    description: 'A list of the values, with or without the nulls among them.',
    params: [
      { name: 'includeNulls', kind: 'boolean', description: 'Whether nulls become elements' },
      { name: 'value', kind: 'any', description: 'An element', repeats: true },
    ],
    returns: 'array',
    example: 'to_array(false, 1, null, 2, 3)',
    result: '[1,2,3]',
    evaluate: toArray,
  },
  {
    name: 'size_of',
    signature: 'size_of(input)',
    description: 'Number of elements of a list, fields of an object or characters of a text; 0 for null.',
    params: [{ name: 'input', kind: 'any', description: 'What to measure' }],
    returns: 'integer',
    example: 'size_of([1, 2, 3, 4])',
    result: '4',
    evaluate: sizeOf,
  },
  {
    name: 'upsert_array_append',
    signature: 'upsert_array_append(list)',
    description:
      'Adds the elements to the list a profile already has. Works for streaming updates of profiles only.',
    params: [listParam],
    returns: 'array',
    example: 'upsert_array_append([123, 456])',
    result: '[123,456]',
    onlyFor: 'Profile updates',
    offlineReason: onProfileUpdate,
    evaluate: ([list]) => toList(list, 'upsert_array_append'),
  },
  {
    name: 'upsert_array_replace',
    signature: 'upsert_array_replace(list, [position])',
    description: 'Replaces the list a profile already has. Works for streaming updates of profiles only.',
    params: [
      listParam,
      { name: 'position', kind: 'any', description: 'Given in Adobe’s sample', optional: true },
    ],
    returns: 'array',
    example: 'upsert_array_replace([123, 456], 1)',
    result: '[123,456]',
    onlyFor: 'Profile updates',
    offlineReason: onProfileUpdate,
    evaluate: ([list]) => toList(list, 'upsert_array_replace'),
  },
]);
