import { narrow, toNumber } from '../coerce';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { fail } from '../value';

const params: readonly FunctionParameter[] = [
  { name: 'input', kind: 'any', description: 'A text that is a number, or a number' },
];

const highestInteger = 2_147_483_647;

/** Drops the fraction: a whole number has none, whatever Adobe's sample prints. */
const toBigint: FunctionBody = ([value]) => {
  if (typeof value === 'string') {
    const [, digits] = /^\s*([+-]?\d{1,1000})(?:\.\d*)?\s*$/.exec(value) ?? [];
    if (digits !== undefined) return narrow(BigInt(digits.replace('+', '')));
  }
  const number = toNumber(value, 'to_bigint');
  if (number === null || typeof number === 'bigint') return number;
  return narrow(BigInt(Math.trunc(number)));
};

const toDecimal: FunctionBody = ([value]) => {
  const number = toNumber(value, 'to_decimal');
  if (number === null) return null;
  const decimal = Number(number);
  return Number.isFinite(decimal) ? decimal : fail('This number is too large for a decimal number');
};

/** The nearest 32-bit number, written with the fewest digits that mean it, as Java prints it. */
const toFloat: FunctionBody = ([value]) => {
  const number = toNumber(value, 'to_float');
  if (number === null) return null;
  const float = Math.fround(Number(number));
  if (!Number.isFinite(float)) return fail('This number is too large for a float');
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return Number(float.toPrecision(9));
};

const toInteger: FunctionBody = ([value]) => {
  const number = toNumber(value, 'to_integer');
  if (number === null) return null;
  const whole = Math.trunc(Number(number)) + 0;
  if (typeof value === 'string' && whole !== Number(number)) return fail(`to_integer needs a whole number`);
  if (whole > highestInteger || whole < -highestInteger - 1) {
    return fail('This number is too large for an integer: use to_bigint');
  }
  return whole;
};

export const conversionFunctions = defineFunctions('Type conversions', [
  {
    name: 'to_bigint',
    signature: 'to_bigint(input)',
    description: 'A whole number of any size; a fraction is dropped.',
    params,
    returns: 'integer',
    example: 'to_bigint("1000000.34")',
    result: '1000000',
    evaluate: toBigint,
  },
  {
    name: 'to_decimal',
    signature: 'to_decimal(input)',
    description: 'A number with a fraction, in double precision.',
    params,
    returns: 'number',
    example: 'to_decimal("20.5")',
    result: '20.5',
    evaluate: toDecimal,
  },
  {
    name: 'to_float',
    signature: 'to_float(input)',
    description: 'A number with a fraction, in single precision.',
    params,
    returns: 'number',
    example: 'to_float("12.3456")',
    result: '12.3456',
    evaluate: toFloat,
  },
  {
    name: 'to_integer',
    signature: 'to_integer(input)',
    description: 'A whole number of 32 bits. The fraction of a number is dropped, that of a text refused.',
    params,
    returns: 'integer',
    example: 'to_integer("12")',
    result: '12',
    evaluate: toInteger,
  },
]);
