import { planSchema } from '@/lib/plan/plan';
import { endSweep } from '@/server/db/run-leases';
import { listLedgerOfOnboarding } from '@/server/db/run-steps';
import type { RunRow, RunStepRow } from '@/server/db/runs';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import type { DriveContext } from './drive-context';
import { bearsMarker, bodyFromLedger } from './ledger-body';
import { extraKey, removeExtra } from './reconcile';

const { sweepsMs } = policy.provisioning;

/**
 * Looks for objects that a request made after everybody had given it up: they carry a marker of this run and stand in no
 * ledger of its onboarding. They are removed and listed. A look-up that fails leaves it to the next sweep.
 */
export async function sweepRun(ctx: DriveContext, run: RunRow): Promise<void> {
  const { timeScale } = ctx.platform;
  const ledger = await listLedgerOfOnboarding(ctx.db, run.onboardingId);
  const rows = ledger.filter(({ runId }) => runId === run.id);
  let failed = false;
  for (const object of planSchema.parse(run.plan).objects) {
    if (!bearsMarker(object) || isOpen(ledger, object.marker)) continue;
    try {
      const { items } = await ctx.clients[object.kind].find(
        ctx.platform,
        object,
        bodyFromLedger(object, rows),
      );
      for (const { id, marked } of items) {
        if (marked && !isKnown(ledger, object.key, id)) await removeExtra(ctx, object, id);
      }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      failed = true;
      ctx.log.warn({ runId: run.id, step: object.key, kind: error.kind }, 'sweep incomplete');
    }
  }
  const done = sweepsMs[run.sweeps] ?? 0;
  const next = sweepsMs[run.sweeps + 1];
  const last = failed ? sweepsMs[0] : undefined;
  const nextMs = next === undefined ? last : next - done;
  await endSweep(ctx.db, ctx.lease, nextMs === undefined ? undefined : nextMs * timeScale);
}

/** A create with this marker may still be under way, here or in a later run: what is found belongs to it. */
function isOpen(ledger: readonly RunStepRow[], marker: string): boolean {
  return ledger.some((step) => step.marker === marker && !step.remoteId && step.sentAt !== null);
}

/** In a ledger, unless it is there as one that should be gone. */
function isKnown(ledger: readonly RunStepRow[], key: string, id: string): boolean {
  return ledger.some(
    (step) => step.remoteId === id && step.state !== 'undone' && step.key !== extraKey(key, id),
  );
}
