import type { Json, Sandbox, Table } from '@/e2e/emulator/contract';

/** A dataset as stored; its id is its key. Times are epoch milliseconds. */
export type Dataset = {
  id: string;
  version: string;
  imsOrg: string;
  sandboxId: string;
  name: string;
  description: string;
  created: number;
  updated: number;
  createdClient: string;
  createdUser: string;
  updatedUser: string;
  enableErrorDiagnostics: boolean;
  state: string;
  tags: Record<string, string[]>;
  schemaRef: { id: string; contentType: string };
  fileDescription: Record<string, Json>;
  classification: { dataBehavior: string; managedBy: string };
  files: string;
  viewId: string;
  observableSchema: Record<string, Json>;
  [extra: string]: Json;
};

/** A batch as stored; its id (a ulid) is its key. Times are epoch milliseconds. */
export type CatalogBatch = {
  id: string;
  status: string;
  created: number;
  updated: number;
  relatedObjects: { type: string; id: string }[];
  [extra: string]: Json;
};

export type CatalogState = {
  dataSets: Table<Dataset>;
  batches: Table<CatalogBatch>;
  /** The newest records of each dataset. */
  records: Table<Json[]>;
  /** How many records each dataset has ever had. */
  recordTotals?: Table<number>;
  switches: {
    /** The platform takes equal names. On: a second dataset of one name is refused. */
    uniqueDatasetNames: boolean;
  };
};

/** The name of this service, which is also the key of its slot in `sandbox.services`. */
export const catalogName = 'catalog';

/** A catalog without datasets. */
export function createCatalogState(): CatalogState {
  return {
    dataSets: Object.create(null),
    batches: Object.create(null),
    records: Object.create(null),
    switches: { uniqueDatasetNames: false },
  };
}

/** The catalog's slot of a sandbox, made on first use. */
export function readCatalog(sandbox: Sandbox): CatalogState {
  const known = sandbox.services[catalogName];
  if (known !== undefined) return known as CatalogState;
  const created = createCatalogState();
  sandbox.services[catalogName] = created;
  return created;
}
