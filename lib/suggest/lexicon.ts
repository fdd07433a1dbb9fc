import { splitName, stemWord } from './split-name';
import { abbreviations } from './vocabulary/abbreviations';
import { foreignWords } from './vocabulary/foreign-words';
import { phrases } from './vocabulary/phrases';
import { relatedWords } from './vocabulary/related-words';
import { moreWords } from './vocabulary/word-classes';
import { xdmAliases } from './vocabulary/xdm-aliases';

/** Turns names into comparable words: split, written out, in XDM's own terms. Remembers every name it has seen. */
export type Lexicon = {
  wordsOf: (name: string, options?: { foreign?: boolean }) => readonly string[];
  /** Whether a name holds a word of another language that English lacks. */
  isForeign: (name: string) => boolean;
  /** Whether a word, as it stands or written out, is one of the vocabulary. */
  knows: (word: string) => boolean;
};

type Phrase = { readonly from: readonly string[]; readonly to: readonly string[]; readonly endOnly: boolean };

const longestPhrase = 6;
const noRelations: ReadonlyMap<string, number> = new Map();
const shortWords = new Set('id of on by at in to is do no up ip os dt nr cd nm hq tz pk'.split(' '));
const phraseTable = readPhrases(phrases);
const foreign = readForeign(foreignWords);
const related = readRelated();
const baseDictionary = readDictionary();
const skeletons = readSkeletons();

/** How much of one word's meaning another carries, 0 to 1; 1 for the same word. */
export function relatedness(one: string, other: string): number {
  if (one === other) return 1;
  return related.get(one)?.get(other) ?? 0;
}

/** The words related to a word, with their strengths. */
export function relationsOf(word: string): ReadonlyMap<string, number> {
  return related.get(word) ?? noRelations;
}

/** A lexicon that also splits run-together names by the words of the target's own names. */
export function createLexicon(targetNames: Iterable<string>): Lexicon {
  const dictionary = new Set(baseDictionary);
  for (const name of targetNames) {
    for (const word of splitName(name))
      if (word.length >= 3 && word.length <= 14 && !isRunTogether(word)) dictionary.add(stemWord(word));
  }
  const known = new Map<string, readonly string[]>();
  return {
    wordsOf: (name, options) => {
      const key = options?.foreign ? `\u0000${name}` : name;
      const found = known.get(key);
      if (found) return found;
      const words = normalise(name, dictionary, options?.foreign ?? false);
      known.set(key, words);
      return words;
    },
    knows: (word) => abbreviations.has(word) || baseDictionary.has(stemWord(word)),
    isForeign: (name) =>
      splitName(name).some(
        (word) => foreign.has(word) && !baseDictionary.has(stemWord(word)) && word.length > 2,
      ),
  };
}

function normalise(
  name: string,
  dictionary: ReadonlySet<string>,
  isForeignSource: boolean,
): readonly string[] {
  const words: string[] = [];
  const split = splitName(name);
  for (let at = 0; at < split.length; at += 1) {
    const word = split[at] ?? '';
    const joined = word + (split[at + 1] ?? '');
    // `Head Count` is the headcount.
    if (joined.length >= 6 && joined !== word && abbreviations.has(joined)) {
      pushWord(words, joined, dictionary, isForeignSource);
      at += 1;
    } else pushWord(words, word, dictionary, isForeignSource);
  }
  const rewritten = rewrite(readDigits(words));
  const ended = readEnding(rewritten);
  return ended === rewritten ? rewritten : rewrite(ended);
}

const moments = new Set(['at', 'on', 'utc', 'gmt', 'when', 'day']);

/** `shippedAt`, `shipped_on`, `shippedUtc` and `shippedWhen` end in what is a date, and `paused_why` in a reason. */
function readEnding(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined) return words;
  if (last === 'why') return [...words.slice(0, -1), 'reason'];
  if (!moments.has(last) || words.at(-2) === 'birth') return words;
  return words.at(-2) === 'date' ? words.slice(0, -1) : [...words.slice(0, -1), 'date'];
}

// `telephone1` is the telephone; `line1` and `eVar1` are one of several.
const firstOfKind = new Set('phone email fax mobile contact website'.split(' '));

/** A number inside a name tells its group from another one; a first one at the end of some names tells nothing. */
function readDigits(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (!/^\d+$/.test(word)) return [word];
    if (at < words.length - 1) return at === 0 ? [] : [`#${word}`];
    return word === '1' && firstOfKind.has(words[at - 1] ?? '') ? [] : [word];
  });
}

function pushWord(
  into: string[],
  word: string,
  dictionary: ReadonlySet<string>,
  isForeignSource: boolean,
): void {
  const stem = stemWord(word);
  // `company_uid` is the company's.
  const long =
    word === 'uid' && into.length > 0 ? ['id'] : (abbreviations.get(word) ?? abbreviations.get(stem));
  if (long) {
    into.push(...long.map(stemWord));
    return;
  }
  if (isForeignSource && !baseDictionary.has(stem)) {
    const english = foreign.get(word) ?? foreign.get(stem);
    if (english) {
      into.push(...english.map(stemWord));
      return;
    }
  }
  if (!dictionary.has(stem) && /^[a-z][^aeiou\d]{2,8}$/.test(word)) {
    into.push(skeletons.get(skeletonOf(word)) ?? stem);
    return;
  }
  if (dictionary.has(stem) || word.length < 5 || word.length > 40) {
    into.push(stem);
    return;
  }
  const pieces = segment(word, dictionary);
  if (pieces.length === 1) into.push(stem);
  else
    for (const piece of pieces) into.push(...(abbreviations.get(piece)?.map(stemWord) ?? [stemWord(piece)]));
}

/** A word without its inner vowels and doubled letters, as columns with short names are written: `GNDR`, `PRFRD`. */
function skeletonOf(word: string): string {
  return (word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '')).replace(/(.)\1+/g, '$1');
}

/** The words by their skeletons; one that several words have goes to none of them. */
function readSkeletons(): ReadonlyMap<string, string> {
  const words = new Map<string, string | undefined>();
  for (const word of baseDictionary) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) continue;
    const skeleton = skeletonOf(word);
    if (skeleton.length < 3) continue;
    words.set(skeleton, words.has(skeleton) && words.get(skeleton) !== word ? undefined : word);
  }
  return new Map(
    [...words].flatMap(([skeleton, word]) => (word === undefined ? [] : [[skeleton, word] as const])),
  );
}

/** Splits a run-together word by the dictionary: as few words as possible, at most one of them unknown. */
function segment(word: string, dictionary: ReadonlySet<string>): readonly string[] {
  const best: { cost: number; pieces: readonly string[]; known: number; unknown: number }[] = [
    { cost: 0, pieces: [], known: 0, unknown: 0 },
  ];
  for (let end = 1; end <= word.length; end += 1) {
    let winner: (typeof best)[number] | undefined;
    for (let start = Math.max(0, end - 14); start < end; start += 1) {
      const before = best[start];
      if (!before) continue;
      const piece = word.slice(start, end);
      const isKnown =
        piece.length <= 2 ? shortWords.has(piece) : dictionary.has(stemWord(piece)) || abbreviatesWell(piece);
      if (!isKnown && (piece.length < 3 || before.unknown > 0)) continue;
      const cost = before.cost + (isKnown ? costOf(piece) : 2.6 + piece.length * 0.18);
      if (winner && winner.cost <= cost) continue;
      winner = {
        cost,
        pieces: [...before.pieces, piece],
        known: before.known + (isKnown ? piece.length : 0),
        unknown: before.unknown + (isKnown ? 0 : 1),
      };
    }
    if (winner) best[end] = winner;
  }
  const whole = best[word.length];
  if (!whole || whole.pieces.length < 2) return [word];
  if (whole.unknown > 0 && whole.known < 4) return [word];
  // Four short pieces are a coincidence, not a name.
  if (whole.pieces.length > 2 && word.length / whole.pieces.length < 2.6) return [word];
  return whole.pieces;
}

/** Whether a target's own name is several known words without a gap, such as `pageid`. */
function isRunTogether(word: string): boolean {
  if (word.length < 6 || baseDictionary.has(stemWord(word)) || abbreviations.has(word)) return false;
  const pieces = segment(word, baseDictionary);
  return pieces.length === 2 && pieces.every((piece) => baseDictionary.has(stemWord(piece)));
}

/** Short pieces are found by chance more often than long ones, and short forms more often than words. */
function costOf(piece: string): number {
  const short = piece.length <= 2 ? 0.5 : piece.length === 3 ? 0.3 : 0;
  return 1 + short + (baseDictionary.has(stemWord(piece)) || piece.length <= 2 ? 0 : 0.2);
}

function abbreviatesWell(piece: string): boolean {
  return piece.length >= 3 && abbreviations.has(piece);
}

function rewrite(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    if (phrase) {
      for (const word of phrase.to) if (out.at(-1) !== word) out.push(word);
      at += phrase.from.length;
    } else {
      const word = words[at] ?? '';
      if (out.at(-1) !== word) out.push(word);
      at += 1;
    }
  }
  return out;
}

function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  const first = words[at];
  const options = first === undefined ? undefined : phraseTable.get(first);
  return options?.find(
    ({ from, endOnly }) =>
      from.length <= words.length - at &&
      (!endOnly || at + from.length === words.length) &&
      from.every((word, offset) => words[at + offset] === word),
  );
}

function readPhrases(text: string): Map<string, Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const line of text.trim().split('\n')) {
    const [left = '', right = ''] = line.split('=>');
    const to = right.trim().split(' ').map(stemWord);
    for (const phrase of left.split(',')) {
      // Hundreds of them are read when a worker starts: plain words need no more than the spaces between them.
      const words = /^[a-z ]+$/.test(phrase) ? phrase.trim().split(' ') : splitName(phrase);
      const from = words.flatMap((word) => abbreviations.get(word) ?? [word]).map(stemWord);
      const first = from[0];
      if (first === undefined || from.length > longestPhrase) continue;
      const list = table.get(first) ?? [];
      list.push({ from, to, endOnly: from.some((word) => /^\d+$/.test(word)) });
      table.set(first, list);
    }
  }
  for (const list of table.values()) list.sort((one, other) => other.from.length - one.from.length);
  return table;
}

function readForeign(text: string): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const line of text.trim().split('\n')) {
    const at = line.indexOf(':');
    map.set(
      line.slice(0, at),
      line
        .slice(at + 1)
        .trim()
        .split(' '),
    );
  }
  return map;
}

function readRelated(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const map = new Map<string, Map<string, number>>();
  for (const [strength, list] of relatedWords) {
    const group = list.split(' ').map(stemWord);
    for (const one of group) {
      const relations = map.get(one) ?? new Map<string, number>();
      map.set(one, relations);
      for (const other of group) {
        if (one !== other) relations.set(other, Math.max(strength, relations.get(other) ?? 0));
      }
    }
  }
  return map;
}

function readDictionary(): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (text: string) => {
    for (const word of text.split(/[^a-z\d]+/))
      if (word.length >= 3 || shortWords.has(word)) all.add(stemWord(word));
  };
  add([...moreWords].join(' '));
  add(phrases.replace(/=>/g, ' '));
  for (const [, list] of relatedWords) add(list);
  for (const line of xdmAliases.trim().split('\n')) add(line.slice(line.indexOf(':')));
  for (const long of abbreviations.values()) add(long.join(' '));
  return all;
}
