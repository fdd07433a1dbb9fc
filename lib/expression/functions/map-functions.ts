import { toObject, toText } from '../coerce';
import { chargeList, type EvaluationContext } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { readOwnField } from '../source-path';
import { fail, isObjectValue, objectFromEntries } from '../value';
import { indexByAttribute } from './index-by-attribute';
import { inPairs, objectFromPairs } from './object-from-pairs';

const mapParam: FunctionParameter = { name: 'map', kind: 'map', description: 'The map to look into' };
const keyParam: FunctionParameter = { name: 'key', kind: 'any', description: 'A key, or a list of keys' };

/** Value of a key, or values of a list of keys without repetitions; what is not there is null. */
export function readMapValues(
  value: unknown,
  key: unknown,
  what: string,
  context: EvaluationContext,
): unknown {
  const map = toObject(value, what);
  if (map === null || key === null || key === undefined) return null;
  if (!Array.isArray(key)) return readOwnField(map, toText(key, what) ?? '') ?? null;
  chargeList(context, key.length);
  const names = new Set(key.map((name) => toText(name, what) ?? ''));
  return [...names].map((name) => readOwnField(map, name) ?? null);
}

const hasKeys: FunctionBody = ([value, key], context) => {
  const map = toObject(value, 'map_has_keys');
  if (map === null) return false;
  const names = Array.isArray(key) ? key : [key];
  chargeList(context, names.length);
  return names.some((name) => {
    const text = toText(name, 'map_has_keys');
    return text !== null && Object.hasOwn(map, text);
  });
};

const addToMap: FunctionBody = (args, context) => {
  const merged = new Map<string, unknown>();
  for (const arg of args) {
    const entries = Object.entries(toObject(arg, 'add_to_map') ?? {});
    chargeList(context, merged.size + entries.length);
    for (const [key, item] of entries) if (!merged.has(key)) merged.set(key, item);
  }
  return args.every((arg) => arg === null || arg === undefined) ? null : objectFromEntries(merged);
};

const objectToMap: FunctionBody = (args, context) => {
  const [first, second] = args;
  if (args.length === 1) {
    const object = toObject(first, 'object_to_map');
    if (object !== null) chargeList(context, Object.keys(object).length);
    return object;
  }
  if (args.length === 2 && (Array.isArray(first) || first === null || first === undefined)) {
    return indexByAttribute(first, second, 'object_to_map', context);
  }
  return objectFromPairs('object_to_map')(args, context);
};

const arrayToMap: FunctionBody = ([list, key], context) => {
  if (isObjectValue(list)) return fail('array_to_map needs a list of objects');
  return indexByAttribute(list, key, 'array_to_map', context);
};

export const mapFunctions = defineFunctions('Maps', [
  {
    name: 'map_get_values',
    signature: 'map_get_values(map, key)',
    description: 'Value of a key, or the values of a list of keys.',
    params: [mapParam, keyParam],
    returns: 'any',
    example: 'map_get_values(book_details, "author")',
    result: '"George R. R. Martin"',
    evaluate: ([value, key], context) => readMapValues(value, key, 'map_get_values', context),
  },
  {
    name: 'map_has_keys',
    signature: 'map_has_keys(map, key)',
    description: 'Whether a map has a key, or one of a list of keys.',
    params: [mapParam, keyParam],
    returns: 'boolean',
    example: 'map_has_keys(book_details, "author")',
    result: 'true',
    evaluate: hasKeys,
  },
  {
    name: 'add_to_map',
    signature: 'add_to_map(map, map, …)',
    description: 'One map with the entries of all; of equal keys the first wins.',
    params: [
      mapParam,
      { name: 'other', kind: 'map', description: 'A map whose entries are added' },
      { name: 'more', kind: 'map', description: 'More maps', optional: true, repeats: true },
    ],
    returns: 'map',
    example: 'add_to_map(book_details, book_details2)',
    result: '{"author":"George R. R. Martin","price":17.99,"ISBN":"A","publisher":"P"}',
    evaluate: addToMap,
  },
  {
    name: 'object_to_map',
    signature: 'object_to_map(key, value, …) or object_to_map(object) or object_to_map(list, attribute)',
    description:
      'A map of keys and values, of the fields of an object, or of a list of objects by one of their fields.',
    params: [
      { name: 'input', kind: 'any', description: 'An object, a list of objects, or the first key' },
      {
        name: 'attribute',
        kind: 'any',
        description: 'The field to use as key, or the first value',
        optional: true,
      },
      { name: 'more', kind: 'any', description: 'More keys and values', optional: true, repeats: true },
    ],
    returns: 'map',
    example: 'object_to_map("firstName", "John", "lastName", "Doe")',
    result: '{"firstName":"John","lastName":"Doe"}',
    acceptsCount: (count) => count === 1 || inPairs(count),
    evaluate: objectToMap,
  },
  {
    name: 'array_to_map',
    signature: 'array_to_map(list, key)',
    description: 'A map of the objects of a list by the value of one of their fields.',
    params: [
      { name: 'list', kind: 'array', description: 'A list of objects' },
      { name: 'key', kind: 'string', description: 'Name of the field to use as key' },
    ],
    returns: 'map',
    example: 'array_to_map(addresses, "type")',
    result: '{"home":{"type":"home","city":"Oslo"},"work":{"type":"work","city":"Bergen"}}',
    evaluate: arrayToMap,
  },
  {
    name: 'to_map',
    signature: 'to_map(key, value, …)',
    description: 'A map with the given keys and values.',
    params: [
      { name: 'key', kind: 'string', description: 'A key' },
      { name: 'value', kind: 'any', description: 'Its value' },
      { name: 'more', kind: 'any', description: 'More keys and values', optional: true, repeats: true },
    ],
    returns: 'map',
    example: 'to_map("firstName", "John", "lastName", "Doe")',
    result: '{"firstName":"John","lastName":"Doe"}',
    acceptsCount: inPairs,
    evaluate: objectFromPairs('to_map'),
  },
]);
