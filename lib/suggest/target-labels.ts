import type { Lexicon } from './lexicon';
import { splitName, stemWord } from './split-name';
import { containers, fillers, qualifiers } from './stemmed-words';
import type { TargetField } from './target-field';
import { xdmAliases } from './vocabulary/xdm-aliases';

/** One way of saying a target field: its own name, its title, an everyday name, or the id that a key object holds. */
export type TargetLabel = {
  readonly target: number;
  readonly kind: 'name' | 'title' | 'alias' | 'key';
  readonly text: string;
  /** Words that a source has to say, most telling first, and how much each matters. */
  readonly required: readonly string[];
  /** Words of the path above: they may be said; the number is how much is missed when they are not, 0 to 1. */
  readonly optional: readonly (readonly [word: string, necessity: number])[];
  readonly factor: number;
};

type Alias = { readonly pattern: readonly string[]; readonly names: readonly string[] };

/** How little it counts when a source leaves out a word that an everyday name stands for. */
export const understood = 0.02;

const aliasesByLeaf = readAliases(xdmAliases);
// A leaf of only these words is named by its parent: `workEmail.address`, `opens.value`, `expectedRevenue.amount`.
const genericLeaf = new Set(
  'value val amount number address id name key type code status time date'.split(' '),
);

/** Every label of one target field. */
export function labelsOf(
  target: TargetField,
  index: number,
  lexicon: Lexicon,
  uses: { aliases: boolean },
): TargetLabel[] {
  const labels: TargetLabel[] = [];
  const leaf = target.names.at(-1) ?? '';
  const ancestors = target.names.slice(0, -1);
  const leafWords = lexicon.wordsOf(leaf);
  const key = keyOf(target, lexicon);
  if (key) {
    labels.push({
      target: index,
      kind: 'key',
      text: key.text,
      required: key.words,
      optional: necessities(ancestors.slice(0, -1), lexicon).map(
        ([word, needed]) => [word, needed * 0.3] as const,
      ),
      factor: key.factor,
    });
  }
  const parent = ancestors.at(-1);
  const isGeneric = parent !== undefined && leafWords.every((word) => genericLeaf.has(word));
  if (isGeneric && parent !== undefined) {
    labels.push({
      target: index,
      kind: 'name',
      text: `${parent} ${leaf}`,
      required: unique([...namingWords(parent, lexicon), ...leafWords]),
      optional: necessities(ancestors, lexicon),
      factor: 1,
    });
  } else {
    labels.push({
      target: index,
      kind: 'name',
      text: leaf,
      required: unique(leafWords),
      optional: necessities(ancestors, lexicon),
      factor: key ? 0.9 : 1,
    });
  }
  const title = target.field.title;
  if (title && title.length < 80) {
    const said = lexicon.wordsOf(title);
    const isVague = parent !== undefined && said.every((word) => genericLeaf.has(word));
    const words = unique(isVague ? [...said, ...namingWords(parent, lexicon)] : said);
    if (words.length > 0 && words.length <= 6 && words.join(' ') !== leafWords.join(' ')) {
      labels.push({
        target: index,
        kind: 'title',
        text: title,
        required: words,
        optional: necessities(ancestors, lexicon),
        factor: 0.93,
      });
    }
  }
  if (uses.aliases && !target.isCustom) {
    for (const alias of aliasesByLeaf.get(leaf.toLowerCase()) ?? []) {
      const matched = matchSuffix(alias.pattern, target.names);
      if (matched === undefined) continue;
      const optional = aliasOptional(target, alias.pattern, matched, lexicon);
      for (const name of alias.names) {
        labels.push({
          target: index,
          kind: 'alias',
          text: name,
          required: unique(lexicon.wordsOf(name)),
          optional,
          factor: 0.97,
        });
      }
    }
  }
  return labels.filter(({ required }) => required.length > 0);
}

/** The words of a parent that name what its generic leaves hold. */
function namingWords(parent: string, lexicon: Lexicon): string[] {
  const words = lexicon
    .wordsOf(parent)
    .filter((word) => !containers.has(word) || word === 'email' || word === 'phone' || word === 'name');
  return words.filter((word) => !qualifiers.has(word) || words.length === 1);
}

// `accountKey.sourceID` is the account's id at the source; `sourceKey` the same made unique across instances.
function keyOf(
  target: TargetField,
  lexicon: Lexicon,
): { words: string[]; text: string; factor: number } | undefined {
  const leaf = target.names.at(-1);
  const parent = target.names.at(-2);
  if (parent === undefined || (leaf !== 'sourceID' && leaf !== 'sourceKey')) return undefined;
  const match = /^(source)?(.*?)(Key|ID)$/.exec(parent);
  const entity = match?.[2];
  if (!match || !entity) return undefined;
  const factor = (leaf === 'sourceID' ? 1.05 : 0.93) * (match[1] ? 0.9 : 1);
  const words = lexicon.wordsOf(entity);
  return { words: unique([...words, 'id']), text: `${entity} id`, factor: Math.min(1.05, factor) };
}

function necessities(names: readonly string[], lexicon: Lexicon): [string, number][] {
  const found = new Map<string, number>();
  names.forEach((name, depth) => {
    for (const word of lexicon.wordsOf(name))
      found.set(word, Math.max(found.get(word) ?? 0, necessity(word, names.length - depth)));
  });
  return [...found];
}

function necessity(word: string, distance: number): number {
  if (fillers.has(word)) return 0.02;
  if (qualifiers.has(word)) return 0.6;
  const near = distance <= 1 ? 1 : distance === 2 ? 0.7 : 0.5;
  return (containers.has(word) ? 0.1 : 0.32) * near;
}

/** How many names of the path a pattern covers, when it fits its end. */
function matchSuffix(pattern: readonly string[], names: readonly string[]): number | undefined {
  if (pattern.length > names.length) return undefined;
  const offset = names.length - pattern.length;
  for (let at = 0; at < pattern.length; at += 1) {
    const name = (names[offset + at] ?? '').toLowerCase();
    const wanted = pattern[at] ?? '';
    if (at === 0 && pattern.length > 1 ? !name.endsWith(wanted) : name !== wanted) return undefined;
  }
  return pattern.length;
}

function aliasOptional(
  target: TargetField,
  pattern: readonly string[],
  matched: number,
  lexicon: Lexicon,
): [string, number][] {
  const above = target.names.slice(0, -matched);
  const optional = new Map(necessities(above, lexicon));
  target.names.slice(-matched).forEach((name, at) => {
    const wanted = pattern[at] ?? '';
    for (const word of lexicon.wordsOf(name)) {
      const isExtra =
        at === 0 && name.length > wanted.length && !splitName(wanted).map(stemWord).includes(word);
      optional.set(word, isExtra ? necessity(word, 1) : understood);
    }
  });
  return [...optional];
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function readAliases(text: string): ReadonlyMap<string, readonly Alias[]> {
  const table = new Map<string, Alias[]>();
  for (const line of text.trim().split('\n')) {
    const at = line.indexOf(':');
    const pattern = line.slice(0, at).toLowerCase().split('.');
    const names = line
      .slice(at + 1)
      .split(';')
      .map((name) => name.trim());
    const leaf = pattern.at(-1) ?? '';
    const list = table.get(leaf) ?? [];
    list.push({ pattern, names });
    table.set(leaf, list);
  }
  return table;
}
