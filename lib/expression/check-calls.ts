import {
  type Argument,
  type Call,
  type Expression,
  type ExpressionError,
  type Method,
  visitExpression,
} from './ast';
import { closestName } from './closest-name';
import { findFunction, findMethod } from './find-function';
import { argumentCounts, type FunctionDefinition } from './function-definition';
import { functionDefinitions } from './function-definitions';

/** What people call functions that are named otherwise here. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['is_set', 'contains_key'],
  ['if', 'iif'],
  ['length', 'size_of'],
  ['len', 'size_of'],
  ['substring', 'substr'],
  ['toLowerCase', 'lower'],
  ['toUpperCase', 'upper'],
  ['to_string', 'concat'],
  ['replace', 'replacestr'],
  ['sha', 'sha256'],
  ['ifnull', 'coalesce'],
  ['nvl', 'coalesce'],
  ['case', 'decode'],
  ['indexOf', 'instr'],
  ['parse_json', 'json_to_object'],
]);

/** Unknown functions, wrong numbers of arguments, and lambdas where none can be, in order of place. */
export function checkCalls(tree: Expression): ExpressionError[] {
  const errors: ExpressionError[] = [];
  visitExpression(tree, (node) => {
    if (node.kind === 'call') errors.push(...checkCall(node, findFunction(node.name), node.args));
    if (node.kind === 'method')
      errors.push(...checkCall(node, findMethod(node.name), [node.target, ...node.args]));
  });
  return errors.sort((a, b) => a.from - b.from);
}

function checkCall(
  node: Call | Method,
  definition: FunctionDefinition | undefined,
  args: readonly Argument[],
): ExpressionError[] {
  if (!definition) return [{ message: describeUnknown(node), ...node.nameRange }];
  const miscount = describeMiscount(definition, args.length);
  if (miscount) return [{ message: miscount, from: node.nameRange.from, to: node.to }];
  return args.flatMap((arg, index) => {
    const takesLambda = definition.params[index]?.kind === 'lambda';
    if (takesLambda === (arg.kind === 'lambda')) return [];
    const message = takesLambda
      ? `${definition.name} needs a lambda here, such as x -> x > 0`
      : `${definition.name} takes no lambda here`;
    return [{ message, from: arg.from, to: arg.to }];
  });
}

function describeUnknown(node: Call | Method): string {
  const { name } = node;
  const isMethod = node.kind === 'method';
  if (isMethod && findFunction(name))
    return `“${name}” is a function: write ${name}(value) instead of value.${name}()`;
  if (!isMethod && findMethod(name)) return `“${name}” is called on a value: write value.${name}(…)`;
  const names = functionDefinitions
    .filter((known) => Boolean(known.method) === isMethod)
    .map((known) => known.name);
  const meant = otherNames.get(name) ?? closestName(name, names);
  const unknown = `There is no ${isMethod ? 'method' : 'function'} “${name}”`;
  return meant ? `${unknown}: did you mean “${meant}”?` : unknown;
}

function describeMiscount(definition: FunctionDefinition, count: number): string | undefined {
  const own = definition.method ? 1 : 0;
  const { least, most } = argumentCounts(definition);
  const signature = `: ${definition.signature}`;
  if (count < least || count > most) {
    const wanted = describeCount(least - own, most - own);
    return `${definition.name} takes ${wanted}, not ${count - own}${signature}`;
  }
  if (definition.acceptsCount && !definition.acceptsCount(count)) {
    return `${definition.name} takes keys and values in pairs${signature}`;
  }
  return undefined;
}

function describeCount(least: number, most: number): string {
  const noun = (count: number) => `${count} argument${count === 1 ? '' : 's'}`;
  if (most === Number.POSITIVE_INFINITY) return `at least ${noun(least)}`;
  if (least === most) return least === 0 ? 'no arguments' : noun(least);
  return `${least} to ${noun(most)}`;
}
