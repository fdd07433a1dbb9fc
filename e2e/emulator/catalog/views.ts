import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import { readCatalog } from './catalog-state';
import { existing } from './datasets';

function viewOf(request: ServiceRequest): Record<string, unknown> {
  const dataset = existing(request);
  return {
    [dataset.viewId]: {
      name: dataset.name,
      imsOrg: dataset.imsOrg,
      dataSetId: dataset.id,
      created: dataset.created,
      updated: dataset.updated,
      isSystemManaged: true,
      version: dataset.version,
      status: 'enabled',
    },
  };
}

function requireView(request: ServiceRequest): void {
  const { viewId = '' } = request.params;
  if (viewId !== existing(request).viewId)
    throw problem(404, `The view ${viewId} does not exist in this sandbox`);
}

/** `GET /dataSets/{id}/views`: every dataset has one view. */
export function listViews(request: ServiceRequest): ServiceReply {
  return { status: 200, body: viewOf(request) };
}

/** `GET /dataSets/{id}/views/{viewId}`. */
export function getView(request: ServiceRequest): ServiceReply {
  requireView(request);
  return { status: 200, body: viewOf(request) };
}

/** `GET /dataSets/{id}/views/{viewId}/files`: one file for each successful batch. */
export function listViewFiles(request: ServiceRequest): ServiceReply {
  requireView(request);
  const { id, viewId, imsOrg } = existing(request);
  const files: Record<string, unknown> = {};
  for (const batch of Object.values(readCatalog(request.sandbox).batches)) {
    if (batch.status !== 'success' || !batch.relatedObjects.some((related) => related.id === id)) continue;
    files[`${batch.id}-1`] = {
      id: `${batch.id}-1`,
      batchId: batch.id,
      dataSetViewId: viewId,
      imsOrg,
      created: batch.created,
      updated: batch.updated,
      isValid: true,
      version: '1.0.0',
    };
  }
  return { status: 200, body: files };
}
