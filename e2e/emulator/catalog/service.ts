import type { Service } from '@/e2e/emulator/contract';
import { problemBody } from '@/e2e/emulator/schema-registry/registry-errors';
import type { Switches } from '@/e2e/emulator/switches';
import { getBatch, listBatches } from './batches';
import { catalogName, createCatalogState } from './catalog-state';
import {
  createDataset,
  deleteDataset,
  getDataset,
  listDatasets,
  mergeDataset,
  patchDataset,
  putDataset,
} from './datasets';
import { listLastBatches } from './last-batches';
import { getView, listViewFiles, listViews } from './views';

/** The Catalog: datasets and the batches that were ingested into them. */
export function createCatalog(runtime: { switches: () => Switches }): Service {
  return {
    name: catalogName,
    base: '/data/foundation/catalog',
    createState: () => createCatalogState(),
    routes: [
      { op: 'catalog.dataSets.list', method: 'GET', pattern: '/dataSets', handle: listDatasets },
      { op: 'catalog.dataSets.create', method: 'POST', pattern: '/dataSets', handle: createDataset },
      { op: 'catalog.dataSets.get', method: 'GET', pattern: '/dataSets/{id}', handle: getDataset },
      { op: 'catalog.dataSets.patch', method: 'PATCH', pattern: '/dataSets/{id}', handle: patchDataset },
      {
        op: 'catalog.dataSets.delete',
        method: 'DELETE',
        pattern: '/dataSets/{id}',
        handle: (request) => deleteDataset(request, runtime.switches()),
      },
      { op: 'catalog.dataSets.put', method: 'PUT', pattern: '/dataSets/{id}', handle: putDataset },
      { op: 'catalog.dataSets.views', method: 'GET', pattern: '/dataSets/{id}/views', handle: listViews },
      {
        op: 'catalog.dataSets.view',
        method: 'GET',
        pattern: '/dataSets/{id}/views/{viewId}',
        handle: getView,
      },
      {
        op: 'catalog.dataSets.viewFiles',
        method: 'GET',
        pattern: '/dataSets/{id}/views/{viewId}/files',
        handle: listViewFiles,
      },
      { op: 'catalog.lastBatches.list', method: 'GET', pattern: '/lastBatches', handle: listLastBatches },
      { op: 'catalog.dataSets.merge', method: 'PATCH', pattern: '/v2/dataSets/{id}', handle: mergeDataset },
      { op: 'catalog.batches.list', method: 'GET', pattern: '/batches', handle: listBatches },
      { op: 'catalog.batches.get', method: 'GET', pattern: '/batches/{id}', handle: getBatch },
    ],
    errorBody: ({ status, message }) => problemBody(status, message),
  };
}
