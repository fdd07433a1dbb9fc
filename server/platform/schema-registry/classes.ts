import type { XdmSchemaId } from '@/lib/ids';
import type { Listed } from '../created';
import { deleteResource } from '../delete-resource';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { registryMediaTypes } from './media-types';
import {
  type CreatedRegistryResource,
  createRegistryResource,
  listRegistryResources,
  type RegistryResource,
  toTitleFilter,
} from './registry-resource';

const path = '/tenant/classes';

/** Sends the reviewed body as it is; it has to extend exactly one behavior (`POST /tenant/classes`). */
export function createClass(ctx: PlatformContext, body: JsonObject): Promise<CreatedRegistryResource> {
  return createRegistryResource(ctx, path, body);
}

/** The classes with exactly this title: none or one, since titles are unique in a sandbox. */
export function findClassesByTitle(ctx: PlatformContext, title: string): Promise<Listed<RegistryResource>> {
  return listRegistryResources(ctx, {
    path,
    accept: registryMediaTypes.list,
    properties: toTitleFilter(title),
    matches: (schemaClass) => schemaClass.title === title,
  });
}

/** Deletes a class; refused while a schema or field group uses it; already gone counts as done. */
export function deleteClass(ctx: PlatformContext, id: XdmSchemaId): Promise<void> {
  return deleteResource(ctx, { service: 'schema-registry', path: `${path}/{id}`, id });
}
