import { createHash } from 'node:crypto';
import type { JsonSchema, Resource, ResourceKind } from '@/e2e/emulator/schema-registry/registry-state';

/** Version of the standard library that resources report as `meta:globalLibVersion`. */
export const libraryVersion = '1.45.0';

/** When the standard library was published, epoch milliseconds. */
const publishedAtMs = 1_704_067_200_000;

export type Fields = Record<string, JsonSchema>;

function field(
  keywords: JsonSchema,
  xdmType: string,
  title: string,
  description: string | undefined,
): JsonSchema {
  const text: JsonSchema = title === '' ? {} : { title };
  if (description !== undefined) text.description = description;
  return { ...text, ...keywords, 'meta:xdmType': xdmType };
}

/** A string, with extra keywords such as `pattern` or `format`. */
export function text(title: string, description?: string, keywords: JsonSchema = {}): JsonSchema {
  return field({ type: 'string', ...keywords }, 'string', title, description);
}

/** A string with a closed or suggested list of values; suggested ones are written in `meta:enum` alone. */
export function choice(
  title: string,
  description: string,
  values: Record<string, string>,
  closed = true,
): JsonSchema {
  const keywords: JsonSchema = { type: 'string', 'meta:enum': values };
  if (closed) keywords.enum = Object.keys(values);
  return field(keywords, 'string', title, description);
}

/** An ISO 8601 date. */
export function date(title: string, description?: string): JsonSchema {
  return field({ type: 'string', format: 'date' }, 'date', title, description);
}

/** An RFC 3339 date-time. */
export function dateTime(title: string, description?: string): JsonSchema {
  return field({ type: 'string', format: 'date-time' }, 'date-time', title, description);
}

/** A double. */
export function decimal(title: string, description?: string): JsonSchema {
  return field({ type: 'number' }, 'number', title, description);
}

/** A 32 bit integer with the bounds that the platform prints. */
export function whole(title: string, description?: string): JsonSchema {
  return field({ type: 'integer', minimum: -2147483648, maximum: 2147483648 }, 'int', title, description);
}

/** A boolean. */
export function flag(title: string, description?: string): JsonSchema {
  return field({ type: 'boolean' }, 'boolean', title, description);
}

/** An object with declared fields. */
export function group(title: string, description: string | undefined, properties: Fields): JsonSchema {
  return field({ type: 'object', properties }, 'object', title, description);
}

/** A list. */
export function list(title: string, description: string | undefined, items: JsonSchema): JsonSchema {
  return field({ type: 'array', items }, 'array', title, description);
}

/** An object whose keys are data. */
export function map(title: string, description: string | undefined, values: JsonSchema): JsonSchema {
  return field({ type: 'object', additionalProperties: values }, 'map', title, description);
}

/** A field of a data type; title and description are the field's own. */
export function use(dataType: string, title: string, description?: string): JsonSchema {
  return field({ $ref: dataType, type: 'object' }, 'object', title, description);
}

/** Marks a field as deprecated. */
export function deprecated(marked: JsonSchema): JsonSchema {
  return { ...marked, 'meta:status': 'deprecated' };
}

function withFieldNames(node: JsonSchema): JsonSchema {
  const copy: JsonSchema = { ...node };
  if (node.properties !== undefined) {
    copy.properties = Object.fromEntries(
      Object.entries(node.properties).map(([name, property]) => {
        const long = name === '_id' ? '@id' : name.startsWith('_') ? name.slice(1) : `xdm:${name}`;
        return [name, { ...withFieldNames(property), 'meta:xdmField': long }];
      }),
    );
  }
  if (node.items !== undefined) copy.items = withFieldNames(node.items);
  return copy;
}

export type StandardResource = { kind: ResourceKind; resource: Resource };

type Blueprint = {
  kind: ResourceKind;
  id: string;
  title: string;
  description: string;
  properties: Fields;
  required?: string[];
  /** Other resources whose fields this one includes. */
  includes?: string[];
  extra?: JsonSchema;
};

const resourceTypes: Record<ResourceKind, string> = {
  behaviors: 'behaviors',
  classes: 'classes',
  fieldgroups: 'mixins',
  datatypes: 'datatypes',
  schemas: 'schemas',
};

/** Completes a standard resource with its ids, definitions and registry metadata. */
export function standardResource(blueprint: Blueprint): StandardResource {
  const { kind, id, title, description, required, includes = [], extra = {} } = blueprint;
  const path = id.replace('https://ns.adobe.com/', '').split('/');
  const name = path.at(-1) ?? 'fields';
  const definition: JsonSchema = withFieldNames({ properties: blueprint.properties });
  if (required !== undefined) definition.required = required;
  const body: JsonSchema = {
    title,
    type: 'object',
    description,
    definitions: { [name]: definition },
    allOf: [
      ...includes.map((included) => ({ $ref: included, type: 'object', 'meta:xdmType': 'object' })),
      { $ref: `#/definitions/${name}`, type: 'object', 'meta:xdmType': 'object' },
    ],
    'meta:extensible': kind !== 'schemas',
    'meta:abstract': kind !== 'schemas',
    'meta:xdmType': 'object',
    'meta:status': 'stable',
    $schema: 'http://json-schema.org/draft-06/schema#',
    ...extra,
  };
  const eTag = createHash('sha256').update(id).update(JSON.stringify(body)).digest('hex');
  const resource: Resource = {
    $id: id,
    'meta:altId': `_${path.join('.')}`,
    'meta:resourceType': resourceTypes[kind],
    version: libraryVersion,
    ...body,
    title,
    'meta:containerId': 'global',
    'meta:tenantNamespace': `_${path[0]}`,
    'meta:registryMetadata': {
      'repo:createdDate': publishedAtMs,
      'repo:lastModifiedDate': publishedAtMs,
      eTag,
      'meta:globalLibVersion': libraryVersion,
    },
    'meta:createdDate': '2024-01-01',
  };
  return { kind, resource };
}

/** A standard data type. */
export function dataType(
  id: string,
  title: string,
  description: string,
  properties: Fields,
  includes: string[] = [],
) {
  return standardResource({ kind: 'datatypes', id, title, description, properties, includes });
}

/** A standard field group and the classes or behaviours that it extends. */
export function fieldGroup(
  id: string,
  title: string,
  description: string,
  intendedToExtend: string[],
  properties: Fields,
  includes: string[] = [],
): StandardResource {
  const extra = { 'meta:intendedToExtend': intendedToExtend };
  return standardResource({ kind: 'fieldgroups', id, title, description, properties, includes, extra });
}
