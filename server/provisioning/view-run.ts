import { planSchema } from '@/lib/plan/plan';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import type { Db } from '@/server/db/db';
import { accountKey } from '@/server/db/run-requests';
import { listRunSteps } from '@/server/db/run-steps';
import type { RunRow, RunStepRow } from '@/server/db/runs';
import { extraPrefix } from './reconcile';
import { readStepNote } from './step-note';

/** The run as the progress screen shows it: ledger only, no request bodies. */
export async function viewRun(db: Db, run: RunRow): Promise<RunView> {
  const plan = planSchema.parse(run.plan);
  const rows = await listRunSteps(db, run.id);
  const steps = rows.flatMap((row): RunStepView[] => {
    const object = plan.objects.find((candidate) => candidate.key === row.key);
    if (!object) return [];
    return [
      {
        key: object.key,
        kind: object.kind,
        title: object.title,
        name: object.name,
        state: toViewState(row),
        remoteId: row.remoteId ?? undefined,
        ...(row.adopted && { isAdopted: true }),
        note: readStepNote(row.error),
        updatedAtMs: row.updatedAt.getTime(),
      },
    ];
  });
  return {
    id: run.id,
    onboardingId: run.onboardingId,
    state: run.state,
    note: run.note,
    steps,
    startedAtMs: run.createdAt.getTime(),
    finishedAtMs: run.finishedAt?.getTime(),
    wakeAtMs: run.wakeAt?.getTime(),
    ...viewAccount(rows),
    extras: rows.flatMap(({ key, title, remoteId, state }) =>
      key.startsWith(extraPrefix) && remoteId && (state === 'undone' || state === 'left')
        ? [{ title, remoteId, state }]
        : [],
    ),
  };
}

function viewAccount(rows: readonly RunStepRow[]): Pick<RunView, 'account'> {
  const row = rows.find(({ key }) => key === accountKey);
  if (!row?.remoteId) return {};
  const { remoteId, state } = row;
  const note = readStepNote(row.error);
  return {
    account: {
      remoteId,
      state: state === 'undone' || state === 'left' ? state : 'working',
      ...(note?.kind === 'left' && { reason: note.reason }),
    },
  };
}

function toViewState(row: RunStepRow): RunStepView['state'] {
  return row.state === 'intended' || row.state === 'sent' ? 'working' : row.state;
}
