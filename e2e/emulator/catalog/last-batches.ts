import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { keyedPage } from './catalog-query';
import { type CatalogBatch, readCatalog } from './catalog-state';

/** `GET /lastBatches`: for each dataset with batches, which was the last and how it ended. */
export function listLastBatches(request: ServiceRequest): ServiceReply {
  const query = new URLSearchParams(request.query);
  const wanted = query.get('dataSetId')?.split(',');
  query.delete('dataSetId');
  const state = readCatalog(request.sandbox);
  const byDataset = new Map<string, CatalogBatch[]>();
  for (const batch of Object.values(state.batches)) {
    for (const { type, id } of batch.relatedObjects) {
      if (type === 'dataSet') byDataset.set(id, [...(byDataset.get(id) ?? []), batch]);
    }
  }
  const rows = [...byDataset].flatMap(([id, batches]) => {
    const last = latest(batches);
    if (!last || state.dataSets[id] === undefined || (wanted && !wanted.includes(id))) return [];
    const success = latest(batches.filter((batch) => batch.status === 'success'));
    const failed = latest(batches.filter((batch) => batch.status !== 'success'));
    return [
      {
        id,
        imsOrg: request.organisation.orgId,
        created: last.created,
        updated: last.updated,
        dataSetId: id,
        lastBatchId: last.id,
        lastBatchStatus: last.status,
        ...(success ? { lastSuccessfulBatchId: success.id } : {}),
        ...(failed ? { lastFailedBatchId: failed.id } : {}),
        version: '1.0.0',
      },
    ];
  });
  return { status: 200, body: keyedPage(rows, query) };
}

function latest(batches: CatalogBatch[]): CatalogBatch | undefined {
  return batches.reduce<CatalogBatch | undefined>(
    (best, batch) => (best === undefined || batch.created >= best.created ? batch : best),
    undefined,
  );
}
