import * as z from 'zod';
import { type OnboardingId, runIdSchema } from '@/lib/ids';
import type { PlanFact } from '@/lib/plan/plan-facts';
import { findRunByKey, type RunRow } from '@/server/db/runs';
import { submitPlan } from '@/server/onboarding/submit-plan';
import { work } from '@/server/provisioning/work';
import type { ApiContext } from './api-route';
import { ApiRefusal } from './problem';

/**
 * Starts a run under the caller's key. The same key and plan answer the run that they started, whatever has changed since;
 * another plan under a used key, and another run in the way, are refusals. `isNew` is false for a repetition.
 */
export async function startRunUnderKey(
  ctx: ApiContext,
  input: {
    onboardingId: OnboardingId;
    planHash: string;
    facts: readonly PlanFact[];
    key: string | null;
  },
): Promise<{ run: RunRow; isNew: boolean }> {
  const { onboardingId, planHash, facts } = input;
  const key = z.uuid().safeParse(input.key);
  if (!key.success) throw new ApiRefusal('key-missing');
  const idempotencyKey = key.data.toLowerCase();
  const known = await findRunByKey(ctx.db, { onboardingId, idempotencyKey });
  if (known && known.planHash !== planHash) throw new ApiRefusal('key-reused', { runId: known.id });
  if (known) return { run: known, isNew: false };
  const { run, started, platform } = await submitPlan(ctx, {
    onboardingId,
    planHash,
    facts,
    idempotencyKey,
  });
  if (!started && run.idempotencyKey !== idempotencyKey)
    throw new ApiRefusal('run-exists', { runId: run.id });
  if (started) {
    const runId = runIdSchema.parse(run.id);
    ctx.background(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
  }
  return { run, isNew: started };
}
