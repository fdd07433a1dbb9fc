import type { Argument, Binary, BinaryOperator, Expression } from './ast';
import { printName } from './field-name';
import { printStringLiteral } from './string-literal';

const precedences: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

const unaryPrecedence = 7;
const postfixPrecedence = 8;

/** Canonical text of a tree: parsing it gives the same tree back, positions aside. */
export function printExpression(node: Argument): string {
  switch (node.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(node.value);
    case 'number':
      return printNumber(node.value, node.decimal);
    case 'string':
      return printStringLiteral(node.value);
    case 'dateTime':
      return node.text;
    case 'array':
      return `[${node.items.map(printExpression).join(', ')}]`;
    case 'object':
      return `{${node.entries.map((entry) => `${printStringLiteral(entry.key)}: ${printExpression(entry.value)}`).join(', ')}}`;
    case 'field':
      return printName(node.name);
    case 'member':
      return `${printTarget(node.target)}.${printName(node.name)}`;
    case 'index':
      return `${printTarget(node.target)}[${printExpression(node.index)}]`;
    case 'wildcard':
      return `${printTarget(node.target)}[*]`;
    case 'call':
      return `${node.name}(${node.args.map(printExpression).join(', ')})`;
    case 'method':
      return `${printTarget(node.target)}.${node.name}(${node.args.map(printExpression).join(', ')})`;
    case 'unary':
      return `${node.operator}${inside(node.operand, unaryPrecedence)}`;
    case 'binary':
      return printBinary(node);
    case 'lambda':
      return `${printName(node.parameter)} -> ${printExpression(node.body)}`;
  }
}

function printBinary(node: Binary): string {
  const precedence = precedences[node.operator];
  // Operators of one level group to the left, so a right operand of the same level needs brackets.
  return `${inside(node.left, precedence)} ${node.operator} ${inside(node.right, precedence + 1)}`;
}

function printTarget(node: Expression): string {
  // `1.5` followed by a name would read as part of the number.
  return node.kind === 'number' ? `(${printExpression(node)})` : inside(node, postfixPrecedence);
}

function inside(node: Expression, atLeast: number): string {
  const text = printExpression(node);
  return precedenceOf(node) < atLeast ? `(${text})` : text;
}

function precedenceOf(node: Expression): number {
  if (node.kind === 'binary') return precedences[node.operator];
  return node.kind === 'unary' ? unaryPrecedence : postfixPrecedence;
}

function printNumber(value: number | bigint, decimal: boolean): string {
  const text = String(value);
  return decimal && !/[.e]/.test(text) ? `${text}.0` : text;
}
