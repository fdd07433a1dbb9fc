import type { Lexicon } from './lexicon';
import type { TargetField } from './target-field';

/** What a schema is about, in words that a source need not repeat. */
export type SchemaProfile = {
  /** Words of the record's own entity, such as `opportunity`. */
  readonly entity: readonly string[];
  readonly isEvent: boolean;
  /** Words that are understood without being said, with their strength. */
  readonly implied: ReadonlyMap<string, number>;
};

const businessWords = new Set(
  'company account lead opportunity industry department employee website revenue deal organization job salutation assistant owner contact prospect territory converted stage sic naics business role'.split(
    ' ',
  ),
);
const consumerWords = new Set(
  'birth gender loyalty order guest household newsletter tier points point shopper user nationality basket cart booking room customer subscriber donor member patient passenger stay'.split(
    ' ',
  ),
);

/** Works out what the target describes and which everyday words the source leaves unsaid. */
export function profileSchemas(
  targets: readonly TargetField[],
  sourceWords: readonly (readonly string[])[],
  lexicon: Lexicon,
): SchemaProfile {
  const top = targets.filter(({ names }) => names.length === 1).map(({ names }) => names[0] ?? '');
  const isEvent = top.includes('timestamp') && top.includes('eventType');
  const entity = isEvent
    ? top.includes('personKey') || top.includes('personalEmail')
      ? ['person']
      : []
    : entityOf(top, lexicon);
  const isPerson = !isEvent && (top.includes('person') || entity.includes('person'));
  const said = new Set(sourceWords.flat());
  const implied = new Map<string, number>();
  const imply = (words: string, strength: number) => {
    for (const word of words.split(' ')) implied.set(word, Math.max(strength, implied.get(word) ?? 0));
  };
  if (!isEvent) for (const word of entity) imply(word, 0.92);
  if (isPerson) {
    const business = countOf(said, businessWords) + leaning(top);
    const consumer = countOf(said, consumerWords);
    imply('person', 0.92);
    if (business > consumer) {
      imply('work', 0.85);
      imply('job', 0.9);
      imply('company', 0.5);
      imply('mobile home', 0.35);
      imply('mailing personal', 0.3);
    } else {
      imply('personal home', 0.85);
      imply('courtesy', 0.85);
      imply('mobile', 0.8);
      imply('mailing', 0.45);
      imply('work', 0.3);
    }
  } else if (!isEvent) {
    imply('physical', 0.7);
    imply('billing', 0.6);
    imply('shipping mailing', 0.2);
  }
  if (isEvent) {
    if (countOf(said, new Set(['order', 'product', 'cart', 'purchase', 'price', 'payment'])) >= 2) {
      imply('order', 0.7);
      imply('product', 0.4);
    }
    if (top.includes('personalEmail')) imply('personal mobile', 0.8);
    imply('page', 0.4);
    imply('event', 0.6);
  }
  imply('expected', 0.6);
  imply('actual', 0.45);
  return { entity, isEvent, implied };
}

/** A schema of business contacts alone leans to business; one without any of that to consumers. */
function leaning(top: readonly string[]): number {
  if (!top.includes('b2b')) return -1;
  return top.includes('loyalty') || top.includes('userAccount') || top.includes('subscriptions') ? 0 : 1.5;
}

function entityOf(top: readonly string[], lexicon: Lexicon): readonly string[] {
  const components = top
    .flatMap((name) => /^(.+)Components$/.exec(name)?.[1] ?? [])
    .sort((one, other) => other.length - one.length)[0];
  if (components !== undefined) return lexicon.wordsOf(components);
  if (top.includes('person') || top.includes('personalEmail')) return ['person'];
  const counts = new Map<string, number>();
  for (const name of top) {
    const first = lexicon.wordsOf(name)[0];
    if (first !== undefined && first.length > 3) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return best && best[1] >= 4 && best[1] > top.length / 3 ? [best[0]] : [];
}

function countOf(said: ReadonlySet<string>, words: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (said.has(word)) count += 1;
  return count;
}
