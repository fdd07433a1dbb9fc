import * as z from 'zod';
import { xdmSchemaIdSchema } from '@/lib/ids';
import { isJsonObject, type JsonObject } from '../json-object';
import { textSchema } from '../wire-fields';

/** `_{tenant}.schemas.{hex}`: an id that needs no encoding. */
const altIdSchema = z.string().regex(/^_[\w-]+\.[\w-]+\.[\w-]+$/);

const versionSchema = z.union([z.string().min(1), z.number().transform(String)]);

/** What create answers and what lists hold; descriptions are missing from lists of ids only. */
export const registryResourceSchema = z
  .object({
    $id: xdmSchemaIdSchema,
    'meta:altId': altIdSchema,
    version: versionSchema,
    title: textSchema,
    description: textSchema,
    'meta:class': z.string().optional().catch(undefined),
    'meta:extends': z.array(z.string()).catch([]),
  })
  .transform((wire) => ({
    id: wire.$id,
    altId: wire['meta:altId'],
    version: wire.version,
    title: wire.title,
    description: wire.description,
    classId: wire['meta:class'],
    extendedIds: wire['meta:extends'],
  }));

/** The resource, and the whole answer for whoever walks its properties. */
export const registryDocumentSchema = z.custom<JsonObject>(isJsonObject).transform((jsonSchema, issues) => {
  const parsed = registryResourceSchema.safeParse(jsonSchema);
  if (parsed.success) return { ...parsed.data, jsonSchema };
  for (const issue of parsed.error.issues) {
    issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
  }
  return z.NEVER;
});

export const registryCreatedSchema = z
  .object({ $id: xdmSchemaIdSchema, 'meta:altId': altIdSchema, version: versionSchema })
  .transform((wire) => ({ id: wire.$id, altId: wire['meta:altId'], version: wire.version }));

export const registryPageSchema = z.object({
  results: z.array(z.unknown()),
  _page: z
    .object({ next: z.union([z.string().min(1), z.number().transform(String)]).nullish() })
    .nullish()
    .transform((page) => page?.next ?? undefined),
});
