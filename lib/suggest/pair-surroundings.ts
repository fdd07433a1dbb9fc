import type { PairScore } from './score-pair';
import type { SourceField } from './source-field';
import type { TargetIndex } from './target-index';

/** What the rest of the source says about one pair. */
export type PairSurroundings = {
  /** The best score that another source has for the target; 0 where none wants it. */
  readonly rival: number;
  /** Share of the fields beside the source whose best target stands in the same place, 0 to 1. */
  readonly support: number;
};

// Claims further down a list are no rivals, and a best target below this score is no place to stand.
const claimsPerSource = 6;
const placedFrom = 0.3;

/** Works out the surroundings of every pair, once all scores stand; asks by the number of the source. */
export function surroundPairs(
  sources: readonly SourceField[],
  candidates: readonly (readonly PairScore[])[],
  index: TargetIndex,
): (source: number, pair: PairScore) => PairSurroundings {
  const claims = new Map<number, { best: number; by: number; next: number }>();
  const members = new Map<string, number>();
  const places = new Map<string, number>();
  const placeAt: string[] = [];
  const placeOf = (pair: PairScore) => index.targets[pair.target]?.placePath ?? '';
  for (const [at, list] of candidates.entries()) {
    for (const { target, score } of list.slice(0, claimsPerSource)) {
      const claim = claims.get(target);
      if (!claim) claims.set(target, { best: score, by: at, next: 0 });
      else if (score > claim.best) claims.set(target, { best: score, by: at, next: claim.best });
      else claims.set(target, { ...claim, next: Math.max(claim.next, score) });
    }
    const group = sources[at]?.group ?? '';
    const [best] = list;
    const place = best && best.score > placedFrom ? placeOf(best) : '';
    placeAt.push(place);
    members.set(group, (members.get(group) ?? 0) + 1);
    if (place !== '') places.set(`${group}\n${place}`, (places.get(`${group}\n${place}`) ?? 0) + 1);
  }
  return (source, pair) => {
    const claim = claims.get(pair.target);
    const group = sources[source]?.group ?? '';
    const place = placeOf(pair);
    const others = (members.get(group) ?? 1) - 1;
    const there = (places.get(`${group}\n${place}`) ?? 0) - (placeAt[source] === place ? 1 : 0);
    return {
      rival: !claim ? 0 : claim.by === source ? claim.next : claim.best,
      support: place === '' || others < 1 ? 0 : there / others,
    };
  };
}
