import type { JsonSchemaNode } from './json-schema';
import type { SchemaReader } from './schema-reader';

export const fieldTypes = [
  'string',
  'integer',
  'long',
  'number',
  'boolean',
  'date',
  'date-time',
  'object',
  'array',
  'map',
  'unknown',
] as const;
/** What a field holds, in one vocabulary for sources and XDM. */
export type FieldType = (typeof fieldTypes)[number];

const xdmTypes: Readonly<Record<string, FieldType>> = {
  string: 'string',
  boolean: 'boolean',
  byte: 'integer',
  short: 'integer',
  int: 'integer',
  integer: 'integer',
  long: 'long',
  double: 'number',
  float: 'number',
  number: 'number',
  date: 'date',
  'date-time': 'date-time',
  object: 'object',
  array: 'array',
  map: 'map',
};

const int32Limit = 2_147_483_647;

/** The type of a resolved node, and of its elements when it is an array or a map. */
export function fieldTypeOf(
  node: JsonSchemaNode,
  reader: SchemaReader,
  path: string,
): { type: FieldType; itemType: FieldType | undefined } {
  const type = ownType(node, reader);
  if (type === 'array') {
    return { type, itemType: ownType(reader.resolve(node.items, `${path}[*]`), reader) };
  }
  if (type === 'map') {
    return { type, itemType: ownType(reader.resolve(node.additionalProperties, path), reader) };
  }
  return { type, itemType: undefined };
}

function ownType(node: JsonSchemaNode, reader: SchemaReader): FieldType {
  const xdmType = node['meta:xdmType'];
  const declared =
    typeof xdmType === 'string' && Object.hasOwn(xdmTypes, xdmType) ? xdmTypes[xdmType] : undefined;
  const jsonType = Array.isArray(node.type) ? node.type.find((entry) => entry !== 'null') : node.type;
  if (declared && declared !== 'object') return declared;
  if (jsonType === 'string') {
    return node.format === 'date-time' || node.format === 'date' ? node.format : 'string';
  }
  if (jsonType === 'integer') return isBeyondInt32(node) ? 'long' : 'integer';
  if (jsonType === 'number') return 'number';
  if (jsonType === 'boolean') return 'boolean';
  if (jsonType === 'array' || (jsonType === undefined && node.items !== undefined)) return 'array';
  if (jsonType === 'object' || declared === 'object' || reader.hasFields(node)) {
    return reader.isMap(node) ? 'map' : 'object';
  }
  return 'unknown';
}

// Adobe writes a long as an integer whose bounds are those of a safe integer.
function isBeyondInt32(node: JsonSchemaNode): boolean {
  return (
    (typeof node.maximum === 'number' && node.maximum > int32Limit) ||
    (typeof node.minimum === 'number' && node.minimum < -int32Limit - 1)
  );
}
