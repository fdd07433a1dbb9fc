import { isJsonObject, type JsonSchemaNode } from './json-schema';

type Observed = { -readonly [K in 'type' | 'format' | 'properties' | 'items']?: unknown };

const maxDepth = 64;

/**
 * The schema with what the sample records show besides it: keys it does not name, and types it leaves open. An explore
 * answer derives its schema from one record, so fields that were null or absent there have no type or no entry.
 * What the schema does say is never contradicted.
 */
export function mergeObserved(schema: JsonSchemaNode, records: readonly unknown[]): JsonSchemaNode {
  return records.reduce<JsonSchemaNode>((merged, record) => mergeValue(merged, record, 0), schema);
}

function mergeValue(schema: JsonSchemaNode, value: unknown, depth: number): JsonSchemaNode {
  if (value === null || value === undefined || depth > maxDepth) return schema;
  const declared = typesOf(schema);
  if (Array.isArray(value)) {
    if (declared.length > 0 && !declared.includes('array')) return schema;
    const items = isJsonObject(schema.items) ? schema.items : {};
    const merged = value.reduce<JsonSchemaNode>((inner, entry) => mergeValue(inner, entry, depth + 1), items);
    return schema.items === merged ? schema : { ...schema, ...typed('array', schema), items: merged };
  }
  if (isJsonObject(value)) {
    if (declared.length > 0 && !declared.includes('object')) return schema;
    return mergeFields(schema, value, depth);
  }
  return declared.length > 0 || schema.properties !== undefined || schema.$ref !== undefined
    ? schema
    : { ...schema, ...scalarSchema(value) };
}

function mergeFields(schema: JsonSchemaNode, value: Record<string, unknown>, depth: number): JsonSchemaNode {
  const known: Record<string, unknown> = isJsonObject(schema.properties) ? schema.properties : {};
  let changed = schema.properties === undefined;
  const entries = new Map(Object.entries(known));
  for (const [name, entry] of Object.entries(value)) {
    const before = entries.get(name);
    const after = mergeValue(isJsonObject(before) ? before : {}, entry, depth + 1);
    if (before === after) continue;
    entries.set(name, after);
    changed = true;
  }
  if (!changed) return schema;
  return { ...schema, ...typed('object', schema), properties: Object.fromEntries(entries) };
}

function typed(type: string, schema: JsonSchemaNode): Observed {
  return schema.type === undefined ? { type } : {};
}

function typesOf(schema: JsonSchemaNode): unknown[] {
  if (schema.type === undefined) return [];
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}

// Times stay texts: that one record's text reads as a time does not promise that the next one's will.
function scalarSchema(value: unknown): Observed {
  if (typeof value === 'string') return { type: 'string' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return {};
}
