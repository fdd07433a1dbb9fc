import * as z from 'zod';
import { baseConnectionIdSchema, datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { storedHistorySchema } from '@/lib/mapping/stored-history-schema';
import { scheduleSchema } from '@/lib/schedule/schedule-schema';
import { fieldGroupExtensionSchema } from '@/lib/target/field-addition-schema';
import { classKinds, fieldEditSchema, identityChoicesSchema } from '@/lib/target/new-target';

/** Raised when a stored draft of the version before can no longer be read as it is; add the upgrade to `upgradeDraft`. */
export const draftFormat = 2;

const name = z.string().trim().min(1).max(100);

export const connectSchema = z.strictObject({
  baseConnectionId: baseConnectionIdSchema,
  accountName: z.string().min(1).max(255),
  /** This onboarding made the account: only then may its removal take the account along. */
  madeHere: z.boolean(),
  mode: z.enum(['test', 'live']).optional(),
  /** `YYYY-MM-DD`, as the person stated it; the platform does not know. */
  expiresOn: z.iso.date().optional(),
});

export const dataSchema = z.strictObject({
  /** Empty for a source with one stream. */
  resourcePath: z.string().max(64),
  /** The explored JSON schema, so that Map opens without asking the source again. Field names only, never values. */
  sourceSchema: z.record(z.string(), z.unknown()),
  exploredAtMs: z.int(),
});

export const newTargetSchema = z.strictObject({
  kind: z.literal('create'),
  fieldGroupTitle: name,
  schemaTitle: name,
  datasetName: name,
  /** The object under the tenant object that holds the new fields; empty for none. */
  container: z
    .string()
    .max(64)
    .regex(/^([A-Za-z][A-Za-z0-9_-]*)?$/, 'Use letters, digits, - and _, starting with a letter.'),
  // Older drafts have none of the following: they mean the profile class with every field as proposed.
  classKind: z.enum(classKinds).exactOptional(),
  /** Of the class that is made for a `record`. */
  classTitle: name.exactOptional(),
  fieldEdits: z.array(fieldEditSchema).max(20_000).exactOptional(),
  identities: identityChoicesSchema.exactOptional(),
  /** Joins the standard consent fields to the schema. */
  hasConsentFields: z.literal(true).exactOptional(),
  /** Joins schema and dataset into Real-Time Customer Profile; the platform never takes that back. */
  isProfileEnabled: z.literal(true).exactOptional(),
});

const existingTargetSchema = z.strictObject({
  kind: z.literal('existing'),
  datasetId: datasetIdSchema,
  datasetName: z.string().max(1000),
  schemaId: xdmSchemaIdSchema,
  /** Added to the schema for everybody who uses it. */
  identities: identityChoicesSchema.exactOptional(),
  /** Fields that one of the schema's field groups gets, for everybody who uses it. */
  extension: fieldGroupExtensionSchema.exactOptional(),
});

export const newDatasetSchema = z.strictObject({
  kind: z.literal('new-dataset'),
  datasetName: name,
  schemaId: xdmSchemaIdSchema,
  schemaTitle: z.string().max(1000),
  identities: identityChoicesSchema.exactOptional(),
  extension: fieldGroupExtensionSchema.exactOptional(),
  /** Joins the dataset into Profile; only for a schema that is there already. */
  isProfileEnabled: z.literal(true).exactOptional(),
});

export const targetSchema = z.discriminatedUnion('kind', [
  newTargetSchema,
  existingTargetSchema,
  newDatasetSchema,
]);

/** One resource path with what was decided for it: it becomes one dataflow. */
export const pathSchema = z.strictObject({
  ...dataSchema.shape,
  target: targetSchema.nullable(),
  mapping: storedHistorySchema.nullable(),
});

/** Far more than any source has. */
const maxPaths = 50;

const pathsSchema = z
  .array(pathSchema)
  .max(maxPaths)
  .refine((paths) => new Set(paths.map(({ resourcePath }) => resourcePath)).size === paths.length);

/**
 * Everything a person has decided so far. A part that is null has not been reached, or was invalidated by a change
 * before it. No credential and no sample row ever gets in here.
 */
export const draftSchema = z.strictObject({
  format: z.literal(draftFormat),
  sourceId: z.string().min(1).max(64),
  connect: connectSchema.nullable(),
  /** The resource paths that come in, in the order of the source; empty before the first choice. */
  paths: pathsSchema,
  /** Paths that were chosen once, kept with the work on them: choosing one again brings it back. */
  setAside: pathsSchema,
  schedule: scheduleSchema.nullable(),
});

export type ConnectPart = z.infer<typeof connectSchema>;
export type DataPart = z.infer<typeof dataSchema>;
export type NewTarget = z.infer<typeof newTargetSchema>;
export type NewDataset = z.infer<typeof newDatasetSchema>;
/** A target whose schema exists. */
export type TargetOnSchema = z.infer<typeof existingTargetSchema> | NewDataset;
export type Target = z.infer<typeof targetSchema>;
export type PathPart = z.infer<typeof pathSchema>;
export type Draft = z.infer<typeof draftSchema>;

/** A draft in which nothing has been decided but the source. */
export function emptyDraft(sourceId: string): Draft {
  return { format: draftFormat, sourceId, connect: null, paths: [], setAside: [], schedule: null };
}
