import { AppFailure } from '@/lib/app-error';
import type { OnboardingId, RunId } from '@/lib/ids';
import { findRun, type RunRow } from '@/server/db/runs';
import { type LoadedOnboarding, loadOnboarding } from '@/server/onboarding/load-onboarding';
import type { ApiContext } from './api-route';

/** The onboarding, unless it is outside the token's sandbox: then it does not exist for the caller. */
export async function findOnboardingInSandbox(ctx: ApiContext, id: OnboardingId): Promise<LoadedOnboarding> {
  const onboarding = await loadOnboarding(ctx, id);
  if (onboarding.sandboxName !== ctx.session.sandboxName) {
    throw new AppFailure({ kind: 'not-found', what: 'onboarding' });
  }
  return onboarding;
}

/** The run, unless it is outside the token's organisation and sandbox: then it does not exist for the caller. */
export async function findRunInSandbox(ctx: ApiContext, id: RunId): Promise<RunRow> {
  const run = await findRun(ctx.db, id);
  if (!run || run.orgId !== ctx.orgId || run.sandboxName !== ctx.session.sandboxName) {
    throw new AppFailure({ kind: 'not-found', what: 'run' });
  }
  return run;
}
