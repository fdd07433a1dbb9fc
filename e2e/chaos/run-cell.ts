import { setTimeout as delay } from 'node:timers/promises';
import type { DataflowId } from '@/lib/ids';
import { stripe } from '@/lib/sources/stripe';
import type { Db } from '@/server/db/db';
import { prepareResume, prepareUndo } from '@/server/db/run-requests';
import { listRunSteps } from '@/server/db/run-steps';
import type { RunRow } from '@/server/db/runs';
import { testBaseConnection } from '@/server/platform/flow-service/base-connections';
import { getConnectionSpec } from '@/server/platform/flow-service/connection-specs';
import { getDataflow, updateDataflow } from '@/server/platform/flow-service/dataflows';
import { exploreSource } from '@/server/platform/flow-service/explore';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { listSandboxes } from '@/server/platform/sandboxes/sandboxes';
import { changeDataflow } from '@/server/provisioning/change-dataflow';
import { answerConflict } from '@/server/provisioning/request-work';
import { readStepNote } from '@/server/provisioning/step-note';
import { type Cell, isProcessFault, targetOfStep } from './cells';
import { operations, rulesFor } from './faults';
import { describeRunFacts, type Evidence, findViolations, type LiveObject, liveObjects } from './invariants';
import {
  addTenant,
  anOnboarding,
  aPerson,
  aPlan,
  connect,
  driveUntil,
  isAtWork,
  isResting,
  type Lane,
  patientPlatformFor,
  platformFor,
  reasonsOf,
  type Subject,
  scale,
  submit,
  type Tenant,
} from './lane';
import { runProcessCell } from './process-cells';

export type CellResult = { cell: Cell; violations: string[]; facts: string; ms: number };

export type Bench = {
  lane: Lane;
  db: Db;
  seed: number;
  /** A PostgreSQL server for what has to be shown on a real one; empty where there is none. */
  postgresUrl: string;
};

/** Everything a cell needs, made anew for it. */
export type Stage = {
  cell: Cell;
  lane: Lane;
  db: Db;
  tenant: Tenant;
  platform: PlatformContext;
  subject: Subject;
  baseConnectionId: string;
};

export type Seen = Partial<Pick<Evidence, 'rests' | 'foreign' | 'struck'>> & {
  runId?: string;
  violations?: string[];
  facts?: string;
  /** Where the cell has a database of its own: what stands in it, and its end. */
  own?: { db: Db; subject: Subject; close: () => Promise<void> };
};

let count = 0;

/** Runs one cell and checks every invariant after it; never throws. */
export async function runCell(bench: Bench, cell: Cell): Promise<CellResult> {
  const startMs = performance.now();
  const finish = (violations: string[], facts: string): CellResult => ({
    cell,
    violations,
    facts,
    ms: performance.now() - startMs,
  });
  try {
    bench.lane.emulator.control.reset();
    count += 1;
    const name = `cell${process.pid}n${count}`;
    const tenant = addTenant(bench.lane, name);
    const platform = platformFor(bench.lane.url, tenant);
    const subject = await anOnboarding(bench.db, tenant, await aPerson(bench.db), `Charges ${name}`);
    const prepared = { cell, lane: bench.lane, db: bench.db, tenant, platform, subject };
    const seen =
      cell.group === 'process' || isProcessFault(cell.fault)
        ? await runProcessCell({ ...prepared, baseConnectionId: '' }, bench)
        : await runFaultCell(prepared);
    const violations = [
      ...(seen.violations ?? []),
      ...(seen.facts === 'elsewhere'
        ? []
        : await findViolations({
            lane: bench.lane,
            db: seen.own?.db ?? bench.db,
            tenant,
            subjects: [seen.own?.subject ?? subject],
            runId: seen.runId,
            foreign: seen.foreign ?? [],
            rests: seen.rests ?? 0,
            struck: seen.struck,
          })),
      ...(await findIllness(prepared)),
    ];
    const facts = seen.runId
      ? await describeRunFacts(seen.own?.db ?? bench.db, bench.lane, tenant, seen.runId)
      : (seen.facts ?? '');
    await seen.own?.close();
    return finish(violations, facts);
  } catch (error) {
    return finish([error instanceof Error ? error.message : String(error)], '');
  }
}

/** I12: after all that, the next onboarding simply works. */
async function findIllness({
  lane,
  db,
  tenant,
  subject,
}: Omit<Stage, 'baseConnectionId'>): Promise<string[]> {
  lane.emulator.control.faults.clear();
  lane.emulator.control.tokens({ permissions: 'all', clientId: tenant.clientId });
  const platform = platformFor(lane.url, tenant);
  const next = await anOnboarding(db, tenant, subject.personId, `${subject.name} next`);
  const baseConnectionId = await connect(db, patientPlatformFor(lane.url, tenant), next, 'trib-NEXT');
  const { run } = await submit(db, tenant, next, aPlan(next, tenant, baseConnectionId));
  const { state } = await driveUntil(db, platform, run.id, isResting);
  return state === 'succeeded' ? [] : [`I12 the next onboarding is ${state}`];
}

async function runFaultCell(prepared: Omit<Stage, 'baseConnectionId'>): Promise<Seen> {
  const { cell } = prepared;
  if (cell.step === 'C1') return await runAccountCell(prepared);
  const patient = patientPlatformFor(prepared.lane.url, prepared.tenant);
  const baseConnectionId = await connect(prepared.db, patient, prepared.subject, 'trib-ACCOUNT');
  const stage = { ...prepared, baseConnectionId };
  if (cell.step.startsWith('D')) return await runDeleteCell(stage);
  if (cell.group === 'update') return await runUpdateCell(stage);
  if (cell.group === 'reads' && cell.step !== 'A0' && cell.step !== 'G5') return await runReadCell(stage);
  return await runCreateCell(stage);
}

function strike({ lane, cell }: Pick<Stage, 'lane' | 'cell'>, fault = cell.fault, step = cell.step): void {
  lane.emulator.control.faults.put({ seed: 1, rules: rulesFor(fault, step, scale, lane.canary) });
}

function calm({ lane, tenant }: Pick<Stage, 'lane' | 'tenant'>): void {
  lane.emulator.control.faults.clear();
  lane.emulator.control.tokens({ permissions: 'all', clientId: tenant.clientId });
}

function hits(lane: Lane): number {
  const { rules } = lane.emulator.control.faults.describe() as { rules: { hits: number }[] };
  return rules.reduce((sum, rule) => sum + rule.hits, 0);
}

/** What each code of the catalogue allows a run to rest in before anybody has done anything. */
const needsPerson = new Set(['F17', 'F19b', 'F20', 'F29']);

function struckBy({ cell }: Stage): Evidence['struck'] {
  if (cell.fault !== 'F01' && cell.fault !== 'F02') return undefined;
  // A date has whole seconds: up to one of them may be missing.
  return { op: operations[cell.step] ?? '', waitMs: cell.fault === 'F01' ? 20_000 : 58_000 };
}

async function runCreateCell(stage: Stage): Promise<Seen> {
  const { cell, lane, db, tenant, subject, baseConnectionId } = stage;
  const plan = aPlan(subject, tenant, baseConnectionId, targetOfStep(cell.step));
  const foreign = cell.fault === 'F19b' ? await makeForeign(stage) : [];
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

function isSameRest(now: RunRow, before: RunRow): boolean {
  return now.state === before.state && now.fence === before.fence;
}

/** Something of the same name that is not ours, where the platform keeps names apart by themselves. */
async function makeForeign(stage: Stage): Promise<LiveObject[]> {
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
  const plan = aPlan(subject, tenant, stage.baseConnectionId, targetOfStep(cell.step));
  const kind = { C3a: 'fieldGroup', C3b: 'schema', C8: 'schemaClass' }[cell.step];
  const object = plan.objects.find((candidate) => candidate.kind === kind);
  if (object) {
    const body = structuredClone(object.request.body) as { description?: string; allOf?: unknown[] };
    body.description = 'Somebody else made this.';
    if (kind === 'schema') body.allOf = body.allOf?.slice(0, 1) ?? [];
    await post(object.request.path, body);
  }
  return liveObjects(lane, tenant.orgId).filter(({ marker }) => marker === undefined);
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

async function runAccountCell(stage: Omit<Stage, 'baseConnectionId'>): Promise<Seen> {
  const { cell, lane, db, platform, subject, tenant } = stage;
  strike(stage);
  const violations: string[] = [];
  let tries = 0;
  let id: string | undefined;
  let marker = 'trib-ACCOUNT';
  for (; tries < 12 && id === undefined; tries += 1) {
    if (tries === 1 && (needsPerson.has(cell.fault) || cell.fault === 'F30')) calm(stage);
    try {
      id = await connect(db, platform, subject, marker);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // The person reads the message and presses again some seconds later, under another name when this one is taken.
      if (cell.fault === 'F19b') marker = 'trib-RENAMED';
      await delay(Math.max(10_000, (error.retryAfterSeconds ?? 0) * 1000) * scale);
    }
  }
  if (hits(lane) === 0 && !needsPerson.has(cell.fault) && cell.fault !== 'F30') {
    violations.push('the fault did not strike');
  }
  if (id === undefined) violations.push('the account was never connected');
  calm(stage);
  if (cell.fault === 'F27') {
    await delay(250_000 * scale);
    for (let sweep = 0; sweep < 3; sweep += 1) await sweepNow(stage);
  }
  const baseConnectionId = id ?? '';
  if (violations.length === 0) {
    const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId));
    const after = await driveUntil(db, platform, run.id, isResting);
    if (after.state !== 'succeeded') violations.push(`ended as ${after.state}`);
    return { runId: run.id, violations, rests: tries };
  }
  return { violations, rests: tries };
}

async function sweepNow({ db, platform }: Omit<Stage, 'baseConnectionId'>): Promise<void> {
  const { workDue } = await import('@/server/provisioning/due-work');
  const { log } = await import('./lane');
  await workDue({ db: async () => db, log, orgId: platform.orgId, platform: () => platform });
  await delay(100);
}

const reads: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  G1: ({ platform }) => listSandboxes(platform),
  G2: ({ platform }) => getConnectionSpec(platform, stripe.connectionSpec.id),
  G3: ({ platform, baseConnectionId }) => testBaseConnection(platform, baseConnectionId as never),
  G4: ({ platform, baseConnectionId }) =>
    exploreSource(platform, {
      baseConnectionId: baseConnectionId as never,
      sourceParams: stripe.sourceParams('charges'),
      preview: true,
    }),
};

async function runReadCell(stage: Stage): Promise<Seen> {
  const { cell, lane } = stage;
  const read = reads[cell.step];
  if (!read) throw new Error(`there is no read ${cell.step}`);
  const patient = { ...stage, platform: patientPlatformFor(lane.url, stage.tenant) };
  const expected = JSON.stringify(await read(patient));
  strike(stage);
  const violations: string[] = [];
  const mayFail = new Set(['F15', 'F17', 'F29', 'F02']);
  const first = await read(stage).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
      return { error };
    },
  );
  if (hits(lane) === 0) violations.push('the fault did not strike');
  if ('value' in first && JSON.stringify(first.value) !== expected)
    violations.push('another answer than without');
  if ('error' in first && !mayFail.has(cell.fault)) {
    violations.push(`given up with ${first.error.kind} although asking again helps`);
  }
  if ('value' in first && ['F17', 'F29'].includes(cell.fault)) violations.push('answered although refused');
  const op = operations[cell.step] ?? '';
  const asked = lane.emulator.control
    .journal({ org: stage.tenant.orgId })
    .filter((row) => row.op.startsWith(op.replace('*', ''))).length;
  if (asked > 1 + 5) violations.push(`I9 asked ${asked} times`);
  calm(stage);
  if ('error' in first) await delay((first.error.retryAfterSeconds ?? 0) * 1000 * scale);
  if (JSON.stringify(await read(patient)) !== expected) violations.push('another answer afterwards');
  return { violations, facts: `reads=${asked}`, struck: struckBy(stage) };
}

async function aDataflow(stage: Stage): Promise<{ runId: string; id: DataflowId }> {
  const { db, tenant, subject, platform, baseConnectionId } = stage;
  const { run } = await submit(db, tenant, subject, aPlan(subject, tenant, baseConnectionId));
  const made = await driveUntil(db, platform, run.id, isResting);
  if (made.state !== 'succeeded') throw new Error(`the dataflow to change is ${made.state}`);
  const step = (await listRunSteps(db, run.id)).find(({ kind }) => kind === 'dataflow');
  return { runId: run.id, id: (step?.remoteId ?? '') as DataflowId };
}

async function runUpdateCell(stage: Stage): Promise<Seen> {
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

async function runDeleteCell(stage: Stage): Promise<Seen> {
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
  const { run } = await submit(
    db,
    tenant,
    subject,
    aPlan(subject, tenant, baseConnectionId, targetOfStep(cell.step)),
  );
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
