import type * as z from 'zod';
import type { Created } from '../created';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { JsonPatchOperation } from '../json-patch';
import type { PlatformContext } from '../platform-context';
import { requireSameId } from '../require-same-id';
import { createdSchema, oneItem } from './flow-service.wire';

type Collection = '/connections' | '/sourceConnections' | '/targetConnections' | '/flows' | '/runs';

/** POST of a body made elsewhere, unchanged. */
export function createResource<IdSchema extends z.ZodType<string>>(
  ctx: PlatformContext,
  path: Collection,
  id: IdSchema,
  body: JsonObject,
  secrets: readonly string[] = [],
): Promise<Created<z.output<IdSchema>>> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'flow-service',
    path,
    body,
    secrets,
    schema: createdSchema(id),
  });
}

/** GET by id; an answer about another object is refused. */
export async function getResource<T extends { id: string }>(
  ctx: PlatformContext,
  path: Collection,
  id: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const found = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'flow-service',
    path: `${path}/{id}`,
    params: { id },
    schema: oneItem(schema),
  });
  return requireSameId(`GET ${path}/{id}`, id, found);
}

/** PATCH with `If-Match`; returns the new etag. Throws `stale` when the object has moved on. */
export function patchResource<IdSchema extends z.ZodType<string>>(
  ctx: PlatformContext,
  path: Collection,
  id: IdSchema,
  change: {
    id: z.output<IdSchema>;
    etag: string;
    patch: readonly JsonPatchOperation[];
    secrets?: readonly string[];
  },
): Promise<Created<z.output<IdSchema>>> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'PATCH',
    service: 'flow-service',
    path: `${path}/{id}`,
    params: { id: change.id },
    ifMatch: change.etag,
    body: change.patch,
    secrets: change.secrets ?? [],
    schema: createdSchema(id),
  });
}

/** POST of an action such as `enable`: lower case and without a body, as the guides have it. */
export function actOnResource<IdSchema extends z.ZodType<string>>(
  ctx: PlatformContext,
  path: Collection,
  id: IdSchema,
  action: { id: z.output<IdSchema>; op: 'enable' | 'disable' | 're-trigger' },
): Promise<Created<z.output<IdSchema>>> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'flow-service',
    path: `${path}/{id}/action`,
    params: { id: action.id },
    query: [['op', action.op]],
    schema: createdSchema(id),
  });
}
