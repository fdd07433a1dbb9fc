import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { resolveSchema } from '@/e2e/emulator/schema-registry/lookup';
import { problem, requireJsonBody } from '@/e2e/emulator/schema-registry/registry-errors';
import { isObject } from '@/e2e/emulator/schema-registry/registry-state';
import { applyRows, compileRows } from './compile-mapping';
import { inlineSchemaIn, readMappingSet } from './mapping-set-body';
import { readRows } from './mapping-sets';

const maximumRecords = 1000;

/**
 * `POST /mappingSets/preview`: maps sample records without storing anything. A list of records gives a list of results,
 * one record gives one.
 */
export function previewMappings(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const { body, nowMs, organisation, sandbox } = request;
  if (!isObject(body)) throw problem(400, 'The body must hold data and mappingSet');
  const { data, mappingSet } = body;
  const records = Array.isArray(data) ? data : isObject(data) ? [data] : undefined;
  if (records === undefined || records.some((record) => !isObject(record))) {
    throw problem(400, 'data must be a list of records');
  }
  if (records.length > maximumRecords)
    throw problem(400, `A preview takes at most ${maximumRecords} records`);
  const ownId = isObject(mappingSet) && typeof mappingSet.id === 'string' ? mappingSet.id : null;
  const inline = inlineSchemaIn(mappingSet);
  const input = readMappingSet(request, mappingSet, ownId, { inlineSchema: inline !== undefined });
  const schema = inline ?? resolveSchema(organisation, sandbox, input.schemaId);
  if (schema === undefined) throw problem(400, `The schema ${input.schemaId} does not exist in this sandbox`);
  const compiled = compileRows(readRows(input), schema, input.allowNullValues);
  const results = records.map((record: Json) => {
    const { data: mapped, errors } = applyRows(compiled, record, nowMs);
    return { data: mapped, errors: errors.length === 0 ? null : errors };
  });
  return { status: 200, body: Array.isArray(data) ? results : results[0] };
}
