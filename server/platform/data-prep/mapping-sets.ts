import type { MappingSetId, XdmSchemaId } from '@/lib/ids';
import type { Created, Listed } from '../created';
import { callPlatform } from '../http';
import { isJsonObject, type JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { PlatformError } from '../platform-error';
import { policy } from '../policy';
import { requireSameId } from '../require-same-id';
import { UnreadableReply } from '../unreadable-reply';
import {
  mappingSetCreatedSchema,
  mappingSetPageSchema,
  mappingSetSchema,
  previewSchema,
  validationSchema,
} from './mapping-sets.wire';

export type MappingSet = {
  id: MappingSetId;
  version: number;
  name: string;
  schemaId: XdmSchemaId | undefined;
  createdAtMs: number | undefined;
  /** In either dialect; `sourceType` as stored, for example `text/x.schema-path`. */
  mappings: { sourceType: string; source: string; destination: string }[];
};

/** Sends the reviewed body as it is. Cannot be undone: the service has no delete (`POST /mappingSets`). */
export function createMappingSet(
  ctx: PlatformContext,
  body: JsonObject,
): Promise<Created<MappingSetId> & { version: number }> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'data-prep',
    path: '/mappingSets',
    body,
    schema: mappingSetCreatedSchema,
  });
}

/** Reads one version; the service would take 0 for a missing one (`GET /mappingSets/{id}`). */
export async function getMappingSet(
  ctx: PlatformContext,
  id: MappingSetId,
  version: number,
): Promise<MappingSet> {
  const found = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'data-prep',
    path: '/mappingSets/{id}',
    params: { id },
    query: [['version', String(version)]],
    schema: mappingSetSchema,
  });
  return requireSameId('GET /mappingSets/{id}', id, found);
}

/** Mapping sets, newest first, with this name or for this schema (`GET /mappingSets`). */
export async function findMappingSets(
  ctx: PlatformContext,
  filter: { name?: string; schemaId?: XdmSchemaId } = {},
): Promise<Listed<MappingSet>> {
  const byVersion = new Map<string, MappingSet>();
  let read = 0;
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const { data } = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'data-prep',
      path: '/mappingSets',
      query: [
        ['limit', String(policy.pageSize)],
        ['start', String(read)],
        ['orderBy', '-createdDate'],
        ...(filter.name === undefined ? [] : [['name', filter.name] as const]),
      ],
      schema: mappingSetPageSchema,
    });
    read += data.length;
    for (const item of data) {
      const parsed = mappingSetSchema.safeParse(item);
      if (!parsed.success) throw broken('GET /mappingSets', 'An item of the list has an unexpected shape.');
      const mappingSet = parsed.data;
      const isWanted =
        (filter.name === undefined || mappingSet.name === filter.name) &&
        (filter.schemaId === undefined || mappingSet.schemaId === filter.schemaId);
      if (isWanted) byVersion.set(`${mappingSet.id} ${mappingSet.version}`, mappingSet);
    }
    if (data.length < policy.pageSize) return { items: [...byVersion.values()], complete: true };
    if (byVersion.size >= policy.maximumItems) break;
  }
  return { items: [...byVersion.values()].slice(0, policy.maximumItems), complete: false };
}

export type RowValidation = { ok: true } | { ok: false; message: string | undefined };

/** One verdict per row, in the order of the rows; refused rows are still a 200 (`POST /mappingSets/validate`). */
export async function validateMappingSet(ctx: PlatformContext, body: JsonObject): Promise<RowValidation[]> {
  const { validationResponse } = await callPlatform(ctx, {
    kind: 'preview',
    method: 'POST',
    service: 'data-prep',
    path: '/mappingSets/validate',
    body,
    schema: validationSchema,
  });
  // Verdicts carry no id: with another count they cannot be told apart.
  if (Array.isArray(body.mappings) && body.mappings.length !== validationResponse.length) {
    throw broken('POST /mappingSets/validate', 'The answer has another number of rows.');
  }
  return validationResponse.map(({ status, errors }) => {
    if (status.toUpperCase() === 'SUCCESS') return { ok: true };
    const [error] = errors;
    return { ok: false, message: error?.exception || error?.message || undefined };
  });
}

export type PreviewedRecord = {
  /** The record as the dataset would receive it. */
  data: unknown;
  errors: string[];
};

/** What the mapping makes of sample records; nothing is stored (`POST /mappingSets/preview`). */
export async function previewMappingSet(
  ctx: PlatformContext,
  request: { records: readonly unknown[]; mappingSet: JsonObject },
): Promise<PreviewedRecord[]> {
  const rows = await callPlatform(ctx, {
    kind: 'preview',
    method: 'POST',
    service: 'data-prep',
    path: '/mappingSets/preview',
    body: { data: request.records, mappingSet: request.mappingSet },
    schema: previewSchema,
  });
  return rows.map(({ data, errors }) => ({ data, errors: errors.map(toMessage) }));
}

function toMessage(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!isJsonObject(error)) return 'The row could not be computed.';
  const found = [error.exception, error.message].find((text) => typeof text === 'string' && text !== '');
  const message = typeof found === 'string' ? found : 'The row could not be computed.';
  // The target says which row it is about; the platform's sentence does not always.
  return typeof error.destination === 'string' && !message.includes(error.destination)
    ? `${error.destination}: ${message}`
    : message;
}

function broken(endpoint: string, reason: string): PlatformError {
  return new PlatformError('unreadable', endpoint, {
    cause: new UnreadableReply('unexpected-shape', reason),
  });
}
