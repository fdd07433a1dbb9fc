import type { XdmSchemaId } from '@/lib/ids';
import type { Listed } from '../created';
import { deleteResource } from '../delete-resource';
import type { JsonObject } from '../json-object';
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

const path = '/tenant/fieldgroups';

/** Sends the reviewed body as it is; the `$id` it gets still says `/mixins/` (`POST /tenant/fieldgroups`). */
export function createFieldGroup(ctx: PlatformContext, body: JsonObject): Promise<CreatedRegistryResource> {
  return createRegistryResource(ctx, path, body);
}

/** Reads one field group without its fields (`GET /tenant/fieldgroups/{id}`). */
export function getFieldGroup(ctx: PlatformContext, id: XdmSchemaId): Promise<RegistryResource> {
  return getRegistryResource(ctx, path, id);
}

/** Reads one field group as it is stored, with the fields it declares itself (`GET /tenant/fieldgroups/{id}`). */
export function getFieldGroupDocument(ctx: PlatformContext, id: XdmSchemaId): Promise<RegistryDocument> {
  return getRegistryDocument(ctx, path, id, 'one');
}

/** Sends a JSON Patch list (`PATCH /tenant/fieldgroups/{id}`). `add` replaces what stands at its place: read first. */
export function patchFieldGroup(
  ctx: PlatformContext,
  id: XdmSchemaId,
  operations: readonly JsonPatchOperation[],
): Promise<CreatedRegistryResource> {
  return patchRegistryResource(ctx, path, id, operations);
}

/** The field groups with exactly this title: none or one, since titles are unique in a sandbox. */
export function findFieldGroupsByTitle(
  ctx: PlatformContext,
  title: string,
): Promise<Listed<RegistryResource>> {
  return listRegistryResources(ctx, {
    path,
    accept: registryMediaTypes.list,
    properties: toTitleFilter(title),
    matches: (fieldGroup) => fieldGroup.title === title,
  });
}

/** Deletes a field group; refused while a schema uses it; already gone counts as done. */
export function deleteFieldGroup(ctx: PlatformContext, id: XdmSchemaId): Promise<void> {
  return deleteResource(ctx, { service: 'schema-registry', path: `${path}/{id}`, id });
}
