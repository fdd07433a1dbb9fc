import { stemWord } from './split-name';
import * as classes from './vocabulary/word-classes';

const stemmed = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(stemWord));

/** The word classes in the form in which the lexicon gives words. */
export const fillers = stemmed(classes.fillerWords);
export const containers = stemmed(classes.containerWords);
export const qualifiers = stemmed(classes.qualifierWords);
const vague = stemmed(classes.vagueWords);
export const bareNames = stemmed(classes.bareNames);
export const technical = stemmed(classes.technicalWords);
const headKinds: ReadonlyMap<string, string> = new Map(
  [...classes.headKinds].map(([word, kind]) => [stemWord(word), kind] as const),
);

/** What kind of value the last telling word of a name promises. */
export function headKindOf(words: readonly string[]): string | undefined {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    if (/^\d+$/.test(word)) continue;
    const kind = headKinds.get(word);
    if (kind !== undefined) return kind;
    if (!fillers.has(word)) return undefined;
  }
  return undefined;
}

/** Whether a word names a kind of value, such as a date or an amount. */
export function isHeadWord(word: string): boolean {
  return headKinds.has(word);
}

/** Whether a name says only what kind of value it holds: `number`, `status`, `type`. */
export function isVagueName(words: readonly string[]): boolean {
  return words.every((word) => vague.has(word) || fillers.has(word));
}
