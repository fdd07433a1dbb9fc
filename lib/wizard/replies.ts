import * as z from 'zod';
import { datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { RunView } from '@/lib/plan/run-view';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema';
import type { FieldStatistics } from '@/lib/schema/statistics';
import { identityChoiceSchema } from '@/lib/target/new-target';
import { targetSchema } from './draft';

/** What the wizard's GET routes answer, as the browser reads it. */
const path = { path: z.string(), title: z.string(), description: z.string() };

export const pathsReply = z.object({
  paths: z.array(
    z.discriminatedUnion('outcome', [
      z.object({
        ...path,
        outcome: z.literal('readable'),
        sampleCount: z.number(),
        newestSeconds: z.number().optional(),
      }),
      z.object({ ...path, outcome: z.literal('permission-missing'), permission: z.string() }),
      z.object({ ...path, outcome: z.literal('refused'), sentence: z.string() }),
      z.object({ ...path, outcome: z.literal('unanswered') }),
    ]),
  ),
});
export type PathReply = z.infer<typeof pathsReply>['paths'][number];

const statisticsSchema = z.custom<FieldStatistics>((value) => typeof value === 'object' && value !== null);

export const exploredReply = z.object({
  schema: jsonSchemaNodeSchema,
  statistics: z.array(z.tuple([z.string(), statisticsSchema])),
  rows: z.array(z.unknown()),
  sampleCount: z.number(),
});

export const targetReply = z.object({
  tenantId: z.string(),
  target: targetSchema,
  schema: jsonSchemaNodeSchema,
  requiredTargets: z.array(z.string()),
  identities: z.array(identityChoiceSchema),
});

export const namespacesReply = z.object({
  namespaces: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      idType: z.string(),
      custom: z.boolean(),
    }),
  ),
});

export const purposesReply = z.object({
  purposes: z.array(z.object({ id: z.string(), name: z.string(), records: z.number() })),
});

export const namesReply = z.object({
  taken: z.array(
    z.object({
      field: z.enum(['fieldGroupTitle', 'schemaTitle', 'datasetName', 'classTitle']),
      sentence: z.string(),
    }),
  ),
});

export const pathErrorsReply = z.object({
  paths: z.array(z.object({ resourcePath: z.string(), errors: z.number() })),
});

export const datasetsReply = z.object({
  datasets: z.array(
    z.object({
      id: datasetIdSchema,
      name: z.string(),
      schemaId: xdmSchemaIdSchema,
      schemaTitle: z.string().exactOptional(),
      /** The first fields that a search by field has found. */
      fields: z.array(z.string()).exactOptional(),
    }),
  ),
});

export const previewReply = z.object({
  records: z.array(
    z.object({
      source: z.unknown(),
      data: z.unknown(),
      errors: z.array(z.string()),
      outcome: z.enum(['accepted', 'rejected']),
      problems: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ),
  rowErrors: z.record(z.string(), z.string()),
  disagreements: z.array(
    z.object({
      mappingId: z.string(),
      record: z.number(),
      path: z.string(),
      local: z.unknown(),
      platform: z.unknown(),
    }),
  ),
});
export type PreviewReply = z.infer<typeof previewReply>;

// The route builds it from the same type; only its outline is checked here.
const runViewSchema = z.custom<RunView>(
  (value) => typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps),
);

export const runReply = z.object({ run: runViewSchema.nullable() });

export const draftReply = z.object({ version: z.number() });
