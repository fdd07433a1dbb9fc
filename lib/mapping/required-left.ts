import { findFieldId } from '@/lib/schema/field';
import { ancestorsOf, type SchemaTree } from '@/lib/schema/schema-tree';

/**
 * Required target fields that nothing fills, in the order of the schema: those that every record needs
 * (`requiredTargets`), and those inside an object or list that some mapping makes. `filled` are ids in the tree.
 */
export function requiredLeftOf(
  tree: SchemaTree,
  filled: ReadonlySet<number>,
  requiredTargets: readonly string[],
): string[] {
  const isFilled = (id: number) => filled.has(id) || ancestorsOf(tree, id).some((up) => filled.has(up));
  const made = new Set<number>();
  // A filled folder is copied as the source has it: what lies inside it is not for us to say.
  for (const id of filled) for (const up of ancestorsOf(tree, id)) made.add(up);
  const left = new Set<number>();
  const unknown: string[] = [];
  for (const path of requiredTargets) {
    const id = findFieldId(tree, path);
    if (id < 0) unknown.push(path);
    else if (!isFilled(id) && !made.has(id)) left.add(id);
  }
  for (const parent of made) {
    if (isFilled(parent)) continue;
    for (let id = parent + 1; id < (tree.end[parent] ?? 0); id = tree.end[id] ?? id + 1) {
      if (tree.required[id] === 1 && !isFilled(id) && !made.has(id)) left.add(id);
    }
  }
  return [...unknown, ...[...left].sort((a, b) => a - b).map((id) => tree.path[id] ?? '')];
}
