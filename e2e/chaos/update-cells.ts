import { setTimeout as delay } from 'node:timers/promises';
import type { DataflowId } from '@/lib/ids';
import { listRunSteps } from '@/server/db/run-steps';
import { getDataflow, updateDataflow } from '@/server/platform/flow-service/dataflows';
import { PlatformError } from '@/server/platform/platform-error';
import { changeDataflow } from '@/server/provisioning/change-dataflow';
import { operations } from './faults';
import { driveUntil, isResting, scale, submit } from './lane';
import { aPlan } from './plans';
import { calm, hits, type Seen, type Stage, strike, struckBy } from './stage';

async function aDataflow(stage: Stage): Promise<{ runId: string; id: DataflowId }> {
  const { db, tenant, subject, platform, baseConnectionId } = stage;
  const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId));
  const made = await driveUntil(db, platform, run.id, isResting);
  if (made.state !== 'succeeded') throw new Error(`the dataflow to change is ${made.state}`);
  const step = (await listRunSteps(db, run.id)).find(({ kind }) => kind === 'dataflow');
  return { runId: run.id, id: (step?.remoteId ?? '') as DataflowId };
}

/** A fault on a change of a dataflow with if-match. */
export async function runUpdateCell(stage: Stage): Promise<Seen> {
  const { cell, lane, platform, tenant } = stage;
  const { runId, id } = await aDataflow(stage);
  const before = await getDataflow(platform, id);
  strike(stage);
  const name = `${before.name} renamed`;
  const change = async (etag: string | undefined) =>
    await changeDataflow(platform, {
      id,
      etag,
      isApplied: (dataflow) => dataflow.name === name,
      send: (current) =>
        updateDataflow(platform, {
          id,
          etag: current,
          patch: [{ op: 'replace', path: '/name', value: name }],
        }),
    });
  const violations: string[] = [];
  let etag = before.etag;
  let applied = false;
  let tries = 0;
  for (; tries < 4 && !applied; tries += 1) {
    if (tries === 1) {
      if (hits(lane) === 0) violations.push('the fault did not strike');
      calm(stage);
    }
    try {
      const result = await change(etag);
      applied = result.kind === 'applied';
      // The person has seen the other one and confirms.
      if (result.kind === 'changed-elsewhere') {
        if (cell.fault !== 'F18') violations.push('asked without a change by anybody else');
        etag = result.dataflow.etag;
      }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (!['F17', 'F29', 'F02'].includes(cell.fault)) violations.push(`given up with ${error.kind}`);
      // The person waits for as long as the message says.
      await delay((error.retryAfterSeconds ?? 0) * 1000 * scale);
    }
  }
  calm(stage);
  if (!applied) violations.push('never applied');
  if (cell.fault === 'F18' && tries < 2) violations.push('not asked although somebody else had changed it');
  const sent = lane.emulator.control
    .journal({ org: tenant.orgId })
    .filter(({ op }) => op === operations.U1).length;
  if (sent > 5) violations.push(`I9 sent ${sent} times`);
  return { runId, violations, struck: struckBy(stage) };
}
