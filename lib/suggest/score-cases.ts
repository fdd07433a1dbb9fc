import type { Prediction, SuggestCase } from './case-file';

/** Counts behind the figures of one or more cases; add them up, then read them with `figuresOf`. */
export type CaseCounts = {
  pairs: number;
  right: number;
  wrong: number;
  sources: number;
  first: number;
  hardSources: number;
  hardFirst: number;
  hardTopThree: number;
  unmapped: number;
  unmappedApplied: number;
  highRight: number;
  high: number;
  calculated: number;
  calculatedTopThree: number;
};

/** The figures that suggestions are judged by, 0 to 1. */
export type CaseFigures = {
  f1: number;
  precision: number;
  recall: number;
  first: number;
  hardFirst: number;
  hardTopThree: number;
  falseOnUnmapped: number;
  highPrecision: number;
  highShare: number;
  calculatedTopThree: number;
};

const bare = (path: string) => path.replace(/\[[^\]]*\]/g, '');

/** Counts what predictions for a case get right. Sources without a verdict count nowhere. */
export function countCase(one: SuggestCase, predictions: readonly Prediction[]): CaseCounts {
  const counts: CaseCounts = {
    pairs: 0,
    right: 0,
    wrong: 0,
    sources: 0,
    first: 0,
    hardSources: 0,
    hardFirst: 0,
    hardTopThree: 0,
    unmapped: 0,
    unmappedApplied: 0,
    highRight: 0,
    high: 0,
    calculated: 0,
    calculatedTopThree: 0,
  };
  const bySource = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const list = bySource.get(bare(prediction.source)) ?? [];
    bySource.set(bare(prediction.source), list);
    list.push(prediction);
  }
  for (const list of bySource.values()) list.sort((a, b) => b.score - a.score);
  const sources = new Map<string, SuggestCase['gold'][number][]>();
  for (const pair of one.gold) {
    const list = sources.get(bare(pair.source)) ?? [];
    sources.set(bare(pair.source), list);
    list.push(pair);
  }
  for (const [source, gold] of sources) {
    const list = bySource.get(source) ?? [];
    const accepts = (pair: (typeof gold)[number], target: string) =>
      [pair.target, ...pair.alt].some((path) => bare(path) === bare(target));
    const copied = gold.filter(({ kind }) => kind === 'attribute');
    const calculated = gold.filter(({ kind }) => kind === 'expression');
    if (calculated.length > 0) {
      counts.calculated += 1;
      if (list.slice(0, 3).some(({ target }) => calculated.some((pair) => accepts(pair, target))))
        counts.calculatedTopThree += 1;
    }
    if (copied.length === 0) continue;
    const rank = list.findIndex(({ target }) => copied.some((pair) => accepts(pair, target)));
    const isHard = copied.some(({ level }) => level === 'hard');
    counts.pairs += copied.length;
    counts.sources += 1;
    counts.first += rank === 0 ? 1 : 0;
    counts.hardSources += isHard ? 1 : 0;
    if (isHard) {
      // A target that is right for an easy pair, or by a calculation alone, stands in nobody's way.
      const hard = copied.filter(({ level }) => level === 'hard');
      const easy = copied.filter(({ level }) => level === 'easy');
      const place = list
        .filter(
          ({ target }) =>
            !easy.some((pair) => accepts(pair, target)) &&
            (copied.some((pair) => accepts(pair, target)) ||
              !calculated.some((pair) => accepts(pair, target))),
        )
        .findIndex(({ target }) => hard.some((pair) => accepts(pair, target)));
      counts.hardFirst += place === 0 ? 1 : 0;
      counts.hardTopThree += place >= 0 && place < 3 ? 1 : 0;
    }
    for (const { target, accept, band } of list) {
      if (!accept) continue;
      const isRight = copied.some((pair) => accepts(pair, target));
      if (!isRight && calculated.some((pair) => accepts(pair, target))) continue;
      counts.right += isRight ? 1 : 0;
      counts.wrong += isRight ? 0 : 1;
      if (band === 'high') {
        counts.high += 1;
        counts.highRight += isRight ? 1 : 0;
      }
    }
  }
  for (const path of one.unmapped) {
    counts.unmapped += 1;
    const applied = (bySource.get(bare(path)) ?? []).filter(({ accept }) => accept);
    counts.wrong += applied.length;
    counts.high += applied.filter(({ band }) => band === 'high').length;
    if (applied.length > 0) counts.unmappedApplied += 1;
  }
  return counts;
}

/** The sum of counts. */
export function addCounts(all: readonly CaseCounts[]): CaseCounts {
  const [first, ...rest] = all;
  if (!first) throw new RangeError('no counts to add');
  const sum = { ...first };
  for (const counts of rest) {
    for (const key of Object.keys(sum) as (keyof CaseCounts)[]) sum[key] += counts[key];
  }
  return sum;
}

/** Figures from counts; a share of nothing is 0. */
export function figuresOf(counts: CaseCounts): CaseFigures {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000);
  const precision = share(counts.right, counts.right + counts.wrong);
  const recall = share(counts.right, counts.pairs);
  return {
    f1: share(2 * counts.right, 2 * counts.right + counts.wrong + (counts.pairs - counts.right)),
    precision,
    recall,
    first: share(counts.first, counts.sources),
    hardFirst: share(counts.hardFirst, counts.hardSources),
    hardTopThree: share(counts.hardTopThree, counts.hardSources),
    falseOnUnmapped: share(counts.unmappedApplied, counts.unmapped),
    highPrecision: share(counts.highRight, counts.high),
    highShare: share(counts.high, counts.right + counts.wrong),
    calculatedTopThree: share(counts.calculatedTopThree, counts.calculated),
  };
}
