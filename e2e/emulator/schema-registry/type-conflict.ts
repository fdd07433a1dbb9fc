import { entry, type JsonSchema } from './registry-state';

function typeOf(node: JsonSchema): string {
  return `${node.type ?? ''} ${node.format ?? ''}`.trim();
}

function conflictBetween(left: JsonSchema, right: JsonSchema, path: string): string | undefined {
  if (left.type !== undefined && right.type !== undefined && typeOf(left) !== typeOf(right)) return path;
  for (const [name, child] of Object.entries(left.properties ?? {})) {
    const other = right.properties === undefined ? undefined : entry(right.properties, name);
    if (other === undefined || other === child) continue;
    const found = conflictBetween(child, other, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  if (left.items === undefined || right.items === undefined) return undefined;
  return conflictBetween(left.items, right.items, `${path}[]`);
}

/** The first field to which two resolved parts of a schema give different types. */
export function typeConflict(parts: readonly JsonSchema[]): string | undefined {
  for (const [position, left] of parts.entries()) {
    for (const right of parts.slice(position + 1)) {
      const found = conflictBetween(left, right, '');
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
