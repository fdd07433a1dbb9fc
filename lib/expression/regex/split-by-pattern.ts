import { charge, chargeList, type EvaluationContext } from '../evaluation-context';
import { findMatch } from './match-pattern';

const plainPattern = /^(?:[^\\^$.|?*+()[\]{}]|\\[^a-zA-Z0-9])+$/;

/** Parts of the text between the matches of the pattern; empty parts at the end are dropped, as Java does. */
export function splitByPattern(text: string, pattern: string, context: EvaluationContext): string[] {
  const parts = plainPattern.test(pattern)
    ? splitPlainly(text, pattern.replace(/\\(.)/gs, '$1'), context)
    : splitAtMatches(text, pattern, context);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function splitPlainly(text: string, separator: string, context: EvaluationContext): string[] {
  charge(context, text.length >> 2);
  const parts = text.split(separator);
  chargeList(context, parts.length);
  return parts;
}

function splitAtMatches(text: string, pattern: string, context: EvaluationContext): string[] {
  const parts: string[] = [];
  let from = 0;
  let searchAt = 0;
  while (searchAt <= text.length) {
    const match = findMatch(text, pattern, searchAt, context);
    const [start = -1, end = -1] = match ?? [];
    if (start < 0) break;
    searchAt = end > start ? end : end + 1;
    // An empty match cuts between characters, but not before the first or behind the last.
    if (end === start && (start === from || start >= text.length)) continue;
    chargeList(context, parts.length + 1);
    parts.push(text.slice(from, start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
