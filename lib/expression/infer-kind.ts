import type { Argument } from './ast';
import { findFunction, findMethod } from './find-function';
import type { ValueKind } from './function-definition';
import { printSourcePath, toSourcePath } from './source-path';

/** Kind of a source field; `any` where it is not known or varies. */
export type FieldKind = Exclude<ValueKind, 'lambda'>;

/** Kind of the field at a path whose indexes are all written `[*]`, or undefined when there is no such field. */
export type FieldLookup = (path: string) => FieldKind | undefined;

/** Kind of value a node gives, `any` where that depends on the record. */
export function inferKind(
  node: Argument,
  fields: FieldLookup | undefined,
  parameters: readonly string[],
): ValueKind {
  switch (node.kind) {
    case 'null':
      return 'any';
    case 'boolean':
    case 'string':
    case 'array':
    case 'object':
    case 'lambda':
      return node.kind;
    case 'number':
      return node.decimal ? 'number' : 'integer';
    case 'dateTime':
      return 'date';
    case 'field':
    case 'member':
    case 'index':
    case 'wildcard':
      return inferPath(node, fields, parameters);
    case 'call':
      if (node.name === 'iif' || node.name === 'coalesce') {
        const choices = node.name === 'iif' ? node.args.slice(1) : node.args;
        return commonKind(choices.map((choice) => inferKind(choice, fields, parameters)));
      }
      return findFunction(node.name)?.returns ?? 'any';
    case 'method':
      return findMethod(node.name)?.returns ?? 'any';
    case 'unary':
      return node.operator === '!' ? 'boolean' : numberKind([inferKind(node.operand, fields, parameters)]);
    case 'binary': {
      if (!['+', '-', '*', '/', '%'].includes(node.operator)) return 'boolean';
      const kinds = [node.left, node.right].map((side) => inferKind(side, fields, parameters));
      if (node.operator === '+' && kinds.some((kind) => kind === 'string' || kind === 'any')) return 'any';
      return numberKind(kinds);
    }
  }
}

function numberKind(kinds: readonly ValueKind[]): ValueKind {
  return kinds.every((kind) => kind === 'integer') ? 'integer' : 'number';
}

function commonKind(kinds: readonly ValueKind[]): ValueKind {
  const [first] = kinds;
  return first !== undefined && kinds.every((kind) => kind === first) ? first : 'any';
}

function inferPath(
  node: Extract<Argument, { kind: 'field' | 'member' | 'index' | 'wildcard' }>,
  fields: FieldLookup | undefined,
  parameters: readonly string[],
): ValueKind {
  const path = toSourcePath(node);
  const [root] = path ?? [];
  if (!path || !fields || root?.kind !== 'name' || parameters.includes(root.name)) return 'any';
  // Behind a wildcard every value is a list of the field's.
  if (path.some((segment) => segment.kind === 'wildcard')) return 'array';
  return (
    fields(
      printSourcePath(path.map((segment) => (segment.kind === 'index' ? { kind: 'wildcard' } : segment))),
    ) ?? 'any'
  );
}
