import * as z from 'zod';
import { isJsonObject, type JsonObject } from '../json-object';
import { registryResourceSchema } from './registry.wire';

/** The resource, and the whole answer for whoever walks its properties. */
export const resolvedSchemaSchema = z.custom<JsonObject>(isJsonObject).transform((jsonSchema, issues) => {
  const parsed = registryResourceSchema.safeParse(jsonSchema);
  if (parsed.success) return { ...parsed.data, jsonSchema };
  for (const issue of parsed.error.issues) {
    issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
  }
  return z.NEVER;
});
