import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { findMappingUser } from '@/e2e/emulator/flow-service/lookup';
import { resolveSchema } from '@/e2e/emulator/schema-registry/lookup';
import { problem, requireJsonBody } from '@/e2e/emulator/schema-registry/registry-errors';
import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import type { Switches } from '@/e2e/emulator/switches';
import type { RowInput } from './mapping-rows';
import { inlineSchemaIn, type MappingSetInput, readMappingSet } from './mapping-set-body';
import { type MappingRow, type MappingSet, mappingState, storedSourceType } from './mapping-state';
import { validateRows } from './validate-rows';

/** The resolved schema of a mapping set, or 400 when the sandbox has no such schema. */
export function schemaOf(request: ServiceRequest, schemaId: string): JsonSchema {
  const resolved = resolveSchema(request.organisation, request.sandbox, schemaId);
  if (resolved === undefined) throw problem(400, `The schema ${schemaId} does not exist in this sandbox`);
  return resolved;
}

/** The rows of a body, or 400 for the first that cannot be read. */
export function readRows(input: MappingSetInput): RowInput[] {
  return input.rows.map((result, index) => {
    if (!result.ok) throw problem(400, `mappings[${index}]: ${result.message}`);
    return result.row;
  });
}

/** A row as stored: with the names of both dialects. */
export function storedRow(request: ServiceRequest, row: RowInput): MappingRow {
  const { nowMs, client } = request;
  const { name, description } = row;
  return {
    id: request.newId('hex32'),
    version: 0,
    createdDate: nowMs,
    modifiedDate: nowMs,
    createdBy: client.technicalAccountId,
    modifiedBy: client.technicalAccountId,
    sourceType: storedSourceType(row.sourceType),
    source: row.source,
    destination: row.destination,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    identity: row.identity,
    primaryIdentity: row.primaryIdentity,
    matchScore: 0,
    functionVersion: 1,
    sourceAttribute: row.source,
    destinationXdmPath: row.destination,
  };
}

function build(
  request: ServiceRequest,
  input: MappingSetInput,
  previous: MappingSet | undefined,
): MappingSet {
  const { nowMs, client } = request;
  const schemaRef = { id: input.schemaId, contentType: input.contentType };
  return {
    id: previous?.id ?? request.newId('hex32'),
    version: previous === undefined ? 0 : previous.version + 1,
    createdDate: previous?.createdDate ?? nowMs,
    modifiedDate: nowMs,
    createdBy: previous?.createdBy ?? client.technicalAccountId,
    modifiedBy: client.technicalAccountId,
    ...(input.name === undefined ? {} : { name: input.name }),
    supportVersion: '1.1',
    outputSchema: { id: previous?.outputSchema.id ?? request.newId('hex32'), version: 0, schemaRef },
    mappings: readRows(input).map((row) => storedRow(request, row)),
    status: 'PUBLISHED',
    strictMapping: false,
    allowNullValues: input.allowNullValues,
    xdmVersion: input.xdmVersion,
    schemaRef,
    xdmSchema: input.schemaId,
  };
}

/** All versions of the mapping set of the path, or 404. */
export function versionsOf(request: ServiceRequest): MappingSet[] {
  const { mappingSets } = mappingState(request.sandbox);
  const id = request.params.id ?? '';
  const versions = Object.hasOwn(mappingSets, id) ? mappingSets[id] : undefined;
  if (versions === undefined) throw problem(404, `The mapping set ${id} does not exist in this sandbox`);
  return versions;
}

/** The version asked for: 0 when none is named, not the newest. */
function versionAsked(request: ServiceRequest): MappingSet {
  const text = request.query.get('version') ?? '0';
  if (!/^\d{1,9}$/.test(text)) throw problem(400, `version must be a whole number, not ${text}`);
  const found = versionsOf(request).find((candidate) => candidate.version === Number(text));
  if (found === undefined) throw problem(404, `The mapping set ${request.params.id} has no version ${text}`);
  return found;
}

function shown(request: ServiceRequest, mappingSet: MappingSet): unknown {
  if (request.query.get('expandSchema')?.toLowerCase() !== 'true') return mappingSet;
  const jsonSchema = schemaOf(request, mappingSet.xdmSchema);
  return { ...mappingSet, outputSchema: { ...mappingSet.outputSchema, jsonSchema } };
}

/** `POST /mappingSets`: 200 with the id; `?validate=true` refuses rows that cannot work. */
export function createMappingSet(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const input = readMappingSet(request, request.body, null);
  const mappingSet = build(request, input, undefined);
  if (request.query.get('validate')?.toLowerCase() === 'true') {
    const failed = validateRows(input.rows, schemaOf(request, input.schemaId)).find(
      ({ status }) => status === 'FAILED',
    );
    if (failed?.errors) throw problem(400, failed.errors[0]?.exception ?? 'A mapping is not valid');
  }
  mappingState(request.sandbox).mappingSets[mappingSet.id] = [mappingSet];
  const { id, version, createdDate, modifiedDate, createdBy, modifiedBy } = mappingSet;
  return { status: 200, body: { id, version, createdDate, modifiedDate, createdBy, modifiedBy } };
}

/** `PUT /mappingSets/{id}`: a new version with the whole content; older versions stay readable. */
export function putMappingSet(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const versions = versionsOf(request);
  const newest = versions.at(-1);
  if (newest === undefined)
    throw problem(404, `The mapping set ${request.params.id} does not exist in this sandbox`);
  const input = readMappingSet(request, request.body, newest.id);
  const mappingSet = build(request, input, newest);
  mappingState(request.sandbox).mappingSets[newest.id] = [...versions, mappingSet];
  return { status: 200, body: mappingSet };
}

/** `GET /mappingSets/{id}`. */
export function getMappingSet(request: ServiceRequest): ServiceReply {
  return { status: 200, body: shown(request, versionAsked(request)) };
}

/** `DELETE /mappingSets/{id}`: 204 unless a dataflow applies it; not in the public specification, but a client calls it. */
export function deleteMappingSet(request: ServiceRequest, switches: Switches): ServiceReply {
  if (!switches.deletableMappingSets) throw problem(405, 'The method is not allowed here.');
  versionsOf(request);
  const id = request.params.id ?? '';
  const user = findMappingUser(request.sandbox, id);
  if (user !== undefined) throw problem(400, `The mapping set ${id} is used by the flow ${user}`);
  delete mappingState(request.sandbox).mappingSets[id];
  return { status: 204 };
}

/** `GET /mappingSets/{id}/mappings`: the rows as a list. */
export function listMappings(request: ServiceRequest): ServiceReply {
  return { status: 200, body: versionAsked(request).mappings };
}

/** `GET /mappingSets/{id}/mappings/{mappingId}`. */
export function getMapping(request: ServiceRequest): ServiceReply {
  const id = request.params.mappingId ?? '';
  const found = versionsOf(request)
    .flatMap((version) => version.mappings)
    .find((row) => row.id === id);
  if (found === undefined) throw problem(404, `The mapping ${id} does not exist in this mapping set`);
  return { status: 200, body: found };
}

function whole(request: ServiceRequest, name: string, least: number, fallback?: string): number {
  const text = request.query.get(name) ?? fallback ?? null;
  if (text === null) throw problem(400, `${name} is required`);
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw problem(400, `${name} must be a whole number, not ${text}`);
  return Number(text);
}

/** `GET /mappingSets`: the newest versions. `limit` is required; clients leave `start` out, so that begins at 0. */
export function listMappingSets(request: ServiceRequest): ServiceReply {
  const [limit, start] = [Math.min(whole(request, 'limit', 1), 1000), whole(request, 'start', 0, '0')];
  const name = request.query.get('name');
  // An unencoded plus sign arrives as a space.
  const order = /^([+ -]?)(createdDate|updatedDate|modifiedDate|lastUpdateDate)$/.exec(
    request.query.get('orderBy') ?? '-createdDate',
  );
  if (order === null)
    throw problem(400, 'orderBy must be +createdDate, -createdDate, +updatedDate or -updatedDate');
  const field = order[2] === 'createdDate' ? 'createdDate' : 'modifiedDate';
  const sign = order[1] === '-' ? -1 : 1;
  const newest = Object.values(mappingState(request.sandbox).mappingSets)
    .flatMap((versions) => versions.slice(-1))
    .filter((mappingSet) => name === null || mappingSet.name === name)
    .sort((left, right) => sign * (left[field] - right[field]));
  const data = newest.slice(start, start + limit).map((mappingSet) => shown(request, mappingSet));
  const base = '/data/foundation/conversion/mappingSets';
  const more = start + limit < newest.length;
  return {
    status: 200,
    body: {
      data,
      _page: { count: data.length, limit },
      _links: {
        page: { href: `${base}?limit={limit}&start={start}`, templated: true },
        ...(more
          ? { next: { href: `${base}?limit=${limit}&start=${start + limit}`, templated: false } }
          : {}),
      },
    },
  };
}

/** `POST /mappingSets/validate`: 200 with one verdict for each row, in order. */
export function validateMappings(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const inline = inlineSchemaIn(request.body);
  const input = readMappingSet(request, request.body, idOf(request), { inlineSchema: inline !== undefined });
  const schema = inline ?? schemaOf(request, input.schemaId);
  return { status: 200, body: { validationResponse: validateRows(input.rows, schema) } };
}

/** Validation and preview also take a stored mapping set, so they do not insist on an empty id. */
function idOf(request: ServiceRequest): string | null {
  const { body } = request;
  const id = typeof body === 'object' && body !== null && !Array.isArray(body) ? body.id : undefined;
  return typeof id === 'string' ? id : null;
}
