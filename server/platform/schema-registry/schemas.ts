import type { XdmSchemaId } from '@/lib/ids';
import type { Listed } from '../created';
import { deleteResource } from '../delete-resource';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { JsonPatchOperation } from '../json-patch';
import type { PlatformContext } from '../platform-context';
import { requireSameId } from '../require-same-id';
import { registryMediaTypes } from './media-types';
import { registryCreatedSchema } from './registry.wire';
import {
  type CreatedRegistryResource,
  createRegistryResource,
  getRegistryResource,
  listRegistryResources,
  type RegistryResource,
  toTitleFilter,
} from './registry-resource';
import { resolvedSchemaSchema } from './schemas.wire';

const path = '/tenant/schemas';

/** A schema with every field group and class resolved into `properties`. */
export type ResolvedSchema = RegistryResource & { jsonSchema: JsonObject };

/** Sends the reviewed body as it is (`POST /tenant/schemas`). */
export function createSchema(ctx: PlatformContext, body: JsonObject): Promise<CreatedRegistryResource> {
  return createRegistryResource(ctx, path, body);
}

/** The tenant's schemas by title, without those the platform made for itself (`GET /tenant/schemas`). */
export function listSchemas(
  ctx: PlatformContext,
  { search = '' }: { search?: string } = {},
): Promise<Listed<RegistryResource>> {
  const wanted = search.trim().toLocaleLowerCase();
  return listRegistryResources(ctx, {
    path,
    accept: registryMediaTypes.listOfIds,
    properties: ['meta:extends!=https://ns.adobe.com/xdm/data/adhoc'],
    matches: (schema) => schema.title.toLocaleLowerCase().includes(wanted),
  });
}

/** Reads one schema without its fields (`GET /tenant/schemas/{id}`). */
export function getSchema(ctx: PlatformContext, id: XdmSchemaId): Promise<RegistryResource> {
  return getRegistryResource(ctx, path, id);
}

/** Reads one schema with all its fields, the target tree of a mapping (`GET /tenant/schemas/{id}`, resolved). */
export async function getResolvedSchema(ctx: PlatformContext, id: XdmSchemaId): Promise<ResolvedSchema> {
  const found = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'schema-registry',
    path: `${path}/{id}`,
    params: { id },
    accept: registryMediaTypes.oneResolved,
    schema: resolvedSchemaSchema,
  });
  return requireSameId(`GET ${path}/{id}`, id, found);
}

/** Sends a JSON Patch list (`PATCH /tenant/schemas/{id}`). All of it is applied or nothing. */
export function patchSchema(
  ctx: PlatformContext,
  id: XdmSchemaId,
  operations: readonly JsonPatchOperation[],
): Promise<CreatedRegistryResource> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'PATCH',
    service: 'schema-registry',
    path: `${path}/{id}`,
    params: { id },
    body: operations,
    schema: registryCreatedSchema,
  });
}

/** The schemas with exactly this title: none or one, since titles are unique in a sandbox. */
export function findSchemasByTitle(ctx: PlatformContext, title: string): Promise<Listed<RegistryResource>> {
  return listRegistryResources(ctx, {
    path,
    accept: registryMediaTypes.list,
    properties: toTitleFilter(title),
    matches: (schema) => schema.title === title,
  });
}

/** Deletes a schema; refused while a dataset uses it; already gone counts as done. */
export function deleteSchema(ctx: PlatformContext, id: XdmSchemaId): Promise<void> {
  return deleteResource(ctx, { service: 'schema-registry', path: `${path}/{id}`, id });
}
