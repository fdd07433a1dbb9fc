import * as z from 'zod';
import { xdmSchemaIdSchema } from '@/lib/ids';
import type { JsonPatchOperation } from '@/server/platform/json-patch';
import { createClass, deleteClass, findClassesByTitle } from '@/server/platform/schema-registry/classes';
import {
  createDescriptor,
  deleteDescriptor,
  listIdentityDescriptors,
} from '@/server/platform/schema-registry/descriptors';
import { getResolvedSchema, patchSchema } from '@/server/platform/schema-registry/schemas';
import type { ObjectClient } from './object-client';

/** A class of its own, for records that are neither persons nor events. */
export const schemaClassClient: ObjectClient = {
  create: createClass,
  find: async (ctx, object) => {
    const { items, complete } = await findClassesByTitle(ctx, object.name);
    return {
      complete,
      items: items.map(({ id, version, description }) => ({
        id,
        version,
        createdAtMs: 0,
        marked: description.includes(`[${object.marker}]`),
      })),
    };
  },
  remove: (ctx, id) => deleteClass(ctx, xdmSchemaIdSchema.parse(id)),
};

/**
 * An identity of a schema. A descriptor has no room for a marker; one that says the same of the same field has the same
 * effect, whoever sent it.
 */
export const identityClient: ObjectClient = {
  create: createDescriptor,
  find: async (ctx, _object, body) => {
    const schemaId = xdmSchemaIdSchema.safeParse(body['xdm:sourceSchema']);
    if (!schemaId.success) return { complete: true, items: [] };
    const descriptors = await listIdentityDescriptors(ctx, schemaId.data);
    return {
      complete: true,
      items: descriptors
        .filter(({ sourceProperty }) => sourceProperty === body['xdm:sourceProperty'])
        .map(({ id, namespace, isPrimary }) => ({
          id,
          createdAtMs: 0,
          marked: namespace === body['xdm:namespace'] && isPrimary === body['xdm:isPrimary'],
        })),
    };
  },
  remove: deleteDescriptor,
};

const patchBody = z.object({ id: xdmSchemaIdSchema, operations: z.array(z.custom<JsonPatchOperation>()) });

/** A schema's place in Profile: sending it again changes nothing, and nothing takes it back. */
export const profileSchemaClient: ObjectClient = {
  create: (ctx, body) => {
    const { id, operations } = patchBody.parse(body);
    return patchSchema(ctx, id, operations);
  },
  find: async (ctx, _object, body) => {
    const id = xdmSchemaIdSchema.safeParse(body.id);
    if (!id.success) return { complete: true, items: [] };
    const { jsonSchema, version } = await getResolvedSchema(ctx, id.data);
    const tags = jsonSchema['meta:immutableTags'];
    const isEnabled = Array.isArray(tags) && tags.includes('union');
    return {
      complete: true,
      items: isEnabled ? [{ id: id.data, version, createdAtMs: 0, marked: true }] : [],
    };
  },
  remove: undefined,
};
