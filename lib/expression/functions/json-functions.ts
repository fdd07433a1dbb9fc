import { toText } from '../coerce';
import { chargeText } from '../evaluation-context';
import { defineFunctions, type FunctionBody } from '../function-definition';
import { fail } from '../value';

const jsonToObject: FunctionBody = ([value], context) => {
  const text = toText(value, 'json_to_object');
  if (text === null) return null;
  chargeText(context, text);
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return fail('json_to_object needs valid JSON');
    throw thrown;
  }
};

export const jsonFunctions = defineFunctions('JSON', [
  {
    name: 'json_to_object',
    signature: 'json_to_object(input)',
    description: 'The object a JSON text describes.',
    params: [{ name: 'input', kind: 'string', description: 'A JSON text' }],
    returns: 'object',
    example: 'json_to_object("{\\"info\\":{\\"firstName\\":\\"John\\",\\"lastName\\": \\"Doe\\"}}")',
    result: '{"info":{"firstName":"John","lastName":"Doe"}}',
    evaluate: jsonToObject,
  },
]);
