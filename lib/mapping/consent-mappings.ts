import { printStringLiteral } from '@/lib/expression/string-literal';
import type { ConsentRecords } from '@/lib/sources/consent-records';
import type { NewFieldMapping } from './commands';

/** One purpose as the sample shows it. */
export type Purpose = { id: string; name: string; records: number };

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
  /** Purpose id by path of the consent field. */
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
  for (const record of records) {
    const list = valueAt(record, source.list);
    for (const entry of Array.isArray(list) ? list : []) {
      const id = valueAt(entry, source.idKey);
      const name = valueAt(entry, source.nameKey);
      if (typeof id !== 'string' || id === '' || id.length > 200) continue;
      const known = found.get(id);
      found.set(id, {
        id,
        name: typeof name === 'string' && name !== '' ? name.slice(0, 200) : (known?.name ?? id),
        records: (known?.records ?? 0) + 1,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.records - a.records).slice(0, maximumPurposes);
}

/** Rows that fill the consent fields as answered, each with a note in plain words; nothing without a purpose. */
export function consentMappings(
  source: ConsentRecords,
  purposes: readonly Purpose[],
  answers: ConsentAnswers,
): NewFieldMapping[] {
  const rows = consentTargets.flatMap(({ path, hasTime }): NewFieldMapping[] => {
    const id = Object.hasOwn(answers.purposes, path) ? answers.purposes[path] : undefined;
    const purpose = purposes.find((candidate) => candidate.id === id);
    if (!purpose) return [];
    const choice: NewFieldMapping = {
      kind: 'expression',
      source: choiceExpression(source, purpose.id, answers),
      target: `${path}.val`,
      note: describeChoice(purpose, answers),
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

function choiceExpression(source: ConsentRecords, id: string, answers: ConsentAnswers): string {
  const values: [readonly string[], string][] = [
    [source.yes, 'y'],
    [source.no, 'n'],
    [source.pending, 'p'],
    [source.expired, answers.expired],
    [source.neverAsked, answers.neverAsked],
  ];
  const cases = values.flatMap(([statuses, value]) =>
    statuses.flatMap((status) => [printStringLiteral(status), printStringLiteral(value)]),
  );
  const status = `${purposeExpression(source, id)}.get(${printStringLiteral(source.statusKey)})`;
  const choice = `decode(${[status, ...cases, '"u"'].join(', ')})`;
  if (answers.absent === 'u') return choice;
  const has = `map_has_keys(array_to_map(${source.list}, ${printStringLiteral(source.idKey)}), ${printStringLiteral(id)})`;
  return `iif(${has}, ${choice}, nullify())`;
}

const words = { y: 'yes', n: 'no', p: 'pending', u: 'unknown', dn: 'no by default' } as const;

function describeChoice({ name }: Purpose, { expired, neverAsked, absent }: ConsentAnswers): string {
  const silence =
    absent === 'u'
      ? 'A person without it counts as unknown.'
      : 'A person without it keeps the choice they have.';
  return (
    `Purpose “${name}”: active is yes, withdrawn is no, pending stays pending, ` +
    `expired is ${words[expired]}, never asked is ${words[neverAsked]}; any other status is unknown. ${silence}`
  );
}
