import type { Lexicon } from './lexicon';
import { containers, fillers, isHeadWord } from './stemmed-words';
import type { EvidencePart } from './suggestion';
import type { TargetField } from './target-field';
import { labelsOf, type TargetLabel } from './target-labels';

/** The target's fields by the words that name them. */
export type TargetIndex = {
  readonly targets: readonly TargetField[];
  readonly labels: readonly TargetLabel[];
  /** Ids of words; a label's words are ids from here on. */
  readonly wordIds: ReadonlyMap<string, number>;
  readonly words: readonly string[];
  /** Informativeness of each word, 0 to 1. */
  readonly weights: Float32Array;
  readonly required: readonly Int32Array[];
  readonly optional: readonly Int32Array[];
  readonly necessity: readonly Float32Array[];
  /** Labels that require (or may be helped by) a word. */
  readonly requiring: readonly Int32Array[];
  readonly mentioning: readonly Int32Array[];
  readonly requiredWeight: Float32Array;
  /** Words of each target's description, sorted ids; empty without one. */
  readonly descriptions: readonly Int32Array[];
  /** Each target's label with its own name. */
  readonly nameLabels: Int32Array;
  /** What the schema has keys of, the words of each in alphabetical order. */
  readonly keys: ReadonlySet<string>;
  /** Target numbers by comparable leaf name. */
  readonly byLeaf: ReadonlyMap<string, readonly number[]>;
};

const fieldsPerSlice = 250;

/** Builds the index in slices: yields between them so that a caller can pause or stop. */
export function* indexTargets(
  targets: readonly TargetField[],
  lexicon: Lexicon,
  without: ReadonlySet<EvidencePart>,
): Generator<void, TargetIndex> {
  const labels: TargetLabel[] = [];
  const wordIds = new Map<string, number>();
  const words: string[] = [];
  const idOf = (word: string): number => {
    const found = wordIds.get(word);
    if (found !== undefined) return found;
    wordIds.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  const required: Int32Array[] = [];
  const optional: Int32Array[] = [];
  const necessity: Float32Array[] = [];
  const descriptions: Int32Array[] = [];
  const byLeaf = new Map<string, number[]>();
  const frequency: number[] = [];
  const nameLabels = new Int32Array(targets.length).fill(-1);
  const descriptionCache = new Map<string, Int32Array>();
  for (const [at, target] of targets.entries()) {
    if (at % fieldsPerSlice === fieldsPerSlice - 1) yield;
    const leaf = target.comparable[0] ?? '';
    const namesakes = byLeaf.get(leaf);
    if (namesakes) namesakes.push(at);
    else byLeaf.set(leaf, [at]);
    const said = new Set<number>();
    for (const label of labelsOf(target, at, lexicon, { aliases: !without.has('aliases') })) {
      labels.push(label);
      const ids = label.required.map(idOf);
      required.push(Int32Array.from(ids));
      optional.push(Int32Array.from(label.optional, ([word]) => idOf(word)));
      necessity.push(Float32Array.from(label.optional, ([, needed]) => needed));
      if (label.kind !== 'name') continue;
      nameLabels[at] = labels.length - 1;
      for (const id of ids) said.add(id);
    }
    for (const id of said) frequency[id] = (frequency[id] ?? 0) + 1;
    const text = without.has('descriptions') ? undefined : target.field.description;
    descriptions.push(text ? describe(text, lexicon, idOf, descriptionCache) : noWords);
  }
  yield;
  const weights = Float32Array.from(words, (word, id) =>
    without.has('frequency') ? 0.7 : weightOf(word, frequency[id] ?? 0, targets.length),
  );
  const requiredWeight = Float32Array.from(required, (ids) =>
    ids.reduce((sum, id) => sum + (weights[id] ?? 0), 0),
  );
  yield;
  const requiring = postings(required, words.length, () => true);
  const mentioning = postings(optional, words.length, (id) => !containers.has(words[id] ?? ''));
  return {
    targets,
    labels,
    wordIds,
    words,
    weights,
    required,
    optional,
    necessity,
    requiring,
    mentioning,
    requiredWeight,
    descriptions,
    nameLabels,
    keys: new Set(
      labels.flatMap(({ kind, required: said }) =>
        kind === 'key'
          ? [
              said
                .filter((word) => word !== 'id')
                .sort()
                .join(' '),
            ]
          : [],
      ),
    ),
    byLeaf,
  };
}

// Rarity in a schema of thousands of fields says more about the schema than about the word: it counts a little.
const usualWeight = 0.7;
const rarityShare = 0.2;

/** How much a word tells: rare words of the target tell more, words that name a kind of value never nothing. */
export function weightOf(word: string, frequency: number, fields: number): number {
  if (fillers.has(word) || word.startsWith('#')) return 0.12;
  if (/^\d+$/.test(word)) return 0.4;
  const rarity = Math.log((fields + 2) / (frequency + 1)) / Math.log(fields + 2);
  const telling = Math.min(1, Math.max(isHeadWord(word) ? 0.5 : 0.35, rarity));
  return usualWeight + rarityShare * (telling - usualWeight);
}

/** From this share on an organisation's schema counts as made from the source. */
export const echoFrom = 0.35;

/** Share of the organisation's own fields whose names the source has too: 1 where the schema was made from it. */
export function echoOf(targets: readonly TargetField[], sourceLeaves: ReadonlySet<string>): number {
  const own = targets.filter(({ isCustom, names }) => isCustom && names.length > 1);
  if (own.length === 0) return 0;
  return own.filter(({ comparable }) => sourceLeaves.has(comparable[0] ?? '')).length / own.length;
}

const noWords = new Int32Array(0);

function describe(
  text: string,
  lexicon: Lexicon,
  idOf: (word: string) => number,
  cache: Map<string, Int32Array>,
): Int32Array {
  const known = cache.get(text);
  if (known) return known;
  const ids = new Set<number>();
  for (const token of text.slice(0, 220).split(/\s+/)) {
    for (const word of lexicon.wordsOf(token.replace(/[^\p{L}\p{N}-]/gu, ''))) {
      if (word.length > 2 && !fillers.has(word)) ids.add(idOf(word));
    }
  }
  const sorted = Int32Array.from(ids).sort();
  cache.set(text, sorted);
  return sorted;
}

function postings(
  lists: readonly Int32Array[],
  wordCount: number,
  isUsed: (id: number) => boolean,
): Int32Array[] {
  const counts = new Int32Array(wordCount);
  for (const list of lists) for (const id of list) counts[id] = (counts[id] ?? 0) + 1;
  const result = Array.from(counts, (count, id) => new Int32Array(isUsed(id) ? count : 0));
  const filled = new Int32Array(wordCount);
  for (const [label, list] of lists.entries()) {
    for (const id of list) {
      const posting = result[id];
      if (!posting || posting.length === 0) continue;
      const at = filled[id] ?? 0;
      posting[at] = label;
      filled[id] = at + 1;
    }
  }
  return result;
}
