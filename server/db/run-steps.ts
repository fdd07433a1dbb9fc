import { and, asc, eq, sql } from 'drizzle-orm';
import { appendAuditIn } from './audit';
import type { Db } from './db';
import { type Lease, LeaseLost } from './run-leases';
import type { NewStep, RunStepRow } from './runs';
import { type RunStepState, runSteps, runs } from './schema';

/** A row of the ledger, with the age of a request that may still be executing, by the database's clock. */
export type LedgerStep = RunStepRow & { sentAgoMs: number | undefined };

/** The ledger of a run, in the order of its plan. */
export async function listRunSteps(db: Db, runId: string): Promise<LedgerStep[]> {
  const rows = await db
    .select({
      step: runSteps,
      sentAgoMs: sql<string | null>`extract(epoch from now() - ${runSteps.sentAt}) * 1000`,
    })
    .from(runSteps)
    .where(eq(runSteps.runId, runId))
    .orderBy(asc(runSteps.position));
  return rows.map(({ step, sentAgoMs }) => ({
    ...step,
    sentAgoMs: sentAgoMs === null ? undefined : Number(sentAgoMs),
  }));
}

/** The ledger rows of every run of the onboarding that this run belongs to. */
export async function listLedgerOfOnboarding(db: Db, onboardingId: string): Promise<RunStepRow[]> {
  const rows = await db
    .select({ step: runSteps })
    .from(runSteps)
    .innerJoin(runs, eq(runs.id, runSteps.runId))
    .where(eq(runs.onboardingId, onboardingId));
  return rows.map(({ step }) => step);
}

export type StepChange = Partial<
  Pick<
    RunStepRow,
    'payloadHash' | 'sends' | 'remoteId' | 'remoteEtag' | 'remoteVersion' | 'adopted' | 'error'
  >
> & {
  state: RunStepState;
  /** `now` before a request leaves, null as soon as its outcome is known; unchanged when absent. */
  sentAt?: 'now' | null;
};

/** What the audit says about a request to the platform. */
export type StepEvent = { action: string; facts?: Record<string, unknown> };

/**
 * One ledger transition, with its line in the audit, committed when this resolves. Throws `LeaseLost` when a successor
 * has the run.
 */
export async function writeStep(
  db: Db,
  lease: Lease,
  key: string,
  { sentAt, ...change }: StepChange,
  event?: StepEvent,
): Promise<void> {
  await db.transaction(async (tx) => {
    const run = await requireLease(tx, lease);
    await tx
      .update(runSteps)
      .set({
        ...change,
        ...(sentAt !== undefined && { sentAt: sentAt === null ? null : sql`now()` }),
        updatedAt: sql`now()`,
      })
      .where(and(eq(runSteps.runId, lease.runId), eq(runSteps.key, key)));
    if (event) await appendEvent(tx, run, lease, key, event);
  });
}

/** Adds a row that the plan did not foresee, unless it is there already. Throws `LeaseLost` when a successor has the run. */
export async function addStep(db: Db, lease: Lease, step: NewStep): Promise<void> {
  await db.transaction(async (tx) => {
    await requireLease(tx, lease);
    await tx
      .insert(runSteps)
      .values({ ...step, runId: lease.runId })
      .onConflictDoNothing();
  });
}

type HeldRun = { orgId: string; onboardingId: string; startedBy: string };

async function requireLease(tx: Db, lease: Lease): Promise<HeldRun> {
  const [run] = await tx
    .select({
      fence: runs.fence,
      orgId: runs.orgId,
      onboardingId: runs.onboardingId,
      startedBy: runs.startedBy,
    })
    .from(runs)
    .where(eq(runs.id, lease.runId))
    .for('update');
  if (run?.fence !== lease.fence) throw new LeaseLost(lease.runId);
  return run;
}

async function appendEvent(tx: Db, run: HeldRun, lease: Lease, key: string, event: StepEvent): Promise<void> {
  await appendAuditIn(tx, {
    orgId: run.orgId,
    personId: run.startedBy,
    action: event.action,
    subject: run.onboardingId,
    facts: { runId: lease.runId, step: key, ...event.facts },
  });
}
