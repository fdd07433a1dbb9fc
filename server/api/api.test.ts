import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { sandboxNameSchema } from '@/lib/ids';
import { presetMappings } from '@/lib/mapping/preset';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { stripe } from '@/lib/sources/stripe';
import type { Role } from '@/lib/team/roles';
import { createApiToken, endApiToken, loadApiTokens } from '@/server/api-tokens/api-tokens';
import { verifyAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { addMember, savePerson, setRole } from '@/server/db/people';
import { createTestDatabase } from '@/server/db/test-database';
import { loadOnboarding } from '@/server/onboarding/load-onboarding';
import { loadTarget } from '@/server/onboarding/load-target';
import type { TeamContext } from '@/server/onboarding/team-context';
import type { PlatformContext } from '@/server/platform/platform-context';
import { createAccount, demoContext } from '@/server/platform/test-support';
import { operations } from './operations';

const world = vi.hoisted(() => ({
  db: undefined as unknown,
  platform: undefined as unknown,
  orgId: 'TRIBUTARYDEMO@AdobeOrg',
  work: [] as Promise<void>[],
}));

vi.mock('next/server', () => ({ after: (work: () => Promise<void>) => world.work.push(work()) }));
vi.mock('@/server/db/client', () => ({ getDb: async () => world.db }));
vi.mock('@/server/env', () => ({ getEnv: () => ({ service: { orgId: world.orgId } }) }));
vi.mock('@/server/log', async () => {
  const { createLog } = await import('@/server/create-log');
  return { getLog: () => createLog('silent') };
});
vi.mock('@/server/auth/require-platform-context', () => ({
  requirePlatformContext: async ({ sandboxName }: { sandboxName: string }) => ({
    ...(world.platform as PlatformContext),
    sandboxName,
  }),
}));

const routes = {
  onboardings: await import('@/app/api/v1/onboardings/route'),
  onboarding: await import('@/app/api/v1/onboardings/[onboardingId]/route'),
  plan: await import('@/app/api/v1/onboardings/[onboardingId]/plan/route'),
  runs: await import('@/app/api/v1/onboardings/[onboardingId]/runs/route'),
  run: await import('@/app/api/v1/runs/[runId]/route'),
  resume: await import('@/app/api/v1/runs/[runId]/resume/route'),
  answer: await import('@/app/api/v1/runs/[runId]/answer/route'),
  undo: await import('@/app/api/v1/runs/[runId]/undo/route'),
  ledger: await import('@/app/api/v1/runs/[runId]/ledger/route'),
  dataflows: await import('@/app/api/v1/dataflows/route'),
  flowRuns: await import('@/app/api/v1/dataflows/[dataflowId]/runs/route'),
  audit: await import('@/app/api/v1/audit/route'),
  document: await import('@/app/api/v1/openapi.json/route'),
  rest: await import('@/app/api/v1/[...rest]/route'),
};

const emulator = createEmulator({ quiet: true });
const dev = sandboxNameSchema.parse('dev');
const prod = sandboxNameSchema.parse('prod');
let db: Db;
let close: () => Promise<void>;
let baseUrl: string;
let owner: TeamContext;
let token: string;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase());
  world.db = db;
  baseUrl = (await emulator.listen(0)).url;
  const platform = { ...demoContext(baseUrl), timeScale: 0.1 };
  world.platform = platform;
  const { id } = await savePerson(db, {
    issuer: 'test',
    subject: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
  });
  await addMember(db, { personId: id, orgId: world.orgId, role: 'owner' });
  const { default: pino } = await import('pino');
  owner = {
    db,
    log: pino({ level: 'silent' }),
    orgId: world.orgId,
    session: { person: { id, name: 'Ana', role: 'owner' }, sandboxName: dev },
    now: () => Date.now(),
    platform: async (sandboxName = dev) => ({ ...platform, sandboxName }),
  };
});

afterAll(async () => {
  await Promise.all(world.work);
  await emulator.close();
  await close();
});

beforeEach(async () => {
  await fetch(`${baseUrl}/__emu/faults`, { method: 'DELETE' });
  token = await aToken();
});

const aToken = async (role: Role = 'owner', sandboxName = dev) =>
  (await createApiToken(owner, { name: `For ${role}`, role, sandboxName, lifetime: 'never' })).token;

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Ask = {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  as?: string | null;
  search?: string;
};

async function ask(
  handler: Handler,
  method: string,
  { params = {}, body, headers, as = token, search = '' }: Ask = {},
) {
  const response = await handler(
    new Request(`https://tributary.example.com/api/v1/x${search}`, {
      method,
      headers: {
        ...(as !== null && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    { params: Promise.resolve(params) },
  );
  const { status } = response;
  return { status, headers: response.headers, body: (await response.json()) as Record<string, never> };
}

/** What a program relies on in a refusal. */
const refusal = ({ status, headers, body }: Awaited<ReturnType<typeof ask>>) => {
  const { type, errors } = body as { type?: string; errors?: unknown };
  expect(headers.get('content-type')).toBe('application/problem+json');
  return {
    status,
    type: type?.replace('urn:tributary:problem:', ''),
    ...(errors !== undefined && { errors }),
  };
};

async function anOnboarding(): Promise<{ id: string; etag: string }> {
  const started = await ask(routes.onboardings.POST, 'POST', { body: { sourceId: 'stripe' } });
  return { id: started.body.id ?? '', etag: started.headers.get('etag') ?? '' };
}

let accounts = 0;

/** A draft that has everything, made with the API alone. */
async function aComplete(): Promise<{ id: string; etag: string; draft: Record<string, unknown> }> {
  const { id, etag } = await anOnboarding();
  accounts += 1;
  const platform = { ...(world.platform as PlatformContext), sandboxName: dev };
  const account = await createAccount(platform, `Account ${accounts}`);
  const first = await ask(routes.onboarding.PUT, 'PUT', {
    params: { onboardingId: id },
    headers: { 'if-match': etag },
    body: {
      draft: {
        baseConnectionId: account.id,
        resourcePaths: [{ resourcePath: 'charges', target: null, mappings: [] }],
        schedule: null,
      },
    },
  });
  expect(first.status).toBe(200);
  const { target, schema, tenantId } = await loadTarget(owner, id as never, 'charges');
  const stored = await loadOnboarding(owner, id as never);
  const [preset] = stripe.presets;
  if (!preset) throw new Error('no preset');
  const { mappings } = presetMappings(preset, {
    tenantId,
    sourceTree: buildSchemaTree(jsonSchemaNodeSchema.parse(stored.draft.paths[0]?.sourceSchema)),
    targetTree: buildSchemaTree(schema),
  });
  const draft = {
    baseConnectionId: account.id,
    resourcePaths: [
      {
        resourcePath: 'charges',
        target,
        mappings: mappings.map(({ kind, source, target: to }) => ({ kind, source, target: to })),
      },
    ],
    schedule: defaultSchedule(stripe, 'UTC', Math.floor(Date.now() / 1000)),
  };
  const saved = await ask(routes.onboarding.PUT, 'PUT', {
    params: { onboardingId: id },
    headers: { 'if-match': first.headers.get('etag') ?? '' },
    body: { name: `By API ${accounts}`, draft },
  });
  expect(saved).toMatchObject({ status: 200, body: { name: `By API ${accounts}`, draft } });
  return { id, etag: saved.headers.get('etag') ?? '', draft };
}

let facts: unknown[] = [];

async function planHash(id: string): Promise<string> {
  const { body } = await ask(routes.plan.GET, 'GET', { params: { onboardingId: id } });
  const read = body as unknown as { plan: { hash: string } | null; facts: unknown[]; problems: unknown[] };
  expect(read.problems).toEqual([]);
  facts = read.facts;
  return read.plan?.hash ?? '';
}

const start = (id: string, hash: string, key: string | undefined) =>
  ask(routes.runs.POST, 'POST', {
    params: { onboardingId: id },
    body: { planHash: hash, facts },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });

const unknownId = '3f1c5a52-1b1c-4c8e-9d3e-111111111111';

/** Every operation as a request, with parameters that name nothing. */
const requests: [keyof typeof operations, Handler, Ask][] = [
  ['startOnboarding', routes.onboardings.POST, { body: { sourceId: 'stripe' } }],
  ['getOnboarding', routes.onboarding.GET, { params: { onboardingId: unknownId } }],
  [
    'putOnboarding',
    routes.onboarding.PUT,
    {
      params: { onboardingId: unknownId },
      headers: { 'if-match': '"1"' },
      body: { draft: { baseConnectionId: null, resourcePaths: [], schedule: null } },
    },
  ],
  ['getPlan', routes.plan.GET, { params: { onboardingId: unknownId } }],
  [
    'startRun',
    routes.runs.POST,
    {
      params: { onboardingId: unknownId },
      headers: { 'idempotency-key': unknownId },
      body: { planHash: '0'.repeat(64), facts: [] },
    },
  ],
  ['getRun', routes.run.GET, { params: { runId: unknownId } }],
  ['resumeRun', routes.resume.POST, { params: { runId: unknownId } }],
  [
    'answerRun',
    routes.answer.POST,
    { params: { runId: unknownId }, body: { key: 'schema', answer: { kind: 'use-existing' } } },
  ],
  ['undoRun', routes.undo.POST, { params: { runId: unknownId } }],
  ['getLedger', routes.ledger.GET, { params: { runId: unknownId } }],
  ['listDataflows', routes.dataflows.GET, {}],
  ['listFlowRuns', routes.flowRuns.GET, { params: { dataflowId: unknownId } }],
  ['listAudit', routes.audit.GET, {}],
];

describe('who may ask', () => {
  test('the requests of these tests are all operations', () => {
    expect(requests.map(([name]) => name).sort()).toEqual(Object.keys(operations).sort());
  });

  test.each(requests)('%s is for tokens only', async (name, handler, given) => {
    const { method } = operations[name];
    for (const as of [null, 'trib_short', `trib_${'A'.repeat(43)}`]) {
      const answer = await ask(handler, method, { ...given, as });
      expect(refusal(answer)).toEqual({ status: 401, type: 'token-refused' });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="tributary"');
    }
  });

  test.each(requests)('%s refuses a role without its permission', async (name, handler, given) => {
    const { method, permission } = operations[name];
    const as = await aToken('viewer');
    const answer = await ask(handler, method, { ...given, as });
    if (permission === 'onboarding.view') expect(answer.status).not.toBe(403);
    else expect(refusal(answer)).toEqual({ status: 403, type: 'not-allowed' });
  });

  test('a token ends when it is revoked, expires, or its maker may no longer, and its use is noted', async () => {
    const get = (as: string) => ask(routes.audit.GET, 'GET', { as });
    expect((await get(token)).status).toBe(200);
    const tokens = await loadApiTokens(owner);
    const mine = tokens.find(({ ending }) => token.endsWith(ending));
    expect(mine?.lastUsedAtMs).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(tokens)).not.toContain(token);

    await endApiToken(owner, mine?.id ?? '');
    expect((await get(token)).status).toBe(401);

    const late = await aToken();
    await db.execute(
      sql`update api_tokens set expires_at = now() - interval '1 second' where revoked_at is null and ending = ${late.slice(-4)}`,
    );
    expect((await get(late)).status).toBe(401);

    const strong = await aToken();
    const { id } = owner.session.person;
    await setRole(db, { personId: id, orgId: world.orgId, role: 'viewer' });
    expect(refusal(await get(strong))).toEqual({ status: 403, type: 'not-allowed' });
    await setRole(db, { personId: id, orgId: world.orgId, role: 'owner' });
    expect((await get(strong)).status).toBe(200);
    world.orgId = 'OTHER@AdobeOrg';
    const elsewhere = await get(strong);
    world.orgId = 'TRIBUTARYDEMO@AdobeOrg';
    expect(elsewhere.status).toBe(401);
  });

  test('the list of tokens is for owners', async () => {
    const ctx = {
      ...owner,
      session: { ...owner.session, person: { ...owner.session.person, role: 'editor' as const } },
    };
    await expect(loadApiTokens(ctx)).rejects.toMatchObject({ error: { kind: 'not-allowed' } });
  });

  test('the database knows no token, only its hash', async () => {
    const { rows } = (await db.execute(sql`select * from api_tokens`)) as unknown as { rows: unknown[] };
    expect(JSON.stringify(rows)).not.toContain(token.slice(5));
  });

  test('what is in another sandbox does not exist', async () => {
    const { id } = await aComplete();
    const { body } = await start(id, await planHash(id), crypto.randomUUID());
    await Promise.all(world.work);
    const as = await aToken('owner', prod);
    const run = { params: { runId: String(body.id) }, as };
    const onboarding = { params: { onboardingId: id }, as };
    const answers = [
      await ask(routes.onboarding.GET, 'GET', onboarding),
      await ask(routes.plan.GET, 'GET', onboarding),
      await ask(routes.run.GET, 'GET', run),
      await ask(routes.ledger.GET, 'GET', run),
      await ask(routes.undo.POST, 'POST', run),
      await ask(routes.resume.POST, 'POST', run),
    ];
    expect(answers.map(refusal)).toEqual(answers.map(() => ({ status: 404, type: 'not-found' })));
    const { body: audit } = await ask(routes.audit.GET, 'GET', { as });
    expect(JSON.stringify(audit)).not.toContain(id);
  });

  test('a token has a number of requests in a minute, which it is told', async () => {
    const first = await ask(routes.dataflows.GET, 'GET');
    expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([
      '300',
      '299',
    ]);
    await db.execute(sql`update rate_limits set count = 300`);
    const over = await ask(routes.dataflows.GET, 'GET');
    expect(refusal(over)).toEqual({ status: 429, type: 'rate-limited' });
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    await db.execute(sql`update rate_limits set started_at = now() - interval '61 seconds'`);
    expect((await ask(routes.dataflows.GET, 'GET')).status).toBe(200);
  });
});

describe('an onboarding', () => {
  test('is started, read and saved on top of the version that was read', async () => {
    const { id, etag, draft } = await aComplete();
    const read = await ask(routes.onboarding.GET, 'GET', { params: { onboardingId: id } });
    expect(read.body).toEqual({
      id,
      name: expect.stringMatching(/^By API/),
      sourceId: 'stripe',
      sandboxName: 'dev',
      state: 'draft',
      version: 3,
      updatedAt: expect.stringMatching(/Z$/),
      draft,
    });
    const put = (ifMatch?: string) =>
      ask(routes.onboarding.PUT, 'PUT', {
        params: { onboardingId: id },
        ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
        body: { draft },
      });
    expect(refusal(await put())).toEqual({ status: 428, type: 'version-missing' });
    expect(refusal(await put('"2"'))).toEqual({ status: 412, type: 'version-moved' });
    expect(refusal(await put('*'))).toEqual({ status: 412, type: 'version-moved' });
    expect((await put(etag)).headers.get('etag')).toBe('"4"');
  });

  test('keeps what the API does not show: the origin of its account, ids and notes of mappings, the way back', async () => {
    const { id, etag, draft } = await aComplete();
    const before = (await loadOnboarding(owner, id as never)).draft;
    await ask(routes.onboarding.PUT, 'PUT', {
      params: { onboardingId: id },
      headers: { 'if-match': etag },
      body: { draft },
    });
    expect((await loadOnboarding(owner, id as never)).draft).toEqual(before);
    expect(before.connect?.madeHere).toBe(false);
  });

  test.each([
    ['an account that does not exist', { baseConnectionId: unknownId }, 'draft.baseConnectionId'],
    ['paths without an account', { baseConnectionId: null }, 'draft.baseConnectionId'],
    [
      'a path that the source does not have',
      { resourcePaths: [{ resourcePath: '../x', target: null, mappings: [] }] },
      'draft.resourcePaths',
    ],
    [
      'a schedule below the minimum',
      {
        schedule: {
          frequency: 'minute',
          interval: 14,
          startTimeSeconds: Math.floor(Date.now() / 1000) + 3_600,
          timeZone: 'UTC',
          backfill: true,
        },
      },
      'draft.schedule.interval',
    ],
    ['a field that is not known', { madeHere: true }, 'draft'],
  ])('refuses %s and saves nothing', async (_what, change, field) => {
    const { id, etag, draft } = await aComplete();
    const answer = await ask(routes.onboarding.PUT, 'PUT', {
      params: { onboardingId: id },
      headers: { 'if-match': etag },
      body: { draft: { ...draft, ...change } },
    });
    expect(refusal(answer)).toEqual({
      status: 400,
      type: 'invalid-input',
      errors: { [field]: expect.any(String) },
    });
    expect((await loadOnboarding(owner, id as never)).version).toBe(3);
  });

  test.each([
    ['no type', 415, 'not-json', { 'content-type': 'text/plain' }, '{}'],
    ['a form', 415, 'not-json', { 'content-type': 'application/x-www-form-urlencoded' }, 'sourceId=stripe'],
    ['broken JSON', 400, 'body-unreadable', {}, '{"sourceId":'],
    ['more than 1 MB', 413, 'body-too-large', {}, `"${'x'.repeat(1_100_000)}"`],
    ['a polluting key', 400, 'invalid-input', {}, '{"__proto__":{"x":1},"sourceId":"stripe"}'],
  ])('refuses %s', async (_what, status, type, headers, body) => {
    const answer = await ask(routes.onboardings.POST, 'POST', { headers, body });
    expect(refusal(answer)).toMatchObject({ status, type });
  });
});

describe('a run', () => {
  test('creates the plan that was read, once for a key, and tells how far it is', async () => {
    const { id } = await aComplete();
    const hash = await planHash(id);
    expect(refusal(await start(id, hash, undefined))).toEqual({ status: 400, type: 'key-missing' });
    expect(refusal(await start(id, hash, 'again'))).toEqual({ status: 400, type: 'key-missing' });
    expect(refusal(await start(id, '0'.repeat(64), crypto.randomUUID()))).toEqual({
      status: 409,
      type: 'stale',
    });

    const key = crypto.randomUUID();
    const [one, two] = await Promise.all([start(id, hash, key), start(id, hash, key)]);
    expect([one.status, two.status, one.body.id]).toEqual([202, 202, two.body.id]);
    const runId = String(one.body.id);
    expect(one.headers.get('location')).toBe(`/api/v1/runs/${runId}`);
    await Promise.all(world.work);

    const done = await ask(routes.run.GET, 'GET', { params: { runId } });
    expect(done.body).toMatchObject({
      id: runId,
      onboardingId: id,
      state: 'succeeded',
      note: null,
      wakesAt: null,
    });
    const replayed = await start(id, hash, key);
    expect([replayed.status, replayed.headers.get('idempotency-replayed'), replayed.body]).toEqual([
      202,
      'true',
      done.body,
    ]);
    expect(refusal(await start(id, '1'.repeat(64), key))).toEqual({ status: 422, type: 'key-reused' });
    const other = await start(id, hash, crypto.randomUUID());
    expect(refusal(other)).toEqual({ status: 409, type: 'run-exists' });
    expect([other.body.runId, other.headers.get('location')]).toEqual([runId, `/api/v1/runs/${runId}`]);

    const { body: ledger } = await ask(routes.ledger.GET, 'GET', { params: { runId } });
    const { entries } = ledger as unknown as {
      entries: { kind: string; state: string; remoteId: string | null }[];
    };
    expect(entries.map(({ state }) => state)).toEqual(entries.map(() => 'done'));
    const dataflowId = entries.find(({ kind }) => kind === 'dataflow')?.remoteId ?? '';

    const { body: listed } = await ask(routes.dataflows.GET, 'GET');
    const { dataflows } = listed as unknown as { dataflows: { id: string }[] };
    expect(dataflows.find((dataflow) => dataflow.id === dataflowId)).toMatchObject({
      health: 'waiting',
      sourceId: 'stripe',
    });
    const { body: flowRuns } = await ask(routes.flowRuns.GET, 'GET', { params: { dataflowId } });
    expect(flowRuns).toMatchObject({ health: 'waiting', runs: [] });

    const { body: page } = await ask(routes.audit.GET, 'GET', { search: '?limit=200' });
    const audit = (page as unknown as { entries: { subject: string; action: string }[] }).entries;
    const actions = new Set(audit.filter(({ subject }) => subject === id).map(({ action }) => action));
    expect([...actions].sort()).toEqual([
      'dataflow.submitted',
      'object.create-outcome',
      'object.create-sent',
    ]);
    expect(audit.some(({ action }) => action === 'api.called')).toBe(true);
    expect(await verifyAudit(db)).toMatchObject({ ok: true });
  });

  test('is refused with what has moved since the plan was read', async () => {
    const { id } = await aComplete();
    const hash = await planHash(id);
    const [account, ...others] = facts as { name: string; value: string }[];
    facts = [{ ...account, value: 'Another name' }, ...others];
    const answer = await start(id, hash, crypto.randomUUID());
    expect(refusal(answer)).toEqual({ status: 409, type: 'stale' });
    expect(answer.body.moved).toEqual([
      { about: 'account', resourcePath: '', name: 'account', before: 'Another name', after: account?.value },
    ]);
  });

  test('that was refused is answered, resumed and undone', async () => {
    const { id } = await aComplete();
    const hash = await planHash(id);
    await fetch(`${baseUrl}/__emu/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        seed: 1,
        rules: [
          {
            id: 'taken',
            match: { op: 'schemaRegistry.tenant.schemas.create' },
            when: {},
            phase: 'before',
            action: { type: 'status', status: 409 },
          },
        ],
      }),
    });
    const { body } = await start(id, hash, crypto.randomUUID());
    const runId = String(body.id);
    await Promise.all(world.work);
    const failed = await ask(routes.run.GET, 'GET', { params: { runId } });
    expect(failed.body.state).toBe('failed');
    const { steps } = failed.body as unknown as { steps: { key: string; note: unknown; name: string }[] };
    const asking = steps.find(({ key }) => key === 'schema');
    expect(asking?.note).toEqual({ kind: 'name-taken', name: asking?.name, requestId: expect.any(String) });

    const resumed = await ask(routes.resume.POST, 'POST', { params: { runId } });
    expect(resumed).toMatchObject({ status: 202, body: { state: 'running' } });
    await Promise.all(world.work);
    await fetch(`${baseUrl}/__emu/faults`, { method: 'DELETE' });
    const wrong = await ask(routes.answer.POST, 'POST', {
      params: { runId },
      body: { key: 'schema', answer: { kind: 'use-existing' } },
    });
    expect(refusal(wrong)).toEqual({ status: 404, type: 'not-found' });
    const answered = await ask(routes.answer.POST, 'POST', {
      params: { runId },
      body: { key: 'schema', answer: { kind: 'rename', name: `${asking?.name} 2` } },
    });
    expect(answered.status).toBe(202);
    await Promise.all(world.work);
    const over = await ask(routes.run.GET, 'GET', { params: { runId } });
    expect(over.body.state).toBe('succeeded');
    expect(refusal(await ask(routes.undo.POST, 'POST', { params: { runId } }))).toEqual({
      status: 409,
      type: 'stale',
    });
  });
});

describe('the document', () => {
  const folder = path.join(process.cwd(), 'app', 'api', 'v1');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('route.ts') && !file.startsWith('openapi.json') && !file.startsWith('[...rest]'),
    )
    .map(
      (file) =>
        `/${path
          .dirname(file)
          .split(path.sep)
          .join('/')
          .replace(/\[(\w+)\]/g, '{$1}')}`,
    );

  test('names every route and no other, with its methods', async () => {
    const document = (await routes.document.GET().json()) as { paths: Record<string, object> };
    expect(Object.keys(document.paths).sort()).toEqual([...files].sort());
    const declared = Object.values(operations).map(({ method, path: at }) => `${method.toLowerCase()} ${at}`);
    const documented = Object.entries(document.paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method} ${at}`),
    );
    expect(documented.sort()).toEqual(declared.sort());
    for (const file of files) {
      const module = (await import(
        path.join(folder, file.replace(/\{(\w+)\}/g, '[$1]'), 'route.ts')
      )) as object;
      expect(
        Object.keys(module)
          .map((method) => `${method.toLowerCase()} ${file}`)
          .sort(),
      ).toEqual(declared.filter((one) => one.endsWith(` ${file}`)).sort());
    }
  });

  test('what is no route says so as a problem', async () => {
    const response = routes.rest.GET();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json',
    ]);
  });
});
