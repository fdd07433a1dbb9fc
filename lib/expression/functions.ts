import type { ExpressionFunction } from './function-definition';
import { functionDefinitions } from './function-definitions';

/** Every documented function, for completion, signature help, the validator and the list of the emulator. */
export const expressionFunctions: readonly ExpressionFunction[] = functionDefinitions;

/** An operator of the language. */
export interface ExpressionOperator {
  symbol: string;
  /** Words that mean the same. */
  words: readonly string[];
  methodName: string;
  operands: 1 | 2;
  description: string;
  example: string;
  /** Whether Adobe's public excerpt lists it; the others follow from its reserved words and samples. */
  documented: boolean;
}

/** Every operator, from the weakest binding to the strongest. */
export const expressionOperators: readonly ExpressionOperator[] = [
  binary('||', ['or'], 'or', 'True when one of two conditions holds', 'a || b'),
  binary('&&', ['and'], 'and', 'True when both conditions hold', 'a && b'),
  binary('==', ['eq'], 'equals', 'Whether two values are the same', 'status == "paid"'),
  binary('!=', ['ne'], 'notEquals', 'Whether two values differ', 'status != "paid"'),
  binary('<', ['lt'], 'lessThan', 'Whether the left value comes before the right', 'amount < 100'),
  binary(
    '<=',
    ['le'],
    'lessThanOrEqual',
    'Whether the left value comes before the right or equals it',
    'amount <= 100',
  ),
  binary('>', ['gt'], 'greaterThan', 'Whether the left value comes after the right', 'amount > 100'),
  binary(
    '>=',
    ['ge'],
    'greaterThanOrEqual',
    'Whether the left value comes after the right or equals it',
    'amount >= 100',
  ),
  { ...binary('+', [], 'add', 'Adds numbers, or puts texts together', '1 + 2'), documented: true },
  binary('-', [], 'subtract', 'Takes the right number from the left', 'total - fee'),
  binary('*', [], 'multiply', 'Multiplies two numbers', 'created * 1000'),
  {
    ...binary('/', ['div'], 'divide', 'Divides; two whole numbers drop the remainder', 'amount / 100.0'),
    documented: true,
  },
  binary('%', ['mod'], 'mod', 'Remainder of a division', 'amount % 100'),
  unary('!', ['not'], 'not', 'Turns true into false and false into true', '!active'),
  unary('-', [], 'negate', 'Changes the sign of a number', '-12'),
  unary('~', [], 'complement', 'Flips every bit of a whole number', '~44'),
];

function binary(
  symbol: string,
  words: readonly string[],
  methodName: string,
  description: string,
  example: string,
): ExpressionOperator {
  return { symbol, words, methodName, operands: 2, description, example, documented: false };
}

function unary(
  symbol: string,
  words: readonly string[],
  methodName: string,
  description: string,
  example: string,
): ExpressionOperator {
  return { symbol, words, methodName, operands: 1, description, example, documented: true };
}
