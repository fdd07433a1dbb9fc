import type { PairScore } from './score-pair';
import type { SourceWords } from './source-words';
import type { ConfidenceBand } from './suggestion';

/** From here on a suggestion is filled in unasked, and from here on it counts as high or medium. */
export const appliedFrom = 0.6;
export const bandsFrom: Readonly<Record<'high' | 'medium', number>> = { high: 0.85, medium: 0.45 };

/** What the calibration looks at, in the order of `weights`. */
export function confidenceFeatures(
  pair: PairScore,
  next: PairScore | undefined,
  source: SourceWords,
  isOwner: boolean,
): number[] {
  const score = Math.min(1.15, pair.score);
  return [
    1,
    score,
    score ** 2,
    next ? Math.min(0.6, 1 - next.score / Math.max(pair.score, 1e-6)) : 0.6,
    pair.sourceCover,
    pair.targetCover,
    pair.type,
    source.unknownShare,
    isOwner ? 1 : 0,
    source.isTechnical ? 1 : 0,
    Math.min(2, pair.agreement),
    pair.heads,
  ];
}

// Logistic weights, fitted on the calibration half of lib/suggest/cases by `fitWeights`.
const weights: readonly number[] = [-9, 4, 3, 1.5, 3, 1, 0.6, -1.5, 0.8, -2.5, 0.3, 0.8];

/** How often a suggestion with these features is right, 0 to 1. */
export function confidenceOf(features: readonly number[]): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) sum += weight * (features[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The band a confidence falls in. */
export function bandOf(confidence: number): ConfidenceBand {
  return confidence >= bandsFrom.high ? 'high' : confidence >= bandsFrom.medium ? 'medium' : 'low';
}
