import {
  type BaselineMatcher,
  matchByExactName,
  matchByLevenshtein,
  matchByTfIdf,
  matchByTokens,
} from './baselines';
import { type Prediction, type SuggestCase, toPredictions } from './case-file';
import { addCounts, type CaseFigures, countCase, figuresOf } from './score-cases';
import { suggest } from './suggest';

type Matcher = (one: SuggestCase) => Prediction[];

const figures: readonly [figure: keyof CaseFigures, words: string][] = [
  ['f1', 'F1 of what is applied'],
  ['hardFirst', 'hard pairs first'],
  ['hardTopThree', 'hard pairs among three'],
  ['falseOnUnmapped', 'applied where nothing fits'],
  ['highPrecision', 'right in the high band'],
];

/** The names of the figures, in the order of `compareMatchers`. */
export const comparedFigures: readonly string[] = figures.map(([, words]) => words);

const baselines: readonly [name: string, matcher: BaselineMatcher][] = [
  ['exact names', matchByExactName],
  ['Levenshtein', matchByLevenshtein],
  ['shared words', matchByTokens],
  ['TF-IDF', matchByTfIdf],
];

/** The matcher and four simple ones, which apply their best target from the likeness that suits them best on `known`. */
export function matchersFittedOn(
  known: readonly SuggestCase[],
): readonly (readonly [name: string, match: Matcher])[] {
  return [
    ['suggestions', (one) => toPredictions(suggest(one))],
    ...baselines.map(([name, matcher]) => [name, fitBaseline(matcher, known)] as const),
  ];
}

/** What a matcher reaches on cases, figure by figure. */
export function judgeMatcher(match: Matcher, cases: readonly SuggestCase[]): ReadonlyMap<string, number> {
  const reached = figuresOf(addCounts(cases.map((one) => countCase(one, match(one)))));
  return new Map(figures.map(([figure, words]) => [words, reached[figure]]));
}

function fitBaseline(matcher: BaselineMatcher, known: readonly SuggestCase[]): Matcher {
  const apply = (one: SuggestCase, from: number): Prediction[] => {
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
  let best: number | undefined;
  return (one) => {
    best ??= [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
      .map((from) => ({
        from,
        f1: figuresOf(addCounts(known.map((each) => countCase(each, apply(each, from))))).f1,
      }))
      .reduce((one, other) => (other.f1 > one.f1 ? other : one)).from;
    return apply(one, best);
  };
}
