import * as z from 'zod';
import { mappingSetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { millisecondsSchema, textSchema, wholeNumberSchema } from '../wire-fields';

export const mappingSetCreatedSchema = z.object({ id: mappingSetIdSchema, version: wholeNumberSchema });

const mappingRowSchema = z
  .object({
    sourceType: textSchema,
    source: textSchema,
    sourceAttribute: textSchema,
    destination: textSchema,
    destinationXdmPath: textSchema,
  })
  .transform((row) => ({
    sourceType: row.sourceType,
    // Two dialects write two pairs of names; the service stores both, older sets may have one.
    source: row.source || row.sourceAttribute,
    destination: row.destination || row.destinationXdmPath,
  }));

const schemaRefSchema = z.object({ id: xdmSchemaIdSchema }).optional().catch(undefined);

export const mappingSetSchema = z
  .object({
    id: mappingSetIdSchema,
    version: wholeNumberSchema,
    name: textSchema,
    xdmSchema: xdmSchemaIdSchema.optional().catch(undefined),
    schemaRef: schemaRefSchema,
    outputSchema: z.object({ schemaRef: schemaRefSchema }).optional().catch(undefined),
    createdDate: millisecondsSchema.nullish().catch(undefined),
    mappings: z
      .array(mappingRowSchema)
      .nullish()
      .transform((rows) => rows ?? []),
  })
  .transform((wire) => ({
    id: wire.id,
    version: wire.version,
    name: wire.name,
    schemaId: wire.outputSchema?.schemaRef?.id ?? wire.schemaRef?.id ?? wire.xdmSchema,
    createdAtMs: wire.createdDate ?? undefined,
    mappings: wire.mappings,
  }));

/** `data` is a list, in one published example a single object. */
export const mappingSetPageSchema = z.object({
  data: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((one) => [one])]),
});

const validationErrorSchema = z.object({
  exception: textSchema,
  message: textSchema,
  source: textSchema,
  destination: textSchema,
});

export const validationSchema = z.object({
  validationResponse: z.array(
    z.object({
      status: z.string(),
      errors: z
        .array(validationErrorSchema)
        .nullish()
        .transform((errors) => errors ?? []),
    }),
  ),
});

const previewRowSchema = z.object({
  data: z.unknown(),
  errors: z
    .array(z.unknown())
    .nullish()
    .transform((errors) => errors ?? []),
});

/** The guides answer with a list, the published schema with one object. */
export const previewSchema = z.union([z.array(previewRowSchema), previewRowSchema.transform((row) => [row])]);
