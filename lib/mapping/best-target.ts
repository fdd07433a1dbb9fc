import type { SchemaTree } from '@/lib/schema/schema-tree';

/**
 * The field of another tree with the same name, where the most names of the path agree from the end; of equals one that
 * is spelled the same, then the one nearest to the top; −1 without one. Where a picked field lands first: a start for the
 * person, never a decision.
 */
export function findNamesake(
  tree: SchemaTree,
  other: SchemaTree,
  id: number,
  isTaken: (candidate: number) => boolean,
): number {
  const wanted = namesOf(tree, id);
  let best = -1;
  let bestAgreement = 0;
  for (let candidate = 0; candidate < other.count; candidate += 1) {
    if (comparable(other.name[candidate] ?? '') !== wanted[0] || isTaken(candidate)) continue;
    const names = namesOf(other, candidate);
    let agreement = 0;
    while (agreement < wanted.length && wanted[agreement] === names[agreement]) agreement += 1;
    if (other.name[candidate] === tree.name[id]) agreement += 0.5;
    const isNearer = (other.depth[candidate] ?? 0) < (other.depth[best] ?? 0);
    if (agreement > bestAgreement || (agreement === bestAgreement && isNearer)) {
      best = candidate;
      bestAgreement = agreement;
    }
  }
  return best;
}

/**
 * The hit that typed letters mean most likely: the exact name, or the end of a path, before a longer one; of equals the
 * one nearest to the top, then the first; hits that `isUsable` refuses only when there is no other. −1 without any hit.
 */
export function findBestHit(
  tree: SchemaTree,
  query: string,
  isHit: (id: number) => boolean,
  isUsable: (id: number) => boolean,
): number {
  const wanted = query.trim().toLowerCase();
  let best = -1;
  let bestScore = -1;
  for (let id = 0; id < tree.count; id += 1) {
    if (!isHit(id)) continue;
    const name = (tree.name[id] ?? '').toLowerCase();
    const path = (tree.path[id] ?? '').toLowerCase();
    const closeness =
      name === wanted || path === wanted ? 3 : path.endsWith(wanted) ? 2 : name.startsWith(wanted) ? 1 : 0;
    const isBetter = (score: number) =>
      score > bestScore || (score === bestScore && (tree.depth[id] ?? 0) < (tree.depth[best] ?? 0));
    // Judging a pair costs more than comparing names: only hits that could win are judged.
    if (!isBetter(closeness + usable)) continue;
    const score = closeness + (isUsable(id) ? usable : 0);
    if (isBetter(score)) {
      best = id;
      bestScore = score;
    }
  }
  return best;
}

// More than any closeness.
const usable = 4;

/** Names from the field up, in the form in which they are compared. */
function namesOf(tree: SchemaTree, id: number): string[] {
  const names: string[] = [];
  for (let at = id; at >= 0; at = tree.parent[at] ?? -1) names.push(comparable(tree.name[at] ?? ''));
  return names;
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
