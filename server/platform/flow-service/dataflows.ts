import type { Dataflow } from '@/lib/dataflow/dataflow';
import {
  type BaseConnectionId,
  type DataflowId,
  dataflowIdSchema,
  type SourceConnectionId,
  type TargetConnectionId,
} from '@/lib/ids';
import type { Created, Listed } from '../created';
import { deleteResource } from '../delete-resource';
import type { JsonObject } from '../json-object';
import type { JsonPatchOperation } from '../json-patch';
import type { PlatformContext } from '../platform-context';
import { dataflowSchema } from './dataflows.wire';
import { listAll } from './list-all';
import { actOnResource, createResource, getResource, patchResource } from './resource';

/** Sends the reviewed body as it is; ingestion starts at its start time, in epoch seconds (`POST /flows`). */
export function createDataflow(ctx: PlatformContext, body: JsonObject): Promise<Created<DataflowId>> {
  return createResource(ctx, '/flows', dataflowIdSchema, body);
}

/** Reads one dataflow (`GET /flows/{id}`). A missing access label also looks like `not-found`. */
export function getDataflow(ctx: PlatformContext, id: DataflowId): Promise<Dataflow> {
  return getResource(ctx, '/flows', id, dataflowSchema);
}

export type DataflowFilter = {
  name?: string;
  flowSpecId?: string;
  sourceConnectionId?: SourceConnectionId;
  targetConnectionId?: TargetConnectionId;
  /** These two are compared here: the service has no filter for them. */
  baseConnectionId?: BaseConnectionId;
  connectionSpecId?: string;
};

/** Dataflows of the sandbox, newest first (`GET /flows`). */
export function listDataflows(ctx: PlatformContext, filter: DataflowFilter = {}): Promise<Listed<Dataflow>> {
  return listAll(ctx, {
    path: '/flows',
    filters: [
      { property: 'name', value: filter.name },
      { property: 'flowSpec.id', value: filter.flowSpecId },
      { property: 'sourceConnectionIds[]', value: filter.sourceConnectionId },
      { property: 'targetConnectionIds[]', value: filter.targetConnectionId },
    ],
    schema: dataflowSchema,
    matches: (dataflow) => isMatch(dataflow, filter),
  });
}

function isMatch(dataflow: Dataflow, filter: DataflowFilter): boolean {
  return (
    (filter.name === undefined || dataflow.name === filter.name) &&
    (filter.flowSpecId === undefined || dataflow.flowSpecId === filter.flowSpecId) &&
    (filter.sourceConnectionId === undefined || dataflow.sourceConnectionId === filter.sourceConnectionId) &&
    (filter.targetConnectionId === undefined || dataflow.targetConnectionId === filter.targetConnectionId) &&
    (filter.baseConnectionId === undefined || dataflow.baseConnectionId === filter.baseConnectionId) &&
    (filter.connectionSpecId === undefined || dataflow.connectionSpecId === filter.connectionSpecId)
  );
}

/** Changes name, description, schedule or mapping; throws `stale` when the etag has moved (`PATCH /flows/{id}`). */
export function updateDataflow(
  ctx: PlatformContext,
  change: { id: DataflowId; etag: string; patch: readonly JsonPatchOperation[] },
): Promise<Created<DataflowId>> {
  return patchResource(ctx, '/flows', dataflowIdSchema, change);
}

/** Starts the schedule; refused with `FLOW-1422-400` in a passing state (`POST /flows/{id}/action`). */
export function enableDataflow(ctx: PlatformContext, id: DataflowId): Promise<Created<DataflowId>> {
  return actOnResource(ctx, '/flows', dataflowIdSchema, { id, op: 'enable' });
}

/** Stops the schedule; a run on its way ends by itself (`POST /flows/{id}/action`). */
export function disableDataflow(ctx: PlatformContext, id: DataflowId): Promise<Created<DataflowId>> {
  return actOnResource(ctx, '/flows', dataflowIdSchema, { id, op: 'disable' });
}

/** Deletes a dataflow; data already ingested stays; already gone counts as done (`DELETE /flows/{id}`). */
export function deleteDataflow(ctx: PlatformContext, id: DataflowId): Promise<void> {
  return deleteResource(ctx, { service: 'flow-service', path: '/flows/{id}', id });
}
