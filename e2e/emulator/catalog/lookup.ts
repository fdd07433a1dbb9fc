import type { Json, Sandbox } from '@/e2e/emulator/contract';
import { type CatalogBatch, readCatalog } from './catalog-state';

/** How many records a dataset keeps: the newest. */
export const keptRecords = 10_000;

/** What other services need to know of a dataset. */
export type DatasetSummary = { id: string; name: string; schemaId: string; enableErrorDiagnostics: boolean };

/** A dataset of this sandbox by its id. */
export function findDataset(sandbox: Sandbox, id: string): DatasetSummary | undefined {
  const { dataSets } = readCatalog(sandbox);
  const dataset = Object.hasOwn(dataSets, id) ? dataSets[id] : undefined;
  if (dataset === undefined) return undefined;
  const { name, schemaRef, enableErrorDiagnostics } = dataset;
  return { id, name, schemaId: schemaRef.id, enableErrorDiagnostics };
}

/** Stores a batch, or replaces the one of the same id. */
export function addBatch(sandbox: Sandbox, batch: CatalogBatch): void {
  readCatalog(sandbox).batches[batch.id] = batch;
}

/** Appends records to a dataset and lets the oldest go beyond `keptRecords`. */
export function appendRecords(sandbox: Sandbox, datasetId: string, records: readonly Json[]): void {
  const state = readCatalog(sandbox);
  const stored = Object.hasOwn(state.records, datasetId) ? (state.records[datasetId] ?? []) : [];
  const all = stored.length === 0 ? [...records] : stored;
  if (stored.length > 0) for (const record of records) all.push(record);
  if (all.length > keptRecords) all.splice(0, all.length - keptRecords);
  state.records[datasetId] = all;
}

/** The newest records of a dataset, oldest first. Callers must not change them. */
export function readRecords(sandbox: Sandbox, datasetId: string): readonly Json[] {
  const { records } = readCatalog(sandbox);
  return Object.hasOwn(records, datasetId) ? (records[datasetId] ?? []) : [];
}
