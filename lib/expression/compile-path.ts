import type { Expression } from './ast';
import type { CompileNode, Evaluator } from './compiled';
import { charge, chargeList, type EvaluationContext } from './evaluation-context';
import { readElement, readOwnField } from './source-path';

type Step = { kind: 'name'; name: string } | { kind: 'index'; run: Evaluator } | { kind: 'wildcard' };

type PathNode = Extract<Expression, { kind: 'field' | 'member' | 'index' | 'wildcard' }>;

/**
 * Compiles a chain of names, indexes and wildcards on a field or on any other value. What is not there is null; after a
 * wildcard the rest of the chain is read from every element.
 */
export function compilePath(path: PathNode, parameters: readonly string[], compile: CompileNode): Evaluator {
  const steps: Step[] = [];
  let node: Expression = path;
  while (node.kind === 'member' || node.kind === 'index' || node.kind === 'wildcard') {
    if (node.kind === 'member') steps.push({ kind: 'name', name: node.name });
    else if (node.kind === 'index') steps.push({ kind: 'index', run: compile(node.index).run });
    else steps.push({ kind: 'wildcard' });
    node = node.target;
  }
  steps.reverse();
  const root = node.kind === 'field' ? compileField(node.name, parameters) : compile(node).run;
  if (steps.length === 0) return root;
  const names = steps.flatMap((step) => (step.kind === 'name' ? [step.name] : []));
  if (names.length === steps.length) return compileNames(root, names, path);
  return (context) => {
    const value = root(context);
    context.at = path;
    return readSteps(value, steps, 0, context);
  };
}

// Names alone are nearly all paths there are, and need no decision at each step.
function compileNames(root: Evaluator, names: readonly string[], path: PathNode): Evaluator {
  return (context) => {
    let value = root(context);
    context.at = path;
    charge(context, names.length);
    for (const name of names) {
      value = readOwnField(value, name);
      if (value === undefined) return null;
    }
    return value;
  };
}

function compileField(name: string, parameters: readonly string[]): Evaluator {
  const slot = parameters.lastIndexOf(name);
  if (slot >= 0) return (context) => context.locals[slot] ?? null;
  return (context) => readOwnField(context.record, name) ?? null;
}

function readSteps(
  start: unknown,
  steps: readonly Step[],
  from: number,
  context: EvaluationContext,
): unknown {
  let value = start;
  for (let at = from; at < steps.length; at += 1) {
    const step = steps[at];
    if (step === undefined || value === null || value === undefined) return null;
    charge(context, 1);
    if (step.kind === 'wildcard') {
      if (!Array.isArray(value)) return null;
      chargeList(context, value.length);
      return value.map((element) => readSteps(element, steps, at + 1, context));
    }
    value = step.kind === 'name' ? readOwnField(value, step.name) : readIndex(value, step.run(context));
  }
  return value ?? null;
}

function readIndex(value: unknown, key: unknown): unknown {
  if (typeof key === 'string') return readOwnField(value, key);
  return typeof key === 'number' ? readElement(value, key) : undefined;
}
