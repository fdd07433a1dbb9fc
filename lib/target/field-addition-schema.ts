import * as z from 'zod';
import { xdmSchemaIdSchema } from '@/lib/ids';
import { fieldEditSchema, legalFieldName } from './new-target';
import type { XdmField } from './xdm-field';

/** The same as it comes back from a stored draft: names the registry takes, and nothing it would read otherwise. */
export const xdmFieldSchema: z.ZodType<XdmField> = z.strictObject({
  type: z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array']),
  title: z.string().max(255),
  description: z.string().max(4_000).exactOptional(),
  format: z.enum(['date', 'date-time', 'uri']).exactOptional(),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  get properties() {
    return z.record(z.string().regex(legalFieldName), xdmFieldSchema).exactOptional();
  },
  get items() {
    return xdmFieldSchema.exactOptional();
  },
});

// The tenant object first: outside of it a field group may declare nothing of its own.
const pointerPattern =
  /^(?:\/definitions\/[A-Za-z0-9_-]+)?\/properties\/_[A-Za-z0-9_-]+(?:\/items|\/properties\/[A-Za-z0-9_-]+)*\/properties\/[A-Za-z][A-Za-z0-9_-]*$/;

/** The twin of `FieldAddition`. */
export const fieldAdditionSchema = z.strictObject({
  /** JSON pointer into the field group as it is stored. */
  pointer: z.string().max(4_096).regex(pointerPattern),
  field: xdmFieldSchema,
});

/** The most fields that are added at once; a schema of more is made anew. */
export const maximumAdditions = 2_000;

/** What a tenant's field group gets besides what it has. Nothing here can remove or retype. */
export const fieldGroupExtensionSchema = z.strictObject({
  fieldGroupId: xdmSchemaIdSchema,
  fieldGroupTitle: z.string().max(1_000),
  /** The object under the tenant object that takes the fields; empty for none. */
  container: z
    .string()
    .max(64)
    .regex(/^([A-Za-z][A-Za-z0-9_-]*)?$/, 'Use letters, digits, - and _, starting with a letter.'),
  /** The chosen fields of the source, with what a person changed about each. */
  fields: z.array(fieldEditSchema).min(1).max(maximumAdditions),
  additions: z.array(fieldAdditionSchema).min(1).max(maximumAdditions),
});
