import { type BaseConnectionId, baseConnectionIdSchema } from '@/lib/ids';
import type { Created, Listed } from '../created';
import { deleteResource } from '../delete-resource';
import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { baseConnectionSchema, testResultSchema } from './base-connections.wire';
import { listAll } from './list-all';
import { createResource, getResource, patchResource } from './resource';

/** An account at a source, without its credential. */
export type BaseConnection = {
  id: BaseConnectionId;
  name: string;
  description: string;
  connectionSpecId: string;
  authSpecName: string;
  /** `enabled`, `disabled` or `initializing`. */
  state: string;
  createdAtMs: number;
  updatedAtMs: number;
  etag: string | undefined;
};

export type BaseConnectionInput = {
  name: string;
  description: string;
  connectionSpec: { id: string; version: string };
  authSpecName: string;
  /** Becomes `auth.params`; goes nowhere else. */
  credentials: Readonly<Record<string, string>>;
};

/**
 * Stores a credential at Adobe (`POST /connections`). A source without a test URL accepts a wrong one here; explore
 * finds out.
 */
export function createBaseConnection(
  ctx: PlatformContext,
  input: BaseConnectionInput,
): Promise<Created<BaseConnectionId>> {
  return createResource(
    ctx,
    '/connections',
    baseConnectionIdSchema,
    {
      name: input.name,
      description: input.description,
      connectionSpec: { id: input.connectionSpec.id, version: input.connectionSpec.version },
      auth: { specName: input.authSpecName, params: input.credentials },
    },
    Object.values(input.credentials),
  );
}

/** Reads an account; its credential is dropped before anybody sees it (`GET /connections/{id}`). */
export function getBaseConnection(ctx: PlatformContext, id: BaseConnectionId): Promise<BaseConnection> {
  return getResource(ctx, '/connections', id, baseConnectionSchema);
}

/** Every account of the sandbox, newest first, of one source if wanted (`GET /connections`). */
export function listBaseConnections(
  ctx: PlatformContext,
  filter: { connectionSpecId?: string; name?: string } = {},
): Promise<Listed<BaseConnection>> {
  return listAll(ctx, {
    path: '/connections',
    filters: [
      { property: 'connectionSpec.id', value: filter.connectionSpecId },
      { property: 'name', value: filter.name },
    ],
    schema: baseConnectionSchema,
    matches: (connection) =>
      (filter.connectionSpecId === undefined || connection.connectionSpecId === filter.connectionSpecId) &&
      (filter.name === undefined || connection.name === filter.name),
  });
}

/** Replaces the credential as a whole: every field must be given again, also the host (`PATCH /connections/{id}`). */
export function updateBaseConnectionCredentials(
  ctx: PlatformContext,
  change: { id: BaseConnectionId; etag: string; credentials: Readonly<Record<string, string>> },
): Promise<Created<BaseConnectionId>> {
  return patchResource(ctx, '/connections', baseConnectionIdSchema, {
    id: change.id,
    etag: change.etag,
    patch: [{ op: 'replace', path: '/auth/params', value: change.credentials }],
    secrets: Object.values(change.credentials),
  });
}

/** Renames an account; dataflows that use it are not affected (`PATCH /connections/{id}`). */
export function renameBaseConnection(
  ctx: PlatformContext,
  change: { id: BaseConnectionId; etag: string; name: string },
): Promise<Created<BaseConnectionId>> {
  return patchResource(ctx, '/connections', baseConnectionIdSchema, {
    id: change.id,
    etag: change.etag,
    patch: [{ op: 'replace', path: '/name', value: change.name }],
  });
}

/** Deletes an account; refused with `FLOW-1418-400` while a dataflow uses it (`DELETE /connections/{id}`). */
export function deleteBaseConnection(ctx: PlatformContext, id: BaseConnectionId): Promise<void> {
  return deleteResource(ctx, { service: 'flow-service', path: '/connections/{id}', id });
}

/** Asks Adobe to try the credential. What it tries is the source's business; explore is the real check. */
export async function testBaseConnection(ctx: PlatformContext, id: BaseConnectionId): Promise<boolean> {
  const { result } = await callPlatform(ctx, {
    kind: 'preview',
    method: 'GET',
    service: 'flow-service',
    path: '/connections/{id}/test',
    params: { id },
    schema: testResultSchema,
  });
  return result;
}
