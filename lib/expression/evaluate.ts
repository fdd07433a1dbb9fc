import type { Expression, ExpressionError } from './ast';
import { compileTree } from './compile';
import { readZone } from './dates/time-zone';
import { type EvaluationContext, maxSteps } from './evaluation-context';
import { exportValue } from './export-value';
import { parseExpression } from './parse';
import { toSourcePath } from './source-path';
import { EvaluationFailure } from './value';

export interface EvaluationOptions {
  /** Moment of `now()` and `timestamp()`; the clock when left out. */
  nowMs?: number;
  /** Zone of dates written without one; UTC when left out. */
  timeZone?: string;
}

export type EvaluationResult = { ok: true; value: unknown } | { ok: false; error: ExpressionError };

export interface CompiledExpression {
  tree: Expression;
  evaluate: (record: unknown, options?: EvaluationOptions) => EvaluationResult;
}

export type CompilationResult =
  | { ok: true; expression: CompiledExpression }
  | { ok: false; errors: ExpressionError[] };

/**
 * Checks the text once and gives an evaluator for many records. Values are JSON values: dates leave as ISO 8601 text, a
 * whole number beyond 2^53 as a `bigint`, nothing as null. Neither half throws.
 */
export function compileExpression(text: string): CompilationResult {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  const { tree } = parsed;
  const { run } = compileTree(tree);
  const whole = { from: 0, to: text.length };
  // What comes straight from the record holds no value of ours that would have to be turned into JSON.
  const isPath = toSourcePath(tree) !== undefined;
  // One for all records: an object for each of ten thousand is most of the cost of a short expression.
  const kept: EvaluationContext = {
    record: undefined,
    nowMs: 0,
    timeZone: 'UTC',
    locals: [],
    stepsLeft: maxSteps,
    at: whole,
  };
  let isBusy = false;
  const evaluate = (record: unknown, options: EvaluationOptions = {}): EvaluationResult => {
    // A record with getters of its own may come back here in the middle of its evaluation.
    const isShared = !isBusy;
    const context = isShared ? kept : { ...kept, locals: [] };
    context.record = record;
    context.nowMs = options.nowMs ?? Date.now();
    context.timeZone = options.timeZone === undefined ? 'UTC' : (readZone(options.timeZone) ?? 'UTC');
    context.stepsLeft = maxSteps;
    context.at = whole;
    isBusy = true;
    try {
      const value = run(context);
      return { ok: true, value: isPath ? value : exportValue(value, context) };
    } catch (thrown) {
      return {
        ok: false,
        error: { message: describeFailure(thrown), from: context.at.from, to: context.at.to },
      };
    } finally {
      if (isShared) {
        isBusy = false;
        // Nothing of a record is held on to.
        context.record = undefined;
        if (context.locals.length > 0) context.locals.length = 0;
      }
    }
  };
  return { ok: true, expression: { tree, evaluate } };
}

/** Evaluates the text for one record; the same text again costs no second parse. Never throws. */
export function evaluateExpression(
  text: string,
  record: unknown,
  options?: EvaluationOptions,
): EvaluationResult {
  const compiled = compileCached(text);
  if (compiled.ok) return compiled.expression.evaluate(record, options);
  const [error] = compiled.errors;
  return { ok: false, error: error ?? { message: 'This expression is not valid', from: 0, to: text.length } };
}

function describeFailure(thrown: unknown): string {
  if (thrown instanceof EvaluationFailure) return thrown.message;
  if (thrown instanceof RangeError) return 'The expression needs more memory than one record may take';
  // A record with getters or proxies of its own can throw anything; one row must not stop the others.
  return 'The expression cannot be evaluated for this record';
}

const compilations = new Map<string, CompilationResult>();
const maxCompilations = 500;

/** As `compileExpression`; the same text again costs no second parse. */
export function compileCached(text: string): CompilationResult {
  const known = compilations.get(text);
  if (known) return known;
  const compiled = compileExpression(text);
  if (compilations.size >= maxCompilations) compilations.clear();
  compilations.set(text, compiled);
  return compiled;
}
