import { toObject, toText } from '../coerce';
import { charge, chargeList } from '../evaluation-context';
import {
  aliasFunction,
  defineFunctions,
  type FunctionBody,
  type FunctionParameter,
} from '../function-definition';
import { readOwnField, readSourcePath } from '../source-path';
import { fail, isObjectValue, objectFromEntries } from '../value';
import { readDelimitedPairs } from './delimited-pairs';
import { readMapValues } from './map-functions';
import { inPairs, objectFromPairs } from './object-from-pairs';

const keyParam: FunctionParameter = { name: 'key', kind: 'string', description: 'Name of a field' };
const valueParam: FunctionParameter = { name: 'value', kind: 'any', description: 'Value of the field' };

const isEmpty: FunctionBody = ([value], context) => {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isObjectValue(value)) return false;
  const size = Object.keys(value).length;
  charge(context, size);
  return size === 0;
};

const arraysToObject: FunctionBody = (args, context) => {
  const columns: { key: string; items: readonly unknown[] }[] = [];
  let rows = 0;
  for (let at = 0; at + 1 < args.length; at += 2) {
    const key = toText(args[at], 'arrays_to_object');
    const items = args[at + 1] ?? [];
    if (key === null || !Array.isArray(items)) return fail('arrays_to_object needs keys and lists in turn');
    rows = Math.max(rows, items.length);
    columns.push({ key, items });
  }
  chargeList(context, rows * columns.length);
  return Array.from({ length: rows }, (_, row) =>
    objectFromEntries(columns.map(({ key, items }) => [key, items[row] ?? null])),
  );
};

const strToObject: FunctionBody = ([value, valueDelimiter, fieldDelimiter], context) => {
  const text = toText(value, 'str_to_object');
  if (text === null) return null;
  const between = toText(valueDelimiter, 'str_to_object') || ':';
  return objectFromEntries(
    readDelimitedPairs(text, between, toText(fieldDelimiter, 'str_to_object') || ',', context),
  );
};

const getValues: FunctionBody = (args, context) => {
  const [value, key, valueDelimiter, fieldDelimiter] = args;
  if (isObjectValue(value)) return readMapValues(value, key, 'get_values', context);
  const text = toText(value, 'get_values');
  const wanted = toText(key, 'get_values');
  if (text === null || wanted === null) return null;
  if (args.length < 3) return fail('get_values needs the delimiter between names and values of a text');
  const between = toText(valueDelimiter, 'get_values') || ':';
  return (
    readDelimitedPairs(text, between, toText(fieldDelimiter, 'get_values') || ',', context).get(wanted) ??
    null
  );
};

const containsKey: FunctionBody = ([path], context) => {
  const text = toText(path, 'contains_key');
  // The path may be another one for every element of a list, and reading one is a whole parse.
  charge(context, 100 + (text?.length ?? 0));
  return text !== null && readSourcePath(text, context.record) !== undefined;
};

const arraysToObjectInput = {
  name: 'arrays_to_object',
  signature: 'arrays_to_object(key, list, …)',
  description:
    'A list of objects from lists of their fields: the first object gets the first element of each list.',
  params: [
    { name: 'key', kind: 'string', description: 'Name of a field' },
    { name: 'list', kind: 'array', description: 'Values of the field, one for each object' },
    { name: 'more', kind: 'any', description: 'More names and lists', optional: true, repeats: true },
  ],
  returns: 'array',
  example: `arrays_to_object('sku', explode("id1|id2", '\\\\|'), 'price', [22.5,14.35])`,
  result: '[{"sku":"id1","price":22.5},{"sku":"id2","price":14.35}]',
  acceptsCount: inPairs,
  evaluate: arraysToObject,
} as const;

export const objectFunctions = defineFunctions('Objects', [
  {
    name: 'is_empty',
    signature: 'is_empty(input)',
    description: 'Whether a list, object or text has nothing in it; true for null.',
    params: [{ name: 'input', kind: 'any', description: 'What to look into' }],
    returns: 'boolean',
    example: 'is_empty([1, null, 2, 3])',
    result: 'false',
    evaluate: isEmpty,
  },
  arraysToObjectInput,
  { ...aliasFunction(arraysToObjectInput, 'arrays_to_objects') },
  {
    name: 'to_object',
    signature: 'to_object(key, value, …)',
    description: 'An object with the given fields.',
    params: [
      keyParam,
      valueParam,
      { name: 'more', kind: 'any', description: 'More names and values', optional: true, repeats: true },
    ],
    returns: 'object',
    example: 'to_object("firstName", "John", "lastName", "Doe")',
    result: '{"firstName":"John","lastName":"Doe"}',
    acceptsCount: inPairs,
    evaluate: objectFromPairs('to_object'),
  },
  {
    name: 'str_to_object',
    signature: 'str_to_object(input, [valueDelimiter], [fieldDelimiter])',
    description: 'An object from a text of names and values, blanks around them dropped.',
    params: [
      { name: 'input', kind: 'string', description: 'The text to read' },
      {
        name: 'valueDelimiter',
        kind: 'string',
        description: 'Between name and value, : when left out',
        optional: true,
      },
      {
        name: 'fieldDelimiter',
        kind: 'string',
        description: 'Between fields, a comma when left out',
        optional: true,
      },
    ],
    returns: 'object',
    example:
      'str_to_object("firstName - John ; lastName - ; phone - 123 456 7890", "-", ";").get("firstName")',
    result: '"John"',
    evaluate: strToObject,
  },
  {
    name: 'get',
    method: true,
    signature: 'object.get(key)',
    description: 'Field of an object or map; null when it has none of that name.',
    params: [{ name: 'object', kind: 'object', description: 'The object or map' }, keyParam],
    returns: 'any',
    example: 'str_to_object("a:1,b:2").get("b")',
    result: '"2"',
    evaluate: ([value, key]) => {
      const object = toObject(value, 'get');
      const name = toText(key, 'get');
      return object === null || name === null ? null : (readOwnField(object, name) ?? null);
    },
  },
  {
    name: 'contains_key',
    signature: 'contains_key(path)',
    description: 'Whether the record has something at a path, even null. The path is given as text.',
    params: [{ name: 'path', kind: 'string', description: 'A path such as "evars.evar.field1"' }],
    returns: 'boolean',
    example: 'contains_key("evars.evar.field1")',
    result: 'true',
    evaluate: containsKey,
  },
  {
    name: 'nullify',
    signature: 'nullify()',
    description: 'Null, so that the target field is not written.',
    params: [],
    returns: 'any',
    example: 'nullify()',
    result: 'null',
    evaluate: () => null,
  },
  {
    name: 'get_keys',
    signature: 'get_keys(object)',
    description: 'Names of the fields of an object.',
    params: [{ name: 'object', kind: 'object', description: 'The object or map' }],
    returns: 'array',
    example: 'get_keys({"book1": "Pride and Prejudice", "book2": "1984"})',
    result: '["book1","book2"]',
    evaluate: ([value], context) => {
      const object = toObject(value, 'get_keys');
      const keys = object === null ? null : Object.keys(object);
      if (keys) chargeList(context, keys.length);
      return keys;
    },
  },
  {
    name: 'get_values',
    signature: 'get_values(input, key, [valueDelimiter], [fieldDelimiter])',
    description: 'Value of a name in a text of names and values, or of a key in a map.',
    params: [
      { name: 'input', kind: 'any', description: 'The text to read, or a map' },
      { name: 'key', kind: 'any', description: 'The name to look up' },
      {
        name: 'valueDelimiter',
        kind: 'string',
        description: 'Between name and value; needed for a text, : when empty',
        optional: true,
      },
      {
        name: 'fieldDelimiter',
        kind: 'string',
        description: 'Between fields, a comma when left out',
        optional: true,
      },
    ],
    returns: 'any',
    example: 'get_values("firstName - John , lastName - Cena , phone - 555 420 8692", "firstName", "-", ",")',
    result: '"John"',
    evaluate: getValues,
  },
]);
