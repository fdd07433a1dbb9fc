import { type ArithmeticOperator, complement, computeValues, negate } from './arithmetic';
import type { Argument, Binary, BinaryOperator, Expression, Lambda } from './ast';
import { toBoolean } from './coerce';
import { compareValues, equalValues } from './compare-values';
import { compilePath } from './compile-path';
import { compileSpecialForm } from './compile-special-form';
import type { Compiled, CompileNode, Evaluator } from './compiled';
import { readDateTimeLiteral } from './dates/read-date';
import { charge, type EvaluationContext } from './evaluation-context';
import { ExpressionLambda } from './expression-lambda';
import { findFunction, findMethod } from './find-function';
import type { FunctionDefinition } from './function-definition';
import { fail, objectFromEntries } from './value';

const decimalFunctions: ReadonlySet<string> = new Set(['to_decimal', 'to_float']);

/** Turns a tree into closures. `parameters` names the lambda parameters in reach, outermost first. */
export function compileTree(node: Argument, parameters: readonly string[] = []): Compiled {
  const compile: CompileNode = (child) => compileTree(child, parameters);
  switch (node.kind) {
    case 'null':
      return whole(() => null);
    case 'boolean':
    case 'string': {
      const { value } = node;
      return whole(() => value);
    }
    case 'number': {
      const { value } = node;
      return { run: () => value, decimal: node.decimal };
    }
    case 'dateTime': {
      const { text } = node;
      return whole((context) => {
        context.at = node;
        return readDateTimeLiteral(text, context.timeZone) ?? fail(`${text} is not a date`);
      });
    }
    case 'array': {
      const items = node.items.map((item) => compile(item).run);
      return whole((context) => {
        charge(context, items.length);
        return items.map((run) => run(context));
      });
    }
    case 'object': {
      const entries = node.entries.map((entry) => [entry.key, compile(entry.value).run] as const);
      return whole((context) => {
        charge(context, entries.length);
        return objectFromEntries(entries.map(([key, run]) => [key, run(context)]));
      });
    }
    case 'field':
    case 'member':
    case 'index':
    case 'wildcard':
      return whole(compilePath(node, parameters, compile));
    case 'call': {
      const special = compileSpecialForm(node, compile);
      if (special) return special;
      return compileCall(findFunction(node.name), node, node.args.map(compile));
    }
    case 'method':
      return compileCall(findMethod(node.name), node, [node.target, ...node.args].map(compile));
    case 'unary':
      return compileUnary(node, compile(node.operand));
    case 'binary':
      return compileBinary(node, compile(node.left), compile(node.right));
    case 'lambda':
      return compileLambda(node, parameters);
  }
}

function whole(run: Evaluator): Compiled {
  return { run, decimal: false };
}

function compileCall(
  definition: FunctionDefinition | undefined,
  node: Extract<Expression, { kind: 'call' | 'method' }>,
  args: readonly Compiled[],
): Compiled {
  if (!definition) {
    return whole((context) => {
      context.at = node.nameRange;
      return fail(`There is no function “${node.name}”`);
    });
  }
  const { evaluate } = definition;
  const runs = args.map((arg) => arg.run);
  const collect = compileArguments(runs);
  const cost = 1 + runs.length;
  const run: Evaluator = (context) => {
    const values = collect(context);
    // Set after the arguments, which set it for themselves.
    context.at = node;
    charge(context, cost);
    return evaluate(values, context);
  };
  return { run, decimal: decimalFunctions.has(definition.name) };
}

// Lists of a known length are made at once; one that grows is several times as slow.
function compileArguments(runs: readonly Evaluator[]): (context: EvaluationContext) => unknown[] {
  const [first, second, third, fourth] = runs;
  if (!first) return () => [];
  if (!second) return (context) => [first(context)];
  if (!third) return (context) => [first(context), second(context)];
  if (!fourth) return (context) => [first(context), second(context), third(context)];
  return (context) => runs.map((run) => run(context));
}

function compileLambda(node: Lambda, parameters: readonly string[]): Compiled {
  const slot = parameters.length;
  const body = compileTree(node.body, [...parameters, node.parameter]).run;
  return whole(
    (outer) =>
      new ExpressionLambda((value) => {
        charge(outer, 1);
        outer.locals[slot] = value;
        return body(outer);
      }),
  );
}

function compileUnary(node: Extract<Expression, { kind: 'unary' }>, operand: Compiled): Compiled {
  const { operator } = node;
  const compute = operator === '-' ? negate : complement;
  const run: Evaluator = (context) => {
    const value = operand.run(context);
    context.at = node;
    charge(context, 1);
    return operator === '!' ? !toBoolean(value, 'not') : compute(value);
  };
  return { run, decimal: operand.decimal && operator === '-' };
}

function compileBinary(node: Binary, left: Compiled, right: Compiled): Compiled {
  const { operator } = node;
  switch (operator) {
    case '&&':
    case '||':
      return whole((context) => {
        const first = toTruth(left.run, context, node);
        // The right side counts only where the left has not decided.
        return first === (operator === '||') ? first : toTruth(right.run, context, node);
      });
    case '==':
    case '!=':
      return whole((context) => {
        const a = left.run(context);
        const b = right.run(context);
        context.at = node;
        return equalValues(a, b, context) === (operator === '==');
      });
    case '<':
    case '<=':
    case '>':
    case '>=':
      return whole((context) => {
        const a = left.run(context);
        const b = right.run(context);
        context.at = node;
        if (a === null || a === undefined || b === null || b === undefined) return false;
        return holds(operator, compareValues(a, b, context));
      });
    default:
      return compileArithmetic(operator, node, left, right);
  }
}

function toTruth(run: Evaluator, context: Parameters<Evaluator>[0], node: Binary): boolean {
  const value = run(context);
  context.at = node;
  charge(context, 1);
  return toBoolean(value, node.operator);
}

function compileArithmetic(
  operator: ArithmeticOperator,
  node: Binary,
  left: Compiled,
  right: Compiled,
): Compiled {
  const decimal = left.decimal || right.decimal;
  const run: Evaluator = (context) => {
    const a = left.run(context);
    const b = right.run(context);
    context.at = node;
    charge(context, 1);
    return computeValues(operator, a, b, decimal, context);
  };
  return { run, decimal };
}

function holds(operator: Extract<BinaryOperator, '<' | '<=' | '>' | '>='>, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
