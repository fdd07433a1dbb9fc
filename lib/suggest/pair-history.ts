import type { PairScore } from './score-pair';
import type { SourceField } from './source-field';
import { splitPath } from './split-name';
import type { SuggestInput } from './suggestion';
import { comparableName } from './target-field';
import type { TargetIndex } from './target-index';

export type PairHistory = {
  /** How often this source name went to this target before. */
  accepted: (source: SourceField, target: string) => number;
  /** Candidates without the rejected pairs, with those that were accepted before. */
  apply: (source: SourceField, candidates: PairScore[], index: TargetIndex) => PairScore[];
};

/** Past decisions of the person and the team. A source is the same field when the last two names of its path are. */
export function createHistory(input: SuggestInput): PairHistory {
  const accepted = new Map<string, Map<string, number>>();
  for (const { source, target, count } of (input.without ?? []).includes('history')
    ? []
    : (input.history ?? [])) {
    const targets = accepted.get(nameOf(source)) ?? new Map<string, number>();
    accepted.set(nameOf(source), targets);
    targets.set(target, (targets.get(target) ?? 0) + (count ?? 1));
  }
  const rejected = new Set((input.rejected ?? []).map(({ source, target }) => `${source}\u0000${target}`));
  return {
    accepted: (source, target) => accepted.get(nameOf(source.field.path))?.get(target) ?? 0,
    apply: (source, candidates, index) => {
      const kept = candidates.filter(
        ({ target }) => !rejected.has(`${source.field.path}\u0000${index.targets[target]?.field.path ?? ''}`),
      );
      const before = accepted.get(nameOf(source.field.path));
      if (!before) return kept;
      for (const [at, target] of index.targets.entries()) {
        const times = before.get(target.field.path);
        if (times === undefined || rejected.has(`${source.field.path}\u0000${target.field.path}`)) continue;
        const found = kept.find((pair) => pair.target === at);
        if (found) found.score = Math.max(found.score, 1.2);
        else kept.push(fromHistory(at));
      }
      return kept.sort((one, other) => other.score - one.score);
    },
  };
}

function nameOf(path: string): string {
  return splitPath(path).slice(-2).map(comparableName).join('.');
}

function fromHistory(target: number): PairScore {
  return {
    target,
    label: -1,
    sourceCover: 1,
    targetCover: 1,
    contextCover: 1,
    type: 1,
    values: 1,
    heads: 1,
    agreement: 0,
    described: 0,
    score: 1.2,
  };
}
