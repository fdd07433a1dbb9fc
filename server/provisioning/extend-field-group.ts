import * as z from 'zod';
import { xdmSchemaIdSchema } from '@/lib/ids';
import { fieldAdditionSchema } from '@/lib/target/field-addition-schema';
import { describeTaken, findMissingAdditions } from '@/lib/target/missing-additions';
import { classifyOutcome } from '@/server/platform/outcome';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { getFieldGroupDocument, patchFieldGroup } from '@/server/platform/schema-registry/field-groups';
import type { RegistryDocument } from '@/server/platform/schema-registry/registry-resource';
import type { ObjectClient } from './object-client';

const endpoint = 'PATCH /tenant/fieldgroups/{id}';

const extensionBody = z
  .object({
    id: xdmSchemaIdSchema,
    operations: z.array(
      z.object({
        op: z.literal('add'),
        path: fieldAdditionSchema.shape.pointer,
        value: fieldAdditionSchema.shape.field,
      }),
    ),
  })
  .transform(({ id, operations }) => ({
    id,
    additions: operations.map(({ path, value }) => ({ pointer: path, field: value })),
  }));

/**
 * The fields that a field group gets. The registry's `add` replaces what stands at its place and has no `If-Match`, so
 * the field group is read first and only what it lacks is sent: nothing of it can be removed or retyped, and sending
 * twice changes nothing. There is no room for a marker; fields that are there count as ours, whoever added them.
 */
export const fieldGroupExtensionClient: ObjectClient = {
  create: async (ctx, body) => {
    const { id, additions } = extensionBody.parse(body);
    const found = await readFirst(ctx, id);
    const { missing, taken } = findMissingAdditions(found.jsonSchema, additions);
    if (taken.length > 0) throw new PlatformError('rejected', endpoint, { detail: describeTaken(taken) });
    if (missing.length === 0) return { id, version: found.version };
    return patchFieldGroup(
      ctx,
      id,
      missing.map(({ pointer, field }) => ({ op: 'add', path: pointer, value: field })),
    );
  },
  find: async (ctx, _object, body) => {
    const { id, additions } = extensionBody.parse(body);
    const { jsonSchema, version } = await getFieldGroupDocument(ctx, id);
    const { missing, taken } = findMissingAdditions(jsonSchema, additions);
    const isThere = missing.length === 0 && taken.length === 0;
    return { complete: true, items: isThere ? [{ id, version, createdAtMs: 0, marked: true }] : [] };
  },
  remove: undefined,
};

/** A look-up without an answer has made nothing: the change was not sent. */
async function readFirst(
  ctx: PlatformContext,
  id: z.infer<typeof xdmSchemaIdSchema>,
): Promise<RegistryDocument> {
  try {
    return await getFieldGroupDocument(ctx, id);
  } catch (error) {
    if (!(error instanceof PlatformError) || classifyOutcome(error) !== 'unknown') throw error;
    throw new PlatformError('not-sent', error.endpoint, { cause: error, requestId: error.requestId });
  }
}
