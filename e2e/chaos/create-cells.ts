import { setTimeout as delay } from 'node:timers/promises';
import { prepareResume } from '@/server/db/run-requests';
import { listRunSteps } from '@/server/db/run-steps';
import type { RunRow } from '@/server/db/runs';
import { answerConflict } from '@/server/provisioning/request-work';
import { readStepNote } from '@/server/provisioning/step-note';
import { kindOfStep } from './cells';
import { type LiveObject, liveObjects } from './invariants';
import { driveUntil, isAtWork, platformFor, reasonsOf, scale, submit } from './lane';
import { aPlan } from './plans';
import { calm, hits, isSameRest, needsPerson, type Seen, type Stage, strike, struckBy } from './stage';

/** A fault on a create, with whoever answers and continues where a person has to. */
export async function runCreateCell(stage: Stage): Promise<Seen> {
  const { cell, lane, db, tenant, subject, baseConnectionId } = stage;
  const plan = aPlan(subject, tenant, baseConnectionId, stage.target);
  if (cell.fault === 'F19b') await makeForeign(stage);
  const foreign = foreignObjects(stage);
  // A fresh token source, so that a fault on the token meets a request for one.
  const platform = platformFor(lane.url, tenant, cell.step === 'A0' ? { tokenScale: scale } : {});
  const isUnique = ['C3a', 'C3b', 'C8'].includes(cell.step);
  if (!(cell.fault === 'F19b' && isUnique)) strike(stage);
  const { run } = await submit(db, tenant, subject, plan);
  const violations: string[] = [];
  let rests = 0;
  let state = await driveUntil(db, platform, run.id, (now) => !isAtWork(now));
  const isByItself = cell.fault === 'F19b' && isUnique;
  const stops = needsPerson.has(cell.fault) || cell.fault === 'F30';
  for (let turn = 0; turn < 12 && state.state !== 'succeeded'; turn += 1) {
    rests += 1;
    const hasStruck = isByItself || hits(lane) > 0;
    if (hasStruck && stops) calm(stage);
    const before = state;
    if (before.state === 'parked' && before.wakeAt !== null && !(hasStruck && needsPerson.has(cell.fault))) {
      state = await driveUntil(db, platform, run.id, (now) => !isAtWork(now) && !isSameRest(now, before));
      continue;
    }
    if (!needsPerson.has(cell.fault)) {
      violations.push(`rests as ${before.state} and waits for a person: ${await reasonsOf(db, run.id)}`);
    }
    await actAsPerson(stage, before);
    state = await driveUntil(db, platform, run.id, (now) => !isAtWork(now));
  }
  // Rules that were taken away have struck: otherwise the run would not have rested for them.
  if (!isByItself && !(stops && rests > 0) && hits(lane) === 0) violations.push('the fault did not strike');
  if (needsPerson.has(cell.fault) && rests === 0) violations.push('succeeded although it should ask');
  calm(stage);
  if (state.state !== 'succeeded') violations.push(`ended as ${state.state}`);
  if (cell.fault === 'F27') {
    state = await driveUntil(db, platform, run.id, (now) => now.sweeps >= 1 && now.leaseUntil === null);
    await delay(200_000 * scale);
    // What came after the first look is found by the next.
    await driveUntil(db, platform, run.id, (now) => now.sweeps >= 2 && now.leaseUntil === null);
  }
  return { runId: run.id, rests, foreign, struck: struckBy(stage), violations };
}

/** Something of the same name that is not ours, where the platform keeps names apart by themselves. */
async function makeForeign(stage: Stage): Promise<void> {
  const { lane, tenant, platform, cell, subject } = stage;
  const token = await platform.accessToken();
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${lane.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-api-key': tenant.clientId,
        'x-gw-ims-org-id': tenant.orgId,
        'x-sandbox-name': 'prod',
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the foreign object was refused: ${await response.text()}`);
  };
  const plan = aPlan(subject, tenant, stage.baseConnectionId, stage.target);
  const isUnique = ['C3a', 'C3b', 'C8'].includes(cell.step);
  const kind = kindOfStep[cell.step];
  const object = plan.objects.find((candidate) => candidate.kind === kind);
  if (isUnique && object) {
    const body = structuredClone(object.request.body) as { description?: string; allOf?: unknown[] };
    body.description = 'Somebody else made this.';
    if (kind === 'schema') body.allOf = body.allOf?.slice(0, 1) ?? [];
    await post(object.request.path, body);
  }
}

/** What is not ours and has to stay as it is; a field group that gets more fields is looked at by itself. */
function foreignObjects({ lane, tenant, target }: Stage): LiveObject[] {
  return liveObjects(lane, tenant.orgId).filter(
    ({ marker, id }) => marker === undefined && !(typeof target === 'object' && id === target.fieldGroupId),
  );
}

/** Answers what the run asks, by turns in one way and the other, or simply continues. */
async function actAsPerson({ db, subject, tenant, cell }: Stage, run: RunRow): Promise<void> {
  const scope = { orgId: tenant.orgId, runId: run.id as never, personId: subject.personId };
  for (const step of await listRunSteps(db, run.id)) {
    const note = readStepNote(step.error);
    if (step.state !== 'failed' || note?.kind !== 'name-taken') continue;
    const answer =
      note.existing && cell.step === 'C3b'
        ? ({ kind: 'use-existing' } as const)
        : ({ kind: 'rename', name: `${note.name} renamed` } as const);
    await answerConflict(db, scope, { key: step.key, answer });
    return;
  }
  await prepareResume(db, run.id);
}
