import type { PairScore } from './score-pair';
import type { SourceField } from './source-field';
import type { SourceWords } from './source-words';
import type { Evidence } from './suggestion';
import type { TargetIndex } from './target-index';

export type PairToExplain = {
  readonly source: SourceField;
  readonly pair: PairScore;
  readonly index: TargetIndex;
  readonly tie: SourceWords;
  readonly timesAccepted: number;
};

/** The evidence for a pair by part, and the part that mattered most as one sentence. */
export function explainPair({ source, pair, index, tie, timesAccepted }: PairToExplain): {
  reason: string;
  evidence: Evidence[];
} {
  const evidence: Evidence[] = [];
  const target = index.targets[pair.target];
  const label = index.labels[pair.label];
  const own = source.names.at(-1) ?? source.field.path;
  const place = describePlace(target?.names ?? []);
  if (timesAccepted > 0) {
    const times = timesAccepted === 1 ? 'once' : `${timesAccepted} times`;
    evidence.push({ part: 'history', strength: 1, words: `“${own}” was mapped here ${times} before.` });
  }
  if (pair.agreement > 0) {
    const words =
      pair.agreement > 1
        ? `The last ${pair.agreement} names of both paths are the same.`
        : `Both fields are called “${own}”.`;
    evidence.push({ part: 'words', strength: pair.agreement > 1 ? 1 : 0.85, words });
  }
  const isSaid = tie.own.some(
    (word) =>
      source.words.includes(word.text) &&
      !word.isEntity &&
      (index.required[pair.label] ?? []).some((id) => word.hits.has(id)),
  );
  if (label && (isSaid || pair.values <= 1.01)) {
    const part = label.kind === 'alias' || label.kind === 'key' ? 'aliases' : 'words';
    const strength = round(pair.sourceCover * pair.targetCover);
    const related = relatedPair(tie, pair, index);
    if (part === 'aliases') {
      evidence.push({ part, strength, words: `“${own}” is an everyday name for ${place}.` });
    } else if (related) {
      evidence.push({
        part: 'synonyms',
        strength,
        words: `“${related[0]}” and “${related[1]}” mean much the same here.`,
      });
    } else if (pair.agreement === 0 && pair.sourceCover * pair.targetCover > 0.7) {
      evidence.push({ part, strength, words: `“${own}” says the same as ${place}.` });
    } else if (pair.agreement === 0) {
      evidence.push({ part, strength, words: `“${own}” shares its words with ${place}.` });
    }
  }
  const above = source.names.at(-2);
  if (above !== undefined && pair.contextCover > 0.5 && source.context.length > 0) {
    evidence.push({
      part: 'context',
      strength: round(pair.contextCover),
      words: `It stands in “${above}”, which fits ${place}.`,
    });
  }
  if (pair.described > 0)
    evidence.push({
      part: 'descriptions',
      strength: 0.4,
      words: 'The description of the target speaks of the same thing.',
    });
  if (pair.values > 1.01)
    evidence.push({
      part: 'values',
      strength: round(pair.values - 0.5),
      words: `The sample values look like ${hintWords(source)}.`,
    });
  if (pair.values < 0.99)
    evidence.push({
      part: 'values',
      strength: round(pair.values - 1),
      words: `The sample values look like ${hintWords(source)}, which this field does not expect.`,
    });
  if (pair.type < 0.9)
    evidence.push({
      part: 'types',
      strength: round(pair.type - 1),
      words: 'The types differ, so values are converted.',
    });
  const main = [...evidence].sort((one, other) => other.strength - one.strength)[0];
  return { reason: main?.words ?? `“${own}” resembles ${place}.`, evidence };
}

/** A target in words: its leaf with the place it belongs to. */
function describePlace(names: readonly string[]): string {
  const leaf = names.at(-1) ?? '';
  const parent = names.at(-2);
  return parent === undefined ? `“${leaf}”` : `“${leaf}” in “${parent}”`;
}

function relatedPair(tie: SourceWords, pair: PairScore, index: TargetIndex): [string, string] | undefined {
  for (const word of tie.own) {
    if (word.isFiller) continue;
    let best: [string, string] | undefined;
    let strength = 0;
    for (const id of index.required[pair.label] ?? []) {
      const found = word.hits.get(id) ?? 0;
      if (found === 1) {
        best = undefined;
        strength = 1;
      } else if (found > strength) {
        best = [word.text, index.words[id] ?? ''];
        strength = found;
      }
    }
    if (best) return best;
  }
  return undefined;
}

const hintNames: Readonly<Record<string, string>> = {
  email: 'e-mail addresses',
  currency: 'currency codes',
  country: 'country codes',
  url: 'web addresses',
  'epoch-seconds': 'times in Unix seconds',
  'epoch-milliseconds': 'times in milliseconds',
  'iso-time': 'times',
  id: 'identifiers',
};

function hintWords(source: SourceField): string {
  const [hint] = source.hints;
  return (hint && hintNames[hint]) ?? 'something else';
}

function round(value: number): number {
  return Math.round(Math.max(-1, Math.min(1, value)) * 100) / 100;
}
