import type { FieldMapping } from '@/lib/mapping/mapping';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { buildSchemaTree, isFolder, type SchemaTree } from '@/lib/schema/schema-tree';

const topFolders = 40;
const leavesInFolder = 20;
const words = ['amount', 'currency', 'customer', 'created', 'status', 'address', 'invoice', 'balance'];
const leaves: readonly JsonSchemaNode[] = [
  { type: 'string' },
  { type: 'integer' },
  { type: 'boolean' },
  { type: 'string', format: 'date-time' },
  { type: 'number' },
];

/** A tree of about `size` fields, three folders deep, with the names and types that payment objects have. */
export function aLargeTree(size: number, prefix: string): SchemaTree {
  const inTop = Math.floor(size / topFolders);
  const properties: Record<string, unknown> = {};
  let count = 0;
  for (let top = 0; top < topFolders; top += 1) {
    const folders: Record<string, unknown> = {};
    for (let made = 1; made < inTop; ) {
      const inner: Record<string, unknown> = {};
      for (let leaf = 0; leaf < leavesInFolder && made + leaf + 1 < inTop; leaf += 1) {
        inner[`${words[count % words.length]}_${prefix}_${count}`] = leaves[count % leaves.length];
        count += 1;
      }
      made += Object.keys(inner).length + 1;
      folders[`${prefix}_part_${made}`] = { type: 'object', properties: inner };
      if (Object.keys(inner).length === 0) break;
    }
    properties[`${prefix}_group_${top}`] = { type: 'object', properties: folders };
  }
  return buildSchemaTree({ type: 'object', properties });
}

/** As many mappings as wanted between leaves of both trees, spread over all of them. */
export function manyMappings(source: SchemaTree, target: SchemaTree, count: number): FieldMapping[] {
  const from = leavesOf(source);
  const to = leavesOf(target);
  const step = Math.max(1, Math.floor(Math.min(from.length, to.length) / Math.max(1, count)));
  return Array.from({ length: count }, (_, at) => ({
    id: `mapping-${at}`,
    kind: 'attribute' as const,
    // Neighbours mostly, so that most lines are on show while scrolling; every fifth goes far.
    source: source.path[from[(at * step) % from.length] ?? 0] ?? '',
    target:
      target.path[to[(at * step + (at % 5 === 0 ? 400 : (at % 7) - 3) + to.length) % to.length] ?? 0] ?? '',
  }));
}

function leavesOf(tree: SchemaTree): number[] {
  const found: number[] = [];
  for (let id = 0; id < tree.count; id += 1) if (!isFolder(tree, id)) found.push(id);
  return found;
}
