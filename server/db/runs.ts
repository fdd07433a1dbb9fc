import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { OnboardingId, PersonId, RunId } from '@/lib/ids';
import { type RunState, runStates } from '@/lib/plan/run-view';
import type { Db } from './db';
import { onboardings, runSteps, runs } from './schema';

export type RunRow = Omit<typeof runs.$inferSelect, 'state'> & { state: RunState };
export type RunStepRow = typeof runSteps.$inferSelect;

const isRunState = (value: string): value is RunState => (runStates as readonly string[]).includes(value);

/** The row with its state checked; throws for one this version does not know. */
export function toRun(row: typeof runs.$inferSelect): RunRow {
  if (!isRunState(row.state)) throw new Error(`run ${row.id} has the unknown state ${row.state}`);
  return { ...row, state: row.state };
}

/** The run, or undefined. Callers check that its organisation is theirs. */
export async function findRun(db: Db, id: RunId): Promise<RunRow | undefined> {
  const [row] = await db.select().from(runs).where(eq(runs.id, id)).limit(1);
  return row && toRun(row);
}

/** The run that a submission with this key has started, or undefined. */
export async function findRunByKey(
  db: Db,
  { onboardingId, idempotencyKey }: { onboardingId: OnboardingId; idempotencyKey: string },
): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.onboardingId, onboardingId), eq(runs.idempotencyKey, idempotencyKey)))
    .limit(1);
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
    if (
      previous &&
      previous.state !== 'failed' &&
      previous.state !== 'partly' &&
      previous.state !== 'undone'
    ) {
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
