import { comparePairs } from './gather-candidates';
import type { PairScore } from './score-pair';
import type { SourceField } from './source-field';
import type { TargetIndex } from './target-index';

// By how much an owner may lose, in share of its claim, and by how much more the other has to gain.
const nearlyAsGood = 0.1;
const clearGain = 0.1;

/** Which source each single-valued target goes to: the best pairs first, every source and every such target once. */
export function assignTargets(
  sources: readonly SourceField[],
  candidates: readonly (readonly PairScore[])[],
  index: TargetIndex,
): ReadonlyMap<number, number> {
  const pairs: { source: number; pair: PairScore }[] = [];
  for (const [source, list] of candidates.entries()) {
    for (const pair of list.slice(0, 10)) if (pair.score > 0.15) pairs.push({ source, pair });
  }
  const pathOf = (source: number) => sources[source]?.field.path ?? '';
  pairs.sort(
    (one, other) =>
      other.pair.score - one.pair.score ||
      comparePairs(one.pair, other.pair, index) ||
      (pathOf(one.source) < pathOf(other.source) ? -1 : 1),
  );
  const ownerOf = new Map<number, number>();
  const served = new Set<number>();
  for (const { source, pair } of pairs) {
    if (served.has(source)) continue;
    const owner = ownerOf.get(pair.target);
    if (owner !== undefined && !isShared(index, pair.target)) continue;
    if (owner === undefined) ownerOf.set(pair.target, source);
    served.add(source);
  }
  exchange(candidates, ownerOf, index);
  return ownerOf;
}

/**
 * Lets an owner with a free target nearly as good make way for a source that has no other: `Phone` for `Mobile`, which
 * can only be the mobile phone.
 */
function exchange(
  candidates: readonly (readonly PairScore[])[],
  ownerOf: Map<number, number>,
  index: TargetIndex,
): void {
  const free = (source: number, than: number) =>
    candidates[source]?.find(
      ({ target }) => target !== than && (!ownerOf.has(target) || isShared(index, target)),
    );
  for (const [source, list] of candidates.entries()) {
    const [best] = list;
    const owner = best && ownerOf.get(best.target);
    if (!best || owner === undefined || owner === source || isShared(index, best.target)) continue;
    const held = candidates[owner]?.find(({ target }) => target === best.target);
    const other = free(owner, best.target);
    if (!held || !other) continue;
    const isLoss = held.score - other.score > nearlyAsGood * held.score;
    const without = list.find(({ target }) => ownerOf.get(target) === source) ?? free(source, best.target);
    const gain = best.score - (without?.score ?? 0);
    if (isLoss || gain <= held.score - other.score + clearGain) continue;
    if (without && ownerOf.get(without.target) === source) ownerOf.delete(without.target);
    ownerOf.set(best.target, source);
    ownerOf.set(other.target, owner);
  }
}

/** Moves a target down the list of a source where another source has the better claim to it. */
export function yieldToOwners(
  candidates: readonly PairScore[][],
  ownerOf: ReadonlyMap<number, number>,
  index: TargetIndex,
): void {
  for (const [source, list] of candidates.entries()) {
    for (const pair of list) {
      const owner = ownerOf.get(pair.target);
      if (owner !== undefined && owner !== source && !isShared(index, pair.target)) pair.score *= 0.86;
    }
    list.sort((one, other) => comparePairs(one, other, index));
  }
}

/** Whether several sources may go into a target: elements of arrays and maps can take more than one. */
export function isShared(index: TargetIndex, target: number): boolean {
  const field = index.targets[target]?.field;
  return field?.type === 'map' || (field?.type === 'array' && !index.targets[target]?.isContainer);
}
