import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { problem, requireJsonBody } from '@/e2e/emulator/schema-registry/registry-errors';
import { type RowInput, readRow } from './mapping-rows';
import { storedRow, versionsOf } from './mapping-sets';
import { type MappingRow, type MappingSet, mappingState } from './mapping-state';

// Not in the public specification: a public client makes these calls. Each makes a new version of the mapping set.

function rowIn(value: Json | undefined): RowInput {
  const result = readRow(value ?? null);
  if (!result.ok) throw problem(400, result.message);
  return result.row;
}

function newest(request: ServiceRequest): MappingSet {
  const found = versionsOf(request).at(-1);
  if (!found) throw problem(404, `The mapping set ${request.params.id} does not exist in this sandbox`);
  return found;
}

function rowIndex(request: ServiceRequest, { mappings }: MappingSet): number {
  const id = request.params.mappingId ?? '';
  const index = mappings.findIndex((row) => row.id === id);
  if (index < 0) throw problem(404, `The mapping ${id} does not exist in this mapping set`);
  return index;
}

function store(request: ServiceRequest, previous: MappingSet, mappings: MappingRow[]): void {
  mappingState(request.sandbox).mappingSets[previous.id] = [
    ...versionsOf(request),
    {
      ...previous,
      version: previous.version + 1,
      modifiedDate: request.nowMs,
      modifiedBy: request.client.technicalAccountId,
      mappings,
    },
  ];
}

/** `POST /mappingSets/{id}/mappings`: one row, or a list of them, at the end. */
export function createMapping(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const previous = newest(request);
  const { body } = request;
  const given = Array.isArray(body) ? body : [body];
  if (given.length === 0) throw problem(400, 'The body must hold a mapping');
  const made = given.map((row) => storedRow(request, rowIn(row)));
  store(request, previous, [...previous.mappings, ...made]);
  return { status: 200, body: Array.isArray(body) ? made : made[0] };
}

/** `PUT /mappingSets/{id}/mappings/{mappingId}`: the row keeps its id. */
export function putMapping(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const previous = newest(request);
  const index = rowIndex(request, previous);
  const before = previous.mappings[index];
  const made: MappingRow = {
    ...storedRow(request, rowIn(request.body)),
    ...(before === undefined
      ? {}
      : {
          id: before.id,
          version: before.version + 1,
          createdDate: before.createdDate,
          createdBy: before.createdBy,
        }),
  };
  store(request, previous, previous.mappings.with(index, made));
  return { status: 200, body: made };
}

/** `DELETE /mappingSets/{id}/mappings/{mappingId}`: 204; the older versions keep the row. */
export function deleteMapping(request: ServiceRequest): ServiceReply {
  const previous = newest(request);
  store(request, previous, previous.mappings.toSpliced(rowIndex(request, previous), 1));
  return { status: 204 };
}
