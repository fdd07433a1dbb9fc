// Separators, and the letters of a date pattern.
const harmlessText = /^(?:[\p{P}\p{S}\s]*|[yMdHhmsSaZXET'\p{P}\s]+)$/u;
const literals = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;
// Longer numbers are ids and telephone numbers; shorter ones are factors and thresholds.
const longNumber = /(?<![\p{L}\p{N}_.])\d{6,}/u;

/**
 * Whether an expression contains something that may be a value of somebody's data, rather than field names, functions,
 * separators and date patterns.
 */
export function holdsValues(expression: string): boolean {
  for (const [, double, single] of expression.matchAll(literals)) {
    if (!harmlessText.test(double ?? single ?? '')) return true;
  }
  return longNumber.test(expression.replace(literals, ''));
}
