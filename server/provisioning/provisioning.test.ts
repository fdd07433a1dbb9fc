import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { datasetIdSchema, runIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { Plan, PlanKey } from '@/lib/plan/plan';
import { stripe } from '@/lib/sources/stripe';
import { emptyDraft, type Target } from '@/lib/wizard/draft';
import { listAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { createOnboarding } from '@/server/db/onboardings';
import { savePerson } from '@/server/db/people';
import { LeaseLost, renewLease, takeLease } from '@/server/db/run-leases';
import { prepareResume, prepareUndo } from '@/server/db/run-requests';
import { listRunSteps, writeStep } from '@/server/db/run-steps';
import { findRun } from '@/server/db/runs';
import { createTestDatabase } from '@/server/db/test-database';
import type { PlatformContext } from '@/server/platform/platform-context';
import { policy } from '@/server/platform/policy';
import { listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import { createAccount, createTarget, demoContext } from '@/server/platform/test-support';
import { createUpstream, type Upstream } from '@/server/platform/upstream';
import { workDue } from './due-work';
import { makeMarkedPlan } from './markers';
import { objectClients } from './object-clients';
import { answerConflict } from './request-work';
import { driveInTest, submitInTest } from './test-drive';
import { viewRun } from './view-run';

// Waits and deadlines shrink to a hundredth.
const timeScale = 0.01;
const emulator = createEmulator({ quiet: true });
let db: Db;
let closeDb: () => Promise<void>;
let platform: PlatformContext;
let baseUrl: string;
let personId: string;
let baseConnectionId: string;

beforeAll(async () => {
  const database = await createTestDatabase();
  db = database.db;
  closeDb = database.close;
  const { url } = await emulator.listen(0);
  baseUrl = url;
  platform = { ...demoContext(url), timeScale };
  const person = await savePerson(db, {
    issuer: 'test',
    subject: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
  });
  personId = person.id;
  baseConnectionId = (await createAccount(platform, 'Stripe')).id;
});

afterAll(async () => {
  await emulator.close();
  await closeDb();
});

beforeEach(() => control('DELETE', '/__emu/faults'));

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

const setFault = (
  op: string,
  action: Record<string, unknown>,
  phase: 'before' | 'after',
  when = { nth: [1] },
) =>
  control('PUT', '/__emu/faults', {
    seed: 1,
    rules: [{ id: `${op}`, match: { op }, when, phase, action }],
  });

/** How often the rules struck: a misspelt operation would let a test pass without its fault. */
async function faultHits(): Promise<number> {
  const answer = (await control('GET', '/__emu/faults')) as { rules: { hits: number }[] };
  return answer.rules.reduce((sum, rule) => sum + rule.hits, 0);
}

const sourceSchema = {
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: { id: { type: 'string' }, amount: { type: 'integer' }, currency: { type: 'string' } },
    },
  },
};

async function anOnboarding() {
  const name = `Charges ${randomUUID().slice(0, 8)}`;
  const onboarding = await createOnboarding(db, {
    orgId: platform.orgId,
    sandboxName: 'prod',
    ownerId: personId,
    name,
    sourceId: 'stripe',
    draft: emptyDraft('stripe'),
    draftVersion: 1,
  });
  return { id: onboarding.id, name };
}

function aPlan(
  onboarding: { id: string; name: string },
  fields = ['id', 'amount'],
  target: Target = {
    kind: 'create',
    fieldGroupTitle: `${onboarding.name} fields`,
    schemaTitle: onboarding.name,
    datasetName: `${onboarding.name} dataset`,
    container: 'charges_data',
  },
): Plan {
  const mappings: FieldMapping[] = fields.map((field) => ({
    id: field,
    kind: 'attribute',
    source: `data.${field}`,
    target: `_tributarydemo.charges_data.${field}`,
  }));
  return makeMarkedPlan(onboarding.id, {
    name: onboarding.name,
    source: stripe,
    tenantId: 'tributarydemo',
    baseConnectionId: baseConnectionId as never,
    resourcePath: 'charges',
    sourceSchema,
    target,
    mappings,
    schedule: {
      frequency: 'hour',
      interval: 1,
      startTimeSeconds: Math.floor(Date.now() / 1000) + 600,
      timeZone: 'UTC',
      backfill: true,
    },
  });
}

const submit = (onboarding: { id: string }, plan: Plan, idempotencyKey?: string) =>
  submitInTest(
    { db, platform },
    { onboardingId: onboarding.id, personId, plan, ...(idempotencyKey !== undefined && { idempotencyKey }) },
  );

const drive = (runId: string) => driveInTest({ db, platform }, runId);

/** How many live objects of the platform carry a marker of this plan, by kind. */
async function liveObjects(plan: Plan): Promise<Partial<Record<PlanKey, number>>> {
  const counts: Partial<Record<PlanKey, number>> = {};
  for (const object of plan.objects) {
    const body = {
      ...object.request.body,
      ...(object.key === 'sourceConnection' ? { baseConnectionId } : {}),
    };
    const { items } = await objectClients[object.kind].find(platform, object, body);
    counts[object.kind] = items.filter((item) => item.marked).length;
  }
  return counts;
}

const each = (count: number): Partial<Record<PlanKey, number>> => ({
  sourceConnection: count,
  fieldGroup: count,
  schema: count,
  dataset: count,
  targetConnection: count,
  mappingSet: count,
  dataflow: count,
});

test('a plan becomes its objects, each once, each with its id in the ledger', async () => {
  const onboarding = await anOnboarding();
  const plan = aPlan(onboarding);
  const { run } = await submit(onboarding, plan);
  expect((await drive(run.id)).state).toBe('succeeded');
  expect(await liveObjects(plan)).toEqual(each(1));
  const steps = await listRunSteps(db, run.id);
  expect(steps.map(({ key, state, sends }) => ({ key, state, sends }))).toEqual(
    plan.objects.map(({ key }) => ({ key, state: 'done', sends: 1 })),
  );
  expect(steps.every((step) => step.remoteId)).toBe(true);
});

test('the same submission, parallel ones and one after success are all the same run', async () => {
  const onboarding = await anOnboarding();
  const plan = aPlan(onboarding);
  const key = randomUUID();
  const all = await Promise.all([
    ...Array.from({ length: 10 }, () => submit(onboarding, plan, key)),
    ...Array.from({ length: 10 }, () => submit(onboarding, plan)),
  ]);
  expect(new Set(all.map(({ run }) => run.id)).size).toBe(1);
  expect(all.filter(({ started }) => started)).toHaveLength(1);
  const [first] = all;
  if (!first) throw new Error('no run');
  await Promise.all([drive(first.run.id), drive(first.run.id), drive(first.run.id)]);
  expect((await drive(first.run.id)).state).toBe('succeeded');
  expect(await liveObjects(plan)).toEqual(each(1));
  expect((await submit(onboarding, plan)).run.id).toBe(first.run.id);
});

const creates: [PlanKey, string][] = [
  ['sourceConnection', 'flow.sourceConnections.create'],
  ['fieldGroup', 'schemaRegistry.tenant.fieldgroups.create'],
  ['schema', 'schemaRegistry.tenant.schemas.create'],
  ['dataset', 'catalog.dataSets.create'],
  ['targetConnection', 'flow.targetConnections.create'],
  ['mappingSet', 'dataPrep.mappingSets.create'],
  ['dataflow', 'flow.flows.create'],
];

describe.each(creates)('when the creation of the %s gets no proper answer', (_key, op) => {
  test.each([
    ['500 and it was stored', { type: 'status', status: 500 }, 'after'],
    ['500 and it was not stored', { type: 'status', status: 500 }, 'before'],
    ['a reset after it was stored', { type: 'reset' }, 'after'],
    ['HTML of a gateway, not stored', { type: 'body', body: 'html' }, 'before'],
    ['429 with Retry-After', { type: 'throttle', retryAfterSeconds: 1 }, 'before'],
  ] as const)('%s: exactly one exists in the end', async (_name, action, phase) => {
    const onboarding = await anOnboarding();
    const plan = aPlan(onboarding);
    await setFault(op, action, phase);
    const { run } = await submit(onboarding, plan);
    expect((await drive(run.id)).state).toBe('succeeded');
    expect(await faultHits()).toBeGreaterThan(0);
    expect(await liveObjects(plan)).toEqual(each(1));
  });
});

test('a definite refusal stops there, says so, and the rest goes on after the cause is gone', async () => {
  const onboarding = await anOnboarding();
  const plan = aPlan(onboarding);
  await setFault('flow.flows.create', { type: 'status', status: 403 }, 'before', { nth: [1] });
  const { run } = await submit(onboarding, plan);
  expect((await drive(run.id)).state).toBe('failed');
  const shown = await viewRun(db, await drive(run.id));
  expect(shown.steps.find((step) => step.key === 'dataflow')).toMatchObject({
    state: 'failed',
    note: { kind: 'not-allowed' },
  });
  await prepareResume(db, run.id);
  expect((await drive(run.id)).state).toBe('succeeded');
  expect(await liveObjects(plan)).toEqual(each(1));
});

test('a title that somebody else has is a question, not a second object', async () => {
  const first = await anOnboarding();
  const run = (await submit(first, aPlan(first))).run;
  await drive(run.id);
  const second = { ...(await anOnboarding()), name: first.name };
  const plan = aPlan(second);
  const again = (await submit(second, plan)).run;
  expect((await drive(again.id)).state).toBe('failed');
  const fieldGroup = (await listRunSteps(db, again.id)).find((step) => step.key === 'fieldGroup');
  expect(fieldGroup?.error).toMatchObject({ kind: 'name-taken', name: `${first.name} fields` });
});

test('a taken name is answered with another name or with the object that has it, by any permitted person', async () => {
  const first = await anOnboarding();
  await drive((await submit(first, aPlan(first))).run.id);
  const second = { ...(await anOnboarding()), name: first.name };
  const { run } = await submit(second, aPlan(second));
  const scope = { orgId: platform.orgId, runId: runIdSchema.parse(run.id), personId };
  expect((await drive(run.id)).state).toBe('failed');
  await answerConflict(db, scope, {
    key: 'fieldGroup',
    answer: { kind: 'rename', name: `${first.name} other fields` },
  });
  // The schema has the same name; its owner is known, and may be used.
  expect((await drive(run.id)).state).toBe('failed');
  await answerConflict(db, scope, { key: 'schema', answer: { kind: 'use-existing' } });
  expect((await drive(run.id)).state).toBe('succeeded');
  const steps = await listRunSteps(db, run.id);
  expect(steps.filter(({ adopted }) => adopted).map(({ key }) => key)).toEqual(['schema']);
  const shown = await viewRun(db, await drive(run.id));
  expect(shown.steps.find(({ key }) => key === 'fieldGroup')?.name).toBe(`${first.name} other fields`);
  await expect(
    answerConflict(db, scope, { key: 'schema', answer: { kind: 'use-existing' } }),
  ).rejects.toThrow(expect.objectContaining({ error: { kind: 'stale', what: 'run' } }));
});

test('the same key with another plan is refused, and changes nothing', async () => {
  const onboarding = await anOnboarding();
  const key = randomUUID();
  const { run } = await submit(onboarding, aPlan(onboarding), key);
  await expect(submit(onboarding, aPlan(onboarding, ['id']), key)).rejects.toThrow(
    expect.objectContaining({ error: expect.objectContaining({ kind: 'invalid-input' }) }),
  );
  expect((await drive(run.id)).state).toBe('succeeded');
});

test('a resting run goes on by itself when it is due, and not before', { timeout: 90_000 }, async () => {
  const onboarding = await anOnboarding();
  const { run } = await submit(onboarding, aPlan(onboarding));
  await setFault('flow.flows.create', { type: 'throttle', retryAfter: 60 }, 'before');
  const resting = await drive(run.id);
  expect({ state: resting.state, note: resting.note, wakes: resting.wakeAt !== null }).toEqual({
    state: 'parked',
    note: 'throttled',
    wakes: true,
  });
  const due = { db: async () => db, log: pino({ level: 'silent' }), orgId: platform.orgId };
  await expect
    .poll(
      async () => {
        await workDue({ ...due, platform: () => platform });
        return (await findRun(db, runIdSchema.parse(run.id)))?.state;
      },
      { timeout: 80_000 },
    )
    .toBe('succeeded');
  expect((await findRun(db, runIdSchema.parse(run.id)))?.wakeUps).toBeGreaterThan(0);
});

test('undo removes what was made, last first, and leaves the mapping set', async () => {
  const onboarding = await anOnboarding();
  const plan = aPlan(onboarding);
  await setFault('flow.flows.create', { type: 'status', status: 403 }, 'before', { nth: [1] });
  const { run } = await submit(onboarding, plan);
  await drive(run.id);
  await prepareUndo(db, run.id);
  const undone = await drive(run.id);
  expect({ state: undone.state, note: undone.note }).toEqual({ state: 'undone', note: 'leftovers' });
  expect(await liveObjects(plan)).toEqual({ ...each(0), mappingSet: 1 });
});

test('an identity that somebody else gave an existing schema meanwhile is taken as it is, and stays when the rest is undone', async () => {
  const onboarding = await anOnboarding();
  const existing = await createTarget(platform, onboarding.name);
  const schemaId = xdmSchemaIdSchema.parse(existing.schema.id);
  const plan = aPlan(onboarding, ['id', 'amount'], {
    kind: 'existing',
    datasetId: datasetIdSchema.parse(existing.dataset.id),
    datasetName: `${onboarding.name} dataset`,
    schemaId,
    identities: [{ target: '_tributarydemo.charge.email', namespace: 'Email', isPrimary: false }],
  });
  const identity = plan.objects.find(({ kind }) => kind === 'identity');
  await objectClients.identity.create(platform, identity?.request.body ?? {});
  await setFault('flow.flows.create', { type: 'status', status: 403 }, 'before', { nth: [1] });
  const { run } = await submit(onboarding, plan);
  expect((await drive(run.id)).state).toBe('failed');
  const step = (await listRunSteps(db, run.id)).find(({ kind }) => kind === 'identity');
  expect({ state: step?.state, adopted: step?.adopted }).toEqual({ state: 'done', adopted: true });
  await prepareUndo(db, run.id);
  await drive(run.id);
  expect(await listIdentityDescriptors(platform, schemaId)).toHaveLength(1);
});

test('a changed draft after a refusal keeps what still fits and replaces what does not', async () => {
  const onboarding = await anOnboarding();
  const before = aPlan(onboarding);
  await setFault('flow.flows.create', { type: 'status', status: 403 }, 'before', { nth: [1] });
  const first = (await submit(onboarding, before)).run;
  await drive(first.id);
  const sourceConnectionId = (await listRunSteps(db, first.id)).find(
    (step) => step.key === 'sourceConnection',
  )?.remoteId;

  const after = aPlan(onboarding, ['id', 'amount', 'currency']);
  const second = (await submit(onboarding, after)).run;
  expect(second.id).not.toBe(first.id);
  expect((await drive(second.id)).state).toBe('succeeded');
  expect(await liveObjects(after)).toEqual(each(1));
  const steps = await listRunSteps(db, second.id);
  expect(steps.find((step) => step.key === 'sourceConnection')?.remoteId).toBe(sourceConnectionId);
  expect((await liveObjects(before)).fieldGroup).toBe(0);
});

test('a run whose process died between sending and recording finds its object and makes no second', async () => {
  const onboarding = await anOnboarding();
  const plan = aPlan(onboarding);
  const { run } = await submit(onboarding, plan);
  const [object] = plan.objects;
  if (!object) throw new Error('no object');
  // What a process leaves behind that is killed after the platform has stored the object.
  const id = runIdSchema.parse(run.id);
  const taken = await takeLease(db, id, 'dead', 1);
  if (taken === undefined) throw new Error('no lease');
  await writeStep(db, taken.lease, object.key, { state: 'sent', sentAt: 'now', sends: 1 });
  await objectClients.sourceConnection.create(platform, object.request.body);
  await expect.poll(() => drive(run.id).then(({ state }) => state), { timeout: 10_000 }).toBe('succeeded');
  expect(await liveObjects(plan)).toEqual(each(1));
});

test('a request that had to wait for its place may be under way since it left, not since it was announced', async () => {
  const onboarding = await anOnboarding();
  const { run } = await submit(onboarding, aPlan(onboarding));
  const sentAt = async () =>
    (await listRunSteps(db, run.id)).find(({ key }) => key === 'sourceConnection')?.sentAt?.getTime() ?? 0;
  const queueMs = policy.provisioning.longestQueueMs * timeScale;
  let announcedAtMs = 0;
  let leftAtMs = 0;
  const upstream: Upstream = {
    ...createUpstream({ timeScale }),
    takeTurn: async (call) => {
      announcedAtMs ||= await sentAt();
      const freeAtMs = performance.now() + queueMs;
      await expect.poll(() => performance.now()).toBeGreaterThan(freeAtMs);
      return await call();
    },
  };
  const watchingFetch: typeof fetch = async (input, init) => {
    if (init?.method === 'POST' && String(input).endsWith('/sourceConnections')) leftAtMs = await sentAt();
    return await fetch(input, init);
  };
  const done = await driveInTest({ db, platform: { ...platform, upstream, fetch: watchingFetch } }, run.id);
  expect(done.state).toBe('succeeded');
  expect(announcedAtMs).toBeGreaterThan(0);
  expect(leftAtMs - announcedAtMs).toBeGreaterThanOrEqual(queueMs);
});

test('a successor that takes the lease makes the predecessor stop', async () => {
  const onboarding = await anOnboarding();
  const { run } = await submit(onboarding, aPlan(onboarding));
  const id = runIdSchema.parse(run.id);
  const old = await takeLease(db, id, 'old', 1);
  if (old === undefined) throw new Error('no lease');
  await expect.poll(() => takeLease(db, id, 'new', 60_000)).toBeDefined();
  const before = { steps: await listRunSteps(db, id), audit: await listAudit(db, { orgId: run.orgId }) };
  await expect(renewLease(db, old.lease, 60_000)).rejects.toThrow(LeaseLost);
  const late = writeStep(db, old.lease, 'dataset', { state: 'sent', sentAt: 'now' }, { action: 'late' });
  await expect(late).rejects.toThrow(LeaseLost);
  expect({ steps: await listRunSteps(db, id), audit: await listAudit(db, { orgId: run.orgId }) }).toEqual(
    before,
  );
});
