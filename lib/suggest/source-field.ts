import type { FieldHint } from '@/lib/schema/statistics';
import type { Lexicon } from './lexicon';
import { splitPath } from './split-name';
import { headKindOf, isVagueName } from './stemmed-words';
import type { SuggestField, SuggestInput } from './suggestion';
import { comparableName } from './target-field';

/** A source field in words. */
export type SourceField = {
  readonly field: SuggestField;
  readonly names: readonly string[];
  /** Words of its own name, and of the names above it, nearest first. */
  readonly words: readonly string[];
  readonly context: readonly (readonly string[])[];
  /** Whether its words include its parent's, because its own say too little. */
  readonly isJoined: boolean;
  readonly described: readonly string[];
  readonly comparable: readonly string[];
  readonly promise: string | undefined;
  readonly saysYesOrNo: boolean;
  readonly hints: readonly FieldHint[];
  /** All values it can have, where the schema lists them or the sample shows that there are few. */
  readonly values: readonly string[];
  /** Whether it repeats: below an array. */
  readonly isElement: boolean;
  /** Fields that stand together: below one object, or with the same first words. */
  readonly group: string;
};

// What tables and stages of a pipeline are called, not what a field holds.
const tablePrefixes = new Set(
  'src tgt tbl fld col stg raw dim fct fact ods stage crm erp ext cust'.split(' '),
);

/**
 * Letters before an underscore or a capital that most names begin with, such as a table's `c_`, where they are no word:
 * `order_id` and `order_total` keep theirs. The empty text without.
 */
function sharedPrefix(leaves: readonly string[], lexicon: Lexicon): string {
  const counts = new Map<string, number>();
  for (const leaf of leaves) {
    const prefix = /^(?:[A-Za-z]{1,5}_+(?=[A-Za-z])|[a-z]{1,5}(?=[A-Z]))/.exec(leaf)?.[0];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))[0] ?? [
    '',
    0,
  ];
  const word = prefix.replace(/_+$/, '').toLowerCase();
  const isWord = word.length > 2 && lexicon.knows(word) && !tablePrefixes.has(word);
  return !isWord && word !== 'is' && count >= 5 && count >= leaves.length * 0.6 ? prefix : '';
}

const yesOrNo = new Set(
  'is has do can should was optin unsubscribe donot consent flag allow accept subscribed enabled active permission permitted agreed deleted converted blocked'.split(
    ' ',
  ),
);

/** Reads the source's fields; a second one with the same path is left out. */
export function readSourceFields(input: SuggestInput, lexicon: Lexicon): SourceField[] {
  const seen = new Set<string>();
  const fields = input.sourceFields.filter(({ path }) => path !== '' && !seen.has(path) && seen.add(path));
  const parts = fields.map((field) => splitPath(field.path));
  const prefix = sharedPrefix(
    parts.map((names) => names.at(-1) ?? ''),
    lexicon,
  );
  // Letters after two underscores mark fields that an organisation added itself.
  const bare = (name: string) =>
    (name.startsWith(prefix) ? name.slice(prefix.length) : name).replace(/(?<=.)__[a-z]{1,3}$/i, '');
  // The envelope around a whole record names none of its fields.
  const below = new Map<string, number>();
  for (const names of parts) {
    const parent = names.at(-2);
    if (parent !== undefined) below.set(parent, (below.get(parent) ?? 0) + 1);
  }
  const foreignNames = parts.filter((names) => lexicon.isForeign(names.at(-1) ?? '')).length;
  const options = { foreign: foreignNames >= 3 && foreignNames >= fields.length * 0.15 };
  const fieldGroups = groupNames(
    parts.map((names) => names.join('.')),
    parts,
    lexicon,
    options,
  );
  const groupsSaying = (words: ReadonlySet<string>) =>
    new Set(
      parts.flatMap((names, at) =>
        lexicon.wordsOf(bare(names.at(-1) ?? ''), options).some((word) => words.has(word))
          ? [fieldGroups[at]]
          : [],
      ),
    );
  const places = groupsSaying(addressWords);
  const statuses = groupsSaying(new Set(['status']));
  const spoken = new Set(parts.flatMap((names) => lexicon.wordsOf(bare(names.at(-1) ?? ''), options)));
  const mailIsEmail = spoken.has('mail') && !spoken.has('email');
  return fields.map((field, at) => {
    const names = parts[at] ?? [];
    const own = bare(names.at(-1) ?? '');
    const seen = input.statistics?.get(field.path);
    const hints = seen?.hints ?? [];
    const alone = dropEnding(lexicon.wordsOf(own, options));
    // `order.number` is the order number.
    const parent = names.at(-2);
    const isJoined =
      parent !== undefined &&
      (fields.length < 4 || (below.get(parent) ?? 0) < fields.length * 0.6) &&
      isVagueName(alone) &&
      !alone.some((word) => word === 'email' || word === 'phone' || word === 'address') &&
      !isVagueName(lexicon.wordsOf(parent, options));
    const said = isJoined ? dropEnding(lexicon.wordsOf(`${parent} ${own}`, options)) : alone;
    const placed =
      places.has(fieldGroups[at]) && !isOfRecord(said)
        ? said
        : readState(said, statuses.has(fieldGroups[at]));
    const words = readMoment(readSpan(readMail(placed, mailIsEmail), field.type), field.type);
    return {
      field,
      names,
      words: words.length > 0 ? words : [own.toLowerCase().slice(0, 40)],
      context: names
        .slice(0, isJoined ? -2 : -1)
        .reverse()
        .slice(0, 4)
        .map((name) => lexicon.wordsOf(name, options)),
      isJoined,
      described: describedBy(field, lexicon, options),
      comparable: [comparableName(own), ...names.slice(0, -1).map(comparableName).reverse()],
      promise: promiseOf(hints) ?? headKindOf(words),
      saysYesOrNo: words.some((word) => yesOrNo.has(word)) || /^(is|has|do|can)[A-Z_]/.test(own),
      hints,
      values: field.enumValues ?? (seen && seen.distinct <= seen.examples.length ? seen.examples : []),
      isElement: field.path.includes('['),
      group: fieldGroups[at] ?? '',
    };
  });
}

const promises: Readonly<Partial<Record<FieldHint, string>>> = {
  email: 'email',
  url: 'url',
  currency: 'currency',
  'iso-time': 'time',
  'epoch-seconds': 'time',
  'epoch-milliseconds': 'time',
};

/** Values that look like one kind of thing promise more than the last word of a name. */
function promiseOf(hints: readonly FieldHint[]): string | undefined {
  return hints.map((hint) => promises[hint]).find((promise) => promise !== undefined);
}

const addressWords = new Set('city street postal country county town'.split(' '));

/**
 * Where nothing beside it is of an address, the state is that of the record: its status, or what is coarser than a
 * status where the record has one of those too.
 */
function readState(words: readonly string[], hasStatus: boolean): readonly string[] {
  if (!words.includes('state') || words.includes('province') || words.some((word) => addressWords.has(word)))
    return words;
  const status = words.map((word) => (word === 'state' ? (hasStatus ? 'condition' : 'status') : word));
  return dropCode([...new Set(status)]);
}

const letterWords = new Set('postal direct bulk letter post'.split(' '));

/** A field that is called mail and no more holds an address for it, not letters; so does any, where e-mail is never said. */
function readMail(words: readonly string[], isEmail: boolean): readonly string[] {
  if (words.length === 1 && words[0] === 'mail') return ['email'];
  return isEmail && words.includes('mail') && !words.some((word) => letterWords.has(word))
    ? words.map((word) => (word === 'mail' ? 'email' : word))
    : words;
}

const irregular = new Set('sold sent paid bought won lost born seen begun left met'.split(' '));

/** `order_cancelled` is a date where it holds one: what happened then is all that the name says. */
function readMoment(words: readonly string[], type: SuggestField['type']): readonly string[] {
  const last = words.at(-1);
  if (last === undefined || (type !== 'date' && type !== 'date-time')) return words;
  return irregular.has(last) || /[^e]ed$/.test(last) ? [...words, 'date'] : words;
}

const records = new Set(
  'member membership account order lead contact customer deal opportunity card contract subscription ticket campaign user'.split(
    ' ',
  ),
);

/** `member_state` is the member's status, whatever else the source says of places. */
function isOfRecord(words: readonly string[]): boolean {
  return words.length === 2 && words[1] === 'state' && records.has(words[0] ?? '');
}

const beginnings = new Set('from since'.split(' '));
const ends = new Set('to till until'.split(' '));

/** `contract_from` and `contract_to` are a start and an end where they hold dates; whole phrases were read before. */
function readSpan(words: readonly string[], type: SuggestField['type']): readonly string[] {
  const last = words.at(-1);
  if (words.length < 2 || last === undefined || (type !== 'date' && type !== 'date-time')) return words;
  const edge = beginnings.has(last) ? 'start' : ends.has(last) ? 'end' : undefined;
  return edge === undefined ? words : [...words.slice(0, -1), edge, 'date'];
}

const codes = new Set(
  'country state postal currency sic naics area promotion coupon tracking bounce response discount voucher product store error smtp province language campaign registration client zip'.split(
    ' ',
  ),
);

// A status, a kind or a category is its name; a stage or a forecast category may have a code beside it.
const named = new Set('status type kind industry country gender'.split(' '));

/** `statusName` is the status, and `genderCode` the gender. */
function dropEnding(words: readonly string[]): readonly string[] {
  const before = words.at(-2);
  const isNamed = words.at(-1) === 'name' && before !== undefined && named.has(before);
  return isNamed ? words.slice(0, -1) : dropCode(words);
}

/** `genderCode` holds the gender: only of some things is the code another field than the thing. */
function dropCode(words: readonly string[]): readonly string[] {
  const before = words.at(-2);
  return words.at(-1) === 'code' && before !== undefined && !codes.has(before) ? words.slice(0, -1) : words;
}

function describedBy(
  field: SuggestField,
  lexicon: Lexicon,
  options: { foreign: boolean },
): readonly string[] {
  const text = `${field.title ?? ''} ${field.description ?? ''}`.slice(0, 240).trim();
  if (text === '') return [];
  const words = new Set<string>();
  for (const token of text.split(/\s+/)) {
    for (const word of lexicon.wordsOf(token.replace(/[^\p{L}\p{N}_-]/gu, ''), options))
      if (word.length > 2) words.add(word);
  }
  return [...words].slice(0, 24);
}

/** Names the group of each field: its parent, or for flat lists the first words that several names share. */
function groupNames(
  paths: readonly string[],
  parts: readonly (readonly string[])[],
  lexicon: Lexicon,
  options: { foreign: boolean },
): string[] {
  const counts = new Map<string, number>();
  const prefixes = paths.map((_, at) => {
    const names = parts[at] ?? [];
    const parent = names.slice(0, -1).join('.');
    const words = lexicon.wordsOf(names.at(-1) ?? '', options);
    const own: string[] = [];
    for (let length = 1; length < words.length && length <= 3; length += 1)
      own.push(`${parent}|${words.slice(0, length).join(' ')}`);
    for (const prefix of own) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    return { parent, own };
  });
  return prefixes.map(({ parent, own }) => {
    // The first words that at least three fields share, unless most of the level shares them; a number settles it.
    const shared = own.filter((prefix) => {
      const count = counts.get(prefix) ?? 0;
      return count >= 3 && count <= Math.max(3, paths.length * 0.5);
    });
    const numbered = own.find((prefix) => /#\d+$/.test(prefix) && (counts.get(prefix) ?? 0) >= 2);
    return numbered ?? shared[0] ?? `${parent}|`;
  });
}
