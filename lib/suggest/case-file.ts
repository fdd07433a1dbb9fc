import { type FieldType, fieldTypes } from '@/lib/schema/field-type';
import { splitPath } from './split-name';
import type { SourceSuggestions, SuggestField } from './suggestion';

/** A pair that a published or written mapping holds. */
export type GoldPair = {
  readonly source: string;
  readonly target: string;
  readonly alt: readonly string[];
  readonly kind: 'attribute' | 'expression';
  readonly level: 'easy' | 'hard';
};

/** One source with its target schema and the right answers. */
export type SuggestCase = {
  readonly name: string;
  readonly targetTree: string | undefined;
  readonly sourceFields: readonly SuggestField[];
  readonly targetFields: readonly SuggestField[];
  readonly gold: readonly GoldPair[];
  readonly unmapped: readonly string[];
  /** How many entries of its lists are no fields. */
  readonly unreadable: number;
};

/** One line of a predictions file. */
export type Prediction = {
  source: string;
  target: string;
  score: number;
  band: string;
  accept?: true;
  reason: string;
  expression?: string;
};

/** Reads a case; undefined for any other JSON. What is missing or malformed inside is left out and counted. */
export function readCase(json: unknown, fallbackName: string): SuggestCase | undefined {
  if (!isRecord(json)) return undefined;
  const source = listOf(json.source_fields ?? json.sourceFields);
  const target = listOf(json.target_fields ?? json.targetFields);
  const tree = json.target_tree ?? json.targetTree;
  const targetTree = typeof tree === 'string' && tree !== '' ? tree : undefined;
  if (!source || (!target && targetTree === undefined)) return undefined;
  const sourceFields = readFields(source);
  const targetFields = readFields(target ?? []);
  return {
    name: typeof json.name === 'string' && json.name !== '' ? json.name : fallbackName,
    targetTree,
    sourceFields,
    targetFields,
    gold: (Array.isArray(json.gold) ? json.gold : []).flatMap(readGold),
    unmapped: (Array.isArray(json.unmapped) ? json.unmapped : []).filter((path) => typeof path === 'string'),
    unreadable: source.length + (target?.length ?? 0) - sourceFields.length - targetFields.length,
  };
}

/** Reads the fields of a schema tree file: `{fields: […]}`, or the list itself. */
export function readTreeFields(json: unknown): SuggestField[] {
  const fields = listOf(isRecord(json) && 'fields' in json ? json.fields : json);
  return fields ? readFields(fields) : [];
}

/**
 * The case with titles and descriptions of its tree where its own target fields have none; with the tree's fields where
 * it has no own ones.
 */
export function joinTree(one: SuggestCase, tree: readonly SuggestField[]): SuggestCase {
  if (one.targetFields.length === 0) return { ...one, targetFields: tree };
  const known = new Map(tree.map((field) => [splitPath(field.path).join('.'), field]));
  const targetFields = one.targetFields.map((field) => {
    const more = known.get(splitPath(field.path).join('.'));
    return more
      ? {
          ...field,
          type: field.type === 'unknown' ? more.type : field.type,
          itemType: field.itemType ?? more.itemType,
          title: field.title ?? more.title,
          description: field.description ?? more.description,
          enumValues: field.enumValues ?? more.enumValues,
          deprecated: field.deprecated ?? more.deprecated,
        }
      : field;
  });
  return { ...one, targetFields };
}

/** The suggestions of a case as lines for the scorer. */
export function toPredictions(results: readonly SourceSuggestions[]): Prediction[] {
  return results.flatMap(({ suggestions }) =>
    suggestions.map(({ source, target, confidence, band, isApplied, reason, proposal }) => ({
      source,
      target,
      score: Math.round(confidence * 10_000) / 10_000,
      band,
      ...(isApplied ? { accept: true as const } : {}),
      reason,
      ...(proposal ? { expression: proposal.expression } : {}),
    })),
  );
}

/** A list of fields, also written as an object of types by path. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0) return undefined;
  return entries.map(([path, type]) => (isRecord(type) ? { path, ...type } : { path, type }));
}

function readFields(list: readonly unknown[]): SuggestField[] {
  return list.flatMap((entry): SuggestField[] => {
    if (typeof entry === 'string') return entry === '' ? [] : [{ path: entry, type: 'unknown' }];
    if (!isRecord(entry)) return [];
    const path = entry.path ?? entry.name;
    if (typeof path !== 'string' || path === '') return [];
    const { type, itemType } = typeOf(entry.type);
    return [
      {
        path,
        type,
        itemType: entry.items === undefined ? itemType : itemTypeOf(entry.items),
        title: textOf(entry.title),
        description: textOf(entry.description),
        enumValues: Array.isArray(entry.enum) ? entry.enum.map(String) : undefined,
        deprecated: entry.deprecated === undefined ? undefined : entry.deprecated === true,
      },
    ];
  });
}

const otherTypes: Readonly<Record<string, FieldType>> = {
  int: 'integer',
  int32: 'integer',
  short: 'integer',
  smallint: 'integer',
  byte: 'integer',
  bigint: 'long',
  int64: 'long',
  double: 'number',
  float: 'number',
  real: 'number',
  decimal: 'number',
  numeric: 'number',
  currency: 'number',
  money: 'number',
  percent: 'number',
  bool: 'boolean',
  bit: 'boolean',
  text: 'string',
  char: 'string',
  varchar: 'string',
  nvarchar: 'string',
  uuid: 'string',
  guid: 'string',
  email: 'string',
  url: 'string',
  struct: 'object',
  record: 'object',
  list: 'array',
};

/** A type as systems write it: `varchar(255)`, `string[]`, `array<string>`, `["null", "string"]`, `string|null`. */
function typeOf(type: unknown): { type: FieldType; itemType?: FieldType } {
  const options = Array.isArray(type) ? type : typeof type === 'string' ? type.split('|') : [];
  const name = options
    .filter((one) => typeof one === 'string')
    .map((one) => one.trim().toLowerCase())
    .find((one) => one !== 'null' && one !== '');
  if (name === undefined) return { type: 'unknown' };
  const items = /^(?:(.+)\[\]|(?:array|list)<(.+)>)$/.exec(name);
  if (items) return { type: 'array', itemType: typeOf(items[1] ?? items[2]).type };
  const plain = name.replace(/[\s(<].*$/, '').replace('_', '-');
  if (/^(timestamp|datetime)/.test(plain)) return { type: 'date-time' };
  const known = fieldTypes.find((one) => one === plain);
  return { type: known ?? (Object.hasOwn(otherTypes, plain) ? (otherTypes[plain] ?? 'unknown') : 'unknown') };
}

function itemTypeOf(items: unknown): FieldType {
  return typeOf(isRecord(items) ? items.type : items).type;
}

function readGold(entry: unknown): GoldPair[] {
  if (!isRecord(entry) || typeof entry.source !== 'string' || typeof entry.target !== 'string') return [];
  return [
    {
      source: entry.source,
      target: entry.target,
      alt: Array.isArray(entry.alt) ? entry.alt.filter((path) => typeof path === 'string') : [],
      kind: entry.kind === 'expression' ? 'expression' : 'attribute',
      level: entry.level === 'easy' ? 'easy' : 'hard',
    },
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
