import { toBoolean } from '../coerce';
import { equalValues } from '../compare-values';
import { defineFunctions } from '../function-definition';

export const logicalFunctions = defineFunctions('Logical', [
  {
    name: 'decode',
    signature: 'decode(key, candidate, value, …, [default])',
    description:
      'Looks a value up in a list of candidates and values; the default, or null, when none is equal.',
    params: [
      { name: 'key', kind: 'any', description: 'The value to look up' },
      { name: 'candidate', kind: 'any', description: 'What the key is compared with' },
      { name: 'value', kind: 'any', description: 'What comes out when they are equal' },
      {
        name: 'more',
        kind: 'any',
        description: 'More candidates and values, then a default',
        optional: true,
        repeats: true,
      },
    ],
    returns: 'any',
    example: 'decode(stateCode, "ca", "California", "pa", "Pennsylvania", "N/A")',
    result: '"California"',
    evaluate: ([key, ...rest], context) => {
      for (let at = 0; at + 1 < rest.length; at += 2) {
        if (equalValues(key, rest[at], context)) return rest[at + 1] ?? null;
      }
      return rest.length % 2 === 1 ? (rest.at(-1) ?? null) : null;
    },
  },
  {
    name: 'iif',
    signature: 'iif(condition, whenTrue, whenFalse)',
    description: 'One of two values, depending on a condition. Only the value taken is computed.',
    params: [
      { name: 'condition', kind: 'boolean', description: 'What decides; null counts as false' },
      { name: 'whenTrue', kind: 'any', description: 'The value when the condition holds' },
      { name: 'whenFalse', kind: 'any', description: 'The value when it does not' },
    ],
    returns: 'any',
    example: 'iif("s".equalsIgnoreCase("S"), "True", "False")',
    result: '"True"',
    evaluate: ([condition, whenTrue, whenFalse]) =>
      (toBoolean(condition, 'iif') ? whenTrue : whenFalse) ?? null,
  },
]);
