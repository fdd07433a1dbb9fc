import { type BaseConnectionId, type SourceConnectionId, sourceConnectionIdSchema } from '@/lib/ids';
import type { Created, Listed } from '../created';
import { deleteResource } from '../delete-resource';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { listAll } from './list-all';
import { createResource, getResource } from './resource';
import { sourceConnectionSchema } from './source-connections.wire';

export type SourceConnection = {
  id: SourceConnectionId;
  name: string;
  description: string;
  baseConnectionId: BaseConnectionId | undefined;
  connectionSpecId: string;
  /** `{"resourcePath":"charges"}` or empty. */
  params: JsonObject;
  state: string;
  createdAtMs: number;
  updatedAtMs: number;
  etag: string | undefined;
};

/** Sends the reviewed body as it is (`POST /sourceConnections`). */
export function createSourceConnection(
  ctx: PlatformContext,
  body: JsonObject,
): Promise<Created<SourceConnectionId>> {
  return createResource(ctx, '/sourceConnections', sourceConnectionIdSchema, body);
}

/** Reads one source connection (`GET /sourceConnections/{id}`). */
export function getSourceConnection(ctx: PlatformContext, id: SourceConnectionId): Promise<SourceConnection> {
  return getResource(ctx, '/sourceConnections', id, sourceConnectionSchema);
}

/** Source connections, newest first; names are compared here, the service has no filter for them. */
export function listSourceConnections(
  ctx: PlatformContext,
  filter: { baseConnectionId?: BaseConnectionId; connectionSpecId?: string; name?: string } = {},
): Promise<Listed<SourceConnection>> {
  return listAll(ctx, {
    path: '/sourceConnections',
    filters: [
      { property: 'baseConnectionId', value: filter.baseConnectionId },
      { property: 'connectionSpec.id', value: filter.connectionSpecId },
    ],
    schema: sourceConnectionSchema,
    matches: (connection) =>
      (filter.baseConnectionId === undefined || connection.baseConnectionId === filter.baseConnectionId) &&
      (filter.connectionSpecId === undefined || connection.connectionSpecId === filter.connectionSpecId) &&
      (filter.name === undefined || connection.name === filter.name),
  });
}

/** Deletes a source connection; already gone counts as done (`DELETE /sourceConnections/{id}`). */
export function deleteSourceConnection(ctx: PlatformContext, id: SourceConnectionId): Promise<void> {
  return deleteResource(ctx, { service: 'flow-service', path: '/sourceConnections/{id}', id });
}
