import * as z from 'zod';
import { baseConnectionIdSchema } from '@/lib/ids';
import { millisecondsSchema, textSchema } from '../wire-fields';

/**
 * `auth.params` is left out on purpose: the platform may answer with the credential in clear, and what is not parsed
 * never exists here.
 */
export const baseConnectionSchema = z
  .object({
    id: baseConnectionIdSchema,
    name: textSchema,
    description: textSchema,
    connectionSpec: z.object({ id: z.string() }),
    state: textSchema,
    auth: z.object({ specName: textSchema }).nullish(),
    createdAt: millisecondsSchema,
    updatedAt: millisecondsSchema,
    etag: z.string().nullish(),
  })
  .transform(({ connectionSpec, auth, createdAt, updatedAt, etag, ...connection }) => ({
    ...connection,
    connectionSpecId: connectionSpec.id,
    authSpecName: auth?.specName ?? '',
    createdAtMs: createdAt,
    updatedAtMs: updatedAt,
    etag: etag ?? undefined,
  }));

export const testResultSchema = z.object({ result: z.boolean() });
