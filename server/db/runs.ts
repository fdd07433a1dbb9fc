import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { OnboardingId, PersonId, RunId } from '@/lib/ids';
import type { Db } from './db';
import { onboardings, type RunStepState, runSteps, runs } from './schema';

export const runStates = ['running', 'parked', 'failed', 'succeeded', 'undoing', 'undone'] as const;
export type RunState = (typeof runStates)[number];

export type RunRow = Omit<typeof runs.$inferSelect, 'state'> & { state: RunState };
export type RunStepRow = typeof runSteps.$inferSelect;

/** A write lost its lease to a successor. Whoever sees this stops at once: the successor tells the truth now. */
export class LeaseLost extends Error {
  constructor(readonly runId: string) {
    super(`the lease of run ${runId} has moved on`);
    this.name = 'LeaseLost';
  }
}

const isRunState = (value: string): value is RunState => (runStates as readonly string[]).includes(value);

function toRun(row: typeof runs.$inferSelect): RunRow {
  if (!isRunState(row.state)) throw new Error(`run ${row.id} has the unknown state ${row.state}`);
  return { ...row, state: row.state };
}

/** The run, or undefined. Callers check that its organisation is theirs. */
export async function findRun(db: Db, id: RunId): Promise<RunRow | undefined> {
  const [row] = await db.select().from(runs).where(eq(runs.id, id)).limit(1);
  return row && toRun(row);
}

/** The newest run of an onboarding, or undefined. */
export async function findLatestRun(db: Db, onboardingId: OnboardingId): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(eq(runs.onboardingId, onboardingId))
    .orderBy(desc(runs.createdAt))
    .limit(1);
  return row && toRun(row);
}

/** The newest run of each onboarding. */
export async function findLatestRuns(db: Db, onboardingIds: readonly string[]): Promise<RunRow[]> {
  if (onboardingIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([runs.onboardingId])
    .from(runs)
    .where(inArray(runs.onboardingId, [...onboardingIds]))
    .orderBy(runs.onboardingId, desc(runs.createdAt));
  return rows.map(toRun);
}

/** The ledger of a run, in the order of its plan. */
export async function listRunSteps(db: Db, runId: string): Promise<RunStepRow[]> {
  return db.select().from(runSteps).where(eq(runSteps.runId, runId)).orderBy(asc(runSteps.position));
}

export type NewRun = {
  onboardingId: OnboardingId;
  orgId: string;
  sandboxName: string;
  startedBy: PersonId;
  idempotencyKey: string;
  planHash: string;
  plan: unknown;
};

export type NewStep = Pick<RunStepRow, 'key' | 'kind' | 'title' | 'position' | 'marker'> &
  Partial<
    Pick<RunStepRow, 'state' | 'payloadHash' | 'remoteId' | 'remoteEtag' | 'remoteVersion' | 'adopted'>
  >;

/**
 * Inserts the run and its ledger in one transaction, or returns the run that is already there: the one with this
 * idempotency key, one that is still at work, or one that has succeeded. The lock on the onboarding makes fifty parallel
 * submissions one run. `carryOver` decides, under that lock, which steps an ended run hands to this one.
 */
export async function insertRun(
  db: Db,
  run: NewRun,
  stepsFor: (previous: { run: RunRow; steps: RunStepRow[] } | undefined) => NewStep[],
): Promise<{ run: RunRow; started: boolean }> {
  return db.transaction(async (tx) => {
    await tx
      .select({ id: onboardings.id })
      .from(onboardings)
      .where(eq(onboardings.id, run.onboardingId))
      .for('update');
    const [sameKey] = await tx
      .select()
      .from(runs)
      .where(and(eq(runs.onboardingId, run.onboardingId), eq(runs.idempotencyKey, run.idempotencyKey)))
      .limit(1);
    if (sameKey) return { run: toRun(sameKey), started: false };
    const [latest] = await tx
      .select()
      .from(runs)
      .where(eq(runs.onboardingId, run.onboardingId))
      .orderBy(desc(runs.createdAt))
      .limit(1);
    const previous = latest && toRun(latest);
    if (previous && previous.state !== 'failed' && previous.state !== 'undone') {
      return { run: previous, started: false };
    }
    const previousSteps = previous
      ? await tx
          .select()
          .from(runSteps)
          .where(eq(runSteps.runId, previous.id))
          .orderBy(asc(runSteps.position))
      : [];
    const steps = stepsFor(previous && { run: previous, steps: previousSteps });
    const [inserted] = await tx
      .insert(runs)
      .values({ ...run, state: 'running' })
      .returning();
    if (!inserted) throw new Error('the run was not inserted');
    await tx.insert(runSteps).values(steps.map((step) => ({ ...step, runId: inserted.id })));
    const carried = steps.filter((step) => step.state === 'done').map((step) => step.key);
    if (previous && carried.length > 0) {
      // From now on this run answers for them: the ended one must not undo what it no longer owns.
      await tx
        .update(runSteps)
        .set({ state: 'left', error: null, updatedAt: sql`now()` })
        .where(and(eq(runSteps.runId, previous.id), inArray(runSteps.key, carried)));
    }
    await tx.update(onboardings).set({ state: 'creating' }).where(eq(onboardings.id, run.onboardingId));
    return { run: toRun(inserted), started: true };
  });
}

/** Takes the lease when nobody holds a live one; returns the fence every later write has to name, or undefined. */
export async function takeLease(
  db: Db,
  runId: RunId,
  owner: string,
  forMs: number,
): Promise<number | undefined> {
  const [row] = await db
    .update(runs)
    .set({
      leaseOwner: owner,
      leaseUntil: sql`now() + ${`${Math.ceil(forMs)} milliseconds`}::interval`,
      fence: sql`${runs.fence} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(runs.id, runId), or(isNull(runs.leaseUntil), lt(runs.leaseUntil, sql`now()`))))
    .returning({ fence: runs.fence });
  return row?.fence;
}

/** Prolongs the lease. Throws `LeaseLost` when a successor has it. */
export async function renewLease(db: Db, lease: Lease, forMs: number): Promise<void> {
  const changed = await db
    .update(runs)
    .set({ leaseUntil: sql`now() + ${`${Math.ceil(forMs)} milliseconds`}::interval` })
    .where(and(eq(runs.id, lease.runId), eq(runs.fence, lease.fence)))
    .returning({ id: runs.id });
  if (changed.length === 0) throw new LeaseLost(lease.runId);
}

/** Gives the lease back with the state the run rests in. */
export async function endLease(db: Db, lease: Lease, state: RunState, note: string | null): Promise<void> {
  const over = state === 'succeeded' || state === 'undone';
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runs)
      .set({
        state,
        note,
        leaseOwner: null,
        leaseUntil: null,
        updatedAt: sql`now()`,
        finishedAt: over ? sql`now()` : null,
      })
      .where(and(eq(runs.id, lease.runId), eq(runs.fence, lease.fence)))
      .returning({ onboardingId: runs.onboardingId });
    if (!row) throw new LeaseLost(lease.runId);
    const onboardingState = { succeeded: 'created', undone: 'draft' } as const;
    if (over) {
      await tx
        .update(onboardings)
        .set({ state: onboardingState[state], updatedAt: sql`now()` })
        .where(eq(onboardings.id, row.onboardingId));
    }
  });
}

export type Lease = { runId: RunId; fence: number };

export type StepChange = Partial<
  Pick<
    RunStepRow,
    'payloadHash' | 'sentAt' | 'sends' | 'remoteId' | 'remoteEtag' | 'remoteVersion' | 'adopted' | 'error'
  >
> & { state: RunStepState };

/** One ledger transition, committed when this resolves. Throws `LeaseLost` when a successor has the run. */
export async function writeStep(db: Db, lease: Lease, key: string, change: StepChange): Promise<void> {
  await db.transaction(async (tx) => {
    const [held] = await tx
      .select({ fence: runs.fence })
      .from(runs)
      .where(eq(runs.id, lease.runId))
      .for('update');
    if (held?.fence !== lease.fence) throw new LeaseLost(lease.runId);
    await tx
      .update(runSteps)
      .set({ ...change, updatedAt: sql`now()` })
      .where(and(eq(runSteps.runId, lease.runId), eq(runSteps.key, key)));
  });
}

/** Puts a parked or failed run back to work and its refused steps back to waiting. No effect on any other run. */
export async function prepareResume(db: Db, runId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runs)
      .set({
        state: sql`case when ${runs.note} = 'undo-incomplete' then 'undoing' else 'running' end`,
        note: null,
      })
      .where(and(eq(runs.id, runId), inArray(runs.state, ['parked', 'failed'])))
      .returning({ id: runs.id });
    if (!row) return;
    await tx
      .update(runSteps)
      .set({ state: 'waiting', error: null, updatedAt: sql`now()` })
      .where(and(eq(runSteps.runId, runId), eq(runSteps.state, 'failed')));
  });
}

/** Turns a run that rests without success into one that removes what it made. No effect on any other run. */
export async function prepareUndo(db: Db, runId: string): Promise<void> {
  await db
    .update(runs)
    .set({ state: 'undoing', note: null, updatedAt: sql`now()` })
    .where(and(eq(runs.id, runId), inArray(runs.state, ['parked', 'failed'])));
}

/** Runs that should be at work but that nobody drives: their process ended. */
export async function listAbandonedRuns(db: Db): Promise<RunRow[]> {
  const rows = await db
    .select()
    .from(runs)
    .where(
      and(
        inArray(runs.state, ['running', 'undoing']),
        or(isNull(runs.leaseUntil), lt(runs.leaseUntil, sql`now()`)),
      ),
    )
    .orderBy(asc(runs.createdAt))
    .limit(50);
  return rows.map(toRun);
}
