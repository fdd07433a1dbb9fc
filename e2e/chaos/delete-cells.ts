import { prepareUndo } from '@/server/db/run-requests';
import { listRunSteps } from '@/server/db/run-steps';
import { liveObjects } from './invariants';
import { driveUntil, isAtWork, platformFor, submit } from './lane';
import { aPlan } from './plans';
import { calm, hits, isSameRest, type Seen, type Stage, strike, struckBy } from './stage';

/** A fault on a delete of undo. */
export async function runDeleteCell(stage: Stage): Promise<Seen> {
  const { cell, lane, db, tenant, subject, platform, baseConnectionId } = stage;
  // Everything is made and the last check is open: from here a person may undo.
  lane.emulator.control.faults.put({
    seed: 1,
    rules: [
      {
        id: 'open',
        match: { op: 'flow.flows.get' },
        phase: 'before',
        action: { type: 'status', status: 503 },
      },
    ],
  });
  const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId, stage.target));
  await driveUntil(db, platform, run.id, ({ note }) => note === 'not-verified');
  const violations: string[] = [];
  strike(stage);
  await prepareUndo(db, run.id, baseConnectionId);
  const fresh = platformFor(lane.url, tenant);
  let state = await driveUntil(db, fresh, run.id, (now) => !isAtWork(now));
  if (hits(lane) === 0) violations.push('the fault did not strike');
  const asks = ['F17', 'F19c', 'F29'].includes(cell.fault);
  let rests = 2;
  for (let turn = 0; turn < 6; turn += 1) {
    if (state.state === 'undone' && !(await hasLeftovers(stage, run.id))) break;
    if (asks || turn > 2) calm(stage);
    if (state.state === 'undone') {
      if (!asks) violations.push('left something although asking again helps');
      await prepareUndo(db, run.id);
    }
    const before = state;
    state = await driveUntil(db, fresh, run.id, (now) => !isAtWork(now) && !isSameRest(now, before));
    rests += 1;
  }
  calm(stage);
  if (state.state !== 'undone') violations.push(`ended as ${state.state}`);
  const left = liveObjects(lane, tenant.orgId).filter(
    ({ marker, table }) => marker !== undefined && table !== 'mappingSets',
  );
  for (const { table } of left) violations.push(`one of ${table} was not removed`);
  return { runId: run.id, rests, violations, struck: struckBy(stage) };
}

async function hasLeftovers({ db }: Stage, runId: string): Promise<boolean> {
  return (await listRunSteps(db, runId)).some(({ state, kind }) => state === 'left' && kind !== 'mappingSet');
}
