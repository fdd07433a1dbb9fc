import type { Argument, Binary, Expression } from './ast';
import { readBoolean, readNumber } from './coerce';
import type { Diagnostic } from './diagnostic';
import { findFunction, findMethod } from './find-function';
import type { FunctionDefinition, ValueKind } from './function-definition';
import { type FieldLookup, inferKind } from './infer-kind';
import { visitScoped } from './visit-scoped';

const kindWords: Readonly<Record<ValueKind, string>> = {
  any: 'any value',
  array: 'a list',
  boolean: 'true or false',
  date: 'a date',
  integer: 'a whole number',
  lambda: 'a lambda',
  map: 'a map',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

/** Which kinds of value are taken, after conversion, where a kind is wanted. */
const accepted: Readonly<Record<ValueKind, readonly ValueKind[]>> = {
  any: ['array', 'boolean', 'date', 'integer', 'map', 'number', 'object', 'string'],
  array: ['array'],
  boolean: ['boolean', 'integer', 'number', 'string'],
  date: ['date', 'string'],
  integer: ['integer', 'number', 'string'],
  lambda: ['lambda'],
  map: ['map', 'object'],
  number: ['integer', 'number', 'string'],
  object: ['map', 'object'],
  string: ['boolean', 'date', 'integer', 'number', 'string'],
};

/** Arguments and operands of a kind that cannot be converted to the one wanted. */
export function checkTypes(tree: Expression, fields: FieldLookup | undefined): Diagnostic[] {
  const found: Diagnostic[] = [];
  visitScoped(tree, (node, parameters) => {
    const check = (part: Argument, wanted: ValueKind, what: string) => {
      const problem = kindProblem(part, inferKind(part, fields, parameters), wanted, what);
      if (problem) found.push({ severity: 'error', message: problem, from: part.from, to: part.to });
    };
    if (node.kind === 'call') checkArguments(findFunction(node.name), node.args, check);
    if (node.kind === 'method') checkArguments(findMethod(node.name), [node.target, ...node.args], check);
    if (node.kind === 'unary')
      check(node.operand, node.operator === '!' ? 'boolean' : 'number', node.operator);
    if (node.kind === 'binary') checkOperands(node, (part) => inferKind(part, fields, parameters), check);
  });
  return found;
}

type Check = (part: Argument, wanted: ValueKind, what: string) => void;

function checkArguments(
  definition: FunctionDefinition | undefined,
  args: readonly Argument[],
  check: Check,
): void {
  for (const [index, arg] of args.entries()) {
    const param = definition?.params[index] ?? definition?.params.findLast((last) => last.repeats);
    if (definition && param) check(arg, param.kind, `${definition.name} (${param.name})`);
  }
}

function checkOperands(node: Binary, kindOf: (part: Expression) => ValueKind, check: Check): void {
  const { left, right, operator } = node;
  const wanted = wantedKind(operator, kindOf(left), kindOf(right));
  if (wanted === undefined) return;
  check(left, wanted, operator);
  check(right, wanted, operator);
}

function wantedKind(operator: Binary['operator'], left: ValueKind, right: ValueKind): ValueKind | undefined {
  switch (operator) {
    case '&&':
    case '||':
      return 'boolean';
    case '==':
    case '!=':
      return undefined;
    case '+':
      return left === 'string' || right === 'string' ? 'string' : 'number';
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (left === 'date' || right === 'date') return 'date';
      // A number makes its neighbour a number; texts are compared as texts.
      return isNumeric(left) || isNumeric(right) ? 'number' : 'string';
    default:
      return 'number';
  }
}

function isNumeric(kind: ValueKind): boolean {
  return kind === 'number' || kind === 'integer';
}

function kindProblem(part: Argument, kind: ValueKind, wanted: ValueKind, what: string): string | undefined {
  if (kind === 'any' || part.kind === 'null') return undefined;
  if (part.kind === 'string' && isNumeric(wanted) && readNumber(part.value) === undefined) {
    return `${what} needs ${kindWords[wanted]}, and this text is none`;
  }
  if (part.kind === 'string' && wanted === 'boolean' && readBoolean(part.value) === undefined) {
    return `${what} needs ${kindWords[wanted]}, and this text is neither`;
  }
  if (accepted[wanted].includes(kind) || kind === wanted) return undefined;
  const hint =
    wanted === 'date' && isNumeric(kind) ? ': write milliseconds with dformat(value, "pattern")' : '';
  return `${what} needs ${kindWords[wanted]}, not ${kindWords[kind]}${hint}`;
}
