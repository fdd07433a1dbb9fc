import * as z from 'zod';
import { isJsonObject, type JsonObject } from '../json-object';

/** Schema and records stay as they came, field names of any kind included: whoever walks them must not trust them. */
export const exploredSchema = z.object({
  schema: z.custom<JsonObject>(isJsonObject),
  data: z
    .array(z.unknown())
    .nullish()
    .transform((records) => records ?? []),
});
