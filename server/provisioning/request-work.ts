import { AppFailure } from '@/lib/app-error';
import type { RunId } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import { findRun, prepareResume, prepareUndo, type RunRow } from '@/server/db/runs';

/** A parked or failed run is to go on: what was refused is tried again. Returns whether there is something to drive. */
export async function requestResume(db: Db, scope: { orgId: string; runId: RunId }): Promise<RunRow> {
  const run = await requireRun(db, scope);
  await prepareResume(db, run.id);
  return requireRun(db, scope);
}

/** What a run made is to be removed. A run that succeeded is not undone here: its dataflow is deleted where it lives. */
export async function requestUndo(db: Db, scope: { orgId: string; runId: RunId }): Promise<RunRow> {
  const run = await requireRun(db, scope);
  if (run.state === 'succeeded') throw new AppFailure({ kind: 'stale', what: 'run' });
  await prepareUndo(db, run.id);
  return requireRun(db, scope);
}

/** The run, unless it is another organisation's. */
export async function requireRun(db: Db, scope: { orgId: string; runId: RunId }): Promise<RunRow> {
  const run = await findRun(db, scope.runId);
  if (!run || run.orgId !== scope.orgId) throw new AppFailure({ kind: 'not-found', what: 'run' });
  return run;
}
