import type { Json, Sandbox, Table } from '../contract';
import { emptyTable } from '../plain-json';

/** A record that was refused, as the row error files show it: what is wrong, and where it came from. */
export type RowError = {
  row: Json;
  errors: { code: string; column?: string; message: string }[];
};

/** What is kept of a batch beside its entry in the catalog. */
export type BatchFiles = {
  datasetId: string;
  inputFile: string;
  inputBytes: number;
  inputRecords: number;
  /** Lines of the row error file; empty without error diagnostics. */
  rowErrors: RowError[];
  /** Positions of the written records since the dataset began. */
  written: { from: number; to: number };
  failed: boolean;
  storedAtMs: number;
};

export const dataAccessName = 'dataAccess';

type DataAccessState = { batches: Table<BatchFiles> };

/** A sandbox without batches. */
export function createDataAccessState(): DataAccessState {
  return { batches: emptyTable() };
}

/** The slot of a sandbox, made on first use. */
function dataAccessState(sandbox: Sandbox): DataAccessState {
  const known = sandbox.services[dataAccessName];
  if (known !== undefined) return known as DataAccessState;
  const created = createDataAccessState();
  sandbox.services[dataAccessName] = created;
  return created;
}

const mostBatches = 1000;

/** Keeps the files of a batch; the oldest batches lose theirs. */
export function storeBatchFiles(sandbox: Sandbox, batchId: string, files: BatchFiles): void {
  const { batches } = dataAccessState(sandbox);
  batches[batchId] = files;
  const ids = Object.keys(batches);
  for (const id of ids.slice(0, Math.max(0, ids.length - mostBatches))) delete batches[id];
}

/** The files of a batch of this sandbox. */
export function findBatchFiles(sandbox: Sandbox, batchId: string): BatchFiles | undefined {
  return dataAccessState(sandbox).batches[batchId];
}

/** Forgets the files of a dataset's batches. */
export function dropBatchFiles(sandbox: Sandbox, datasetId: string): void {
  const { batches } = dataAccessState(sandbox);
  for (const [id, files] of Object.entries(batches)) if (files.datasetId === datasetId) delete batches[id];
}
