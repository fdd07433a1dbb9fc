import type { FieldType } from '@/lib/schema/field-type';
import type { FieldHint } from '@/lib/schema/statistics';
import { relatedness, relationsOf } from './lexicon';
import type { SchemaProfile } from './schema-profile';
import type { SourceField } from './source-field';
import { bareNames, fillers, isHeadWord, isVagueName, qualifiers, technical } from './stemmed-words';
import type { EvidencePart } from './suggestion';
import { type TargetIndex, weightOf } from './target-index';

type Word = {
  readonly text: string;
  /** Target words with how much of this word's meaning they carry. */
  readonly hits: ReadonlyMap<number, number>;
  readonly weight: number;
  readonly isFiller: boolean;
  /** A word for the record itself: "contact" where the target describes a person. */
  readonly isEntity: boolean;
};

/** A source field's words, tied to the target's. */
export type SourceWords = {
  readonly own: readonly Word[];
  readonly context: readonly (Word & { readonly reach: number; readonly telling: number })[];
  readonly described: readonly ReadonlyMap<number, number>[];
  readonly implied: ReadonlyMap<number, number>;
  readonly type: FieldType;
  readonly hints: readonly FieldHint[];
  readonly promise: string | undefined;
  readonly saysYesOrNo: boolean;
  readonly comparable: readonly string[];
  readonly isJoined: boolean;
  /** Share of the name's weight that no word of the target knows. */
  readonly unknownShare: number;
  readonly isTechnical: boolean;
  readonly isElement: boolean;
  /** Whether it stands below something that the target knows: a namesake elsewhere is another thing. */
  readonly standsBelow: boolean;
  /** How far the organisation's own fields repeat the source's names, from `echoOf`. */
  readonly echo: number;
  /** How much is lost where the target says nothing of what stands above: more in events, which hold many things. */
  readonly contextShare: number;
  /** Whether its name says only what every schema says somewhere: `number`, `status`, `value`. */
  readonly isVague: boolean;
  /** Whether such a name may mean anything: events hold things of many kinds, a record is one thing. */
  readonly isAmbiguous: boolean;
  /** An ambiguous name with nothing above it that the target knows: left to a person. */
  readonly isBare: boolean;
  /** Which of the record's entity words it says; `id` alone where it says none but is an id. */
  readonly entitySaid: ReadonlySet<string>;
  readonly entity: readonly string[];
  readonly isBareId: boolean;
};

// Words that single out the usual one of several; a target seldom says them.
const soft = new Set('main primary default standard official long full current'.split(' '));
// The record's own id, said without its name.
const bareIds = new Set('id key record number row'.split(' '));

// What values look like is a word that the name may have left out.
const wordOfHint: Readonly<Partial<Record<FieldHint, string>>> = {
  email: 'email',
  currency: 'currency',
  country: 'country',
  url: 'url',
};

/** Ties the words of sources to those of the target; word frequencies come from all sources together. */
export function createSourceTies(
  sources: readonly SourceField[],
  {
    index,
    profile,
    without,
    echo,
  }: { index: TargetIndex; profile: SchemaProfile; without: ReadonlySet<EvidencePart>; echo: number },
): (source: SourceField) => SourceWords {
  const counts = new Map<string, number>();
  for (const { words } of sources)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const above = new Map<string, number>();
  for (const { context } of sources)
    for (const word of new Set(context.flat())) above.set(word, (above.get(word) ?? 0) + 1);
  // What stands above most fields, such as the name of a payload, tells nothing about any one of them.
  const tellingOf = (word: string) =>
    sources.length < 4 ? 1 : 1 - 0.9 * Math.min(1, (above.get(word) ?? 0) / sources.length);
  const hitsOf = createHits(index, without);
  const implied = new Map<number, number>();
  for (const [word, strength] of profile.implied) {
    const id = index.wordIds.get(word);
    if (id !== undefined && !without.has('context')) implied.set(id, strength);
  }
  const entityOf = (word: string) => profile.entity.some((entity) => relatedness(entity, word) >= 0.65);
  const tie = (text: string): Word => {
    const hits = hitsOf(text);
    const id = index.wordIds.get(text);
    const isEntity = entityOf(text);
    return {
      text,
      hits,
      weight:
        wordWeight(
          text,
          id === undefined ? undefined : index.weights[id],
          counts.get(text) ?? 1,
          sources.length,
          without,
        ) *
        (isEntity ? 0.5 : 1) *
        (soft.has(text) ? 0.45 : 1),
      isFiller: fillers.has(text) || text.startsWith('#'),
      isEntity,
    };
  };
  const tied = new Map<string, Word>();
  const tieOnce = (text: string): Word => {
    const known = tied.get(text) ?? tie(text);
    tied.set(text, known);
    return known;
  };
  return (source) => {
    const named = [...new Set(source.words)].map(tieOnce);
    // A name that the target knows nothing of leaves the word to the one above it.
    const parent = named.every(({ hits }) => hits.size === 0) ? (source.context[0] ?? []) : [];
    const seen = without.has('values')
      ? []
      : source.hints.flatMap((hint) => wordOfHint[hint] ?? []).filter((word) => !source.words.includes(word));
    // Where the values speak and the name does not say the same, the values weigh more.
    const share = seen.length > 0 ? 0.4 : 1;
    const own: Word[] = [
      ...named.map((word) => ({ ...word, weight: word.weight * share })),
      ...parent.filter((word) => !source.words.includes(word)).map(tieOnce),
      ...seen.map((word) => ({ ...tieOnce(word), weight: 0.9 })),
    ];
    const total = own.reduce((sum, word) => sum + word.weight, 0);
    const unknown = own.reduce(
      (sum, word) => sum + (word.hits.size === 0 && !word.isEntity ? word.weight : 0),
      0,
    );
    return {
      own,
      context: without.has('context')
        ? []
        : source.context.flatMap((words, depth) =>
            words
              .filter((word) => !fillers.has(word))
              .map((word) => ({
                ...tieOnce(word),
                reach: 0.9 * 0.75 ** depth,
                telling: tellingOf(word),
              })),
          ),
      described: without.has('descriptions') ? [] : source.described.map(hitsOf),
      implied,
      type: source.field.type,
      hints: source.hints,
      promise: source.promise,
      saysYesOrNo: source.saysYesOrNo,
      comparable: source.comparable,
      isJoined: source.isJoined,
      unknownShare: total === 0 ? 1 : unknown / total,
      isVague: isVagueName(source.words),
      isAmbiguous: profile.isEvent && isVagueName(source.words),
      entity: profile.entity,
      entitySaid: new Set(
        profile.entity.filter((entity) => source.words.some((word) => relatedness(entity, word) >= 0.65)),
      ),
      isBareId: source.words.includes('id') && source.words.every((word) => bareIds.has(word)),
      isBare:
        profile.isEvent &&
        source.words.every((word) => bareNames.has(word) || fillers.has(word)) &&
        source.context.flat().every((word) => fillers.has(word) || tieOnce(word).hits.size === 0),
      isElement: source.isElement,
      standsBelow:
        profile.isEvent &&
        (source.context[0] ?? []).some(
          (word) => !fillers.has(word) && tieOnce(word).hits.size > 0 && tellingOf(word) > 0.5,
        ),
      echo,
      contextShare: profile.isEvent ? 0.24 : 0.18,
      isTechnical: [...source.words, ...source.context.flat()].some((word) => technical.has(word)),
    };
  };
}

/** A word in most of the source's names, such as a product's prefix, tells nothing about any one of them. */
function wordWeight(
  word: string,
  targetWeight: number | undefined,
  count: number,
  fields: number,
  without: ReadonlySet<EvidencePart>,
): number {
  if (without.has('frequency')) return fillers.has(word) ? 0.12 : 0.7;
  const weight = targetWeight ?? weightOf(word, 0, 1000);
  if (count <= 1 || fields < 4) return weight;
  const floor = isHeadWord(word) || qualifiers.has(word) ? 0.75 : 0.3;
  return weight * Math.max(floor, 1 - Math.log(count) / Math.log(fields + 2));
}

function createHits(
  index: TargetIndex,
  without: ReadonlySet<EvidencePart>,
): (word: string) => ReadonlyMap<number, number> {
  const known = new Map<string, ReadonlyMap<number, number>>();
  return (word) => {
    const found = known.get(word);
    if (found) return found;
    const hits = new Map<number, number>();
    const own = index.wordIds.get(word);
    if (own !== undefined) hits.set(own, 1);
    if (!without.has('synonyms')) {
      for (const [other, strength] of relationsOf(word)) {
        const id = index.wordIds.get(other);
        if (id !== undefined) hits.set(id, Math.max(strength, hits.get(id) ?? 0));
      }
    }
    if (hits.size === 0 && word.length >= 5 && word.length <= 24) {
      for (const [id, other] of index.words.entries()) {
        const likeness = spellingLikeness(word, other);
        if (likeness > 0) hits.set(id, likeness);
      }
    }
    known.set(word, hits);
    return hits;
  };
}

/** Likeness of two words that may be one misspelt or cut short; 0 below a plain resemblance. */
export function spellingLikeness(one: string, other: string): number {
  if (
    other.length < 4 ||
    other.length > 24 ||
    Math.abs(one.length - other.length) > 4 ||
    one.charCodeAt(0) !== other.charCodeAt(0)
  )
    return 0;
  const shorter = one.length < other.length ? one : other;
  const longer = shorter === one ? other : one;
  if (shorter.length >= 5 && longer.startsWith(shorter))
    return 0.85 - 0.05 * (longer.length - shorter.length);
  if (Math.abs(one.length - other.length) > 1) return 0;
  return isOneEditApart(shorter, longer) ? 0.85 : 0;
}

function isOneEditApart(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  if (shorter.length === longer.length) {
    return (
      shorter.slice(at + 1) === longer.slice(at + 1) ||
      (shorter[at] === longer[at + 1] &&
        shorter[at + 1] === longer[at] &&
        shorter.slice(at + 2) === longer.slice(at + 2))
    );
  }
  return shorter.slice(at) === longer.slice(at + 1);
}
