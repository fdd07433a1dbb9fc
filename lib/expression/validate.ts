import type { Expression } from './ast';
import { checkCalls } from './check-calls';
import { checkLiterals } from './check-literals';
import { checkTypes } from './check-types';
import { closestName } from './closest-name';
import type { Diagnostic } from './diagnostic';
import { type FieldLookup, inferKind } from './infer-kind';
import { findFieldReferences } from './referenced-fields';
import { printSourcePath, type SourcePath } from './source-path';
import { readSyntax } from './syntax';

export interface ValidationOptions {
  /**
   * Kind of the source field at a path, undefined when there is none. Paths are in canonical form with every index
   * written `[*]`. Left out, fields are not checked.
   */
  fields?: FieldLookup;
  /** Paths to suggest for a field that does not exist. */
  knownPaths?: readonly string[];
}

/** Everything wrong or doubtful in an expression, in order of place. Never throws. */
export function validateExpression(text: string, options: ValidationOptions = {}): Diagnostic[] {
  const syntax = readSyntax(text);
  if (!syntax.ok) return syntax.errors.map((error) => ({ severity: 'error', ...error }));
  const { tree } = syntax;
  const { fields } = options;
  const found: Diagnostic[] = [
    ...checkCalls(tree).map((error) => ({ severity: 'error' as const, ...error })),
    ...checkTypes(tree, fields),
    ...checkLiterals(tree, text, (node, parameters) => inferKind(node, fields, parameters)),
    ...(fields ? checkFields(tree, fields, options.knownPaths ?? []) : []),
  ];
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

function checkFields(tree: Expression, fields: FieldLookup, knownPaths: readonly string[]): Diagnostic[] {
  return findFieldReferences(tree).flatMap(({ path, ends, from, to, mayBeMissing }) => {
    const unknown = mayBeMissing ? undefined : firstUnknown(path, fields);
    if (unknown === undefined) return [];
    const written = printSourcePath(path.slice(0, unknown + 1));
    const meant = closestName(lookupPath(path.slice(0, unknown + 1)), knownPaths);
    const hint = meant ? `: did you mean ${meant}?` : '';
    const message = `The source has no field ${written}${hint}`;
    return [{ severity: 'error' as const, message, from, to: ends[unknown] ?? to }];
  });
}

/** Position of the first segment that leads nowhere; what lies inside a map or an unknown value may be anything. */
function firstUnknown(path: SourcePath, fields: FieldLookup): number | undefined {
  for (const [position, segment] of path.entries()) {
    const kind = fields(lookupPath(path.slice(0, position + 1)));
    if (kind === 'any' || kind === 'map') return undefined;
    // A lookup that only knows fields, and not the elements of lists, is fine too.
    if (kind === undefined && segment.kind === 'name') return position;
  }
  return undefined;
}

function lookupPath(path: SourcePath): string {
  return printSourcePath(path.map((segment) => (segment.kind === 'name' ? segment : { kind: 'wildcard' })));
}
