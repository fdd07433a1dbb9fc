import type { PairScore } from './score-pair';
import type { SourceWords } from './source-words';
import type { ConfidenceBand } from './suggestion';

/** From here on a suggestion is filled in unasked, and from here on it counts as high or medium. */
export const appliedFrom = 0.75;
export const bandsFrom: Readonly<Record<'high' | 'medium', number>> = { high: 0.9, medium: 0.5 };

/** What the calibration looks at for the pair at a rank of a source's list, in the order of `confidenceWeights`. */
export function confidenceFeatures(
  list: readonly PairScore[],
  rank: number,
  source: SourceWords,
  isOwner: boolean,
): number[] {
  const pair = list[rank];
  if (!pair) return [];
  const score = Math.min(1.15, pair.score);
  const next = list[rank === 0 ? 1 : 0];
  const rivals = list.filter((other) => other !== pair && other.score > 0.9 * pair.score).length;
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
    pair.agreement > 0 ? 1 : 0,
  ];
}

/** Logistic weights, fitted by `fitWeights` on lib/suggest/cases as confidence.test.ts does. */
export const confidenceWeights: readonly number[] = [
  -7.53, 3.86, 6.98, 2.8, 0.2, -2.44, -2.16, 4.26, -0.42, -0.96, -0.35, -1.25, 1.79, -1.09,
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
