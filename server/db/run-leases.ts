import { and, eq, getTableColumns, isNull, lt, or, sql } from 'drizzle-orm';
import type { RunId } from '@/lib/ids';
import type { RunState } from '@/lib/plan/run-view';
import type { Db } from './db';
import { inMilliseconds } from './in-milliseconds';
import { type RunRow, toRun } from './runs';
import { onboardings, runs } from './schema';

/** Who may write: the fence, and what never changes about the run. */
export type Lease = Pick<RunRow, 'fence' | 'orgId' | 'onboardingId' | 'startedBy'> & { runId: RunId };

/** A write lost its lease to a successor. Whoever sees this stops at once: the successor tells the truth now. */
export class LeaseLost extends Error {
  constructor(readonly runId: string) {
    super(`the lease of run ${runId} has moved on`);
    this.name = 'LeaseLost';
  }
}

/**
 * Takes the lease when nobody holds a live one; undefined otherwise. The fence has to be named by every later write.
 * `waitMs` is how long the run still has to rest. All by the database's clock, which instances share.
 */
export async function takeLease(
  db: Db,
  runId: RunId,
  owner: string,
  forMs: number,
): Promise<{ lease: Lease; run: RunRow; waitMs: number } | undefined> {
  const [row] = await db
    .update(runs)
    .set({
      leaseOwner: owner,
      leaseUntil: inMilliseconds(forMs),
      fence: sql`${runs.fence} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(runs.id, runId), or(isNull(runs.leaseUntil), lt(runs.leaseUntil, sql`now()`))))
    .returning({
      ...getTableColumns(runs),
      waitMs: sql<string>`greatest(0, extract(epoch from coalesce(${runs.wakeAt}, now()) - now()) * 1000)`,
    });
  if (!row) return undefined;
  const { waitMs, ...stored } = row;
  const { fence, orgId, onboardingId, startedBy } = stored;
  return {
    lease: { runId, fence, orgId, onboardingId, startedBy },
    run: toRun(stored),
    waitMs: Number(waitMs),
  };
}

/** Prolongs the lease. Throws `LeaseLost` when a successor has it. */
export async function renewLease(db: Db, lease: Lease, forMs: number): Promise<void> {
  const changed = await db
    .update(runs)
    .set({ leaseUntil: inMilliseconds(forMs) })
    .where(and(eq(runs.id, lease.runId), eq(runs.fence, lease.fence)))
    .returning({ id: runs.id });
  if (changed.length === 0) throw new LeaseLost(lease.runId);
}

/** How a run rests: `wakeInMs` until it goes on by itself, `sweepInMs` until the next look for late objects. */
export type Rest = {
  state: RunState;
  note: string | null;
  wakeInMs?: number | undefined;
  sweepInMs?: number | undefined;
};

/** Gives the lease back with the state the run rests in. Throws `LeaseLost` when a successor has it. */
export async function endLease(db: Db, lease: Lease, rest: Rest): Promise<void> {
  const over = rest.state === 'succeeded' || rest.state === 'partly' || rest.state === 'undone';
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runs)
      .set({
        state: rest.state,
        note: rest.note,
        leaseOwner: null,
        leaseUntil: null,
        wakeAt: rest.wakeInMs === undefined ? null : inMilliseconds(rest.wakeInMs),
        ...(rest.sweepInMs !== undefined && { sweepAt: inMilliseconds(rest.sweepInMs), sweeps: 0 }),
        updatedAt: sql`now()`,
        finishedAt: over ? sql`now()` : null,
      })
      .where(and(eq(runs.id, lease.runId), eq(runs.fence, lease.fence)))
      .returning({ onboardingId: runs.onboardingId });
    if (!row) throw new LeaseLost(lease.runId);
    if (!over) return;
    await tx
      .update(onboardings)
      .set({ state: rest.state === 'undone' ? 'draft' : 'created', updatedAt: sql`now()` })
      .where(eq(onboardings.id, row.onboardingId));
  });
}

/** Gives the lease of a sweep back: the run stays as it is. `nextInMs` undefined: that was the last one. */
export async function endSweep(db: Db, lease: Lease, nextInMs: number | undefined): Promise<void> {
  const changed = await db
    .update(runs)
    .set({
      leaseOwner: null,
      leaseUntil: null,
      sweepAt: nextInMs === undefined ? null : inMilliseconds(nextInMs),
      sweeps: sql`${runs.sweeps} + 1`,
    })
    .where(and(eq(runs.id, lease.runId), eq(runs.fence, lease.fence)))
    .returning({ id: runs.id });
  if (changed.length === 0) throw new LeaseLost(lease.runId);
}
