import { and, asc, eq, sql } from 'drizzle-orm';
import { type AuditInput, auditAppended } from './audit';
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
 * One ledger transition, with its line in the audit, committed when this resolves: a single statement, because a run makes
 * two of them for each object and every other step waits meanwhile. Throws `LeaseLost` when a successor has the run.
 */
export async function writeStep(
  db: Db,
  lease: Lease,
  key: string,
  { sentAt, ...change }: StepChange,
  event?: StepEvent,
): Promise<void> {
  const held = selectHeld(db, lease).as('held');
  const rows = await db
    .update(runSteps)
    .set({
      ...change,
      ...(sentAt !== undefined && { sentAt: sentAt === null ? null : sql`now()` }),
      updatedAt: sql`now()`,
    })
    .from(held)
    .where(and(eq(runSteps.runId, held.id), eq(runSteps.key, key)))
    // The audit comes last: whoever writes to it keeps all others waiting until the end.
    .returning({ logged: event ? auditAppended(describe(lease, key, event)) : sql`null` });
  if (rows.length === 0) throw new LeaseLost(lease.runId);
}

/** Adds a row that the plan did not foresee, unless it is there already. Throws `LeaseLost` when a successor has the run. */
export async function addStep(db: Db, lease: Lease, step: NewStep): Promise<void> {
  await db.transaction(async (tx) => {
    const held = await selectHeld(tx, lease);
    if (held.length === 0) throw new LeaseLost(lease.runId);
    await tx
      .insert(runSteps)
      .values({ ...step, runId: lease.runId })
      .onConflictDoNothing();
  });
}

/** The run while this lease holds it: nobody else can take it before the transaction is over. */
function selectHeld(db: Db, { runId, fence }: Lease) {
  return db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.id, runId), eq(runs.fence, fence)))
    .for('update');
}

function describe(lease: Lease, key: string, { action, facts }: StepEvent): AuditInput {
  return {
    orgId: lease.orgId,
    personId: lease.startedBy,
    action,
    subject: lease.onboardingId,
    facts: { runId: lease.runId, step: key, ...facts },
  };
}
