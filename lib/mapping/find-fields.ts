import type { SchemaTree } from '@/lib/schema/schema-tree';

/**
 * Ids of the fields that all typed words fit best, at most `limit`: the exact name first, then names that begin with the
 * text, then names that hold it, then paths. Words may stand anywhere in the path.
 */
export function findFields(tree: SchemaTree, query: string, limit: number): number[] {
  const typed = query.trim().toLowerCase();
  if (typed === '') return [];
  const words = typed.split(/\s+/);
  const byCloseness: number[][] = [[], [], [], []];
  for (let id = 0; id < tree.count; id += 1) {
    const path = (tree.path[id] ?? '').toLowerCase();
    const lower = tree.lower[id] ?? '';
    if (!words.every((word) => path.includes(word) || lower.includes(word))) continue;
    const name = (tree.name[id] ?? '').toLowerCase();
    const closeness =
      name === typed || path === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3;
    const found = byCloseness[closeness];
    if (found && found.length < limit) found.push(id);
  }
  return byCloseness.flat().slice(0, limit);
}
