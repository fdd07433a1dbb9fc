import * as z from 'zod';

/** What a record of the new schema is: a person's attributes, something that happened, or any other thing. */
export const classKinds = ['profile', 'event', 'record'] as const;
export type ClassKind = (typeof classKinds)[number];

/** The types a person can give a new field. `long` is a whole number beyond 32 bits. */
export const fieldTypeChoices = [
  'string',
  'integer',
  'long',
  'number',
  'boolean',
  'date',
  'date-time',
  'uri',
] as const;
export type FieldTypeChoice = (typeof fieldTypeChoices)[number];

/** A name the registry takes for a custom field. */
export const legalFieldName = /^[A-Za-z][A-Za-z0-9_-]{0,127}$/;

/** What a person changed about one proposed field; what is left out stays as proposed. */
export const fieldEditSchema = z.strictObject({
  /** The field's path in the source, list entries as `[*]`. */
  source: z.string().min(1).max(4_096),
  name: z
    .string()
    .regex(legalFieldName, 'Use letters, digits, - and _, starting with a letter.')
    .exactOptional(),
  type: z.enum(fieldTypeChoices).exactOptional(),
  title: z.string().trim().min(1).max(255).exactOptional(),
  description: z.string().trim().min(1).max(4_000).exactOptional(),
  isLeftOut: z.literal(true).exactOptional(),
});
export type FieldEdit = z.infer<typeof fieldEditSchema>;

/** One field that identifies somebody, with the code of its namespace. */
export const identityChoiceSchema = z.strictObject({
  /** A path into the target schema. */
  target: z.string().min(1).max(4_096),
  namespace: z.string().min(1).max(255),
  isPrimary: z.boolean(),
});
export type IdentityChoice = z.infer<typeof identityChoiceSchema>;

/** The most identities that are added at once: a schema needs one or two. */
export const maximumIdentities = 4;

/** Identities to add to a schema: one for a field, and one primary at most. */
export const identityChoicesSchema = z
  .array(identityChoiceSchema)
  .max(maximumIdentities)
  .refine(
    (list) => new Set(list.map(({ target }) => target)).size === list.length,
    'A field is listed twice.',
  )
  .refine((list) => list.filter(({ isPrimary }) => isPrimary).length <= 1, 'Only one identity is primary.');
