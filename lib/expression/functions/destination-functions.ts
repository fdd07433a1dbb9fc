import { toBoolean, toList, toText } from '../coerce';
import { chargeList, chargeText, checkTextLength } from '../evaluation-context';
import { ExpressionLambda } from '../expression-lambda';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { fail } from '../value';

const listParam: FunctionParameter = { name: 'list', kind: 'array', description: 'The list to work on' };
const lambdaParam: FunctionParameter = {
  name: 'lambda',
  kind: 'lambda',
  description: 'What to do with each element',
};

const arrayToString: FunctionBody = ([separatorValue, listValue], context) => {
  const separator = toText(separatorValue, 'array_to_string') ?? '';
  const list = toList(listValue, 'array_to_string');
  if (list === null) return null;
  chargeList(context, list.length);
  const parts = list.map((item) => toText(item, 'array_to_string')).filter((part) => part !== null);
  checkTextLength(parts.reduce((sum, part) => sum + part.length + separator.length, 0));
  return chargeText(context, parts.join(separator));
};

/** A function of a list and a lambda; null for a null list. */
function withLambda(
  name: string,
  apply: (list: readonly unknown[], call: (value: unknown) => unknown) => unknown,
): FunctionBody {
  return ([listValue, lambda], context) => {
    const list = toList(listValue, name);
    if (!(lambda instanceof ExpressionLambda)) return fail(`${name} needs a lambda`);
    if (list === null) return null;
    chargeList(context, list.length);
    return apply(list, lambda.call);
  };
}

const flattenArray: FunctionBody = ([listValue], context) => {
  const list = toList(listValue, 'flattenArray');
  if (list === null) return null;
  const flat: unknown[] = [];
  const pending: unknown[] = [list];
  while (pending.length > 0) {
    const item = pending.pop();
    if (Array.isArray(item)) {
      chargeList(context, item.length);
      for (let at = item.length - 1; at >= 0; at -= 1) pending.push(item[at]);
    } else {
      flat.push(item ?? null);
    }
  }
  return flat;
};

export const destinationFunctions = defineFunctions('Destinations', [
  {
    name: 'array_to_string',
    signature: 'array_to_string(separator, list)',
    description: 'The elements of a list as one text with a separator between them.',
    params: [
      { name: 'separator', kind: 'string', description: 'What to put between the elements' },
      listParam,
    ],
    returns: 'string',
    example: 'array_to_string(";", ["Hello", "world"])',
    result: '"Hello;world"',
    onlyFor: 'destinations',
    evaluate: arrayToString,
  },
  {
    name: 'filterArray',
    signature: 'filterArray(list, x -> condition)',
    description: 'The elements for which a condition holds.',
    params: [listParam, lambdaParam],
    returns: 'array',
    example: 'filterArray([5, -6, 0, 7], x -> x > 0)',
    result: '[5,7]',
    onlyFor: 'destinations',
    evaluate: withLambda('filterArray', (list, call) =>
      list.filter((item) => toBoolean(call(item), 'filterArray')),
    ),
  },
  {
    name: 'transformArray',
    signature: 'transformArray(list, x -> value)',
    description: 'What a lambda makes of each element.',
    params: [listParam, lambdaParam],
    returns: 'array',
    example: 'transformArray([5, 6, 7], x -> x + 1)',
    result: '[6,7,8]',
    onlyFor: 'destinations',
    evaluate: withLambda('transformArray', (list, call) => list.map((item) => call(item) ?? null)),
  },
  {
    name: 'flattenArray',
    signature: 'flattenArray(list)',
    description: 'One list of all elements of the lists in a list.',
    params: [listParam],
    returns: 'array',
    example: 'flattenArray([["a", "b"], [["c"]], "d"])',
    result: '["a","b","c","d"]',
    onlyFor: 'destinations',
    evaluate: flattenArray,
  },
]);
