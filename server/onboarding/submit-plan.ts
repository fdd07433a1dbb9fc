import { AppFailure } from '@/lib/app-error';
import { type OnboardingId, personIdSchema } from '@/lib/ids';
import { findProblems } from '@/lib/plan/find-problems';
import { findMoved, type MovedFact, type PlanFact } from '@/lib/plan/plan-facts';
import { isRefused } from '@/lib/plan/run-view';
import { appendAudit } from '@/server/db/audit';
import { findLatestRun, findRunByKey, type RunRow } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { hashPlan } from '@/server/provisioning/markers';
import { startRun } from '@/server/provisioning/start-run';
import { loadOnboarding } from './load-onboarding';
import { knownSourceFacts, readFacts, readSourceFacts } from './read-facts';
import { planOf } from './review-plan';
import type { TeamContext } from './team-context';

/** More than a screen can use. */
const mostMoved = 200;

/**
 * Starts creating exactly the plan that was reviewed, or returns the run that already does. Throws `stale` when the plan
 * is no longer the reviewed one, or, with what has moved, when account, source or target are no longer as they were;
 * `invalid-input` when the draft has problems.
 */
export async function submitPlan(
  ctx: TeamContext,
  input: {
    onboardingId: OnboardingId;
    planHash: string;
    idempotencyKey: string;
    /** What the plan stood on when it was reviewed, as `reviewPlan` told it. */
    facts: readonly PlanFact[];
  },
): Promise<{ run: RunRow; started: boolean; platform: PlatformContext }> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const platform = await ctx.platform(onboarding.sandboxName);
  const known = await findRunInTheWay(ctx, input);
  if (known) return { run: known, started: false, platform };
  // A start time may pass between review and Create; the step sends the next possible one.
  const nowSeconds = Math.floor(ctx.now() / 1000);
  const startTimeSeconds = onboarding.draft.schedule?.startTimeSeconds ?? nowSeconds;
  const [problem] = findProblems(onboarding.draft, Math.min(nowSeconds, startTimeSeconds));
  if (problem)
    throw new AppFailure({ kind: 'invalid-input', fieldErrors: { [problem.step]: problem.sentence } });
  const [plan, present] = await Promise.all([planOf(platform, onboarding), readFacts(ctx, onboarding)]);
  if (hashPlan(plan) !== input.planHash) throw new AppFailure({ kind: 'stale', what: 'plan' });
  refuseMoved(findMoved(input.facts, present));
  // Only now: through an account that is gone no source can be read.
  refuseMoved(findMoved(knownSourceFacts(onboarding), await readSourceFacts(ctx, onboarding)));

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

/** The run that this submission has started before, or one that works on the onboarding or has created it. */
async function findRunInTheWay(
  { db }: TeamContext,
  {
    onboardingId,
    idempotencyKey,
    planHash,
  }: { onboardingId: OnboardingId; idempotencyKey: string; planHash: string },
): Promise<RunRow | undefined> {
  const sameKey = await findRunByKey(db, { onboardingId, idempotencyKey });
  if (sameKey?.planHash === planHash) return sameKey;
  const latest = await findLatestRun(db, onboardingId);
  return latest && !isRefused(latest) && latest.state !== 'undone' ? latest : undefined;
}

function refuseMoved(moved: readonly MovedFact[]): void {
  if (moved.length === 0) return;
  throw new AppFailure({ kind: 'stale', what: 'plan', moved: moved.slice(0, mostMoved) });
}
