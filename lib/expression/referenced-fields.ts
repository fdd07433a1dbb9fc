import type { Argument, Expression, TextRange } from './ast';
import { parseExpression } from './parse';
import { parseSourcePath, printSourcePath, type SourcePath, type SourcePathSegment } from './source-path';

/** A place where an expression reads the record. */
export interface FieldReference extends TextRange {
  path: SourcePath;
  /** End of each segment in the text, in step with `path`. */
  ends: readonly number[];
  /** The expression asks whether the field is there, so it need not be. */
  mayBeMissing?: true;
}

/**
 * Paths of the record an expression reads, without repetitions, in order of place; none for a text that is not valid.
 * A path ends where an index is computed.
 */
export function referencedFields(text: string): string[] {
  const parsed = parseExpression(text);
  if (!parsed.ok) return [];
  return [...new Set(findFieldReferences(parsed.tree).map((reference) => printSourcePath(reference.path)))];
}

/** Every place where the tree reads the record, lambda parameters left out. */
export function findFieldReferences(tree: Expression): FieldReference[] {
  const found: FieldReference[] = [];
  collect(tree, [], found);
  return found.sort((a, b) => a.from - b.from);
}

function collect(node: Argument, parameters: readonly string[], found: FieldReference[]): void {
  switch (node.kind) {
    case 'field':
    case 'member':
    case 'index':
    case 'wildcard':
      collectPath(node, parameters, found);
      return;
    case 'call':
      collectCall(node, parameters, found);
      return;
    case 'method':
      for (const part of [node.target, ...node.args]) collect(part, parameters, found);
      return;
    case 'array':
      for (const item of node.items) collect(item, parameters, found);
      return;
    case 'object':
      for (const entry of node.entries) collect(entry.value, parameters, found);
      return;
    case 'unary':
      collect(node.operand, parameters, found);
      return;
    case 'binary':
      collect(node.left, parameters, found);
      collect(node.right, parameters, found);
      return;
    case 'lambda':
      collect(node.body, [...parameters, node.parameter], found);
      return;
    default:
  }
}

function collectCall(
  node: Extract<Argument, { kind: 'call' }>,
  parameters: readonly string[],
  found: FieldReference[],
): void {
  const [first, second] = node.args;
  if (node.name === 'contains_key' && first?.kind === 'string') {
    const parsed = parseSourcePath(first.value);
    if (!parsed.ok) return;
    found.push({
      path: parsed.path,
      from: first.from,
      to: first.to,
      ends: parsed.path.map(() => first.to),
      mayBeMissing: true,
    });
    return;
  }
  // In object_to_map(list, attribute) the attribute is a name, not a field of the record.
  const isAttribute = node.name === 'object_to_map' && node.args.length === 2 && second?.kind === 'field';
  const args = isAttribute && first && first.kind !== 'string' ? [first] : node.args;
  for (const arg of args) collect(arg, parameters, found);
}

function collectPath(node: Expression, parameters: readonly string[], found: FieldReference[]): void {
  const segments: { segment: SourcePathSegment; end: number }[] = [];
  let current = node;
  for (;;) {
    if (current.kind === 'member') {
      segments.push({ segment: { kind: 'name', name: current.name }, end: current.to });
    } else if (current.kind === 'wildcard') {
      segments.push({ segment: { kind: 'wildcard' }, end: current.to });
    } else if (current.kind === 'index') {
      const { index } = current;
      if (index.kind === 'number' && typeof index.value === 'number' && !index.decimal) {
        segments.push({ segment: { kind: 'index', index: index.value }, end: current.to });
      } else {
        collect(index, parameters, found);
        // What lies behind a computed index cannot be named.
        segments.length = 0;
      }
    } else {
      break;
    }
    current = current.target;
  }
  if (current.kind !== 'field') {
    collect(current, parameters, found);
    return;
  }
  if (parameters.includes(current.name)) return;
  segments.push({ segment: { kind: 'name', name: current.name }, end: current.to });
  segments.reverse();
  found.push({
    path: segments.map(({ segment }) => segment),
    ends: segments.map(({ end }) => end),
    from: current.from,
    to: segments.at(-1)?.end ?? current.to,
  });
}
