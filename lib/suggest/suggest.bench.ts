import type { SuggestCase } from './case-file';
import { benchInputs } from './cases/bench-inputs';
import { calibrationCases } from './cases/calibration-cases';
import { openCases, sealedCases } from './cases/independent-cases';
import { readCases } from './cases/read-cases';
import { furtherCases, tradeCases } from './cases/trade-cases';
import { comparedFigures, judgeMatcher, matchersFittedOn } from './compare-matchers';
import { suggest } from './suggest';
import type { SuggestInput } from './suggestion';

const matchers = matchersFittedOn(readCases(calibrationCases));
const splits: readonly [name: string, cases: () => readonly SuggestCase[]][] = [
  ['sealed cases', () => readCases(sealedCases)],
  ['open cases', () => readCases([...openCases, ...tradeCases, ...furtherCases])],
];

const quality = splits.flatMap(([split, casesOf]) =>
  matchers.flatMap(([matcher, match]) => {
    let judged: ReadonlyMap<string, number> | undefined;
    return comparedFigures.map((figure) => ({
      name: `suggestions: ${figure}, ${split}, by ${matcher}`,
      measure: () => {
        judged ??= judgeMatcher(match, casesOf());
        return { value: judged.get(figure), unit: 'share' };
      },
    }));
  }),
);

let asked = 0;

/** A question about a target that was not asked about before: what is kept of the latest one does not help. */
function askAnew({ sourceFields, targetFields }: SuggestInput): void {
  asked += 1;
  suggest({ sourceFields, targetFields: [...targetFields, { path: `new${asked}`, type: 'string' }] });
}

export const benchmarks = [
  { name: 'suggestions in Node, 95 × 979 fields', run: () => askAnew(benchInputs.small), rounds: 10 },
  {
    name: 'suggestions in Node, 200 × 10,000 fields',
    run: () => askAnew(benchInputs.large),
    rounds: 3,
    warmUpRounds: 1,
  },
  ...quality,
];
