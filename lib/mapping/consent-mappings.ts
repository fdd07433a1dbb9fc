import { printStringLiteral } from '@/lib/expression/string-literal';
import type { ConsentRecords } from '@/lib/sources/consent-records';
import type { NewFieldMapping } from './commands';

/** One purpose as the sample shows it. */
export type Purpose = {
  id: string;
  name: string;
  /** In how many sample records; 0 for one that was named by its id alone. */
  records: number;
  /** What people can choose within it. */
  parts?: PurposePart[];
};

/** A topic of a purpose, or an option of one of its preferences. */
export type PurposePart = {
  kind: 'topic' | 'option';
  name: string;
  records: number;
  /** Of the topic; or of the preference and its option. */
  ids: string[];
};

/** What can stand for a choice: a purpose, or a part of it. */
export type ConsentOption = { key: string; label: string; purpose: Purpose; part?: PurposePart };

/** Everything that can stand for a choice, each purpose followed by its parts. The key of a purpose is its id. */
export function consentOptions(purposes: readonly Purpose[]): ConsentOption[] {
  return purposes.flatMap((purpose): ConsentOption[] => [
    { key: purpose.id, label: purpose.name, purpose },
    ...(purpose.parts ?? []).map((part) => ({
      key: JSON.stringify([purpose.id, ...part.ids]),
      label: `${purpose.name} › ${part.name}`,
      purpose,
      part,
    })),
  ]);
}

/** A choice that Adobe's consent fields have room for. */
export type ConsentTarget = { path: string; question: string; hasTime: boolean };

/** What a privacy officer is asked, each with the consent field that the answer fills. */
export const consentTargets: readonly ConsentTarget[] = [
  { path: 'consents.marketing.email', question: 'Which purpose allows marketing by e-mail?', hasTime: true },
  {
    path: 'consents.marketing.sms',
    question: 'Which purpose allows marketing by text message?',
    hasTime: true,
  },
  { path: 'consents.marketing.push', question: 'Which purpose allows push notifications?', hasTime: true },
  { path: 'consents.marketing.call', question: 'Which purpose allows marketing calls?', hasTime: true },
  {
    path: 'consents.marketing.postalMail',
    question: 'Which purpose allows marketing by letter?',
    hasTime: true,
  },
  {
    path: 'consents.marketing.any',
    question: 'Which purpose allows marketing in general, where no channel has an answer of its own?',
    hasTime: true,
  },
  {
    path: 'consents.personalize.content',
    question: 'Which purpose allows adapting content to the person?',
    hasTime: false,
  },
  {
    path: 'consents.collect',
    question: 'Which purpose allows collecting data about the person?',
    hasTime: false,
  },
  { path: 'consents.share', question: 'Which purpose allows giving data to third parties?', hasTime: false },
];

export type ConsentAnswers = {
  /** The key of a `ConsentOption` by path of the consent field. */
  purposes: Readonly<Record<string, string>>;
  expired: 'n' | 'u';
  neverAsked: 'u' | 'n' | 'dn';
  /** A person whose record does not mention the purpose: unknown, or leave the field as it is. */
  absent: 'u' | 'nothing';
};

/** The proposals for a privacy officer to confirm: an expired consent is none, silence is no answer. */
export const cautiousAnswers: ConsentAnswers = {
  purposes: {},
  expired: 'n',
  neverAsked: 'u',
  absent: 'nothing',
};

const valueAt = (record: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (node, key) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, key)
          ? (node as Record<string, unknown>)[key]
          : undefined,
      record,
    );

const maximumPurposes = 200;

/** The purposes that occur in sample records, the most frequent first; they name no person. */
export function readPurposes(records: readonly unknown[], source: ConsentRecords): Purpose[] {
  const found = new Map<string, Purpose>();
  for (const entry of records.flatMap((record) => namedEntries(record, source.list, source))) {
    const known = found.get(entry.id);
    const parts = mergeParts(known?.parts ?? [], partsOf(entry.value, source));
    found.set(entry.id, {
      id: entry.id,
      name: entry.name ?? known?.name ?? entry.id,
      records: (known?.records ?? 0) + 1,
      ...(parts.length > 0 && { parts }),
    });
  }
  return [...found.values()].sort((a, b) => b.records - a.records).slice(0, maximumPurposes);
}

type NamedEntry = { id: string; name: string | undefined; value: unknown };

/** The entries of a list that have an id; a schema says nothing of what is in them, the data does. */
function namedEntries(node: unknown, path: string, { idKey, nameKey }: ConsentRecords): NamedEntry[] {
  const list = valueAt(node, path);
  return (Array.isArray(list) ? list : []).flatMap((value: unknown): NamedEntry[] => {
    const id = valueAt(value, idKey);
    const name = valueAt(value, nameKey);
    if (typeof id !== 'string' || id === '' || id.length > 200) return [];
    return [{ id, name: typeof name === 'string' && name !== '' ? name.slice(0, 200) : undefined, value }];
  });
}

function partsOf(purpose: unknown, source: ConsentRecords): PurposePart[] {
  const topics = namedEntries(purpose, source.topicsKey, source).map(
    ({ id, name }): PurposePart => ({ kind: 'topic', name: name ?? id, records: 1, ids: [id] }),
  );
  const options = namedEntries(purpose, source.preferencesKey, source).flatMap((preference) =>
    namedEntries(preference.value, source.optionsKey, source).map(
      ({ id, name }): PurposePart => ({
        kind: 'option',
        name: `${preference.name ?? preference.id}: ${name ?? id}`,
        records: 1,
        ids: [preference.id, id],
      }),
    ),
  );
  return [...topics, ...options];
}

const maximumParts = 100;

function mergeParts(known: readonly PurposePart[], seen: readonly PurposePart[]): PurposePart[] {
  const byIds = new Map(known.map((part) => [JSON.stringify(part.ids), part]));
  for (const part of seen) {
    const key = JSON.stringify(part.ids);
    byIds.set(key, { ...part, records: (byIds.get(key)?.records ?? 0) + 1 });
  }
  return [...byIds.values()].slice(0, maximumParts);
}

/** Rows that fill the consent fields as answered, each with a note in plain words; nothing without a purpose. */
export function consentMappings(
  source: ConsentRecords,
  purposes: readonly Purpose[],
  answers: ConsentAnswers,
): NewFieldMapping[] {
  const options = new Map(consentOptions(purposes).map((option) => [option.key, option]));
  const rows = consentTargets.flatMap(({ path, hasTime }): NewFieldMapping[] => {
    const key = Object.hasOwn(answers.purposes, path) ? answers.purposes[path] : undefined;
    const option = options.get(key ?? '');
    if (!option) return [];
    const { purpose } = option;
    const choice: NewFieldMapping = {
      kind: 'expression',
      source: choiceExpression(source, option, answers),
      target: `${path}.val`,
      note: describeChoice(option, answers),
    };
    if (!hasTime) return [choice];
    return [
      choice,
      {
        kind: 'expression',
        source: `${purposeExpression(source, purpose.id)}.get(${printStringLiteral(source.timeKey)})`,
        target: `${path}.time`,
        note: `When the answer about “${purpose.name}” was last given.`,
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    ...rows,
    {
      kind: 'attribute',
      source: source.updatedPath,
      target: 'consents.metadata.time',
      note: 'When the whole set of choices was last changed. Adobe uses it to tell newer choices from older ones.',
    },
  ];
}

/** The purpose of one record, wherever it stands in the list; null when the record does not mention it. */
function purposeExpression({ list, idKey }: ConsentRecords, id: string): string {
  return `map_get_values(array_to_map(${list}, ${printStringLiteral(idKey)}), ${printStringLiteral(id)})`;
}

/** Whether a part of a purpose was agreed to, as a choice; unknown where the record does not say. */
function partExpression(source: ConsentRecords, purposeId: string, { kind, ids }: PurposePart): string {
  const lists = kind === 'topic' ? [source.topicsKey] : [source.preferencesKey, source.optionsKey];
  const entry = lists.reduce(
    (node, list, at) =>
      `map_get_values(array_to_map(${node}.get(${printStringLiteral(list)}), ${printStringLiteral(source.idKey)}), ${printStringLiteral(ids[at] ?? '')})`,
    purposeExpression(source, purposeId),
  );
  const consented = `${entry}.get(${printStringLiteral(source.consentedKey)})`;
  return `iif(${consented} == true, "y", iif(${consented} == false, "n", "u"))`;
}

function choiceExpression(source: ConsentRecords, option: ConsentOption, answers: ConsentAnswers): string {
  const { id } = option.purpose;
  const values: [readonly string[], string][] = [
    [source.yes, option.part ? partExpression(source, id, option.part) : '"y"'],
    [source.no, '"n"'],
    [source.pending, '"p"'],
    [source.expired, printStringLiteral(answers.expired)],
    [source.neverAsked, printStringLiteral(answers.neverAsked)],
  ];
  const cases = values.flatMap(([statuses, value]) =>
    statuses.flatMap((status) => [printStringLiteral(status), value]),
  );
  const status = `${purposeExpression(source, id)}.get(${printStringLiteral(source.statusKey)})`;
  const choice = `decode(${[status, ...cases, '"u"'].join(', ')})`;
  if (answers.absent === 'u') return choice;
  const has = `map_has_keys(array_to_map(${source.list}, ${printStringLiteral(source.idKey)}), ${printStringLiteral(id)})`;
  return `iif(${has}, ${choice}, nullify())`;
}

const words = { y: 'yes', n: 'no', p: 'pending', u: 'unknown', dn: 'no by default' } as const;

/** What an answer does to the records, in plain words: shown beside the question and kept with the row. */
export function describeChoice(
  { purpose, part }: ConsentOption,
  { expired, neverAsked, absent }: ConsentAnswers,
): string {
  const silence =
    absent === 'u'
      ? 'A person without it counts as unknown.'
      : 'A person without it keeps the choice they have.';
  const yes = part
    ? `while active, ${part.kind === 'topic' ? 'the topic' : 'the preference'} “${part.name}” decides: agreed to is yes, not agreed to is no, not mentioned is unknown;`
    : 'active is yes,';
  return (
    `Purpose “${purpose.name}”: ${yes} withdrawn is no, pending stays pending, ` +
    `expired is ${words[expired]}, never asked is ${words[neverAsked]}; any other status is unknown. ${silence}`
  );
}

/** A calculation for one fact out of the list of names and values: the way around keys that no schema declares. */
export function elementExpression({ elements }: ConsentRecords, name: string): string {
  const { list, nameKey, valueKey } = elements;
  return `map_get_values(array_to_map(${list}, ${printStringLiteral(nameKey)}), ${printStringLiteral(name)}).get(${printStringLiteral(valueKey)})`;
}
