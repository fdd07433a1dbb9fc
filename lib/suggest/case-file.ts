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

/** Reads a case; undefined for any other JSON. What is missing or malformed inside is left out. */
export function readCase(json: unknown, fallbackName: string): SuggestCase | undefined {
  if (!isRecord(json) || !Array.isArray(json.source_fields) || !Array.isArray(json.target_fields))
    return undefined;
  return {
    name: typeof json.name === 'string' ? json.name : fallbackName,
    targetTree: typeof json.target_tree === 'string' ? json.target_tree : undefined,
    sourceFields: readFields(json.source_fields),
    targetFields: readFields(json.target_fields),
    gold: (Array.isArray(json.gold) ? json.gold : []).flatMap(readGold),
    unmapped: (Array.isArray(json.unmapped) ? json.unmapped : []).filter((path) => typeof path === 'string'),
  };
}

/** Reads the fields of a schema tree file: `{fields: […]}`, or the list itself. */
export function readTreeFields(json: unknown): SuggestField[] {
  if (Array.isArray(json)) return readFields(json);
  return isRecord(json) && Array.isArray(json.fields) ? readFields(json.fields) : [];
}

/** The case with titles and descriptions of its tree where its own target fields have none. */
export function joinDescriptions(one: SuggestCase, tree: readonly SuggestField[]): SuggestCase {
  const known = new Map(tree.map((field) => [splitPath(field.path).join('.'), field]));
  const targetFields = one.targetFields.map((field) => {
    const more = known.get(splitPath(field.path).join('.'));
    return more
      ? {
          ...field,
          title: field.title ?? more.title,
          description: field.description ?? more.description,
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

function readFields(list: readonly unknown[]): SuggestField[] {
  return list.flatMap((entry): SuggestField[] => {
    if (typeof entry === 'string') return entry === '' ? [] : [{ path: entry, type: 'unknown' }];
    if (!isRecord(entry) || typeof entry.path !== 'string' || entry.path === '') return [];
    return [
      {
        path: entry.path,
        type: typeOf(entry.type),
        itemType: entry.items === undefined ? undefined : typeOf(entry.items),
        title: textOf(entry.title),
        description: textOf(entry.description),
        deprecated: entry.deprecated === true,
      },
    ];
  });
}

const otherTypes: Readonly<Record<string, FieldType>> = {
  int: 'integer',
  short: 'integer',
  byte: 'integer',
  bigint: 'long',
  double: 'number',
  float: 'number',
  decimal: 'number',
  bool: 'boolean',
  datetime: 'date-time',
  timestamp: 'date-time',
  text: 'string',
  varchar: 'string',
};

function typeOf(type: unknown): FieldType {
  const name = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (typeof name !== 'string') return 'unknown';
  const lower = name.toLowerCase();
  return (
    fieldTypes.find((known) => known === lower) ??
    (Object.hasOwn(otherTypes, lower) ? (otherTypes[lower] ?? 'unknown') : 'unknown')
  );
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
