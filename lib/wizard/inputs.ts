import * as z from 'zod';
import { baseConnectionIdSchema, onboardingIdSchema, runIdSchema } from '@/lib/ids';
import { scheduleSchema } from '@/lib/schedule/schedule-schema';
import { targetSchema } from './draft';

/** Inputs of the wizard's actions: one schema for the form and the action. */
const save = { onboardingId: onboardingIdSchema, expectedVersion: z.int().min(1) };
const resourcePath = z.string().max(64);

export const accountNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the account a name, so that others recognise it.')
  .max(255, 'Use at most 255 characters.');

export const expiresOnSchema = z.iso.date('Enter a date, such as 2027-06-30.');

export const startOnboardingInput = z.strictObject({ sourceId: z.string().min(1).max(64) });
export const renameOnboardingInput = z.strictObject({
  onboardingId: onboardingIdSchema,
  name: z.string().trim().min(1, 'Give it a name.').max(100, 'Use at most 100 characters.'),
});
export const onboardingInput = z.strictObject({ onboardingId: onboardingIdSchema });
export const connectAccountInput = z.strictObject({
  ...save,
  name: accountNameSchema,
  credentials: z.record(z.string().max(64), z.string().max(20_480)),
  expiresOn: expiresOnSchema.optional(),
});
export const reuseAccountInput = z.strictObject({ ...save, baseConnectionId: baseConnectionIdSchema });
export const chooseDataInput = z.strictObject({
  ...save,
  /** Every path that is to come in; the others are set aside. */
  resourcePaths: z.array(resourcePath).max(50),
});
export const readFieldsAgainInput = z.strictObject({ ...save, resourcePath });
export const revealSampleInput = z.strictObject({ onboardingId: onboardingIdSchema, resourcePath });
export const saveMappingInput = z.strictObject({
  ...save,
  resourcePath,
  target: targetSchema,
  /** A stored history as JSON; by `compressText` when it is long. */
  mapping: z.string().max(1_000_000),
});
export const saveScheduleInput = z.strictObject({ ...save, schedule: scheduleSchema });
export const submitPlanInput = z.strictObject({
  onboardingId: onboardingIdSchema,
  /** What the plan stood on when it was reviewed, as JSON; by `compressText` when it is long. */
  facts: z.string().max(900_000),
  planHash: z.string().regex(/^[0-9a-f]{64}$/),
  idempotencyKey: z.uuid(),
});
export const runInput = z.strictObject({ runId: runIdSchema });
export const undoRunInput = z.strictObject({
  runId: runIdSchema,
  /** Removes the account along, which the onboarding has made. */
  withAccount: z.boolean(),
});

export const answerInput = z.strictObject({
  runId: runIdSchema,
  /** Key of the object that the question is about. */
  key: z.string().min(1).max(200),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), name: z.string().trim().min(1).max(100) }),
    z.strictObject({ kind: z.literal('use-existing') }),
  ]),
});
