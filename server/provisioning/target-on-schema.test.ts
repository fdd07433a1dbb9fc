import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { joinPlans } from '@/lib/plan/join-plans';
import type { Plan } from '@/lib/plan/plan';
import { isJsonObject } from '@/lib/schema/json-schema';
import { stripe } from '@/lib/sources/stripe';
import type { FieldGroupExtension } from '@/lib/target/field-addition';
import { emptyDraft, type TargetOnSchema } from '@/lib/wizard/draft';
import type { Db } from '@/server/db/db';
import { createOnboarding } from '@/server/db/onboardings';
import { savePerson } from '@/server/db/people';
import { prepareUndo } from '@/server/db/run-requests';
import { createTestDatabase } from '@/server/db/test-database';
import { getDataset } from '@/server/platform/catalog/datasets';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import { getFieldGroupDocument, patchFieldGroup } from '@/server/platform/schema-registry/field-groups';
import { createAccount, createTarget, demoContext } from '@/server/platform/test-support';
import { makeMarkedPlan } from './markers';
import { driveInTest, submitInTest } from './test-drive';
import { viewRun } from './view-run';

const emulator = createEmulator({ quiet: true });
const charge = '/definitions/customFields/properties/_tributarydemo/properties/charge/properties';
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
  baseUrl = (await emulator.listen(0)).url;
  platform = { ...demoContext(baseUrl), timeScale: 0.03 };
  const who = { issuer: 'test', subject: 'ana', email: 'ana@example.com', name: 'Ana' };
  personId = (await savePerson(db, who)).id;
  baseConnectionId = (await createAccount(platform, 'Stripe')).id;
});
afterAll(async () => {
  await emulator.close();
  await closeDb();
});
beforeEach(() => fetch(`${baseUrl}/__emu/faults`, { method: 'DELETE' }));

type Made = Awaited<ReturnType<typeof createTarget>>;

const existing = (made: Made, changes: Partial<TargetOnSchema> = {}): TargetOnSchema => ({
  kind: 'existing',
  datasetId: made.dataset.id,
  datasetName: 'Orders',
  schemaId: made.schema.id,
  ...(changes as object),
});
const extension = (made: Made, ...names: string[]): FieldGroupExtension => ({
  fieldGroupId: made.fieldGroup.id,
  fieldGroupTitle: 'Order fields',
  container: 'charge',
  fields: names.map((name) => ({ source: `data.${name}` })),
  additions: names.map((name) => ({
    pointer: `${charge}/${name}`,
    field: { type: 'string', title: name, description: 'Added' },
  })),
});

/** The plan of one resource path whose records go into a schema that exists. */
function planFor(onboardingId: string, resourcePath: string, target: TargetOnSchema, part = ''): Plan {
  const mappings: FieldMapping[] = ['id', ...(target.extension?.fields ?? [])].map((field, at) => {
    const name = typeof field === 'string' ? field : field.source.slice('data.'.length);
    return {
      id: `m${at}`,
      kind: 'attribute',
      source: `data.${name}`,
      target: `_tributarydemo.charge.${name}`,
    };
  });
  return makeMarkedPlan(
    onboardingId,
    {
      name: `Orders ${resourcePath} ${onboardingId.slice(0, 8)}`,
      source: stripe,
      tenantId: 'tributarydemo',
      baseConnectionId: baseConnectionId as never,
      resourcePath,
      sourceSchema: {},
      target,
      mappings,
      schedule: {
        frequency: 'hour',
        interval: 1,
        startTimeSeconds: Math.floor(Date.now() / 1000) + 600,
        timeZone: 'UTC',
        backfill: true,
      },
    },
    part,
  );
}

async function start(makePlan: (onboardingId: string) => Plan) {
  const onboarding = await createOnboarding(db, {
    orgId: platform.orgId,
    sandboxName: 'prod',
    ownerId: personId,
    name: `Orders ${randomUUID().slice(0, 8)}`,
    sourceId: 'stripe',
    draft: emptyDraft('stripe'),
    draftVersion: 1,
  });
  const { run } = await submitInTest(
    { db, platform },
    { onboardingId: onboarding.id, personId, plan: makePlan(onboarding.id) },
  );
  return drive(run.id);
}

async function drive(runId: string) {
  const run = await driveInTest({ db, platform }, runId);
  const { steps } = await viewRun(db, run);
  return { id: run.id, state: run.state, steps };
}

/** The names and types below `charge`, as the platform has them now. */
async function chargeFields(made: Made): Promise<Record<string, unknown>> {
  const { jsonSchema } = await getFieldGroupDocument(platform, made.fieldGroup.id);
  let node: unknown = jsonSchema;
  for (const name of charge.split('/').slice(1)) node = isJsonObject(node) ? node[name] : undefined;
  const entries = isJsonObject(node) ? Object.entries(node) : [];
  return Object.fromEntries(entries.map(([name, field]) => [name, isJsonObject(field) && field.type]));
}

const setFault = (op: string, phase: 'before' | 'after', action: Record<string, unknown>) =>
  fetch(`${baseUrl}/__emu/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seed: 1, rules: [{ id: op, match: { op }, when: { nth: [1] }, phase, action }] }),
  });

const patches = async (): Promise<unknown[]> => {
  const response = await fetch(`${baseUrl}/__emu/journal?op=schemaRegistry.tenant.fieldgroups.patch`);
  return ((await response.json()) as { rows: unknown[] }).rows;
};

const before = { id: 'string', amount: 'integer', email: 'string' };

describe('a field group that gets more fields', () => {
  test('has them beside what it had, before the mapping set that fills them, and keeps them when all is undone', async () => {
    const made = await createTarget(platform, `Orders ${randomUUID()}`);
    const target = existing(made, { extension: extension(made, 'status', 'currency') });
    await setFault('flow.flows.create', 'before', { type: 'status', status: 403 });
    const run = await start((id) => planFor(id, 'charges', target));
    expect(run.steps.filter(({ state }) => state !== 'done').map(({ key }) => key)).toEqual(['dataflow']);
    expect(await chargeFields(made)).toEqual({ ...before, status: 'string', currency: 'string' });
    expect((await getFieldGroupDocument(platform, made.fieldGroup.id)).version).toBe('1.1');

    await prepareUndo(db, run.id);
    const undone = await drive(run.id);
    expect(undone.state).toBe('undone');
    const left = undone.steps.filter(({ state }) => state === 'left').map(({ key, note }) => [key, note]);
    expect(left).toEqual([
      [
        'fieldGroupExtension',
        {
          kind: 'left',
          reason:
            'The fields stay: the platform takes no field out of a schema that has data, and others may use them by now. Unmapped, they stay empty.',
        },
      ],
      ['mappingSet', expect.objectContaining({ kind: 'left' })],
    ]);
    expect(await chargeFields(made)).toEqual({ ...before, status: 'string', currency: 'string' });
  });

  test.each([
    ['stored, and the connection ends', 'after', { type: 'reset' }, 1],
    ['stored, and the answer is 500', 'after', { type: 'status', status: 500 }, 1],
    ['stored, and there is no answer', 'after', { type: 'hang', ms: 10_000 }, 1],
    ['stored, and the answer is cut off', 'after', { type: 'truncate', framing: 'ok', bytes: 12 }, 1],
    ['not stored, and the answer is 500', 'before', { type: 'status', status: 500 }, 2],
  ] as const)('changes once when the answer gets lost: %s', async (_, phase, action, sends) => {
    const made = await createTarget(platform, `Lost ${randomUUID()}`);
    await setFault('schemaRegistry.tenant.fieldgroups.patch', phase, action);
    const sent = (await patches()).length;
    const target = existing(made, { extension: extension(made, 'status') });
    expect((await start((id) => planFor(id, 'charges', target))).state).toBe('succeeded');
    expect((await patches()).length - sent).toBe(sends);
    expect((await getFieldGroupDocument(platform, made.fieldGroup.id)).version).toBe('1.1');
    expect(await chargeFields(made)).toEqual({ ...before, status: 'string' });
  });

  test('is left alone when a field of that name came meanwhile with another type', async () => {
    const made = await createTarget(platform, `Changed ${randomUUID()}`);
    const value = { type: 'boolean', title: 'Somebody else’s' };
    await patchFieldGroup(platform, made.fieldGroup.id, [{ op: 'add', path: `${charge}/status`, value }]);
    const sent = (await patches()).length;
    const target = existing(made, { extension: extension(made, 'status', 'currency') });
    const run = await start((id) => planFor(id, 'charges', target));
    expect(run.state).toBe('failed');
    expect(run.steps.find(({ key }) => key === 'fieldGroupExtension')?.note).toEqual({
      kind: 'refused',
      detail:
        'The field group has changed since the fields were chosen: “status” cannot be added. It exists with another type. Choose the fields again.',
    });
    expect((await patches()).length).toBe(sent);
    expect(await chargeFields(made)).toEqual({ ...before, status: 'boolean' });
  });

  test('gets only what it lacks when a part came meanwhile', async () => {
    const made = await createTarget(platform, `Partly ${randomUUID()}`);
    const value = { type: 'string', title: 'The same' };
    await patchFieldGroup(platform, made.fieldGroup.id, [{ op: 'add', path: `${charge}/status`, value }]);
    const target = existing(made, { extension: extension(made, 'status', 'currency') });
    expect((await start((id) => planFor(id, 'charges', target))).state).toBe('succeeded');
    const { jsonSchema } = await getFieldGroupDocument(platform, made.fieldGroup.id);
    expect(JSON.stringify(jsonSchema)).toContain('"title":"The same"');
    expect(await chargeFields(made)).toEqual({ ...before, status: 'string', currency: 'string' });
  });
});

describe('two resource paths into one schema', () => {
  test('set one identity between them, and their fields come one after the other', async () => {
    const made = await createTarget(platform, `Shared ${randomUUID()}`);
    const identities = [{ target: '_tributarydemo.charge.email', namespace: 'Email', isPrimary: true }];
    const box = (name: string): FieldGroupExtension => ({
      ...extension(made),
      fields: [{ source: `data.${name}` }],
      additions: [
        {
          pointer: `${charge}/risk`,
          field: { type: 'object', title: 'Risk', properties: { [name]: { type: 'string', title: name } } },
        },
      ],
    });
    const plan = (id: string) =>
      joinPlans(
        ['charges', 'refunds'].map((part) => ({
          part,
          plan: planFor(id, part, existing(made, { identities, extension: box(part) }), part),
        })),
      );
    const planned = plan(randomUUID()).objects;
    expect(planned.filter(({ kind }) => kind === 'identity').map(({ key }) => key)).toEqual([
      'charges/identity',
    ]);
    expect(planned.find(({ key }) => key === 'refunds/dataflow')?.after).toEqual([
      'refunds/fieldGroupExtension',
      'charges/identity',
    ]);
    // The rows onto `charge.charges` exist in no schema here: what counts is what the field group and the schema got.
    await start((id) => {
      const { objects } = plan(id);
      return {
        format: 1,
        objects: objects.filter(({ kind }) => kind === 'identity' || kind === 'fieldGroupExtension'),
      };
    });
    const { jsonSchema } = await getFieldGroupDocument(platform, made.fieldGroup.id);
    expect(JSON.stringify(jsonSchema)).toMatch(/"risk":\{[^[]*"charges":\{[^[]*"refunds":\{/);
    const descriptors = await listIdentityDescriptors(platform, made.schema.id);
    expect(descriptors.map(({ sourceProperty, isPrimary }) => [sourceProperty, isPrimary])).toEqual([
      ['/_tributarydemo/charge/email', true],
    ]);
  });
});

describe('a new dataset on a schema that exists', () => {
  test('is made on it, and goes when all is undone; the schema stays', async () => {
    const made = await createTarget(platform, `Base ${randomUUID()}`);
    const datasetName = `Fresh ${randomUUID()}`;
    const target: TargetOnSchema = {
      kind: 'new-dataset',
      datasetName,
      schemaId: made.schema.id,
      schemaTitle: 'Base',
    };
    await setFault('flow.flows.create', 'before', { type: 'status', status: 403 });
    const run = await start((id) => planFor(id, 'charges', target));
    expect(run.steps.map(({ key }) => key)).toEqual([
      'sourceConnection',
      'dataset',
      'targetConnection',
      'mappingSet',
      'dataflow',
    ]);
    const datasetId = run.steps.find(({ key }) => key === 'dataset')?.remoteId ?? '';
    const dataset = await getDataset(platform, datasetId as never);
    expect([dataset.name, dataset.schemaId, dataset.isProfileEnabled]).toEqual([
      datasetName,
      made.schema.id,
      false,
    ]);
    await prepareUndo(db, run.id);
    expect((await drive(run.id)).steps.find(({ key }) => key === 'dataset')?.state).toBe('undone');
  });
});
