import { AppFailure } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { findProblems, type PlanProblem } from '@/lib/plan/find-problems';
import type { Plan } from '@/lib/plan/plan';
import { findLatestRun } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { hashPlan, makeMarkedPlan } from '@/server/provisioning/markers';
import { type LoadedOnboarding, loadOnboarding } from './load-onboarding';
import { findTakenNames } from './load-target';
import type { TeamContext } from './team-context';

export type Review = {
  /** Undefined while problems keep the draft from becoming one. */
  plan: { objects: Plan['objects']; hash: string } | undefined;
  problems: PlanProblem[];
};

/** The plan of an onboarding as it stands, or what is missing; names that are taken are problems too. */
export async function reviewPlan(ctx: TeamContext, id: OnboardingId): Promise<Review> {
  const onboarding = await loadOnboarding(ctx, id);
  const problems = findProblems(onboarding.draft, Math.floor(ctx.now() / 1000));
  if (problems.some((problem) => problem.step !== 'schedule' || !onboarding.draft.schedule)) {
    return { plan: undefined, problems };
  }
  const platform = await ctx.platform(onboarding.sandboxName);
  const plan = await planOf(platform, onboarding);
  const { target } = onboarding.draft;
  const run = await findLatestRun(ctx.db, id);
  // Once a run has made them, the names are taken by ourselves.
  if (target?.kind === 'create' && (!run || run.state === 'undone')) {
    const taken = await findTakenNames(platform, target);
    problems.push(...taken.map(({ sentence }): PlanProblem => ({ step: 'map', sentence })));
  }
  return { plan: { objects: plan.objects, hash: hashPlan(plan) }, problems };
}

/** The complete plan. Throws `stale` when the draft is not complete. */
export async function planOf(platform: PlatformContext, onboarding: LoadedOnboarding): Promise<Plan> {
  const { draft, source, name, id } = onboarding;
  if (!draft.connect || !draft.data || !draft.target || !draft.mapping || !draft.schedule) {
    throw new AppFailure({ kind: 'stale', what: 'plan' });
  }
  return makeMarkedPlan(id, {
    name,
    source,
    tenantId: await getTenantId(platform),
    baseConnectionId: draft.connect.baseConnectionId,
    resourcePath: draft.data.resourcePath,
    sourceSchema: draft.data.sourceSchema,
    target: draft.target,
    mappings: draft.mapping.state.mappings,
    schedule: draft.schedule,
  });
}
