import { planSchema } from '@/lib/plan/plan';
import type { Rest } from '@/server/db/run-leases';
import { listRunSteps, writeStep } from '@/server/db/run-steps';
import type { RunRow } from '@/server/db/runs';
import { policy } from '@/server/platform/policy';
import type { DriveContext } from './drive-context';
import { bodyFromLedger } from './ledger-body';
import { reconcile } from './reconcile';
import { undoSteps } from './undo-steps';

const numbers = policy.provisioning;

/** Removes what a run has made, after finding out what became of the creates without an answer. */
export async function undoRun(ctx: DriveContext, run: RunRow): Promise<Rest> {
  const nextMs = numbers.wakeUpsMs[run.wakeUps];
  const again = (waitMs: number): Rest => ({
    state: 'parked',
    note: 'undo-incomplete',
    wakeInMs: nextMs === undefined ? undefined : Math.max(nextMs, waitMs),
  });
  if (!(await settleUnknown(ctx, run))) return again(0);
  const left = await undoSteps(ctx, await listRunSteps(ctx.db, run.id));
  const open = left.flatMap((one) => (one.reason === 'try-again' ? [one.waitMs] : []));
  if (open.length > 0) return again(Math.max(...open));
  const rows = await listRunSteps(ctx.db, run.id);
  return {
    state: 'undone',
    // What was handed over to a later run has no reason in its note.
    note: rows.some((step) => step.state === 'left' && step.error !== null) ? 'leftovers' : null,
    sweepInMs: numbers.sweepsMs[0],
  };
}

/** Which creates without an answer made something after all, so that it can be removed; false while that is not known. */
async function settleUnknown(ctx: DriveContext, run: RunRow): Promise<boolean> {
  const plan = planSchema.parse(run.plan);
  const rows = await listRunSteps(ctx.db, run.id);
  for (const step of rows) {
    const object = plan.objects.find((candidate) => candidate.key === step.key);
    if (!object || step.remoteId || step.sentAgoMs === undefined) continue;
    const sentAtMs = ctx.monotonicMs() - Math.max(0, step.sentAgoMs);
    const result = await reconcile(ctx, object, bodyFromLedger(object, rows), sentAtMs);
    if (result.kind === 'not-known') return false;
    await writeStep(
      ctx.db,
      ctx.lease,
      step.key,
      result.kind === 'found'
        ? {
            state: 'done',
            sentAt: null,
            remoteId: result.object.id,
            remoteEtag: result.object.etag ?? null,
            error: null,
          }
        : { state: 'waiting', sentAt: null, error: null },
      { action: 'object.create-outcome', facts: { outcome: result.kind } },
    );
  }
  return true;
}
