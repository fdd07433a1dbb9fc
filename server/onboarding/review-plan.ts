import { AppFailure } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { dataflowName } from '@/lib/plan/dataflow-name';
import { findProblems, type PlanProblem } from '@/lib/plan/find-problems';
import { joinPlans } from '@/lib/plan/join-plans';
import type { Plan } from '@/lib/plan/plan';
import { type PlanFact, removed } from '@/lib/plan/plan-facts';
import { namesOf } from '@/lib/target/names-in-common';
import { findLatestRun } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { hashPlan, makeMarkedPlan } from '@/server/provisioning/markers';
import { type LoadedOnboarding, loadOnboarding } from './load-onboarding';
import { checkTarget, findTakenNames } from './load-target';
import { readFacts } from './read-facts';
import type { TeamContext } from './team-context';

export type Review = {
  /** Undefined while problems keep the draft from becoming one. */
  plan: { objects: Plan['objects']; hash: string } | undefined;
  /** What the plan stands on outside the draft, for `submitPlan` to compare with; empty without a plan. */
  facts: PlanFact[];
  problems: PlanProblem[];
};

/** The plan of an onboarding as it stands, or what is missing; names that are taken are problems too. */
export async function reviewPlan(ctx: TeamContext, id: OnboardingId): Promise<Review> {
  const onboarding = await loadOnboarding(ctx, id);
  const problems = findProblems(onboarding.draft, Math.floor(ctx.now() / 1000));
  if (problems.some((problem) => problem.step !== 'schedule' || !onboarding.draft.schedule)) {
    return { plan: undefined, facts: [], problems };
  }
  const platform = await ctx.platform(onboarding.sandboxName);
  const run = await findLatestRun(ctx.db, id);
  const isFresh = !run || run.state === 'undone';
  const [plan, facts, targetProblems] = await Promise.all([
    planOf(platform, onboarding),
    readFacts(ctx, onboarding),
    Promise.all(
      onboarding.draft.paths.map(async ({ resourcePath }) =>
        (await checkTarget(ctx, id, resourcePath, { isFresh })).map(
          (sentence): PlanProblem => ({ step: 'map', resourcePath, sentence }),
        ),
      ),
    ),
  ]);
  problems.push(...targetProblems.flat());
  problems.push(...facts.filter(({ value }) => value === removed).map((fact) => toGone(fact, onboarding)));
  // Once a run has made them, the names are taken by ourselves.
  if (isFresh) {
    const taken = await Promise.all(
      onboarding.draft.paths.map(async ({ resourcePath, target }) =>
        target
          ? (await findTakenNames(platform, namesOf(target))).map(
              ({ sentence }): PlanProblem => ({ step: 'map', resourcePath, sentence }),
            )
          : [],
      ),
    );
    problems.push(...taken.flat());
  }
  return { plan: { objects: plan.objects, hash: hashPlan(plan) }, facts, problems };
}

function toGone({ about, resourcePath, name }: PlanFact, { draft }: LoadedOnboarding): PlanProblem {
  return about === 'account'
    ? {
        step: 'connect',
        sentence: `The account “${draft.connect?.accountName ?? ''}” no longer exists. Connect another one.`,
      }
    : { step: 'map', resourcePath, sentence: `The ${name} of the target no longer exists. Choose another.` };
}

/** The complete plan, with one part for each resource path. Throws `stale` when the draft is not complete. */
export async function planOf(platform: PlatformContext, onboarding: LoadedOnboarding): Promise<Plan> {
  const { draft, source, name, id } = onboarding;
  const { connect, paths, setAside, schedule } = draft;
  if (!connect || !schedule || paths.length === 0) throw new AppFailure({ kind: 'stale', what: 'plan' });
  const tenantId = await getTenantId(platform);
  // A dataflow keeps its name when the others are removed again: it may exist already.
  const isOneOfSeveral = paths.length + setAside.length > 1;
  return joinPlans(
    paths.map(({ resourcePath, sourceSchema, target, mapping }) => {
      if (!target || !mapping) throw new AppFailure({ kind: 'stale', what: 'plan' });
      const part = isOneOfSeveral ? resourcePath : '';
      const input = {
        name: isOneOfSeveral ? dataflowName(name, source, resourcePath) : name,
        source,
        tenantId,
        baseConnectionId: connect.baseConnectionId,
        resourcePath,
        sourceSchema,
        target,
        mappings: mapping.state.mappings,
        schedule,
      };
      return { part, plan: makeMarkedPlan(id, input, part) };
    }),
  );
}
