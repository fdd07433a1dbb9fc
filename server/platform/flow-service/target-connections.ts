import {
  type DatasetId,
  type TargetConnectionId,
  targetConnectionIdSchema,
  type XdmSchemaId,
} from '@/lib/ids';
import type { Created, Listed } from '../created';
import { deleteResource } from '../delete-resource';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { listAll } from './list-all';
import { createResource, getResource } from './resource';
import { targetConnectionSchema } from './target-connections.wire';

export type TargetConnection = {
  id: TargetConnectionId;
  name: string;
  description: string;
  connectionSpecId: string;
  datasetId: DatasetId | undefined;
  xdmSchemaId: XdmSchemaId | undefined;
  state: string;
  createdAtMs: number;
  updatedAtMs: number;
  etag: string | undefined;
};

/** Sends the reviewed body as it is (`POST /targetConnections`). */
export function createTargetConnection(
  ctx: PlatformContext,
  body: JsonObject,
): Promise<Created<TargetConnectionId>> {
  return createResource(ctx, '/targetConnections', targetConnectionIdSchema, body);
}

/** Reads one target connection (`GET /targetConnections/{id}`). */
export function getTargetConnection(ctx: PlatformContext, id: TargetConnectionId): Promise<TargetConnection> {
  return getResource(ctx, '/targetConnections', id, targetConnectionSchema);
}

/** Target connections, newest first; names and datasets are compared here, the service has no filter for them. */
export function listTargetConnections(
  ctx: PlatformContext,
  filter: { connectionSpecId?: string; datasetId?: DatasetId; name?: string } = {},
): Promise<Listed<TargetConnection>> {
  return listAll(ctx, {
    path: '/targetConnections',
    filters: [{ property: 'connectionSpec.id', value: filter.connectionSpecId }],
    schema: targetConnectionSchema,
    matches: (connection) =>
      (filter.connectionSpecId === undefined || connection.connectionSpecId === filter.connectionSpecId) &&
      (filter.datasetId === undefined || connection.datasetId === filter.datasetId) &&
      (filter.name === undefined || connection.name === filter.name),
  });
}

/** Deletes a target connection; already gone counts as done (`DELETE /targetConnections/{id}`). */
export function deleteTargetConnection(ctx: PlatformContext, id: TargetConnectionId): Promise<void> {
  return deleteResource(ctx, { service: 'flow-service', path: '/targetConnections/{id}', id });
}
