import { AppFailure } from '@/lib/app-error';
import { type OnboardingId, personIdSchema } from '@/lib/ids';
import { findProblems } from '@/lib/plan/find-problems';
import { appendAudit } from '@/server/db/audit';
import type { RunRow } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { hashPlan } from '@/server/provisioning/markers';
import { startRun } from '@/server/provisioning/start-run';
import { loadOnboarding } from './load-onboarding';
import { planOf } from './review-plan';
import type { TeamContext } from './team-context';

/**
 * Starts creating exactly the plan that was reviewed, or returns the run that already does. Throws `stale` when the plan
 * is no longer the reviewed one, `invalid-input` when the draft has problems.
 */
export async function submitPlan(
  ctx: TeamContext,
  input: { onboardingId: OnboardingId; planHash: string; idempotencyKey: string },
): Promise<{ run: RunRow; started: boolean; platform: PlatformContext }> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const platform = await ctx.platform(onboarding.sandboxName);
  // A start time may pass between review and Create; the step sends the next possible one.
  const nowSeconds = Math.floor(ctx.now() / 1000);
  const startTimeSeconds = onboarding.draft.schedule?.startTimeSeconds ?? nowSeconds;
  const [problem] = findProblems(onboarding.draft, Math.min(nowSeconds, startTimeSeconds));
  if (problem)
    throw new AppFailure({ kind: 'invalid-input', fieldErrors: { [problem.step]: problem.sentence } });
  const plan = await planOf(platform, onboarding);
  if (hashPlan(plan) !== input.planHash) throw new AppFailure({ kind: 'stale', what: 'plan' });

  const { run, started } = await startRun(ctx.db, {
    onboardingId: onboarding.id,
    orgId: ctx.orgId,
    sandboxName: onboarding.sandboxName,
    startedBy: personIdSchema.parse(ctx.session.person.id),
    idempotencyKey: input.idempotencyKey,
    planHash: input.planHash,
    plan,
  });
  if (started) {
    await appendAudit(ctx.db, {
      orgId: ctx.orgId,
      personId: ctx.session.person.id,
      action: 'dataflow.submitted',
      subject: onboarding.id,
      facts: { runId: run.id, planHash: input.planHash, sandbox: onboarding.sandboxName },
    });
  }
  return { run, started, platform };
}
