import * as z from 'zod';
import type { DatasetId } from '@/lib/ids';
import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { policy } from '../policy';
import { millisecondsSchema, textSchema, wholeNumberSchema } from '../wire-fields';
import { keyedSchema } from './datasets.wire';

export type Batch = {
  id: string;
  /** `success`, `failure`, `processing`, `queued`, `retrying`, …; more may come. */
  status: string;
  createdAtMs: number;
  completedAtMs: number | undefined;
  recordCount: number | undefined;
  failedRecordCount: number | undefined;
  errors: { code: string; message: string }[];
};

const count = wholeNumberSchema.nullish().catch(undefined);

const batchSchema = z.object({
  status: textSchema,
  created: millisecondsSchema,
  completed: millisecondsSchema.nullish().catch(undefined),
  recordCount: count,
  failedRecordCount: count,
  errors: z
    .array(z.object({ code: textSchema, description: textSchema, message: textSchema }))
    .nullish()
    .catch(undefined),
});

/** The latest batches of a dataset, newest first, at most 100 (`GET /batches`). */
export async function listBatches(
  ctx: PlatformContext,
  datasetId: DatasetId,
  { limit }: { limit: number },
): Promise<Batch[]> {
  const entries = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'catalog',
    path: '/batches',
    query: [
      ['dataSet', datasetId],
      ['limit', String(Math.max(1, Math.min(limit, policy.pageSize)))],
      ['orderBy', 'desc:created'],
    ],
    schema: keyedSchema,
  });
  return entries
    .flatMap(([id, value]) => {
      const parsed = batchSchema.safeParse(value).data;
      if (!parsed) return [];
      return {
        id,
        status: parsed.status,
        createdAtMs: parsed.created,
        completedAtMs: parsed.completed ?? undefined,
        recordCount: parsed.recordCount ?? undefined,
        failedRecordCount: parsed.failedRecordCount ?? undefined,
        errors: (parsed.errors ?? []).map((error) => ({
          code: error.code,
          message: error.description || error.message,
        })),
      };
    })
    .sort((a, b) => b.createdAtMs - a.createdAtMs);
}
