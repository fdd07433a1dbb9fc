import { type DatasetId, datasetIdSchema, type XdmSchemaId } from '@/lib/ids';
import type { Created, Listed } from '../created';
import { deleteResource } from '../delete-resource';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { PlatformError } from '../platform-error';
import { policy } from '../policy';
import { UnreadableReply } from '../unreadable-reply';
import { datasetCreatedSchema, datasetSchema, keyedSchema } from './datasets.wire';

export type Dataset = {
  id: DatasetId;
  name: string;
  description: string;
  schemaId: XdmSchemaId | undefined;
  /** Names the schema's major version, in one of several spellings. */
  schemaContentType: string | undefined;
  tags: Readonly<Record<string, readonly string[]>>;
  isProfileEnabled: boolean;
  hasErrorDiagnostics: boolean;
  createdAtMs: number;
  updatedAtMs: number;
};

/** Sends the reviewed body as it is; the id comes out of `["@/dataSets/…"]` (Catalog, `POST /dataSets`). */
export function createDataset(ctx: PlatformContext, body: JsonObject): Promise<Created<DatasetId>> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'catalog',
    path: '/dataSets',
    body,
    schema: datasetCreatedSchema,
  });
}

/** Reads one dataset (`GET /dataSets/{id}`). */
export async function getDataset(ctx: PlatformContext, id: DatasetId): Promise<Dataset> {
  const entries = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'catalog',
    path: '/dataSets/{id}',
    params: { id },
    schema: keyedSchema,
  });
  const dataset = entries.map(toDataset).find((candidate) => candidate.id === id);
  if (!dataset) throw broken('GET /dataSets/{id}', 'The answer is about another object.');
  return dataset;
}

/** Datasets, newest first, whose name contains `search`, at most `limit` (`GET /dataSets`). */
export function listDatasets(
  ctx: PlatformContext,
  { search = '', limit }: { search?: string; limit: number },
): Promise<Listed<Dataset>> {
  const wanted = search.trim().toLocaleLowerCase();
  return readDatasets(ctx, limit, (dataset) => dataset.name.toLocaleLowerCase().includes(wanted));
}

/** Every dataset with exactly this name; names are not unique. Tags tell whose it is. */
export function findDatasetsByName(ctx: PlatformContext, name: string): Promise<Listed<Dataset>> {
  return readDatasets(ctx, policy.maximumItems, (dataset) => dataset.name === name);
}

/** Deletes a dataset with its data; already gone counts as done (`DELETE /dataSets/{id}`). */
export function deleteDataset(ctx: PlatformContext, id: DatasetId): Promise<void> {
  return deleteResource(ctx, { service: 'catalog', path: '/dataSets/{id}', id });
}

async function readDatasets(
  ctx: PlatformContext,
  limit: number,
  matches: (dataset: Dataset) => boolean,
): Promise<Listed<Dataset>> {
  const byId = new Map<DatasetId, Dataset>();
  let start = 0;
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const entries = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'catalog',
      path: '/dataSets',
      query: [
        ['limit', String(policy.pageSize)],
        ['start', String(start)],
        ['orderBy', 'desc:created'],
      ],
      schema: keyedSchema,
    });
    start += entries.length;
    for (const dataset of entries.map(toDataset)) if (matches(dataset)) byId.set(dataset.id, dataset);
    const isLast = entries.length < policy.pageSize;
    if (isLast || byId.size >= limit) {
      // Keys of digits only would be moved to the front by JavaScript, so the order is made here.
      const items = [...byId.values()].sort((a, b) => b.createdAtMs - a.createdAtMs);
      return { items: items.slice(0, limit), complete: isLast && items.length <= limit };
    }
  }
  const items = [...byId.values()].sort((a, b) => b.createdAtMs - a.createdAtMs);
  return { items: items.slice(0, limit), complete: false };
}

function toDataset([key, value]: [string, unknown]): Dataset {
  const id = datasetIdSchema.safeParse(key);
  const dataset = datasetSchema.safeParse(value);
  if (!id.success || !dataset.success) {
    throw broken('GET /dataSets', 'An item of the list has an unexpected shape.');
  }
  return { id: id.data, ...dataset.data };
}

function broken(endpoint: string, reason: string): PlatformError {
  return new PlatformError('unreadable', endpoint, {
    cause: new UnreadableReply('unexpected-shape', reason),
  });
}
