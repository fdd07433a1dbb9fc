import type { RunId } from '@/lib/ids';
import type { MadeObject } from '@/lib/plan/fill-references';
import { dependenciesOf, planSchema } from '@/lib/plan/plan';
import {
  endLease,
  findRun,
  LeaseLost,
  listRunSteps,
  type RunState,
  renewLease,
  takeLease,
} from '@/server/db/runs';
import { limitCalls } from '@/server/limit-calls';
import { PlatformError } from '@/server/platform/platform-error';
import { type DriveContext, driveStep, type StepOutcome } from './drive-step';
import { provisioningPolicy as policy } from './provisioning-policy';
import { settleUnknown } from './settle-unknown';
import { undoSteps } from './undo-steps';
import { verifyDataflow } from './verify-dataflow';

export type DriveDependencies = Omit<DriveContext, 'lease'> & {
  /** Names this process in the lease. */
  owner: string;
  every: (ms: number, call: () => void) => () => void;
};

/**
 * Drives a run until it rests: succeeded, parked, failed or undone. Whoever holds the lease drives; a second caller
 * returns at once, and so does one who finds it at rest. Safe to call at any time, from any process: everything it knows is in the ledger.
 */
export async function driveRun(deps: DriveDependencies, runId: RunId): Promise<void> {
  const waiting = await findRun(deps.db, runId);
  if (waiting?.state !== 'running' && waiting?.state !== 'undoing') return;
  const leaseMs = Math.max(policy.leaseMs * deps.platform.timeScale, 5_000);
  const fence = await takeLease(deps.db, runId, deps.owner, leaseMs);
  if (fence === undefined) return;
  const lease = { runId, fence };
  const ctx: DriveContext = { ...deps, lease };
  const stopRenewing = deps.every(leaseMs / 3, () => {
    renewLease(deps.db, lease, leaseMs).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) deps.log.error({ err: error, runId }, 'lease not renewed');
    });
  });
  try {
    const run = await findRun(deps.db, runId);
    if (!run) return;
    const rest =
      run.state === 'undoing' ? await undo(ctx, runId, run.plan) : await create(ctx, runId, run.plan);
    await endLease(deps.db, lease, rest.state, rest.note);
    deps.log.info({ runId, state: rest.state }, 'run rests');
  } catch (error) {
    if (error instanceof LeaseLost) return;
    deps.log.error({ err: error, runId }, 'run interrupted');
    // The ledger says how far it got. A parked run can be continued; a lost one could not.
    await endLease(deps.db, lease, 'parked', 'interrupted').catch(() => undefined);
  } finally {
    stopRenewing();
  }
}

type Rest = { state: RunState; note: string | null };

async function create(ctx: DriveContext, runId: RunId, stored: unknown): Promise<Rest> {
  const plan = planSchema.parse(stored);
  const steps = new Map((await listRunSteps(ctx.db, runId)).map((step) => [step.key, step]));

  // What an earlier version of the draft made and this one does not want.
  const superseded = [...steps.values()].filter((step) => step.kind === 'superseded');
  await undoSteps(ctx, superseded);

  const made: Partial<Record<string, MadeObject>> = {};
  const limited = limitCalls(policy.callsAtOnce);
  const outcomes = new Map<string, Promise<StepOutcome | 'not-reached'>>();
  for (const object of plan.objects) {
    const step = steps.get(object.key);
    if (!step) throw new Error(`the ledger of run ${runId} has no row for ${object.key}`);
    const before = dependenciesOf(object).map((key) => outcomes.get(key));
    outcomes.set(
      object.key,
      (async () => {
        const ready = (await Promise.all(before)).every(
          (outcome) => typeof outcome === 'object' && outcome.kind === 'done',
        );
        if (!ready) return 'not-reached';
        const outcome = await limited(() => driveStep(ctx, object, step, made));
        if (outcome.kind === 'done') made[object.key] = outcome.made;
        return outcome;
      })(),
    );
  }
  // Every step comes to rest before the run does: a sibling may still be on the wire when one fails.
  const settled = await Promise.allSettled(outcomes.values());
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  // Parked comes first: while the fate of one object is open, no other version of the plan may start.
  if (results.some((outcome) => typeof outcome === 'object' && outcome.kind === 'parked')) {
    return { state: 'parked', note: null };
  }
  if (results.some((outcome) => outcome === 'not-reached' || outcome.kind === 'failed')) {
    return { state: 'failed', note: null };
  }
  const dataflow = made.dataflow;
  if (!dataflow) throw new Error(`run ${runId} ended without a dataflow`);
  try {
    await verifyDataflow(ctx, dataflow.id);
  } catch (error) {
    // Success is said only after the platform has shown the dataflow.
    if (error instanceof PlatformError) return { state: 'parked', note: 'not-verified' };
    throw error;
  }
  return { state: 'succeeded', note: null };
}

async function undo(ctx: DriveContext, runId: RunId, plan: unknown): Promise<Rest> {
  const settled = await settleUnknown(ctx, plan, await listRunSteps(ctx.db, runId));
  if (!settled) return { state: 'parked', note: 'undo-incomplete' };
  const left = await undoSteps(ctx, await listRunSteps(ctx.db, runId));
  return left.some((reason) => reason === 'try-again')
    ? { state: 'parked', note: 'undo-incomplete' }
    : { state: 'undone', note: left.length > 0 ? 'leftovers' : null };
}
