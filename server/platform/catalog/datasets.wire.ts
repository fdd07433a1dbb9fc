import * as z from 'zod';
import { datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { isJsonObject, type JsonObject } from '../json-object';
import { millisecondsSchema, textSchema } from '../wire-fields';

/** Every answer of the catalog is an object keyed by id. */
export const keyedSchema = z.custom<JsonObject>(isJsonObject).transform((answer) => Object.entries(answer));

export const datasetSchema = z
  .object({
    name: textSchema,
    description: textSchema,
    schemaRef: z.object({ id: xdmSchemaIdSchema, contentType: textSchema }).optional().catch(undefined),
    tags: z.record(z.string(), z.array(z.string()).catch([])).nullish().catch(undefined),
    created: millisecondsSchema,
    updated: millisecondsSchema,
    enableErrorDiagnostics: z.boolean().optional().catch(undefined),
  })
  .transform(({ schemaRef, tags, created, updated, enableErrorDiagnostics, ...dataset }) => ({
    ...dataset,
    schemaId: schemaRef?.id,
    schemaContentType: schemaRef?.contentType,
    tags: tags ?? {},
    isProfileEnabled: (tags?.unifiedProfile ?? []).some((tag) => /^enabled:\s*true$/.test(tag)),
    createdAtMs: created,
    updatedAtMs: updated,
    hasErrorDiagnostics: enableErrorDiagnostics === true,
  }));

/** `["@/dataSets/{24 hex}"]`. */
export const datasetCreatedSchema = z
  .tuple([z.string().regex(/^@\/dataSets\/[0-9a-f]{24}$/)])
  .transform(([reference]) => reference.slice('@/dataSets/'.length))
  .pipe(datasetIdSchema)
  .transform((id) => ({ id }));
