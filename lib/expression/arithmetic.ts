import type { BinaryOperator } from './ast';
import { maxIntegerDigits, narrow, readNumber, toNumber, toText } from './coerce';
import { charge, chargeText, checkTextLength, type EvaluationContext } from './evaluation-context';
import { fail } from './value';

export type ArithmeticOperator = Extract<BinaryOperator, '+' | '-' | '*' | '/' | '%'>;

const symbols: Readonly<Record<ArithmeticOperator, string>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
};
const largestInteger = 10n ** BigInt(maxIntegerDigits);

/**
 * Computes two values; null with anything is null. Whole numbers stay exact at any size, and dividing two of them
 * drops the remainder unless `decimal` says that one was written or made as a decimal number.
 */
export function computeValues(
  operator: ArithmeticOperator,
  left: unknown,
  right: unknown,
  decimal: boolean,
  context: EvaluationContext,
): unknown {
  if (left === null || left === undefined || right === null || right === undefined) return null;
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    const joined = joinTexts(left, right, context);
    if (joined !== undefined) return joined;
  }
  const name = symbols[operator];
  return computeNumbers(operator, toNumber(left, name) ?? 0, toNumber(right, name) ?? 0, decimal, context);
}

/** Two texts, or a text that is no number and anything, are put together; a number and its text are added. */
function joinTexts(left: unknown, right: unknown, context: EvaluationContext): string | undefined {
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  const numeric = (value: unknown) => typeof value !== 'string' || readNumber(value) !== undefined;
  if (!bothTexts && numeric(left) && numeric(right)) return undefined;
  const [a, b] = [toText(left, '+') ?? '', toText(right, '+') ?? ''];
  checkTextLength(a.length + b.length);
  return chargeText(context, a + b);
}

function computeNumbers(
  operator: ArithmeticOperator,
  left: number | bigint,
  right: number | bigint,
  decimal: boolean,
  context: EvaluationContext,
): number | bigint {
  const whole = !decimal && isWhole(left) && isWhole(right);
  if ((operator === '/' || operator === '%') && Number(right) === 0) fail('Division by zero');
  if (!whole) return finite(computeDecimals(operator, Number(left), Number(right)));
  if (typeof left === 'number' && typeof right === 'number') {
    const quick = operator === '/' ? Math.trunc(left / right) : computeDecimals(operator, left, right);
    // -0 is no whole number of the platform's.
    if (Number.isSafeInteger(quick)) return quick + 0;
  }
  const exact = computeExactly(operator, BigInt(left), BigInt(right));
  if (exact >= largestInteger || exact <= -largestInteger) {
    fail(`A whole number may have ${maxIntegerDigits} digits`);
  }
  charge(context, 100);
  return narrow(exact);
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function computeDecimals(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function computeExactly(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : fail('The result is too large for a number');
}

/** `-value`; null for null. */
export function negate(value: unknown): number | bigint | null {
  const number = toNumber(value, '-');
  if (number === null) return null;
  return typeof number === 'bigint' ? narrow(-number) : 0 - number;
}

/** `~value` of a whole number; null for null. */
export function complement(value: unknown): number | bigint | null {
  const number = toNumber(value, '~');
  if (number === null) return null;
  if (!isWhole(number)) return fail('~ needs a whole number');
  return typeof number === 'bigint' ? narrow(~number) : -1 - number;
}
