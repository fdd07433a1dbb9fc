import { compileExpression } from '@/lib/expression/evaluate';
import type { ExpressionFunction, ValueKind } from '@/lib/expression/function-definition';
import { expressionFunctions, expressionOperators } from '@/lib/expression/functions';
import { parseExpression } from '@/lib/expression/parse';

/** Characters that one calculated field may have. */
export const maximumExpressionLength = 4096;

export type Evaluator = (
  record: unknown,
  nowMs: number,
) => { ok: true; value: unknown } | { ok: false; message: string };

function sentence(errors: readonly { message: string; from: number }[]): string {
  return (
    errors.map(({ message, from }) => `${message} (position ${from})`).join('; ') ||
    'The expression is not valid'
  );
}

/** Why an expression cannot be used, or undefined when it can. */
export function expressionProblem(text: string): string | undefined {
  if (text.length > maximumExpressionLength)
    return `The expression is longer than ${maximumExpressionLength} characters`;
  const parsed = parseExpression(text);
  return parsed.ok ? undefined : sentence(parsed.errors);
}

/** An evaluator for many records; an expression that cannot be read fails for each of them. */
export function compileEvaluator(text: string): Evaluator {
  const compiled = compileExpression(text);
  if (!compiled.ok) {
    const message = sentence(compiled.errors);
    return () => ({ ok: false, message });
  }
  const { expression } = compiled;
  return (record, nowMs) => {
    const result = expression.evaluate(record, { nowMs });
    return result.ok ? result : { ok: false, message: result.error.message };
  };
}

const javaTypes: Record<ValueKind, string> = {
  any: 'java.lang.Object',
  array: 'java.util.List',
  boolean: 'java.lang.Boolean',
  date: 'java.time.ZonedDateTime',
  integer: 'java.lang.Long',
  lambda: 'java.lang.Object',
  map: 'java.util.Map',
  number: 'java.lang.Double',
  object: 'java.util.Map',
  string: 'java.lang.String',
};

function listedFunction(definition: ExpressionFunction): unknown {
  return {
    category: definition.category,
    function: definition.name,
    description: definition.description,
    syntax: definition.signature,
    returns: definition.description,
    returnType: javaTypes[definition.returns],
    example: definition.example,
    result: definition.result,
    params: definition.params.map(({ name, description, kind }, index) => ({
      name,
      description,
      type: kind,
      dataType: javaTypes[kind],
      position: index + 1,
    })),
    since: 1,
  };
}

/** The functions of the language as `GET /languages/el/functions` lists them. */
export function listedFunctions(): unknown[] {
  return expressionFunctions.map(listedFunction);
}

/** The operators of the language as `GET /languages/el/operators` lists them. */
export function listedOperators(): unknown[] {
  return expressionOperators.map(({ symbol, methodName, operands, description, example }) => ({
    operatorSymbol: symbol,
    methodName,
    numberOfOperands: operands,
    description,
    example,
  }));
}
