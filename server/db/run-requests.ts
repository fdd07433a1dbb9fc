import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Db } from './db';
import { type RunRow, toRun } from './runs';
import { runSteps, runs } from './schema';

/**
 * Puts a resting run back to work and its refused steps back to waiting. `byItself` is the run's own alarm: it counts,
 * and has an effect only when it is due. A moment that the platform asked to wait for stays. No effect on any other run.
 */
export async function prepareResume(
  db: Db,
  runId: string,
  { byItself = false }: { byItself?: boolean } = {},
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runs)
      .set({
        state: sql`case when ${runs.note} = 'undo-incomplete' then 'undoing' else 'running' end`,
        note: null,
        wakeAt: sql`case when ${runs.note} = 'throttled' then ${runs.wakeAt} end`,
        wakeUps: byItself ? sql`${runs.wakeUps} + 1` : 0,
        finishedAt: null,
      })
      .where(
        and(
          eq(runs.id, runId),
          byItself
            ? and(eq(runs.state, 'parked'), lte(runs.wakeAt, sql`now()`))
            : inArray(runs.state, ['parked', 'failed', 'partly']),
        ),
      )
      .returning({ id: runs.id });
    if (!row) return false;
    await tx
      .update(runSteps)
      .set({ state: 'waiting', error: null, updatedAt: sql`now()` })
      .where(and(eq(runSteps.runId, runId), eq(runSteps.state, 'failed')));
    await tx
      .update(runSteps)
      .set({ sends: 0 })
      .where(and(eq(runSteps.runId, runId), ne(runSteps.state, 'done')));
    return true;
  });
}

/** Ledger key of the account that goes along with what a run made. */
export const accountKey = 'account';

/**
 * Turns a run that rests without success into one that removes what it made, or one that was undone into one that tries
 * again what stayed. With the id of an account that goes too, last, unless something else uses it. No effect on any other run.
 */
export async function prepareUndo(db: Db, runId: string, accountId?: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runs)
      .set({ state: 'undoing', note: null, wakeAt: null, wakeUps: 0, updatedAt: sql`now()` })
      .where(
        and(
          eq(runs.id, runId),
          or(
            inArray(runs.state, ['parked', 'failed', 'partly']),
            and(eq(runs.state, 'undone'), eq(runs.note, 'leftovers')),
          ),
        ),
      )
      .returning({ id: runs.id });
    if (!row) return;
    if (accountId !== undefined) {
      const step = { key: accountKey, kind: 'baseConnection', title: 'Account', position: 2_000 };
      await tx
        .insert(runSteps)
        .values({ ...step, runId, state: 'done', remoteId: accountId })
        .onConflictDoNothing();
    }
    // What was handed over to a later run has no reason in its note, and stays.
    await tx
      .update(runSteps)
      .set({ state: 'done', error: null })
      .where(and(eq(runSteps.runId, runId), eq(runSteps.state, 'left'), isNotNull(runSteps.error)));
  });
}

/** Runs of an organisation for which there is something to do now and that nobody drives, the longest waiting first. */
export async function listDueRuns(db: Db, orgId: string): Promise<RunRow[]> {
  const rows = await db
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.orgId, orgId),
        or(isNull(runs.leaseUntil), lt(runs.leaseUntil, sql`now()`)),
        or(
          and(
            inArray(runs.state, ['running', 'undoing']),
            or(isNull(runs.wakeAt), lte(runs.wakeAt, sql`now()`)),
          ),
          and(eq(runs.state, 'parked'), lte(runs.wakeAt, sql`now()`)),
          lte(runs.sweepAt, sql`now()`),
        ),
      ),
    )
    .orderBy(asc(runs.updatedAt))
    .limit(50);
  return rows.map(toRun);
}
