import * as z from 'zod';
import { baseConnectionIdSchema } from '@/lib/ids';
import { fieldMappingSchema } from '@/lib/mapping/mapping-schema';
import { planObjectSchema } from '@/lib/plan/plan';
import { planFactSchema } from '@/lib/plan/plan-facts';
import { scheduleSchema } from '@/lib/schedule/schedule-schema';
import { targetSchema } from '@/lib/wizard/draft';
import { onboardingStateEnum } from '@/server/db/schema';
import type { LoadedOnboarding } from '@/server/onboarding/load-onboarding';
import type { Review } from '@/server/onboarding/review-plan';

/** A row of a mapping set; ids, notes and comments stay with the row that it continues. */
const mappingSchema = z.strictObject({
  kind: fieldMappingSchema.shape.kind,
  source: fieldMappingSchema.shape.source,
  target: fieldMappingSchema.shape.target,
  name: fieldMappingSchema.shape.name,
  description: fieldMappingSchema.shape.description,
});

/** Everything that is decided about an onboarding, without the way it was decided. */
export const draftBodySchema = z.strictObject({
  baseConnectionId: baseConnectionIdSchema
    .nullable()
    .describe(
      'An account of the source that exists in the sandbox. Credentials never pass through this API.',
    ),
  resourcePaths: z
    .array(
      z.strictObject({
        resourcePath: z.string().max(64).describe('Empty for a source with one stream.'),
        target: targetSchema.nullable(),
        mappings: z.array(mappingSchema).max(50_000),
      }),
    )
    .max(50)
    .refine(
      (paths) => new Set(paths.map(({ resourcePath }) => resourcePath)).size === paths.length,
      'A resource path is listed twice.',
    ),
  schedule: scheduleSchema.nullable(),
});

export const startOnboardingBody = z.strictObject({
  sourceId: z.string().min(1).max(64).describe('`stripe` or `onetrust`.'),
});

export const putOnboardingBody = z.strictObject({
  name: z.string().trim().min(1).max(100).exactOptional(),
  draft: draftBodySchema,
});

export const onboardingReplySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  sourceId: z.string(),
  sandboxName: z.string(),
  state: z.enum(onboardingStateEnum.enumValues),
  version: z.int().describe('Counts saves; the etag holds it too.'),
  updatedAt: z.iso.datetime(),
  draft: draftBodySchema,
});

export const planReplySchema = z.object({
  plan: z
    .object({
      hash: z.string().describe('Over every request body: what a run has to name.'),
      objects: z.array(planObjectSchema),
    })
    .nullable()
    .describe('Null while problems keep the draft from becoming one.'),
  facts: z
    .array(planFactSchema)
    .describe('What the plan stands on: a run that is given them is refused when one of them has moved.'),
  problems: z.array(
    z.object({ step: z.string(), resourcePath: z.string().exactOptional(), sentence: z.string() }),
  ),
});

/** An onboarding as the HTTP API tells it. */
export function toOnboardingReply(onboarding: LoadedOnboarding): z.input<typeof onboardingReplySchema> {
  const { id, name, source, sandboxName, state, version, updatedAtMs, draft } = onboarding;
  return {
    id,
    name,
    sourceId: source.id,
    sandboxName,
    state,
    version,
    updatedAt: new Date(updatedAtMs).toISOString(),
    draft: {
      baseConnectionId: draft.connect?.baseConnectionId ?? null,
      resourcePaths: draft.paths.map(({ resourcePath, target, mapping }) => ({
        resourcePath,
        target,
        mappings: (mapping?.state.mappings ?? []).map(
          ({ kind, source: from, target: to, name: title, description }) => ({
            kind,
            source: from,
            target: to,
            ...(title !== undefined && { name: title }),
            ...(description !== undefined && { description }),
          }),
        ),
      })),
      schedule: draft.schedule,
    },
  };
}

/** A review as the HTTP API tells it. */
export function toPlanReply({ plan, facts, problems }: Review): z.input<typeof planReplySchema> {
  return { plan: plan ?? null, facts, problems };
}
