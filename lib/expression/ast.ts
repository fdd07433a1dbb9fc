/** Half-open range of UTF-16 code units in the expression text. */
export interface TextRange {
  from: number;
  to: number;
}

/** A problem with a place in the text, worded for the person who wrote it. */
export interface ExpressionError extends TextRange {
  message: string;
}

export type BinaryOperator =
  | '*'
  | '/'
  | '%'
  | '+'
  | '-'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '&&'
  | '||';

export type UnaryOperator = '-' | '!' | '~';

export interface NullLiteral extends TextRange {
  kind: 'null';
}

export interface BooleanLiteral extends TextRange {
  kind: 'boolean';
  value: boolean;
}

/** `decimal` tells `100.0` from `100`: dividing by the second drops the remainder. */
export interface NumberLiteral extends TextRange {
  kind: 'number';
  value: number | bigint;
  decimal: boolean;
}

export interface StringLiteral extends TextRange {
  kind: 'string';
  value: string;
}

/** A bare date such as `2019-10-23T11:24:00Z`; `text` is what was written. */
export interface DateTimeLiteral extends TextRange {
  kind: 'dateTime';
  text: string;
}

export interface ArrayLiteral extends TextRange {
  kind: 'array';
  items: Expression[];
}

export interface ObjectEntry {
  key: string;
  value: Expression;
}

export interface ObjectLiteral extends TextRange {
  kind: 'object';
  entries: ObjectEntry[];
}

/** A root field of the record, or the parameter of an enclosing lambda. */
export interface Field extends TextRange {
  kind: 'field';
  name: string;
}

export interface Member extends TextRange {
  kind: 'member';
  target: Expression;
  name: string;
}

export interface Index extends TextRange {
  kind: 'index';
  target: Expression;
  index: Expression;
}

export interface Wildcard extends TextRange {
  kind: 'wildcard';
  target: Expression;
}

export interface Call extends TextRange {
  kind: 'call';
  name: string;
  nameRange: TextRange;
  args: Argument[];
}

export interface Method extends TextRange {
  kind: 'method';
  target: Expression;
  name: string;
  nameRange: TextRange;
  args: Argument[];
}

export interface Unary extends TextRange {
  kind: 'unary';
  operator: UnaryOperator;
  operand: Expression;
}

export interface Binary extends TextRange {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
}

/** `x -> x > 0`, allowed only as an argument. */
export interface Lambda extends TextRange {
  kind: 'lambda';
  parameter: string;
  body: Expression;
}

export type Expression =
  | NullLiteral
  | BooleanLiteral
  | NumberLiteral
  | StringLiteral
  | DateTimeLiteral
  | ArrayLiteral
  | ObjectLiteral
  | Field
  | Member
  | Index
  | Wildcard
  | Call
  | Method
  | Unary
  | Binary;

export type Argument = Expression | Lambda;

/** Calls `visit` for the node and everything below it, parents first. */
export function visitExpression(root: Argument, visit: (node: Argument) => void): void {
  const pending: Argument[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visit(node);
    pending.push(...childrenOf(node).reverse());
  }
}

function childrenOf(node: Argument): Argument[] {
  switch (node.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'dateTime':
    case 'field':
      return [];
    case 'array':
      return [...node.items];
    case 'object':
      return node.entries.map((entry) => entry.value);
    case 'member':
    case 'wildcard':
      return [node.target];
    case 'index':
      return [node.target, node.index];
    case 'call':
      return [...node.args];
    case 'method':
      return [node.target, ...node.args];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'lambda':
      return [node.body];
  }
}
