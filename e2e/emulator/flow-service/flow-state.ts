import type { Json, Sandbox, ServiceRequest, Table } from '../contract';
import { emptyTable } from '../plain-json';
import type { Transition } from './transitions';

/** What every Flow Service resource carries, as `GET` shows it. */
export type ResourceDocument = {
  id: string;
  createdAt: number;
  updatedAt: number;
  createdBy: string;
  updatedBy: string;
  createdClient: string;
  updatedClient: string;
  sandboxId: string;
  sandboxName: string;
  imsOrgId: string;
  state: string;
  /** Equal to `etag`. */
  version: string;
  etag: string;
  [field: string]: Json;
};

/** Where a dataflow stands between its runs; epoch milliseconds. */
export type FlowProgress = {
  /** The next scheduled run; absent when none is planned. */
  nextDueMs?: number;
  /** The end of the last window read; absent before the first run. */
  readUpToMs?: number;
  /** Runs that have started and not ended. */
  running: { runId: string; completesAtMs: number }[];
};

export type FlowState = {
  connections: Table<ResourceDocument>;
  sourceConnections: Table<ResourceDocument>;
  targetConnections: Table<ResourceDocument>;
  flows: Table<ResourceDocument>;
  /** Run documents by run id, in order of creation. */
  runs: Table<ResourceDocument>;
  progress: Table<FlowProgress>;
  /** Changes under way, by the id of the resource; absent while transient states have never been switched on. */
  transitions?: Table<Transition>;
};

export const flowServiceName = 'flowservice';

/** An empty Flow Service. */
export function createFlowState(): FlowState {
  return {
    connections: emptyTable(),
    sourceConnections: emptyTable(),
    targetConnections: emptyTable(),
    flows: emptyTable(),
    runs: emptyTable(),
    progress: emptyTable(),
  };
}

/** Flow Service's slot of a sandbox. */
export function flowState(sandbox: Sandbox): FlowState {
  return sandbox.services[flowServiceName] as FlowState;
}

/** A new resource with its own fields and the common ones. */
export function createDocument(
  request: ServiceRequest,
  state: string,
  fields: Record<string, Json>,
): ResourceDocument {
  const etag = request.newEtag();
  const by = request.client.technicalAccountId;
  return Object.assign(emptyTable<Json>(), {
    id: request.newId('uuid'),
    createdAt: request.nowMs,
    updatedAt: request.nowMs,
    createdBy: by,
    updatedBy: by,
    createdClient: request.client.clientId,
    updatedClient: request.client.clientId,
    sandboxId: request.sandbox.id,
    sandboxName: request.sandbox.name,
    imsOrgId: request.organisation.orgId,
    ...fields,
    state,
    version: etag,
    etag,
  });
}

/** Marks a resource as changed by this request and gives it a new etag. */
export function touchDocument(request: ServiceRequest, document: ResourceDocument): void {
  const etag = request.newEtag();
  document.updatedAt = request.nowMs;
  document.updatedBy = request.client.technicalAccountId;
  document.updatedClient = request.client.clientId;
  document.version = etag;
  document.etag = etag;
}
