import { type PairScore, scoreLabel } from './score-pair';
import type { SourceWords } from './source-words';
import type { EvidencePart } from './suggestion';
import type { TargetIndex } from './target-index';

const scoredLabels = 110;
const keptTargets = 24;

/** A reusable gatherer of the likeliest targets of a source: word postings first, exact scores for the best of them. */
export function createGatherer(
  index: TargetIndex,
  without: ReadonlySet<EvidencePart>,
): (source: SourceWords) => PairScore[] {
  const rough = new Float32Array(index.labels.length);
  const touched = new Int32Array(index.labels.length);
  return (source) => {
    let count = 0;
    let total = 0;
    const add = (labels: Int32Array | undefined, gain: number, mayTouch: boolean) => {
      for (const label of labels ?? []) {
        const before = rough[label] ?? 0;
        if (before === 0) {
          if (!mayTouch) continue;
          touched[count] = label;
          count += 1;
        }
        rough[label] = before + gain;
      }
    };
    for (const word of source.own) {
      total += word.weight;
      for (const [id, strength] of word.hits) {
        add(index.requiring[id], word.weight * strength, true);
        add(index.mentioning[id], word.weight * strength * 0.6, true);
      }
    }
    for (const word of source.context) {
      for (const [id, strength] of word.hits) {
        add(index.requiring[id], word.weight * strength * 0.25 * word.reach, false);
        add(index.mentioning[id], word.weight * strength * 0.25 * word.reach, false);
      }
    }
    for (const [id, strength] of source.implied)
      add(index.requiring[id], (index.weights[id] ?? 0) * strength * 0.5, false);
    const namesakes = new Set((index.byLeaf.get(source.comparable[0] ?? '') ?? []).slice(0, 200));
    for (const target of namesakes) {
      const label = index.nameLabels[target] ?? -1;
      if (label < 0 || rough[label] !== 0 || namesakes.size > 40) continue;
      rough[label] = 0.01;
      touched[count] = label;
      count += 1;
    }
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const label = touched[at] ?? 0;
      const gain = rough[label] ?? 0;
      const target = index.labels[label]?.target ?? 0;
      const prior = index.targets[target]?.prior ?? 1;
      const wanted = index.requiredWeight[label] ?? 0;
      const likeness = (gain / (total + Math.max(0, wanted - gain))) * (0.5 + 0.5 * prior);
      // The gain of a namesake must not keep others off the list.
      if (likeness > best) best = likeness;
      rough[label] = likeness + (namesakes.has(target) ? (index.targets[target]?.isCustom ? 2 : 0.3) : 0);
    }
    const chosen: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const label = touched[at] ?? 0;
      if ((rough[label] ?? 0) > best * 0.3) chosen.push(label);
    }
    chosen.sort((one, other) => (rough[other] ?? 0) - (rough[one] ?? 0) || one - other);
    for (let at = 0; at < count; at += 1) rough[touched[at] ?? 0] = 0;
    const byTarget = new Map<number, PairScore>();
    for (const label of chosen.slice(0, scoredLabels)) {
      const score = scoreLabel(source, index, label, without);
      if (!score) continue;
      const before = byTarget.get(score.target);
      if (!before || before.score < score.score) byTarget.set(score.target, score);
    }
    return [...byTarget.values()]
      .filter(({ score }) => score > 0.04)
      .sort((one, other) => comparePairs(one, other, index))
      .slice(0, keptTargets);
  };
}

/** Best first; what scores the same goes by the target's path, so that the order of fields never matters. */
export function comparePairs(one: PairScore, other: PairScore, index: TargetIndex): number {
  if (other.score !== one.score) return other.score - one.score;
  const left = index.targets[one.target]?.path ?? '';
  const right = index.targets[other.target]?.path ?? '';
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
