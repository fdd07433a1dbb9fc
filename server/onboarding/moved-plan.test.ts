import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { AppFailure } from '@/lib/app-error';
import { datasetIdSchema, type OnboardingId, sandboxNameSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import { stripe } from '@/lib/sources/stripe';
import type { Target } from '@/lib/wizard/draft';
import type { Db } from '@/server/db/db';
import { savePerson } from '@/server/db/people';
import { createTestDatabase } from '@/server/db/test-database';
import { deleteDataset, getDataset } from '@/server/platform/catalog/datasets';
import {
  deleteBaseConnection,
  getBaseConnection,
  updateBaseConnectionCredentials,
} from '@/server/platform/flow-service/base-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import { createDescriptor } from '@/server/platform/schema-registry/descriptors';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { createAccount, createTarget, demoContext } from '@/server/platform/test-support';
import { loadOnboarding } from './load-onboarding';
import { putOnboarding } from './put-onboarding';
import { reviewPlan } from './review-plan';
import { startOnboarding } from './start-onboarding';
import { submitPlan } from './submit-plan';
import type { TeamContext } from './team-context';

const emulator = createEmulator({ quiet: true });
const dev = sandboxNameSchema.parse('dev');
let db: Db;
let close: () => Promise<void>;
let platform: PlatformContext;
let ctx: TeamContext;
let baseUrl: string;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase());
  baseUrl = (await emulator.listen(0)).url;
  platform = { ...demoContext(baseUrl), sandboxName: dev };
  const { id } = await savePerson(db, {
    issuer: 'test',
    subject: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
  });
  ctx = {
    db,
    log: pino({ level: 'silent' }),
    orgId: platform.orgId,
    session: { person: { id, name: 'Ana', role: 'owner' }, sandboxName: dev },
    now: () => Date.now(),
    platform: async () => platform,
  };
});

afterAll(async () => {
  await emulator.close();
  await close();
});

beforeEach(() => emulator.control.faults.clear());

let count = 0;

type Reviewed = Awaited<ReturnType<typeof aReviewed>>;

/** An onboarding that somebody has just reviewed, into a dataset that exists or a new one. */
async function aReviewed(kind: Target['kind'] = 'create') {
  count += 1;
  const account = await createAccount(platform, `Account ${count}`);
  const id = await startOnboarding(ctx, 'stripe');
  const tenant = `_${await getTenantId(platform)}`;
  let target: Target = {
    kind: 'create',
    fieldGroupTitle: `Fields ${count}`,
    schemaTitle: `Schema ${count}`,
    datasetName: `Dataset ${count}`,
    container: 'charges',
  };
  if (kind === 'existing') {
    const made = await createTarget(platform, `Existing ${count}`);
    const datasetId = datasetIdSchema.parse(made.dataset.id);
    target = {
      kind,
      datasetId,
      datasetName: (await getDataset(platform, datasetId)).name,
      schemaId: xdmSchemaIdSchema.parse(made.schema.id),
    };
  }
  const field = kind === 'create' ? `${tenant}.charges` : `${tenant}.charge`;
  const mappings: NewFieldMapping[] = [
    { kind: 'attribute', source: 'data.amount', target: `${field}.amount` },
    {
      kind: 'expression',
      source: 'upper(data.currency)',
      target: `${field}.${kind === 'create' ? 'currency' : 'email'}`,
    },
    { kind: 'attribute', source: 'data.id', target: '_id' },
  ];
  await putOnboarding(ctx, {
    onboardingId: id,
    expectedVersion: 1,
    draft: {
      baseConnectionId: account.id,
      resourcePaths: [{ resourcePath: 'charges', target, mappings }],
      schedule: defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000)),
    },
  });
  const { plan, facts } = await reviewPlan(ctx, id);
  if (!plan) throw new Error('no plan');
  return { id, account, target, planHash: plan.hash, facts, key: crypto.randomUUID() };
}

const create = ({ id, planHash, facts, key }: Reviewed) =>
  submitPlan(ctx, { onboardingId: id, planHash, facts, idempotencyKey: key });

async function refusalOf(reviewed: Reviewed): Promise<unknown> {
  const error: unknown = await create(reviewed).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  // Refused means that nothing was begun.
  expect((await loadOnboarding(ctx, reviewed.id)).state).toBe('draft');
  if (!(error instanceof AppFailure)) throw error;
  return error.error;
}

const stale = (moved: unknown[]) => ({ kind: 'stale', what: 'plan', moved });

async function sourceShows(id: OnboardingId, change: (properties: Record<string, unknown>) => void) {
  const { draft } = await loadOnboarding(ctx, id);
  const schema = structuredClone(draft.paths[0]?.sourceSchema ?? {}) as {
    properties: { data: { properties: Record<string, unknown> } };
  };
  change(schema.properties.data.properties);
  emulator.control.faults.put({
    seed: 1,
    rules: [
      {
        id: 'explore',
        match: { op: 'flow.connections.explore' },
        when: {},
        phase: 'before',
        action: { type: 'status', status: 200, body: { format: 'hierarchical', schema, data: [] } },
      },
    ],
  });
}

describe('what moves between review and Create', () => {
  test('nothing: the reviewed plan is created, and asking again answers the same run whatever moves later', async () => {
    for (const kind of ['create', 'existing'] as const) {
      const reviewed = await aReviewed(kind);
      const first = await create(reviewed);
      await sourceShows(reviewed.id, (data) => delete data.amount);
      const again = await create(reviewed);
      const otherTab = await create({ ...reviewed, key: crypto.randomUUID() });
      emulator.control.faults.clear();
      expect([first.started, again.started, otherTab.started]).toEqual([true, false, false]);
      expect([again.run.id, otherTab.run.id]).toEqual([first.run.id, first.run.id]);
    }
  });

  test('the plan: another draft is refused as another plan', async () => {
    const reviewed = await aReviewed();
    const { draft, version } = await loadOnboarding(ctx, reviewed.id);
    const [path] = draft.paths;
    await putOnboarding(ctx, {
      onboardingId: reviewed.id,
      expectedVersion: version,
      draft: {
        baseConnectionId: reviewed.account.id,
        resourcePaths: [
          {
            resourcePath: 'charges',
            target: path?.target ?? null,
            mappings: [{ kind: 'attribute', source: 'data.id', target: '_id' }],
          },
        ],
        schedule: draft.schedule,
      },
    });
    expect(await refusalOf(reviewed)).toEqual({ kind: 'stale', what: 'plan' });
  });

  test('the account: another credential', async () => {
    const reviewed = await aReviewed();
    const before = await getBaseConnection(platform, reviewed.account.id);
    await updateBaseConnectionCredentials(platform, {
      id: reviewed.account.id,
      etag: before.etag ?? '',
      credentials: { accessToken: 'rk_test_charges_only' },
    });
    const { updatedAtMs } = await getBaseConnection(platform, reviewed.account.id);
    expect(await refusalOf(reviewed)).toEqual(
      stale([
        {
          about: 'account',
          resourcePath: '',
          name: 'last changed',
          before: new Date(before.updatedAtMs).toISOString(),
          after: new Date(updatedAtMs).toISOString(),
        },
      ]),
    );
    // Whoever looks again and agrees may go on.
    const { facts } = await reviewPlan(ctx, reviewed.id);
    expect((await create({ ...reviewed, facts })).started).toBe(true);
  });

  test('the account: removed', async () => {
    const reviewed = await aReviewed();
    await deleteBaseConnection(platform, reviewed.account.id);
    expect(await refusalOf(reviewed)).toEqual(
      stale([
        {
          about: 'account',
          resourcePath: '',
          name: 'account',
          before: expect.stringContaining('Account'),
          after: 'removed',
        },
      ]),
    );
  });

  test('the source: a mapped field is gone, one that an expression reads has another type, others may come and go', async () => {
    const reviewed = await aReviewed();
    await sourceShows(reviewed.id, (data) => {
      delete data.amount;
      data.currency = { type: 'object', properties: { code: { type: 'string' } } };
      data.brand_new = { type: 'string' };
      delete data.description;
    });
    const place = { about: 'source', resourcePath: 'charges' };
    expect(await refusalOf(reviewed)).toEqual(
      stale([
        { ...place, name: 'data.currency', before: 'string', after: 'object' },
        { ...place, name: 'data.amount', before: 'long', after: null },
      ]),
    );
  });

  test('the target: an identity was added, then the dataset removed', async () => {
    const reviewed = await aReviewed('existing');
    if (reviewed.target.kind !== 'existing') throw new Error('not existing');
    const tenant = `_${await getTenantId(platform)}`;
    await createDescriptor(platform, {
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': reviewed.target.schemaId,
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': `/${tenant}/charge/email`,
      'xdm:namespace': 'Email',
      'xdm:property': 'xdm:code',
      'xdm:isPrimary': false,
    });
    const place = { about: 'target', resourcePath: 'charges' };
    expect(await refusalOf(reviewed)).toEqual(
      stale([{ ...place, name: 'identities', before: 'none', after: `${tenant}.charge.email as Email` }]),
    );
    await deleteDataset(platform, reviewed.target.datasetId);
    expect(await refusalOf(reviewed)).toEqual(
      stale([{ ...place, name: 'dataset', before: expect.stringContaining('Existing'), after: 'removed' }]),
    );
  });
});
