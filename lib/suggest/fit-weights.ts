/** One suggestion's features and whether it was right. */
export type FitRow = {
  readonly features: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
};

/**
 * Logistic weights by gradient descent, held near `start` by `ridge` so that few rows cannot bend them.
 */
export function fitWeights(
  rows: readonly FitRow[],
  start: readonly number[],
  options: { ridge: number; rounds: number; rate: number },
): number[] {
  const weights = [...start];
  const total = rows.reduce((sum, row) => sum + row.weight, 0) || 1;
  for (let round = 0; round < options.rounds; round += 1) {
    const gradient = weights.map((weight, at) => options.ridge * (weight - (start[at] ?? 0)));
    for (const { features, isRight, weight } of rows) {
      const sum = features.reduce((all, feature, at) => all + feature * (weights[at] ?? 0), 0);
      const miss = (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0)) * (weight / total);
      features.forEach((feature, at) => {
        gradient[at] = (gradient[at] ?? 0) + miss * feature;
      });
    }
    gradient.forEach((slope, at) => {
      weights[at] = (weights[at] ?? 0) - options.rate * slope;
    });
  }
  return weights;
}
