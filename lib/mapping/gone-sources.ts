import { findFieldId } from '@/lib/schema/field';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { FieldMapping } from './mapping';

/** Source paths of mappings that the known schema has and the present one has not, each once, in the rows' order. */
export function goneSources(
  mappings: readonly FieldMapping[],
  known: JsonSchemaNode,
  present: JsonSchemaNode,
): string[] {
  const before = buildSchemaTree(known);
  const now = buildSchemaTree(present);
  const paths = mappings.filter(({ kind }) => kind === 'attribute').map(({ source }) => source);
  return [...new Set(paths)].filter((path) => findFieldId(before, path) >= 0 && findFieldId(now, path) < 0);
}
