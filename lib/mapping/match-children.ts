import { fieldAt } from '@/lib/schema/field';
import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import type { NewFieldMapping } from './commands';
import { checkFieldPair } from './rules';

/**
 * Mappings for the fields below two folders whose names are equal, level by level; pairs that would be refused are
 * left out. Names compare without case and separators, so `exp_month` meets `expMonth`.
 */
export function matchChildren(
  sourceTree: SchemaTree,
  sourceId: number,
  targetTree: SchemaTree,
  targetId: number,
  tenantRoot: string,
): NewFieldMapping[] {
  const mappings: NewFieldMapping[] = [];
  const visit = (source: number, target: number) => {
    const targets = new Map<string, number>();
    for (const child of childrenOf(targetTree, target))
      targets.set(comparable(targetTree.name[child] ?? ''), child);
    for (const child of childrenOf(sourceTree, source)) {
      const partner = targets.get(comparable(sourceTree.name[child] ?? ''));
      if (partner === undefined) continue;
      if (isFolder(sourceTree, child) && isFolder(targetTree, partner)) {
        visit(child, partner);
        continue;
      }
      const from = fieldAt(sourceTree, child);
      const to = fieldAt(targetTree, partner);
      if (checkFieldPair(from, to, { tenantRoot }).verdict === 'refused') continue;
      mappings.push({ kind: 'attribute', source: from.path, target: to.path });
    }
  };
  visit(sourceId, targetId);
  return mappings;
}

function* childrenOf(tree: SchemaTree, id: number): Generator<number> {
  const end = tree.end[id] ?? id + 1;
  for (let child = id + 1; child < end; child = tree.end[child] ?? child + 1) yield child;
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
