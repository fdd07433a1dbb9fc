import type { Json, Sandbox, Table } from '@/e2e/emulator/contract';
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

/**
 * Appends records to a dataset and lets the oldest go beyond `keptRecords`. Returns their positions since the dataset
 * began.
 */
export function appendRecords(
  sandbox: Sandbox,
  datasetId: string,
  records: readonly Json[],
): { from: number; to: number } {
  const state = readCatalog(sandbox);
  const all = Object.hasOwn(state.records, datasetId) ? (state.records[datasetId] ?? []) : [];
  const from = recordTotal(sandbox, datasetId);
  for (const record of records) all.push(record);
  if (all.length > keptRecords) all.splice(0, all.length - keptRecords);
  state.records[datasetId] = all;
  state.recordTotals ??= Object.create(null) as Table<number>;
  state.recordTotals[datasetId] = from + records.length;
  return { from, to: from + records.length };
}

function recordTotal(sandbox: Sandbox, datasetId: string): number {
  return readCatalog(sandbox).recordTotals?.[datasetId] ?? readRecords(sandbox, datasetId).length;
}

/** The newest records of a dataset, oldest first. Callers must not change them. */
export function readRecords(sandbox: Sandbox, datasetId: string): readonly Json[] {
  const { records } = readCatalog(sandbox);
  return Object.hasOwn(records, datasetId) ? (records[datasetId] ?? []) : [];
}

/** Records by their positions since the dataset began, as far as they are still kept. */
export function readRecordRange(
  sandbox: Sandbox,
  datasetId: string,
  { from, to }: { from: number; to: number },
): readonly Json[] {
  const kept = readRecords(sandbox, datasetId);
  const gone = recordTotal(sandbox, datasetId) - kept.length;
  return kept.slice(Math.max(0, from - gone), Math.max(0, to - gone));
}
