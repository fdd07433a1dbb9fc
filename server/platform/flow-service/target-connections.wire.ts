import * as z from 'zod';
import { datasetIdSchema, targetConnectionIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { millisecondsSchema, textSchema } from '../wire-fields';

export const targetConnectionSchema = z
  .object({
    id: targetConnectionIdSchema,
    name: textSchema,
    description: textSchema,
    connectionSpec: z.object({ id: z.string() }),
    data: z
      .object({ schema: z.object({ id: xdmSchemaIdSchema }) })
      .optional()
      .catch(undefined),
    params: z.object({ dataSetId: datasetIdSchema }).optional().catch(undefined),
    state: textSchema,
    createdAt: millisecondsSchema,
    updatedAt: millisecondsSchema,
    etag: z.string().nullish(),
  })
  .transform(({ connectionSpec, data, params, createdAt, updatedAt, etag, ...connection }) => ({
    ...connection,
    connectionSpecId: connectionSpec.id,
    datasetId: params?.dataSetId,
    xdmSchemaId: data?.schema.id,
    createdAtMs: createdAt,
    updatedAtMs: updatedAt,
    etag: etag ?? undefined,
  }));
