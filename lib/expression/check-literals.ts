import type { Argument, Call, Expression } from './ast';
import { readDatePattern } from './dates/date-pattern';
import type { Diagnostic } from './diagnostic';
import { findFunction } from './find-function';
import type { ValueKind } from './function-definition';
import { compilePattern } from './regex/compile-pattern';
import { EvaluationFailure } from './value';
import { visitScoped } from './visit-scoped';

/** Which argument of a function is a pattern. */
const datePatternArguments: ReadonlyMap<string, number> = new Map([
  ['format', 1],
  ['dformat', 1],
  ['date', 1],
]);
const regexArguments: ReadonlyMap<string, number> = new Map([
  ['extract_regex', 1],
  ['matches_regex', 1],
  ['explode', 1],
]);

/** What can be told from the text alone: broken patterns, lost remainders, division by zero, functions of other flows. */
export function checkLiterals(
  tree: Expression,
  text: string,
  kindOf: (node: Argument, parameters: readonly string[]) => ValueKind,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  visitScoped(tree, (node, parameters) => {
    if (node.kind === 'call') found.push(...checkCallLiterals(node));
    if (node.kind === 'dateTime') {
      const message = `Write date("${node.text}"): a date without quotes only works in Adobe’s samples`;
      found.push({ severity: 'warning', message, from: node.from, to: node.to });
    }
    if (node.kind === 'field' && /^\$\{(?:[^\\}]|\\[\s\S])*?(?<!\\)\./.test(text.slice(node.from, node.to))) {
      found.push({
        severity: 'warning',
        message: 'Escape the dot in the name: \\.',
        from: node.from,
        to: node.to,
      });
    }
    if (node.kind !== 'binary' || (node.operator !== '/' && node.operator !== '%')) return;
    const { right } = node;
    if (right.kind === 'number' && Number(right.value) === 0) {
      found.push({ severity: 'error', message: 'Division by zero', from: right.from, to: right.to });
    } else if (
      node.operator === '/' &&
      right.kind === 'number' &&
      !right.decimal &&
      mayBeWhole(kindOf(node.left, parameters))
    ) {
      const message = `Whole numbers divide without remainder here: write ${right.value}.0 to keep the decimals`;
      found.push({ severity: 'warning', message, from: right.from, to: right.to });
    }
  });
  return found;
}

function mayBeWhole(kind: ValueKind): boolean {
  return kind === 'integer' || kind === 'any';
}

function checkCallLiterals(node: Call): Diagnostic[] {
  const found: Diagnostic[] = [];
  const definition = findFunction(node.name);
  if (definition?.onlyFor) {
    const message = `${node.name} works for ${definition.onlyFor} only`;
    found.push({ severity: 'warning', message, ...node.nameRange });
  }
  if (definition && !definition.offline) {
    const message = `${node.name} can only be tried on the platform: ${definition.offlineReason ?? ''}`;
    found.push({ severity: 'hint', message, ...node.nameRange });
  }
  const datePattern = node.args[datePatternArguments.get(node.name) ?? -1];
  if (datePattern?.kind === 'string') {
    found.push(
      ...refusal(() => readDatePattern(datePattern.value), datePattern),
      ...checkPatternHabits(datePattern),
    );
  }
  const regex = node.args[regexArguments.get(node.name) ?? -1];
  if (regex?.kind === 'string') found.push(...refusal(() => compilePattern(regex.value), regex));
  return found;
}

function checkPatternHabits(pattern: Extract<Argument, { kind: 'string' }>): Diagnostic[] {
  const unquoted = pattern.value.replace(/'[^']*'/g, '');
  const range = { from: pattern.from, to: pattern.to };
  const found: Diagnostic[] = [];
  if (/Y/.test(unquoted)) {
    found.push({
      severity: 'warning',
      message: 'YYYY is the year of the week: write yyyy for the year',
      ...range,
    });
  }
  if (/y.?mm|mm.?(?:dd|y)/.test(unquoted)) {
    found.push({ severity: 'warning', message: 'mm is the minute: write MM for the month', ...range });
  }
  return found;
}

function refusal(read: () => unknown, range: Argument): Diagnostic[] {
  try {
    read();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof EvaluationFailure)) throw thrown;
    return [{ severity: 'error', message: thrown.message, from: range.from, to: range.to }];
  }
}
