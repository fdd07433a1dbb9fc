import * as z from 'zod';
import { baseConnectionIdSchema, sourceConnectionIdSchema } from '@/lib/ids';
import { isJsonObject, type JsonObject } from '../json-object';
import { millisecondsSchema, textSchema } from '../wire-fields';

export const sourceConnectionSchema = z
  .object({
    id: sourceConnectionIdSchema,
    name: textSchema,
    description: textSchema,
    baseConnectionId: baseConnectionIdSchema.optional().catch(undefined),
    connectionSpec: z.object({ id: z.string() }),
    params: z.custom<JsonObject>(isJsonObject).catch({}),
    state: textSchema,
    createdAt: millisecondsSchema,
    updatedAt: millisecondsSchema,
    etag: z.string().nullish(),
  })
  .transform(({ connectionSpec, createdAt, updatedAt, etag, baseConnectionId, ...connection }) => ({
    ...connection,
    baseConnectionId,
    connectionSpecId: connectionSpec.id,
    createdAtMs: createdAt,
    updatedAtMs: updatedAt,
    etag: etag ?? undefined,
  }));
