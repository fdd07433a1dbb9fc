import path from 'node:path';
import * as reader from '@/lib/suggest/case-file';
import { calibrationCases } from '@/lib/suggest/cases/calibration-cases';
import { readCases } from '@/lib/suggest/cases/read-cases';
import { comparedFigures, judgeMatcher, matchersFittedOn } from '@/lib/suggest/compare-matchers';
import { readCaseFolder } from '../../scripts/lib/read-case-folder.mjs';

// Cases of others that are no part of the project: every case of the folder, by the matcher and by simple ones.
const folder = process.env.SUGGEST_CASES;
const cases = folder ? readCaseFolder(path.resolve(folder), reader, console.error) : [];
const matchers = matchersFittedOn(readCases(calibrationCases));

export const benchmarks = [...cases.map((one) => [one]), ...(cases.length > 1 ? [cases] : [])].flatMap(
  (some) =>
    matchers.flatMap(([matcher, match]) => {
      let judged: ReadonlyMap<string, number> | undefined;
      return comparedFigures.map((figure) => ({
        name: `suggestions: ${figure}, ${some.length === 1 ? some[0]?.name : 'all cases of the folder'}, by ${matcher}`,
        measure: () => {
          judged ??= judgeMatcher(match, some);
          return { value: judged.get(figure), unit: 'share' };
        },
      }));
    }),
);
