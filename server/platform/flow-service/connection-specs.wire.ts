import * as z from 'zod';
import { isJsonObject } from '../json-object';
import { textSchema } from '../wire-fields';

const propertySchema = z.object({
  type: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
});

export const connectionSpecSchema = z.object({
  id: z.string(),
  name: textSchema,
  version: textSchema,
  authSpec: z
    .array(
      z.object({
        name: z.string(),
        type: textSchema,
        spec: z
          .object({
            // Read as entries: a property may be called anything, `__proto__` included.
            properties: z.unknown().transform((value) =>
              isJsonObject(value)
                ? Object.entries(value).map(([name, node]) => ({
                    name,
                    node: propertySchema.safeParse(node),
                  }))
                : [],
            ),
            required: z.array(z.string()).default([]),
          })
          .default({ properties: [], required: [] }),
      }),
    )
    .nullish()
    .transform((specs) => specs ?? []),
  sourceSpec: z
    .object({ attributes: z.object({ uiAttributes: z.object({ isBeta: z.boolean() }) }) })
    .transform((spec) => spec.attributes.uiAttributes.isBeta)
    .catch(false),
});
