import { AppFailure } from '@/lib/app-error';
import { canonicalJson } from '@/lib/plan/canonical-json';
import { dependenciesOf, type Plan, planSchema } from '@/lib/plan/plan';
import type { Db } from '@/server/db/db';
import { insertRun, type NewRun, type NewStep, type RunRow, type RunStepRow } from '@/server/db/runs';

/**
 * Stores a run with its ledger, or returns the one that is already there (same submission, still at work, or done). What
 * an ended run made and this plan still wants is carried over; what it does not want is listed to be removed first.
 */
export async function startRun(
  db: Db,
  run: Omit<NewRun, 'plan'> & { plan: Plan },
): Promise<{ run: RunRow; started: boolean }> {
  const result = await insertRun(db, run, (previous) => planSteps(run.plan, previous));
  if (result.run.idempotencyKey === run.idempotencyKey && result.run.planHash !== run.planHash) {
    throw new AppFailure({
      kind: 'invalid-input',
      fieldErrors: { idempotencyKey: 'This key was used for another plan.' },
    });
  }
  return result;
}

/** Ledger keys of what an earlier version of the draft made and this one does not want. */
export const supersededPrefix = 'superseded:';

/** The ledger rows of a new run. */
export function planSteps(plan: Plan, previous: { run: RunRow; steps: RunStepRow[] } | undefined): NewStep[] {
  const previousPlan = previous && planSchema.safeParse(previous.run.plan).data;
  const carried = new Set<string>();
  const rows: NewStep[] = plan.objects.map((object, position) => {
    const row: NewStep = {
      key: object.key,
      kind: object.kind,
      title: object.title,
      position,
      marker: object.marker,
    };
    const before = previous?.steps.find((step) => step.key === object.key);
    const same = previousPlan?.objects.find((candidate) => candidate.key === object.key);
    const reusable =
      before?.state === 'done' &&
      before.remoteId &&
      same !== undefined &&
      canonicalJson(same) === canonicalJson(object) &&
      dependenciesOf(object).every((key) => carried.has(key));
    if (!reusable) return row;
    carried.add(object.key);
    return {
      ...row,
      state: 'done',
      payloadHash: before.payloadHash,
      remoteId: before.remoteId,
      remoteEtag: before.remoteEtag,
      remoteVersion: before.remoteVersion,
      adopted: before.adopted,
    };
  });
  const superseded = (previous?.steps ?? []).filter(
    (step) => step.remoteId && step.state === 'done' && !carried.has(step.key),
  );
  return [
    ...rows,
    ...superseded.map((step, index) => ({
      key: `${supersededPrefix}${step.key}:${index}`,
      kind: step.kind,
      title: step.title,
      position: rows.length + index,
      marker: step.marker,
      state: 'done' as const,
      remoteId: step.remoteId,
      adopted: step.adopted,
    })),
  ];
}
