import type { XdmSchemaId } from '@/lib/ids';
import type { Listed } from '../created';
import { deleteResource } from '../delete-resource';
import { isJsonObject, type JsonObject } from '../json-object';
import type { JsonPatchOperation } from '../json-patch';
import type { PlatformContext } from '../platform-context';
import { registryMediaTypes } from './media-types';
import {
  type CreatedRegistryResource,
  createRegistryResource,
  getRegistryDocument,
  getRegistryResource,
  listRegistryResources,
  patchRegistryResource,
  type RegistryDocument,
  type RegistryResource,
  toTitleFilter,
} from './registry-resource';

const path = '/tenant/schemas';

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
export function getResolvedSchema(ctx: PlatformContext, id: XdmSchemaId): Promise<RegistryDocument> {
  return getRegistryDocument(ctx, path, id, 'oneResolved');
}

/** The ids of the class and the field groups that a schema names itself (`GET /tenant/schemas/{id}`). */
export async function listSchemaParts(ctx: PlatformContext, id: XdmSchemaId): Promise<string[]> {
  const { jsonSchema } = await getRegistryDocument(ctx, path, id, 'one');
  const parts = Array.isArray(jsonSchema.allOf) ? jsonSchema.allOf : [];
  return parts.flatMap((part: unknown) =>
    isJsonObject(part) && typeof part.$ref === 'string' ? [part.$ref] : [],
  );
}

/** The tenant's schemas that are made of this class or field group, by title (`GET /tenant/schemas`). */
export function listSchemasWith(ctx: PlatformContext, id: XdmSchemaId): Promise<Listed<RegistryResource>> {
  return listRegistryResources(ctx, {
    path,
    accept: registryMediaTypes.list,
    properties: [`meta:extends==${id}`],
    matches: ({ extendedIds }) => extendedIds.includes(id),
  });
}

/** Sends a JSON Patch list (`PATCH /tenant/schemas/{id}`). All of it is applied or nothing. */
export function patchSchema(
  ctx: PlatformContext,
  id: XdmSchemaId,
  operations: readonly JsonPatchOperation[],
): Promise<CreatedRegistryResource> {
  return patchRegistryResource(ctx, path, id, operations);
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
