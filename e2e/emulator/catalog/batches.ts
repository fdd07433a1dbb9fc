import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import { keyedPage } from './catalog-query';
import { readCatalog } from './catalog-state';

/** `GET /batches`: an object keyed by id; `dataSet` keeps the batches of one dataset. */
export function listBatches(request: ServiceRequest): ServiceReply {
  const query = new URLSearchParams(request.query);
  const dataset = query.get('dataSet');
  query.delete('dataSet');
  const batches = Object.values(readCatalog(request.sandbox).batches).filter(
    (batch) => dataset === null || batch.relatedObjects.some((related) => related.id === dataset),
  );
  return { status: 200, body: keyedPage(batches, query) };
}

/** `GET /batches/{id}`: an object with one key. */
export function getBatch(request: ServiceRequest): ServiceReply {
  const { batches } = readCatalog(request.sandbox);
  const id = request.params.id ?? '';
  const batch = Object.hasOwn(batches, id) ? batches[id] : undefined;
  if (batch === undefined) throw problem(404, `The batch ${id} does not exist in this sandbox`);
  return { status: 200, body: keyedPage([batch], new URLSearchParams()) };
}
