import { type PlanKey, planKeys } from '@/lib/plan/plan';
import { type RunStepRow, writeStep } from '@/server/db/runs';
import { PlatformError } from '@/server/platform/platform-error';
import type { DriveContext } from './drive-step';

/** A dataflow goes first and what others need goes last. */
const undoOrder: readonly PlanKey[] = [
  'dataflow',
  'mappingSet',
  'targetConnection',
  'sourceConnection',
  'dataset',
  'schema',
  'fieldGroup',
];

/** The plan key of a row: a superseded row is named `superseded:dataset:…`. */
export function planKeyOf(step: Pick<RunStepRow, 'key'>): PlanKey | undefined {
  const name = step.key.startsWith('superseded:') ? step.key.split(':')[1] : step.key;
  return planKeys.find((key) => key === name);
}

/**
 * Removes what these rows made, in the platform's order. Objects we did not make are never touched. Returns one entry for
 * each object that stays: `kept` for good, `try-again` when the platform did not answer.
 */
export async function undoSteps(
  ctx: DriveContext,
  steps: readonly RunStepRow[],
): Promise<('kept' | 'try-again')[]> {
  const left: ('kept' | 'try-again')[] = [];
  for (const key of undoOrder) {
    for (const step of steps.filter((row) => planKeyOf(row) === key)) {
      if (!step.remoteId || step.adopted || step.state === 'undone' || step.state === 'left') continue;
      left.push(...(await undoStep(ctx, key, step, step.remoteId)));
    }
  }
  return left;
}

async function undoStep(
  ctx: DriveContext,
  key: PlanKey,
  step: RunStepRow,
  remoteId: string,
): Promise<('kept' | 'try-again')[]> {
  const { remove } = ctx.clients[key];
  if (!remove) {
    const reason = 'The platform offers no way to delete a mapping set. Unused, it does nothing.';
    await writeStep(ctx.db, ctx.lease, step.key, { state: 'left', error: { kind: 'left', reason } });
    return ['kept'];
  }
  try {
    await remove(ctx.platform, remoteId);
    await writeStep(ctx.db, ctx.lease, step.key, { state: 'undone', error: null });
    return [];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'rejected' || error.kind === 'forbidden') {
      const reason = error.detail ?? error.title ?? 'The platform refused to delete it.';
      await writeStep(ctx.db, ctx.lease, step.key, { state: 'left', error: { kind: 'left', reason } });
      return ['kept'];
    }
    return ['try-again'];
  }
}
