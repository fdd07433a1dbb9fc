import * as z from 'zod';

// Strict patterns: an id becomes a path segment of a platform URL, and `..` or `a/b` would move the request elsewhere.
const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

export const onboardingIdSchema = z.string().regex(uuid).brand<'OnboardingId'>();
export const runIdSchema = z.string().regex(uuid).brand<'RunId'>();
export const personIdSchema = z.string().regex(uuid).brand<'PersonId'>();
export const baseConnectionIdSchema = z.string().regex(uuid).brand<'BaseConnectionId'>();
export const sourceConnectionIdSchema = z.string().regex(uuid).brand<'SourceConnectionId'>();
export const targetConnectionIdSchema = z.string().regex(uuid).brand<'TargetConnectionId'>();
export const dataflowIdSchema = z.string().regex(uuid).brand<'DataflowId'>();
export const flowRunIdSchema = z.string().regex(uuid).brand<'FlowRunId'>();
export const datasetIdSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand<'DatasetId'>();
export const mappingSetIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'MappingSetId'>();
/** The registry's `$id`, a URL; use `encodeURIComponent` in a path. */
export const xdmSchemaIdSchema = z
  .string()
  .regex(/^https:\/\/ns\.adobe\.com\/[\w./-]+$/)
  .brand<'XdmSchemaId'>();
export const sandboxNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,254}$/)
  .brand<'SandboxName'>();

export type OnboardingId = z.infer<typeof onboardingIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type BaseConnectionId = z.infer<typeof baseConnectionIdSchema>;
export type SourceConnectionId = z.infer<typeof sourceConnectionIdSchema>;
export type TargetConnectionId = z.infer<typeof targetConnectionIdSchema>;
export type DataflowId = z.infer<typeof dataflowIdSchema>;
export type FlowRunId = z.infer<typeof flowRunIdSchema>;
export type DatasetId = z.infer<typeof datasetIdSchema>;
export type MappingSetId = z.infer<typeof mappingSetIdSchema>;
export type XdmSchemaId = z.infer<typeof xdmSchemaIdSchema>;
export type SandboxName = z.infer<typeof sandboxNameSchema>;
