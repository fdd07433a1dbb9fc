import type { Argument } from './ast';
import type { EvaluationContext } from './evaluation-context';

/** Computes one node for one record; throws only `EvaluationFailure`, with `context.at` at its place. */
export type Evaluator = (context: EvaluationContext) => unknown;

/** An evaluator, and whether its number is a decimal one even where it is whole. */
export interface Compiled {
  run: Evaluator;
  decimal: boolean;
}

/** Compiles a child in the same scope. */
export type CompileNode = (node: Argument) => Compiled;
