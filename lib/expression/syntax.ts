import type { SyntaxNode } from '@lezer/common';
import type {
  Argument,
  BinaryOperator,
  Expression,
  ExpressionError,
  ObjectEntry,
  TextRange,
  UnaryOperator,
} from './ast';
import { plainNameProblem, readName } from './field-name';
import { parser } from './generated/expression-parser';
import { readStringLiteral } from './string-literal';
import { describeSyntaxError } from './syntax-error';

/** Longest calculated field the platform takes, in UTF-16 code units. */
export const maxExpressionLength = 4096;

/** Deepest nesting taken: far above what people write, far below what a small worker stack holds. */
export const maxExpressionDepth = 200;

export type SyntaxResult = { ok: true; tree: Expression } | { ok: false; errors: ExpressionError[] };

const strictParser = parser.configure({ strict: true });

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map([
  ['*', '*'],
  ['/', '/'],
  ['div', '/'],
  ['%', '%'],
  ['mod', '%'],
  ['+', '+'],
  ['-', '-'],
  ['<', '<'],
  ['lt', '<'],
  ['<=', '<='],
  ['le', '<='],
  ['>', '>'],
  ['gt', '>'],
  ['>=', '>='],
  ['ge', '>='],
  ['==', '=='],
  ['eq', '=='],
  ['!=', '!='],
  ['ne', '!='],
  ['&&', '&&'],
  ['and', '&&'],
  ['||', '||'],
  ['or', '||'],
]);

const unaryOperators: ReadonlyMap<string, UnaryOperator> = new Map([
  ['-', '-'],
  ['!', '!'],
  ['not', '!'],
  ['~', '~'],
]);

/** Not an `Error`: a stack trace per wrong expression is cost without use. */
class Refusal {
  constructor(readonly error: ExpressionError) {}
}

/**
 * Reads the text with the grammar alone: shape, names and numbers, but not which functions exist. Never throws; use
 * `parseExpression` for the whole check.
 */
export function readSyntax(text: string): SyntaxResult {
  if (text.trim() === '') return refuse('Write an expression', 0, text.length);
  if (text.length > maxExpressionLength) {
    return refuse(
      `An expression may have ${maxExpressionLength} characters; this one has ${text.length}`,
      maxExpressionLength,
      text.length,
    );
  }
  try {
    // The grammar has no word for half of a surrogate pair; a stand-in of the same length keeps every place right.
    const top = strictParser.parse(text.replace(/\p{Cs}/gu, '\ufffd')).topNode.firstChild;
    if (!top) return refuse('Write an expression', 0, text.length);
    return { ok: true, tree: new TreeReader(text).expression(expressionIn(top), 0) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, errors: [thrown.error] };
    // Thousands of brackets can outgrow a small worker stack inside the tree builder, before depths are counted.
    if (thrown instanceof RangeError) return refuse('The expression is nested too deep', 0, text.length);
    const position = thrown instanceof SyntaxError ? /^No parse at (\d+)$/.exec(thrown.message) : null;
    if (!position) throw thrown;
    return { ok: false, errors: [describeSyntaxError(text, Number(position[1]))] };
  }
}

function refuse(message: string, from: number, to: number): SyntaxResult {
  return { ok: false, errors: [{ message, from, to }] };
}

/** Brackets are tokens beside the expression they enclose. */
function isBracket(node: SyntaxNode): boolean {
  return node.name === '(' || node.name === ')';
}

function expressionIn(node: SyntaxNode): SyntaxNode {
  let current = node;
  while (isBracket(current) && current.nextSibling) current = current.nextSibling;
  return current;
}

class TreeReader {
  constructor(private readonly text: string) {}

  expression(node: SyntaxNode, depth: number): Expression {
    const read = this.argument(node, depth);
    if (read.kind === 'lambda') return this.fail('A lambda can only be an argument of a function', node);
    return read;
  }

  private argument(node: SyntaxNode, depth: number): Argument {
    if (depth > maxExpressionDepth) {
      return this.fail(`The expression is nested more than ${maxExpressionDepth} levels deep`, node);
    }
    const range = { from: node.from, to: node.to };
    const below = depth + 1;
    switch (node.name) {
      case 'Null':
        return { kind: 'null', ...range };
      case 'True':
      case 'False':
        return { kind: 'boolean', value: node.name === 'True', ...range };
      case 'Number':
        return this.number(node);
      case 'DateTime':
        return { kind: 'dateTime', text: this.textOf(node), ...range };
      case 'String':
        return { kind: 'string', value: readStringLiteral(this.textOf(node)), ...range };
      case 'ArrayLiteral':
        return {
          kind: 'array',
          items: this.parts(node).map((item) => this.expression(item, below)),
          ...range,
        };
      case 'ObjectLiteral':
        return {
          kind: 'object',
          entries: this.parts(node).map((entry) => this.entry(entry, below)),
          ...range,
        };
      case 'Field':
        return { kind: 'field', name: this.name(this.part(node, 0)), ...range };
      case 'Call': {
        const name = this.part(node, 0);
        const args = this.args(this.part(node, 1), below);
        return { kind: 'call', name: this.textOf(name), nameRange: rangeOf(name), args, ...range };
      }
      case 'Member': {
        const target = this.expression(this.part(node, 0), below);
        return { kind: 'member', target, name: this.name(this.part(node, 1)), ...range };
      }
      case 'Method': {
        const target = this.expression(this.part(node, 0), below);
        const name = this.part(node, 1);
        const args = this.args(this.part(node, 2), below);
        return { kind: 'method', target, name: this.textOf(name), nameRange: rangeOf(name), args, ...range };
      }
      case 'Index': {
        const target = this.expression(this.part(node, 0), below);
        return { kind: 'index', target, index: this.expression(this.part(node, 1), below), ...range };
      }
      case 'Wildcard':
        return { kind: 'wildcard', target: this.expression(this.part(node, 0), below), ...range };
      case 'Unary': {
        const operator = unaryOperators.get(this.textOf(this.part(node, 0)));
        const operand = this.expression(this.part(node, 1), below);
        if (!operator) return this.fail('This operator is not known', node);
        return { kind: 'unary', operator, operand, ...range };
      }
      case 'Binary': {
        const left = this.expression(this.part(node, 0), below);
        const operator = binaryOperators.get(this.textOf(this.part(node, 1)));
        const right = this.expression(this.part(node, 2), below);
        if (!operator) return this.fail('This operator is not known', node);
        return { kind: 'binary', operator, left, right, ...range };
      }
      case 'Lambda': {
        const parameter = this.name(this.part(node, 0));
        return { kind: 'lambda', parameter, body: this.expression(this.part(node, 1), below), ...range };
      }
      default:
        return this.fail('This part of the expression is not understood', node);
    }
  }

  /** Children that carry meaning, in order: brackets, commas and dots left out. */
  private parts(node: SyntaxNode): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (/^[()[\]{},:.]$|^->$/.test(child.name)) continue;
      if (node.name === 'Wildcard' && child.name === 'Star') continue;
      found.push(child);
    }
    return found;
  }

  private part(node: SyntaxNode, index: number): SyntaxNode {
    return this.parts(node)[index] ?? this.fail('This part of the expression is incomplete', node);
  }

  private args(node: SyntaxNode, depth: number): Argument[] {
    return this.parts(node).map((argument) => this.argument(argument, depth));
  }

  private entry(node: SyntaxNode, depth: number): ObjectEntry {
    const key = readStringLiteral(this.textOf(this.part(node, 0)));
    return { key, value: this.expression(this.part(node, 1), depth) };
  }

  private name(node: SyntaxNode): string {
    const written = this.textOf(node);
    const problem = plainNameProblem(written);
    return problem === undefined ? readName(written) : this.fail(problem, node);
  }

  private number(node: SyntaxNode): Expression {
    const written = this.textOf(node);
    const value = Number(written);
    const range = rangeOf(node);
    if (!Number.isFinite(value)) return this.fail('This number is too large', node);
    if (/[.eE]/.test(written)) return { kind: 'number', value, decimal: true, ...range };
    const exact = Number.isSafeInteger(value) ? value : BigInt(written);
    return { kind: 'number', value: exact, decimal: false, ...range };
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  private fail(message: string, range: TextRange): never {
    throw new Refusal({ message, from: range.from, to: range.to });
  }
}

function rangeOf(node: SyntaxNode): TextRange {
  return { from: node.from, to: node.to };
}
