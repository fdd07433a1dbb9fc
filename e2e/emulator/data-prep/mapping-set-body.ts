import type { Json, ServiceRequest } from '@/e2e/emulator/contract';
import { findSchema } from '@/e2e/emulator/schema-registry/lookup';
import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import { isObject, type JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { type RowResult, readRow } from './mapping-rows';

/** A mapping set as sent, its rows read one by one. */
export type MappingSetInput = {
  name?: string;
  schemaId: string;
  contentType: string;
  xdmVersion: string;
  allowNullValues: boolean;
  rows: RowResult[];
};

const fullContentType = 'application/vnd.adobe.xed-full+json;version=1';
const versionForm =
  /^(?:1(?:\.\d+)?|application\/vnd\.adobe\.(?:xed|xdm)[a-z-]*\+json; ?version=1(?:\.\d+)?)$/;
const maximumRows = 10_000;

function schemaRefIn(body: Record<string, Json>): { id: string; contentType: string } | undefined {
  for (const holder of [body.outputSchema, body]) {
    if (!isObject(holder) || holder.schemaRef === undefined || holder.schemaRef === null) continue;
    const { schemaRef } = holder;
    if (!isObject(schemaRef) || typeof schemaRef.id !== 'string')
      throw problem(400, 'schemaRef must name a schema by its id');
    const contentType = schemaRef.contentType ?? fullContentType;
    if (typeof contentType !== 'string' || !versionForm.test(contentType)) {
      throw problem(400, 'schemaRef.contentType must name the major version of the schema');
    }
    return { id: schemaRef.id, contentType };
  }
  return undefined;
}

/** Stands for a schema that the body brings along and nobody has stored. */
const inlineTarget = { schemaId: '', contentType: fullContentType, xdmVersion: '1.0' };

function target(request: ServiceRequest, body: Record<string, Json>) {
  const reference = schemaRefIn(body);
  const { xdmSchema = null, xdmVersion = null } = body;
  if (xdmSchema !== null && typeof xdmSchema !== 'string')
    throw problem(400, 'xdmSchema must be the id of a schema');
  if (xdmVersion !== null && (typeof xdmVersion !== 'string' || !versionForm.test(xdmVersion))) {
    throw problem(400, 'xdmVersion must be a version such as 1.0');
  }
  const id = reference?.id ?? xdmSchema;
  if (id === null) throw problem(400, 'A mapping set needs outputSchema.schemaRef or xdmSchema');
  if (xdmSchema !== null && xdmSchema !== id)
    throw problem(400, 'outputSchema.schemaRef and xdmSchema differ');
  const schema = findSchema(request.sandbox, id);
  if (schema === undefined || schema.id !== id)
    throw problem(400, `The schema ${id} does not exist in this sandbox`);
  const contentType = reference?.contentType ?? xdmVersion ?? '1.0';
  return { schemaId: id, contentType, xdmVersion: xdmVersion ?? contentType };
}

/**
 * The schema a body brings along (`outputSchema.jsonSchema` of the specification), for trying a mapping before its
 * schema exists. A reference counts more, so undefined when there is one.
 */
export function inlineSchemaIn(body: Json | undefined): JsonSchema | undefined {
  if (!isObject(body) || !isObject(body.outputSchema) || schemaRefIn(body) !== undefined) return undefined;
  const { jsonSchema } = body.outputSchema;
  return isObject(jsonSchema) && body.xdmSchema === undefined ? (jsonSchema as JsonSchema) : undefined;
}

/**
 * Reads the envelope of a mapping set in either dialect, or in a mixture of both. Rows that cannot be read are kept as
 * results. @throws 400 for an envelope that breaks a rule.
 */
export function readMappingSet(
  request: ServiceRequest,
  body: Json | undefined,
  ownId: string | null,
  options: { inlineSchema: boolean } = { inlineSchema: false },
): MappingSetInput {
  if (!isObject(body)) throw problem(400, 'The body must be a mapping set');
  const { id = null, version = 0, name = null, allowNullValues = false, mappings } = body;
  if (id !== null && id !== ownId)
    throw problem(400, ownId === null ? 'id must be null' : 'id differs from the path');
  if (version !== null && !Number.isInteger(version)) throw problem(400, 'version must be a whole number');
  if (name !== null && typeof name !== 'string') throw problem(400, 'name must be text');
  if (allowNullValues !== null && typeof allowNullValues !== 'boolean') {
    throw problem(400, 'allowNullValues must be a boolean');
  }
  if (!Array.isArray(mappings)) throw problem(400, 'mappings must be a list');
  if (mappings.length > maximumRows) throw problem(400, `A mapping set has at most ${maximumRows} mappings`);
  const input: MappingSetInput = {
    ...(options.inlineSchema ? inlineTarget : target(request, body)),
    allowNullValues: allowNullValues ?? false,
    rows: mappings.map(readRow),
  };
  if (name !== null) input.name = name;
  return input;
}
