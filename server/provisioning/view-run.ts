import { planSchema } from '@/lib/plan/plan';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import type { Db } from '@/server/db/db';
import { listRunSteps, type RunRow, type RunStepRow } from '@/server/db/runs';
import { readStepNote } from './step-note';

/** The run as the progress screen shows it: ledger only, no request bodies. `nowMs` is epoch milliseconds. */
export async function viewRun(db: Db, run: RunRow, nowMs: number): Promise<RunView> {
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
        note: readStepNote(row.error),
        updatedAtMs: row.updatedAt.getTime(),
      },
    ];
  });
  const due = steps.some((step) => step.note?.kind === 'waiting' && step.note.nextTryAtMs <= nowMs);
  const unowned = !run.leaseUntil || run.leaseUntil.getTime() < nowMs;
  return {
    id: run.id,
    onboardingId: run.onboardingId,
    state: run.state,
    note: run.note,
    steps,
    dataflowId: steps.find((step) => step.key === 'dataflow' && step.state === 'done')?.remoteId,
    startedAtMs: run.createdAt.getTime(),
    finishedAtMs: run.finishedAt?.getTime(),
    stalled:
      (unowned && (run.state === 'running' || run.state === 'undoing')) ||
      (run.state === 'parked' && (due || run.note === 'interrupted' || run.note === 'not-verified')),
  };
}

function toViewState(row: RunStepRow): RunStepView['state'] {
  return row.state === 'intended' || row.state === 'sent' ? 'working' : row.state;
}
