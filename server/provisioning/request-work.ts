import { AppFailure } from '@/lib/app-error';
import type { RunId } from '@/lib/ids';
import { planSchema } from '@/lib/plan/plan';
import { renameObject } from '@/lib/plan/rename-object';
import { appendAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { answerStep, type StepAnswer } from '@/server/db/run-answers';
import { prepareResume, prepareUndo } from '@/server/db/run-requests';
import { listRunSteps } from '@/server/db/run-steps';
import { findRun, type RunRow } from '@/server/db/runs';
import { readStepNote } from './step-note';

type Scope = { orgId: string; runId: RunId; personId: string };

/** A parked or failed run is to go on, whoever started it: what was refused is tried again. */
export async function requestResume(db: Db, scope: Scope): Promise<RunRow> {
  const run = await requireRun(db, scope);
  if (await prepareResume(db, run.id)) await note(db, scope, run, 'run.resumed');
  return requireRun(db, scope);
}

/** What a run made is to be removed. A run that succeeded is not undone here: its dataflow is deleted where it lives. */
export async function requestUndo(db: Db, scope: Scope): Promise<RunRow> {
  const run = await requireRun(db, scope);
  if (run.state === 'succeeded') throw new AppFailure({ kind: 'stale', what: 'run' });
  await prepareUndo(db, run.id);
  await note(db, scope, run, 'run.undo-requested');
  return requireRun(db, scope);
}

/**
 * Answers the question that a name raises which somebody else has: another name, or the object that has it. Then the run
 * goes on. Throws `stale` when there is no such question any more, `not-found` when the existing one is not on offer.
 */
export async function answerConflict(
  db: Db,
  scope: Scope,
  { key, answer }: { key: string; answer: { kind: 'rename'; name: string } | { kind: 'use-existing' } },
): Promise<RunRow> {
  const run = await requireRun(db, scope);
  const step = (await listRunSteps(db, run.id)).find((candidate) => candidate.key === key);
  const question = readStepNote(step?.error);
  if (step?.state !== 'failed' || question?.kind !== 'name-taken') {
    throw new AppFailure({ kind: 'stale', what: 'run' });
  }
  await answerStep(db, run.id, key, toStored(run, key, question.existing?.id, answer));
  await note(db, scope, run, 'run.answered', { step: key, answer: answer.kind });
  await prepareResume(db, run.id);
  return requireRun(db, scope);
}

function toStored(
  run: RunRow,
  key: string,
  existingId: string | undefined,
  answer: { kind: 'rename'; name: string } | { kind: 'use-existing' },
): StepAnswer {
  if (answer.kind === 'rename') {
    return { kind: 'plan', plan: renameObject(planSchema.parse(run.plan), key, answer.name) };
  }
  if (existingId === undefined) throw new AppFailure({ kind: 'not-found', what: 'object' });
  return { kind: 'adopt', remoteId: existingId };
}

/** The run, unless it is another organisation's. */
export async function requireRun(db: Db, scope: { orgId: string; runId: RunId }): Promise<RunRow> {
  const run = await findRun(db, scope.runId);
  if (!run || run.orgId !== scope.orgId) throw new AppFailure({ kind: 'not-found', what: 'run' });
  return run;
}

async function note(
  db: Db,
  { orgId, personId }: Scope,
  run: RunRow,
  action: string,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await appendAudit(db, {
    orgId,
    personId,
    action,
    subject: run.onboardingId,
    facts: { runId: run.id, ...facts },
  });
}
