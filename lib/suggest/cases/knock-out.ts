import type { SuggestCase } from '../case-file';
import { splitPath } from '../split-name';
import { comparableName } from '../target-field';

/**
 * A case whose right answers are gone: every target that is right for one of the chosen sources, and every other of the
 * same name. What is applied for those sources now is wrong, which is how the matcher learns to leave fields alone.
 * `parity` chooses the even or the odd sources.
 */
export function knockOut(one: SuggestCase, parity: 0 | 1): SuggestCase {
  const copied = one.gold.filter(({ kind }) => kind === 'attribute');
  const chosen = copied.filter((_, at) => at % 2 === parity);
  const leafOf = (path: string) => comparableName(splitPath(path).at(-1) ?? '');
  // Generic names such as `sourceID` would take half the schema with them.
  const isGeneric = (leaf: string) =>
    ['sourceid', 'sourcekey', 'address', 'number', 'amount', 'val', 'value', 'name', 'id', 'type'].includes(
      leaf,
    );
  const paths = new Set(chosen.flatMap(({ target, alt }) => [target, ...alt]));
  const leaves = new Set([...paths].map(leafOf).filter((leaf) => !isGeneric(leaf)));
  const targetFields = one.targetFields.filter(({ path }) => !paths.has(path) && !leaves.has(leafOf(path)));
  const left = new Set(targetFields.map(({ path }) => path));
  const kept = one.gold.filter(({ target, alt }) => [target, ...alt].some((path) => left.has(path)));
  const keptSources = new Set(kept.map(({ source }) => source));
  return {
    ...one,
    name: `${one.name}, knocked out`,
    targetFields,
    gold: kept,
    unmapped: [
      ...one.unmapped,
      ...chosen.map(({ source }) => source).filter((source) => !keptSources.has(source)),
    ],
  };
}
