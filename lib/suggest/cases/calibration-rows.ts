import type { SuggestCase } from '../case-file';
import { confidenceFeatures } from '../confidence';
import type { FitRow } from '../fit-weights';
import { matchInSteps } from '../suggest';
import type { SuggestInput } from '../suggestion';

const bare = (path: string) => path.replace(/\[[^\]]*\]/g, '');

/** The best candidate of every judged source of a case: what the calibration sees of it, and whether it is right. */
export function calibrationRows(one: SuggestCase & Pick<SuggestInput, 'without'>, weight: number): FitRow[] {
  const steps = matchInSteps(one);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { sources, candidates, ties, index, surroundingsOf } = step.value;
  const right = new Set(
    one.gold
      .filter(({ kind }) => kind === 'attribute')
      .flatMap(({ source, target, alt }) => [target, ...alt].map((path) => `${bare(source)} ${bare(path)}`)),
  );
  const judged = new Set(
    [...one.gold.filter(({ kind }) => kind === 'attribute').map(({ source }) => source), ...one.unmapped].map(
      bare,
    ),
  );
  return sources.flatMap((source, at) => {
    const list = candidates[at] ?? [];
    const [best] = list;
    const tie = ties[at];
    const path = bare(source.field.path);
    if (!best || !tie || !judged.has(path)) return [];
    const features = confidenceFeatures(list, 0, tie, surroundingsOf(at, best), index);
    return [{ features, isRight: right.has(`${path} ${index.targets[best.target]?.path}`), weight }];
  });
}
