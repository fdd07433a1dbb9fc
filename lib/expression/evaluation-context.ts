import type { TextRange } from './ast';
import { fail } from './value';

/** Longest text an expression may make, in UTF-16 code units. */
export const maxTextLength = 1_000_000;

/** Most elements a list or object made by an expression may have. */
export const maxListLength = 100_000;

/** Work one evaluation may do: one unit is about one node visited, one element moved or sixteen characters copied. */
export const maxSteps = 2_000_000;

/** Everything one evaluation may see, and what is left of its budget. */
export interface EvaluationContext {
  record: unknown;
  nowMs: number;
  /** Zone of dates written without one. */
  timeZone: string;
  /** Values of the lambda parameters in reach, outermost first. */
  readonly locals: unknown[];
  stepsLeft: number;
  /** Node being worked on: the place of a failure. */
  at: TextRange;
}

/** Takes work from the budget; fails when it is used up. */
export function charge(context: EvaluationContext, steps: number): void {
  context.stepsLeft -= steps;
  if (context.stepsLeft < 0) fail('The expression needs too much work for one record');
}

/** Charges for a text and returns it; fails when it is too long. */
export function chargeText(context: EvaluationContext, text: string): string {
  checkTextLength(text.length);
  charge(context, text.length >> 4);
  return text;
}

/** Fails before a text of that length is made. */
export function checkTextLength(length: number): void {
  if (length > maxTextLength) fail(`A text may have ${maxTextLength.toLocaleString('en')} characters`);
}

/** Charges for a list of that length, to be called before it is made. */
export function chargeList(context: EvaluationContext, length: number): void {
  if (length > maxListLength) fail(`A list may have ${maxListLength.toLocaleString('en')} elements`);
  charge(context, length);
}
