import type { RunId } from '@/lib/ids';
import { countBehind } from '@/lib/plan/count-behind';
import type { MadeObject } from '@/lib/plan/fill-references';
import { dependenciesOf, type Plan, type PlanObject, partOf, planSchema } from '@/lib/plan/plan';
import { endLease, LeaseLost, type Rest, renewLease, takeLease } from '@/server/db/run-leases';
import { listRunSteps } from '@/server/db/run-steps';
import type { RunRow } from '@/server/db/runs';
import { limitCalls, type TakeTurn } from '@/server/limit-calls';
import { policy } from '@/server/platform/policy';
import { type DriveContext, type DriveWorld, rest, SliceOver } from './drive-context';
import { driveStep, type StepOutcome } from './drive-step';
import type { ObjectClients } from './object-client';
import { supersededPrefix } from './start-run';
import { sweepRun } from './sweep-run';
import { undoRun } from './undo-run';
import { undoSteps } from './undo-steps';
import { verifyDataflows } from './verify-dataflows';

const numbers = policy.provisioning;
/** Below this a busy machine could lose a lease for nothing. */
const shortestLeaseMs = 6_000;
const shortestSliceMs = 10_000;
/** So many calls are overtaken for each that waits behind: a bound, so that nobody waits for ever. */
const placesAhead = 8;

export type DriveDependencies = DriveWorld & {
  /** Names this process in the lease. */
  owner: string;
  every: (realMs: number, call: () => void) => () => void;
};

/**
 * Works on a run for one slice: creates, removes or looks for late objects, whatever the ledger says is due. Whoever
 * holds the lease drives; a second caller returns at once. Safe to call at any time, from any process. Answers whether
 * there is more to do at once.
 */
export async function driveRun(deps: DriveDependencies, runId: RunId): Promise<{ more: boolean }> {
  const scale = deps.platform.timeScale;
  const leaseMs = Math.max(numbers.leaseMs * scale, shortestLeaseMs);
  const taken = await takeLease(deps.db, runId, deps.owner, leaseMs);
  if (taken === undefined) return { more: false };
  const { lease, run } = taken;
  const turn = deps.platform.upstream?.takeTurn ?? limitCalls(policy.callsAtOnce);
  const placesFor = (ahead: number): Places => ({
    clients: inTurn(deps.clients, turn, ahead),
    takePlace: (call) => turn(call, ahead),
  });
  const ctx: DriveContext = {
    ...deps,
    lease,
    ...placesFor(0),
    sliceEndsAtMs: deps.monotonicMs() + Math.max(numbers.sliceMs * scale, shortestSliceMs),
  };
  const renewEveryMs = (leaseMs * numbers.leaseRenewalMs) / numbers.leaseMs;
  const stopRenewing = deps.every(renewEveryMs, () => {
    renewLease(deps.db, lease, leaseMs).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) deps.log.error({ err: error, runId }, 'lease not renewed');
    });
  });
  try {
    if (run.state !== 'running' && run.state !== 'undoing') {
      await sweepRun(ctx, run);
      return { more: false };
    }
    // A moment that the platform asked to wait for holds for whoever drives.
    if (taken.waitMs > 0) await rest(ctx, taken.waitMs / scale);
    const resting = run.state === 'undoing' ? await undoRun(ctx, run) : await create(ctx, run, placesFor);
    await endLease(deps.db, lease, scaled(resting, scale));
    deps.log.info({ runId, state: resting.state }, 'run rests');
    return { more: false };
  } catch (error) {
    if (error instanceof LeaseLost) return { more: false };
    if (error instanceof SliceOver) {
      await endLease(deps.db, lease, { state: run.state, note: null, wakeInMs: error.waitMs * scale });
      return { more: error.waitMs === 0 };
    }
    deps.log.error({ err: error, runId }, 'run interrupted');
    // The ledger says how far it got. When not even this can be written, the lease ends and the run is found by that.
    const interrupted = {
      state: 'parked',
      note: run.state === 'undoing' ? 'undo-incomplete' : 'interrupted',
    } as const;
    await endLease(deps.db, lease, { ...interrupted, wakeInMs: numbers.wakeUpsMs[0] * scale }).catch(
      () => undefined,
    );
    return { more: false };
  } finally {
    stopRenewing();
  }
}

/** The database keeps real moments. */
function scaled(resting: Rest, scale: number): Rest {
  const { wakeInMs, sweepInMs } = resting;
  return {
    ...resting,
    wakeInMs: wakeInMs === undefined ? undefined : wakeInMs * scale,
    sweepInMs: sweepInMs === undefined ? undefined : sweepInMs * scale,
  };
}

type Places = Pick<DriveContext, 'clients' | 'takePlace'>;

/** Look-ups and removals each take one of the organisation's places, and give it back before anybody waits for anything. */
function inTurn(clients: ObjectClients, turn: TakeTurn, ahead: number): ObjectClients {
  return Object.fromEntries(
    Object.entries(clients).map(([kind, client]) => {
      const { find, remove } = client;
      return [
        kind,
        {
          ...client,
          find: (...args: Parameters<typeof find>) => turn(() => find(...args), ahead),
          ...(remove && {
            remove: (...args: Parameters<typeof remove>) => turn(() => remove(...args), ahead),
          }),
        },
      ];
    }),
  ) as ObjectClients;
}

type Settled = StepOutcome | { kind: 'not-reached' };

async function create(ctx: DriveContext, run: RunRow, placesFor: (ahead: number) => Places): Promise<Rest> {
  const plan = planSchema.parse(run.plan);
  const rows = await listRunSteps(ctx.db, run.id);
  const steps = new Map(rows.map((step) => [step.key, step]));

  // What an earlier version of the draft made and this one does not want.
  await undoSteps(
    ctx,
    rows.filter((step) => step.key.startsWith(supersededPrefix)),
  );

  const made: Partial<Record<string, MadeObject>> = {};
  const behind = countBehind(plan);
  const outcomes = new Map<string, Promise<Settled>>();
  for (const object of plan.objects) {
    const step = steps.get(object.key);
    if (!step) throw new Error(`the ledger of run ${run.id} has no row for ${object.key}`);
    const before = dependenciesOf(object).map((key) => outcomes.get(key));
    const work = async (): Promise<Settled> => {
      const ready = (await Promise.all(before)).every((outcome) => outcome?.kind === 'done');
      if (!ready) return { kind: 'not-reached' };
      // What others wait for longest goes first: the end of the run depends on it.
      const places = placesFor((behind.get(object.key) ?? 0) * placesAhead);
      const outcome = await driveStep({ ...ctx, ...places }, object, step, made, run.wakeUps);
      if (outcome.kind === 'done') made[object.key] = outcome.made;
      return outcome;
    };
    outcomes.set(object.key, work());
  }
  // Every step comes to rest before the run does: a sibling may still be on the wire when one fails.
  const settled = await Promise.allSettled(outcomes.values());
  throwFirst(settled);
  const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const resting = judge(plan, results, made);
  if (resting.state !== 'succeeded' && resting.state !== 'partly') return resting;
  const ids = plan.objects.flatMap((object) =>
    object.kind === 'dataflow' && made[object.key] ? [made[object.key]?.id ?? ''] : [],
  );
  // Success is said only after the platform has shown every dataflow.
  if (await verifyDataflows(ctx, ids)) return { ...resting, sweepInMs: numbers.sweepsMs[0] };
  return { state: 'parked', note: 'not-verified', wakeInMs: numbers.wakeUpsMs[run.wakeUps] };
}

/** A slice that is over is an end of its own; anything else that was thrown comes first. */
function throwFirst(settled: readonly PromiseSettledResult<unknown>[]): void {
  const reasons = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (reasons.length === 0) return;
  const real = reasons.find((reason) => !(reason instanceof SliceOver));
  if (real !== undefined) throw real;
  throw new SliceOver(Math.min(...reasons.map((reason: SliceOver) => reason.waitMs)));
}

function judge(plan: Plan, results: readonly Settled[], made: Partial<Record<string, MadeObject>>): Rest {
  const parked = results.flatMap((outcome) => (outcome.kind === 'parked' ? [outcome] : []));
  // Parked comes first: while the fate of one object is open, no other version of the plan may start.
  if (parked.length > 0) {
    const waits = parked.flatMap(({ wakeInMs }) => (wakeInMs === undefined ? [] : [wakeInMs]));
    const isThrottled = parked.some(({ note }) => note.kind === 'waiting' && note.reason === 'throttled');
    return {
      state: 'parked',
      note: isThrottled ? 'throttled' : waits.length === 0 ? 'asks' : null,
      // Nothing goes before the moment that the platform has named.
      wakeInMs: waits.length === 0 ? undefined : isThrottled ? Math.max(...waits) : Math.min(...waits),
      sweepInMs: numbers.sweepsMs[0],
    };
  }
  if (results.every((outcome) => outcome.kind === 'done')) return { state: 'succeeded', note: null };
  const parts = new Set(plan.objects.map(partOf));
  const isComplete = (part: string) =>
    plan.objects.every((object: PlanObject) => partOf(object) !== part || made[object.key] !== undefined);
  const someComplete = parts.size > 1 && [...parts].some(isComplete);
  return {
    state: someComplete ? 'partly' : 'failed',
    note: null,
    sweepInMs: numbers.sweepsMs[0],
  };
}
