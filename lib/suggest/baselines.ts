import { splitName, splitPath } from './split-name';
import type { SuggestField } from './suggestion';
import { comparableName } from './target-field';

/** A simple matcher to measure against: the best ten targets of each source with a likeness from 0 to 1. */
export type BaselineMatcher = (
  sources: readonly SuggestField[],
  targets: readonly SuggestField[],
) => { source: string; target: string; score: number }[];

type Named = { readonly path: string; readonly leaf: string; readonly words: ReadonlySet<string> };

/** Equal names, without case and separators. */
export const matchByExactName: BaselineMatcher = (sources, targets) =>
  matchBy(sources, targets, (source, target) => (source.leaf === target.leaf ? 1 : 0));

/** Edit distance of the leaf names. */
export const matchByLevenshtein: BaselineMatcher = (sources, targets) =>
  matchBy(sources, targets, (source, target) => {
    const longer = Math.max(source.leaf.length, target.leaf.length);
    return longer === 0 ? 0 : 1 - editDistance(source.leaf, target.leaf) / longer;
  });

/** Shared words of the whole paths (Jaccard). */
export const matchByTokens: BaselineMatcher = (sources, targets) =>
  matchBy(sources, targets, (source, target) => {
    let shared = 0;
    for (const word of source.words) if (target.words.has(word)) shared += 1;
    return shared / (source.words.size + target.words.size - shared || 1);
  });

/** Shared words, weighted by how rare they are among the targets (cosine of TF-IDF). */
export const matchByTfIdf: BaselineMatcher = (sources, targets) => {
  const frequency = new Map<string, number>();
  const named = targets.map(toNamed);
  for (const { words } of named)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((named.length + 1) / ((frequency.get(word) ?? 0) + 0.5)) ** 2;
  const length = (words: ReadonlySet<string>) =>
    Math.sqrt([...words].reduce((sum, word) => sum + weight(word), 0));
  const lengths = new Map(named.map((target) => [target.path, length(target.words)]));
  return matchBy(sources, targets, (source, target) => {
    let shared = 0;
    for (const word of source.words) if (target.words.has(word)) shared += weight(word);
    return shared === 0 ? 0 : shared / (length(source.words) * (lengths.get(target.path) ?? 1));
  });
};

function matchBy(
  sources: readonly SuggestField[],
  targets: readonly SuggestField[],
  likeness: (source: Named, target: Named) => number,
): { source: string; target: string; score: number }[] {
  const named = targets.map(toNamed);
  return sources.map(toNamed).flatMap((source) => {
    const scored = named
      .map((target) => ({ source: source.path, target: target.path, score: likeness(source, target) }))
      .filter(({ score }) => score > 0.2);
    return scored.sort((one, other) => other.score - one.score).slice(0, 10);
  });
}

function toNamed({ path }: SuggestField): Named {
  const names = splitPath(path);
  return { path, leaf: comparableName(names.at(-1) ?? ''), words: new Set(names.flatMap(splitName)) };
}

function editDistance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left.charCodeAt(row - 1) === right.charCodeAt(column - 1) ? 0 : 1;
      now.push(
        Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + change),
      );
    }
    before = now;
  }
  return before[right.length] ?? 0;
}
