import type { PairSurroundings } from './pair-surroundings';
import type { PairScore } from './score-pair';
import type { SourceWords } from './source-words';
import type { ConfidenceBand } from './suggestion';
import type { TargetIndex } from './target-index';

/** From here on a suggestion is filled in unasked, and from here on it counts as high or medium. */
export const appliedFrom = 0.7;
export const bandsFrom: Readonly<Record<'high' | 'medium', number>> = { high: 0.9, medium: 0.5 };

/** What the calibration looks at for the pair at a rank of a source's list, in the order of `confidenceWeights`. */
export function confidenceFeatures(
  list: readonly PairScore[],
  rank: number,
  source: SourceWords,
  { isOwner, rival, support }: PairSurroundings & { readonly isOwner: boolean },
  index: TargetIndex,
): number[] {
  const pair = list[rank];
  if (!pair) return [];
  const score = Math.min(1.15, pair.score);
  const others = list.filter((other) => other !== pair && !areTwins(pair, other, index));
  const next = others[0];
  const rivals = others.filter((other) => other.score > 0.9 * pair.score).length;
  return [
    1,
    score,
    score ** 2,
    next ? Math.min(0.6, 1 - next.score / Math.max(pair.score, 1e-6)) : 0.6,
    Math.log1p(rivals),
    pair.sourceCover,
    pair.targetCover,
    pair.type,
    pair.heads,
    source.unknownShare,
    source.isVague ? 1 : 0,
    source.isTechnical ? 1 : 0,
    isOwner ? 1 : 0,
    Math.max(-0.6, Math.min(0.6, 1 - rival / Math.max(pair.score, 1e-6))),
    support,
    index.labels[pair.label]?.kind === 'alias' ? 1 : 0,
  ];
}

/** Whether two targets are copies of one key, as `personKey.sourceID`, `personKey.sourceKey` and `personID` are. */
function areTwins(one: PairScore, other: PairScore, index: TargetIndex): boolean {
  const [left, right] = [index.labels[one.label], index.labels[other.label]];
  if (!left || !right || !left.required.includes('id')) return false;
  return (
    left.required.length === right.required.length &&
    left.required.every((word) => right.required.includes(word))
  );
}

/** Logistic weights, fitted by `fitWeights` on lib/suggest/cases as confidence.test.ts does. */
export const confidenceWeights: readonly number[] = [
  -5.46, 1.84, 8.36, 2.74, -0.02, -3.31, -0.83, 6.08, -3.88, -1.91, -0.41, -0.67, 1.06, 1.34, 1.42, -0.51,
];

/** How often a suggestion with these features is right, 0 to 1. */
export function confidenceOf(
  features: readonly number[],
  weights: readonly number[] = confidenceWeights,
): number {
  const sum = weights.reduce((all, weight, at) => all + weight * (features[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The band a confidence falls in. */
export function bandOf(confidence: number): ConfidenceBand {
  return confidence >= bandsFrom.high ? 'high' : confidence >= bandsFrom.medium ? 'medium' : 'low';
}
