import { maxSteps } from '../evaluation-context';
import { EvaluationFailure } from '../value';
import { findMatch } from './match-pattern';

/**
 * Whether a pattern fits somewhere in a text, in linear time; undefined when the pattern is beyond the linear subset or
 * the text too long, so that nothing is known.
 */
export function findPattern(text: string, pattern: string): boolean | undefined {
  const context = {
    record: null,
    nowMs: 0,
    timeZone: 'UTC',
    locals: [],
    stepsLeft: maxSteps,
    at: { from: 0, to: 0 },
  };
  try {
    return findMatch(text, pattern, 0, context) !== undefined;
  } catch (thrown) {
    if (thrown instanceof EvaluationFailure) return undefined;
    throw thrown;
  }
}
