import type { OnboardingId } from '@/lib/ids';
import type { RunView } from '@/lib/plan/run-view';
import { findLatestRun } from '@/server/db/runs';
import { viewRun } from '@/server/provisioning/view-run';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

/** The newest run of an onboarding as the ledger tells it, or null. */
export async function viewLatestRun(
  ctx: Pick<TeamContext, 'db' | 'orgId'>,
  id: OnboardingId,
): Promise<RunView | null> {
  const onboarding = await loadOnboarding(ctx, id);
  const run = await findLatestRun(ctx.db, onboarding.id);
  return run ? viewRun(ctx.db, run) : null;
}
