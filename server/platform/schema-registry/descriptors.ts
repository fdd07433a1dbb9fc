import type { XdmSchemaId } from '@/lib/ids';
import type { Created } from '../created';
import { deleteResource } from '../delete-resource';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { policy } from '../policy';
import { descriptorCreatedSchema, descriptorPageSchema, identityDescriptorSchema } from './descriptors.wire';
import { registryMediaTypes } from './media-types';

export type IdentityDescriptor = {
  id: string;
  schemaId: XdmSchemaId;
  /** A path such as `/_tenant/charges_data/customer`, without `properties`. */
  sourceProperty: string;
  namespace: string;
  /** What `namespace` holds: the code (`Email`) or the number of the namespace. */
  namespaceIs: 'code' | 'id';
  isPrimary: boolean;
};

/** Sends the reviewed body as it is (`POST /tenant/descriptors`). At most one primary identity per schema. */
export function createDescriptor(ctx: PlatformContext, body: JsonObject): Promise<Created> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'schema-registry',
    path: '/tenant/descriptors',
    body,
    schema: descriptorCreatedSchema,
  });
}

/** The identities of one schema. The service has no filter, so all of the sandbox are read (`GET /tenant/descriptors`). */
export async function listIdentityDescriptors(
  ctx: PlatformContext,
  schemaId: XdmSchemaId,
): Promise<IdentityDescriptor[]> {
  const found: IdentityDescriptor[] = [];
  const seen = new Set<string>();
  let start: string | undefined;
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const answer = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'schema-registry',
      path: '/tenant/descriptors',
      query: start === undefined ? [] : [['start', start]],
      accept: registryMediaTypes.descriptors,
      schema: descriptorPageSchema,
    });
    for (const item of [...(answer['xdm:descriptorIdentity'] ?? []), ...(answer.results ?? [])]) {
      // Descriptors of other types share the list.
      const parsed = identityDescriptorSchema.safeParse(item);
      if (parsed.success && parsed.data.schemaId === schemaId) found.push(parsed.data);
    }
    start = answer._page;
    if (start === undefined || seen.has(start)) break;
    seen.add(start);
  }
  return found;
}

/** Deletes a descriptor; already gone counts as done (`DELETE /tenant/descriptors/{id}`). */
export function deleteDescriptor(ctx: PlatformContext, id: string): Promise<void> {
  return deleteResource(ctx, { service: 'schema-registry', path: '/tenant/descriptors/{id}', id });
}
