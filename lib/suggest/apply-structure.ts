import { comparePairs } from './gather-candidates';
import type { PairScore } from './score-pair';
import type { SourceField } from './source-field';
import type { TargetIndex } from './target-index';

const groupGain = 0.16;
const branchGain = 0.05;

/**
 * Lets fields that stand together vote for a common place: a candidate gains when its siblings have good candidates
 * below the same parent, and a little when the whole source likes its branch. Two groups of the same names take
 * different parents.
 */
export function applyStructure(
  sources: readonly SourceField[],
  candidates: readonly PairScore[][],
  index: TargetIndex,
): void {
  const groups = new Map<string, number[]>();
  for (const [at, source] of sources.entries()) {
    const list = groups.get(source.group);
    if (list) list.push(at);
    else groups.set(source.group, [at]);
  }
  const branches = new Map<string, number>();
  for (const list of candidates) {
    for (const [branch, vote] of votesOf(list, index, branchOf))
      branches.set(branch, (branches.get(branch) ?? 0) + vote);
  }
  const mostVotes = Math.max(1, ...branches.values());
  const claims: { group: string; parent: string; votes: number }[] = [];
  const byGroup = new Map<string, Map<string, number>>();
  for (const [group, members] of groups) {
    const votes = new Map<string, number>();
    for (const member of members) {
      for (const [parent, vote] of votesOf(candidates[member] ?? [], index, parentOf))
        votes.set(parent, (votes.get(parent) ?? 0) + vote);
    }
    byGroup.set(group, votes);
    if (members.length >= 2 && !group.endsWith('|')) {
      for (const [parent, sum] of votes)
        if (parent !== '' && sum > 1) claims.push({ group, parent, votes: sum });
    }
  }
  const ownerOf = settle(claims);
  for (const [at, list] of candidates.entries()) {
    const source = sources[at];
    if (!source) continue;
    const votes = byGroup.get(source.group) ?? new Map<string, number>();
    const own = votesOf(list, index, parentOf);
    const others = Math.max(1, (groups.get(source.group)?.length ?? 1) - 1);
    for (const pair of list) {
      const parent = parentOf(pair, index);
      const support = parent === '' ? 0 : ((votes.get(parent) ?? 0) - (own.get(parent) ?? 0)) / others;
      const branch = (branches.get(branchOf(pair, index)) ?? 0) / mostVotes;
      const owner = ownerOf.get(parent);
      const isOthers = owner !== undefined && owner !== source.group && !source.group.endsWith('|');
      pair.score *=
        (1 + groupGain * Math.min(1, Math.max(0, support) * 1.5)) *
        (1 + branchGain * branch) *
        (isOthers ? 0.84 : 1);
    }
    list.sort((one, other) => comparePairs(one, other, index));
  }
}

function parentOf(pair: PairScore, index: TargetIndex): string {
  return index.targets[pair.target]?.placePath ?? '';
}

function branchOf(pair: PairScore, index: TargetIndex): string {
  return index.targets[pair.target]?.names[0] ?? '';
}

/** A source's vote for each place: its best score there, in share of its best anywhere, where that is any good. */
function votesOf(
  list: readonly PairScore[],
  index: TargetIndex,
  place: (pair: PairScore, index: TargetIndex) => string,
): Map<string, number> {
  const votes = new Map<string, number>();
  const best = list[0]?.score ?? 0;
  if (best < 0.25) return votes;
  for (const pair of list) {
    if (pair.score < best * 0.7) continue;
    const key = place(pair, index);
    votes.set(key, Math.max(votes.get(key) ?? 0, Math.min(1, best) * (pair.score / best) ** 2));
  }
  return votes;
}

/** Each place goes to the group that wants it most, and each group to one place of a kind. */
function settle(claims: { group: string; parent: string; votes: number }[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const settled = new Set<string>();
  claims.sort(
    (one, other) => other.votes - one.votes || (one.group + one.parent < other.group + other.parent ? -1 : 1),
  );
  for (const { group, parent } of claims) {
    if (owners.has(parent) || settled.has(group)) continue;
    owners.set(parent, group);
    settled.add(group);
  }
  return owners;
}
