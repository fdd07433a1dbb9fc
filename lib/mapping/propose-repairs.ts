import { fieldAt } from '@/lib/schema/field';
import { ancestorsOf, type SchemaTree } from '@/lib/schema/schema-tree';
import type { CheckedMapping, MappingTrees } from './check-mappings';
import { nameIndexOf } from './name-index';
import { nameLikeness, splitNames } from './name-likeness';
import { checkFieldPair } from './rules';

/** Where a row may belong now that one of its fields is gone. */
export type Repair = {
  mappingId: string;
  end: 'source' | 'target';
  from: string;
  to: string;
  /** 0 to 1. */
  likeness: number;
};

// Below this a proposal is a guess that costs more attention than it saves.
const leastLikeness = 0.81;
// More than these are offered once the first ones are repaired.
const maxGoneRows = 500;

/**
 * For each row whose source or target field is gone: the field that is most like it by name and place and that the
 * other end can be mapped to; both when both are gone. A target that another row fills is not proposed, none twice.
 */
export function proposeRepairs(checked: readonly CheckedMapping[], trees: MappingTrees): Repair[] {
  const repairs: Repair[] = [];
  const filled = new Set(checked.filter(({ targetId }) => targetId >= 0).map(({ targetId }) => targetId));
  const gone = checked.filter(isGone).slice(0, maxGoneRows);
  for (const row of gone) {
    const { mapping } = row;
    let { targetId } = row;
    const isSourceGone = mapping.kind === 'attribute' && row.sourceId < 0;
    if (targetId < 0) {
      const source = row.sourceId >= 0 ? fieldAt(trees.sourceTree, row.sourceId) : undefined;
      const best = findLikest(
        trees.targetTree,
        mapping.target,
        (id) =>
          !filled.has(id) &&
          (!source || checkFieldPair(source, fieldAt(trees.targetTree, id), trees).verdict !== 'refused'),
      );
      if (!best) continue;
      filled.add(best.id);
      targetId = best.id;
      repairs.push({ mappingId: mapping.id, end: 'target', from: mapping.target, ...best.repair });
    }
    if (!isSourceGone) continue;
    // Both ends move together where a new target is made from the source.
    const target = fieldAt(trees.targetTree, targetId);
    const best = findLikest(
      trees.sourceTree,
      mapping.source,
      (id) => checkFieldPair(fieldAt(trees.sourceTree, id), target, trees).verdict !== 'refused',
    );
    if (best) repairs.push({ mappingId: mapping.id, end: 'source', from: mapping.source, ...best.repair });
  }
  return repairs;
}

/** Whether a field that the row names is not in its schema. */
export function isGone({ mapping, sourceId, targetId }: CheckedMapping): boolean {
  return targetId < 0 || (mapping.kind === 'attribute' && sourceId < 0);
}

function findLikest(
  tree: SchemaTree,
  path: string,
  isUsable: (id: number) => boolean,
): { id: number; repair: { to: string; likeness: number } } | undefined {
  const wanted = splitNames(path);
  let best = -1;
  let bestLikeness = leastLikeness;
  for (const id of nameIndexOf(tree).candidates(wanted.at(-1) ?? '')) {
    const likeness = likenessOf(wanted, tree, id);
    if (likeness > bestLikeness && isUsable(id)) {
      best = id;
      bestLikeness = likeness;
    }
  }
  const to = tree.path[best];
  return to === undefined ? undefined : { id: best, repair: { to, likeness: bestLikeness } };
}

/** The name counts most; then how many of the folders on the way are the same, in their order. */
function likenessOf(wanted: readonly string[], tree: SchemaTree, id: number): number {
  const name = nameLikeness(wanted.at(-1) ?? '', tree.name[id] ?? '');
  if (name < 0.5) return 0;
  const ancestors = ancestorsOf(tree, id);
  let shared = 0;
  let above = ancestors.length;
  for (let at = wanted.length - 2; at >= 0; at -= 1) {
    for (let up = above - 1; up >= 0; up -= 1) {
      const likeness = nameLikeness(wanted[at] ?? '', tree.name[ancestors[up] ?? -1] ?? '');
      if (likeness < 0.5) continue;
      shared += likeness;
      above = up;
      break;
    }
  }
  const folders = wanted.length - 1 + ancestors.length;
  const place = folders === 0 ? 1 : (2 * shared) / folders;
  return name * 0.6 + place * 0.4;
}
