import {
  type BaselineMatcher,
  matchByExactName,
  matchByLevenshtein,
  matchByTfIdf,
  matchByTokens,
} from './baselines';
import { type Prediction, type SuggestCase, toPredictions } from './case-file';
import { calibrationCases } from './cases/calibration-cases';
import { heldOutCases } from './cases/held-out-cases';
import { readCases, readTree } from './cases/read-cases';
import { addCounts, type CaseFigures, countCase, figuresOf } from './score-cases';
import { suggest } from './suggest';
import type { SuggestField } from './suggestion';

const calibration = readCases(calibrationCases);
const heldOut = readCases(heldOutCases);

const sources: readonly SuggestField[] = [...calibration, ...heldOut].flatMap(({ sourceFields }, at) =>
  sourceFields.map((field) => ({ ...field, path: `system${at}.${field.path}` })),
);
const wide = ['ee-analytics', 'profile-full', 'ee-marketo', 'profile-b2b'].flatMap((name, at) =>
  readTree(name).map((field) => (at === 0 ? field : { ...field, path: `part${at}.${field.path}` })),
);
const small = { sourceFields: sources.slice(0, 95), targetFields: wide.slice(0, 979) };
const large = { sourceFields: sources.slice(0, 200), targetFields: wide.slice(0, 10_000) };

const matchers: readonly [name: string, match: (one: SuggestCase) => Prediction[]][] = [
  ['suggestions', (one) => toPredictions(suggest(one))],
  ['exact names', baseline(matchByExactName)],
  ['Levenshtein', baseline(matchByLevenshtein)],
  ['shared words', baseline(matchByTokens)],
  ['TF-IDF', baseline(matchByTfIdf)],
];

/** A baseline applies its best target of each source from the likeness that suits it best on the calibration cases. */
function baseline(matcher: BaselineMatcher): (one: SuggestCase) => Prediction[] {
  const predict = (one: SuggestCase, from: number): Prediction[] => {
    const served = new Set<string>();
    return matcher(one.sourceFields, one.targetFields).map(({ source, target, score }) => {
      const isBest = !served.has(source);
      served.add(source);
      return {
        source,
        target,
        score,
        band: 'high',
        reason: '',
        ...(isBest && score >= from ? { accept: true as const } : {}),
      };
    });
  };
  let best = { from: 1, f1: -1 };
  return (one) => {
    if (best.f1 < 0) {
      for (const from of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
        const { f1 } = figuresOf(
          addCounts(calibration.map((other) => countCase(other, predict(other, from)))),
        );
        if (f1 > best.f1) best = { from, f1 };
      }
    }
    return predict(one, best.from);
  };
}

const judged: readonly [figure: keyof CaseFigures, words: string][] = [
  ['f1', 'F1 of what is applied'],
  ['hardFirst', 'hard pairs first'],
  ['hardTopThree', 'hard pairs among three'],
  ['falseOnUnmapped', 'applied where nothing fits'],
  ['highPrecision', 'right in the high band'],
];

const quality = matchers.flatMap(([matcher, match]) => {
  const figures = new Map<SuggestCase[], CaseFigures>();
  const figuresFor = (cases: SuggestCase[]) => {
    const known = figures.get(cases) ?? figuresOf(addCounts(cases.map((one) => countCase(one, match(one)))));
    figures.set(cases, known);
    return known;
  };
  return judged.map(([figure, words]) => ({
    name: `suggestions: ${words}, held-out cases, by ${matcher}`,
    measure: () => ({
      value: figuresFor(heldOut)[figure],
      unit: 'share',
      calibration: figuresFor(calibration)[figure],
    }),
  }));
});

/** Milliseconds for a million pairs of fields, beside Levenshtein on the leaf names in the same run. */
function perMillion(input: typeof small) {
  const cells = (input.sourceFields.length * input.targetFields.length) / 1e6;
  const timeOf = (run: () => unknown) => {
    const times = [0, 1, 2].map(() => {
      const startMs = performance.now();
      run();
      return performance.now() - startMs;
    });
    return Math.min(...times) / cells;
  };
  const value = timeOf(() => suggest(input));
  const plain = timeOf(() => matchByLevenshtein(input.sourceFields, input.targetFields));
  return {
    value: Math.round(value),
    unit: 'ms per million cells',
    baseline: Math.round(plain),
    ratio: Math.round((100 * value) / plain) / 100,
  };
}

export const benchmarks = [
  { name: 'suggestions: 95 sources onto 979 targets', run: () => void suggest(small), rounds: 10 },
  {
    name: 'suggestions: 200 sources onto 10,000 targets',
    run: () => void suggest(large),
    rounds: 3,
    warmUpRounds: 1,
  },
  { name: 'suggestions: 95 × 979, beside Levenshtein on leaf names', measure: () => perMillion(small) },
  { name: 'suggestions: 200 × 10,000, beside Levenshtein on leaf names', measure: () => perMillion(large) },
  ...quality,
];
