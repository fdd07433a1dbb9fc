import { AppFailure } from '@/lib/app-error';
import { onboardingIdSchema, type RunId } from '@/lib/ids';
import { planSchema } from '@/lib/plan/plan';
import { renameObject } from '@/lib/plan/rename-object';
import { readDraft } from '@/lib/wizard/read-draft';
import { appendAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { findOnboarding, isAccountChosenElsewhere } from '@/server/db/onboardings';
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

/**
 * What a run made is to be removed, and with `withAccount` the account that its onboarding made, unless another
 * onboarding has chosen it too (`stale`). A run that succeeded is not undone here: its dataflow is deleted where it lives.
 */
export async function requestUndo(
  db: Db,
  scope: Scope,
  { withAccount = false }: { withAccount?: boolean } = {},
): Promise<RunRow> {
  const run = await requireRun(db, scope);
  if (run.state === 'succeeded') throw new AppFailure({ kind: 'stale', what: 'run' });
  const account = withAccount ? await findOwnAccount(db, run) : undefined;
  if (withAccount && !account) throw new AppFailure({ kind: 'stale', what: 'account' });
  await prepareUndo(db, run.id, account?.id);
  await note(db, scope, run, 'run.undo-requested', { withAccount });
  return requireRun(db, scope);
}

/** The account that the onboarding of a run has made, while no other onboarding has chosen it; else undefined. */
export async function findOwnAccount(
  db: Db,
  run: Pick<RunRow, 'orgId' | 'onboardingId'>,
): Promise<{ id: string; name: string } | undefined> {
  const id = onboardingIdSchema.parse(run.onboardingId);
  const onboarding = await findOnboarding(db, { id, orgId: run.orgId });
  const read = onboarding && readDraft(onboarding.draft, onboarding.sourceId);
  const connect = read && read.kind !== 'newer' ? read.draft.connect : null;
  if (!connect?.madeHere) return undefined;
  const { baseConnectionId, accountName } = connect;
  const isShared = await isAccountChosenElsewhere(db, { id, orgId: run.orgId, baseConnectionId });
  return isShared ? undefined : { id: baseConnectionId, name: accountName };
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
