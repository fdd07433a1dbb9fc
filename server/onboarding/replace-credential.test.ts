import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { BaseConnectionId } from '@/lib/ids';
import { listAudit } from '@/server/db/audit';
import { findCredential, recordCredential } from '@/server/db/credentials';
import type { Db } from '@/server/db/db';
import { savePerson } from '@/server/db/people';
import { createTestDatabase } from '@/server/db/test-database';
import {
  createBaseConnection,
  getBaseConnection,
  listBaseConnections,
} from '@/server/platform/flow-service/base-connections';
import { createDataflow } from '@/server/platform/flow-service/dataflows';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { createSourceConnection } from '@/server/platform/flow-service/source-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import {
  createAccount,
  createFlow,
  demoContext,
  flowSpec,
  onetrustSpec,
  stripeSpec,
} from '@/server/platform/test-support';
import { type ReplaceResult, replaceCredential } from './replace-credential';
import type { TeamContext } from './team-context';

const emulator = createEmulator({ quiet: true });
let db: Db;
let closeDb: () => Promise<void>;
let platform: PlatformContext;
let ctx: TeamContext;
let baseUrl: string;

beforeAll(async () => {
  const database = await createTestDatabase();
  db = database.db;
  closeDb = database.close;
  baseUrl = (await emulator.listen(0)).url;
  platform = { ...demoContext(baseUrl), timeScale: 0.01 };
  const person = await savePerson(db, {
    issuer: 'test',
    subject: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
  });
  ctx = {
    db,
    log: pino({ level: 'silent' }),
    orgId: platform.orgId,
    session: { person: { id: person.id, name: 'Ana', role: 'owner' }, sandboxName: platform.sandboxName },
    now: Date.now,
    platform: async () => platform,
  };
});

afterAll(async () => {
  await emulator.close();
  await closeDb();
});

beforeEach(() => faults([]));

async function faults(rules: readonly Record<string, unknown>[]) {
  const response = await fetch(`${baseUrl}/__emu/faults`, {
    method: 'PUT',
    body: JSON.stringify({ seed: 1, rules }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** How often the rules struck: a misspelt operation would let a test pass without its fault. */
async function faultHits(): Promise<number> {
  const answer = (await (await fetch(`${baseUrl}/__emu/faults`)).json()) as { rules: { hits: number }[] };
  return answer.rules.reduce((sum, rule) => sum + rule.hits, 0);
}

const lost = (op: string, phase: 'before' | 'after') => ({
  id: op,
  match: { op },
  when: { nth: [1] },
  phase,
  action: { type: 'reset' },
});

const replace = (id: BaseConnectionId, accessToken: string) =>
  replaceCredential(ctx, { baseConnectionId: id, credentials: { accessToken } });

const accountIds = async () => (await listBaseConnections(platform)).items.map(({ id }) => id).toSorted();

/** A second dataflow of the account, which reads customers. */
async function addCustomers(baseConnectionId: BaseConnectionId) {
  const other = await createFlow(platform, `Customers ${baseConnectionId}`, {
    frequency: 'hour',
    interval: 1,
  });
  const source = await createSourceConnection(platform, {
    name: 'Customers',
    description: '',
    baseConnectionId,
    connectionSpec: stripeSpec,
    data: { format: 'json' },
    params: { resourcePath: 'customers' },
  });
  await createDataflow(platform, {
    name: 'Customers',
    description: '',
    flowSpec,
    sourceConnectionIds: [source.id],
    targetConnectionIds: [other.destination.id],
    transformations: [
      {
        name: 'Mapping',
        params: { mappingId: other.mappingSet.id, mappingVersion: other.mappingSet.version },
      },
    ],
    scheduleParams: { startTime: other.startTimeSeconds, frequency: 'hour', interval: 1 },
  });
}

async function canRead(id: BaseConnectionId, resourcePath: string): Promise<boolean> {
  try {
    await exploreSource(platform, { baseConnectionId: id, sourceParams: { resourcePath }, preview: false });
    return true;
  } catch {
    return false;
  }
}

const outcomes = ({ checks }: ReplaceResult) =>
  Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));

const lastAudit = async () => (await listAudit(db, { orgId: ctx.orgId, limit: 1 }))[0];

describe('replacing the credential of an account', () => {
  it('puts a credential in place that reads everything, and writes down that it did', async () => {
    const { id } = await createAccount(platform, 'Ending', 'sk_test_expired');
    expect(await canRead(id, 'charges')).toBe(false);
    const before = await accountIds();

    const result = await replace(id, '  sk_test_tributary\n');

    expect(result.isReplaced).toBe(true);
    expect(outcomes(result)).toMatchObject({ reachable: 'ok', credential: 'ok', 'path:customers': 'ok' });
    expect(await canRead(id, 'charges')).toBe(true);
    expect(await accountIds()).toEqual(before);
    const place = { orgId: ctx.orgId, sandboxName: 'prod', baseConnectionId: id };
    expect(await findCredential(db, place)).toMatchObject({ name: 'Ending', mode: 'test', expiresOn: null });
    expect(await lastAudit()).toMatchObject({
      action: 'account.credential-replaced',
      subject: id,
      facts: { source: 'stripe', sandbox: 'prod' },
    });
  });

  it('keeps the date on which the new credential ends', async () => {
    const { id } = await createBaseConnection(platform, {
      name: 'Consents',
      description: '',
      connectionSpec: onetrustSpec,
      authSpecName: 'OAuth2 Refresh Code',
      credentials: { host: 'demo.onetrust.example', accessToken: 'ot_expired' },
    });
    const result = await replaceCredential(ctx, {
      baseConnectionId: id,
      credentials: { host: 'https://demo.onetrust.example/', accessToken: 'ot_tributary' },
      expiresOn: '2099-01-31',
    });
    expect(result.isReplaced).toBe(true);
    const place = { orgId: ctx.orgId, sandboxName: 'prod', baseConnectionId: id };
    expect(await findCredential(db, place)).toMatchObject({ expiresOn: '2099-01-31', sourceId: 'onetrust' });
  });

  it('leaves the present credential alone when the source refuses the new one', async () => {
    const { id } = await createAccount(platform, 'Good');
    const { etag } = await getBaseConnection(platform, id);
    const before = await accountIds();
    const audited = await lastAudit();

    const result = await replace(id, 'sk_test_expired');

    expect(result.isReplaced).toBe(false);
    expect(outcomes(result)).toMatchObject({ credential: 'refused' });
    expect((await getBaseConnection(platform, id)).etag).toBe(etag);
    expect(await canRead(id, 'charges')).toBe(true);
    expect(await accountIds()).toEqual(before);
    expect(await lastAudit()).toEqual(audited);
  });

  it('refuses a credential that lacks a right only where a dataflow needs it', async () => {
    const { account } = await createFlow(platform, 'Charges in use', { frequency: 'hour', interval: 1 });
    expect(await replace(account.id, 'rk_test_charges_only')).toMatchObject({ isReplaced: true });
    expect(await canRead(account.id, 'customers')).toBe(false);

    expect(await replace(account.id, 'sk_test_tributary')).toMatchObject({ isReplaced: true });
    await addCustomers(account.id);
    const result = await replace(account.id, 'rk_test_charges_only');
    expect(result.isReplaced).toBe(false);
    expect(result.checks.find(({ id }) => id === 'path:customers')).toEqual({
      id: 'path:customers',
      title: 'Customers',
      outcome: 'refused',
      sentence: 'Not readable with this credential: it lacks “Customers: read”. 1 dataflow would fail.',
      action: 'Give the credential this right in Stripe, or use one that has it.',
    });
    expect(await canRead(account.id, 'customers')).toBe(true);
  });

  it('refuses a test key where live data comes in', async () => {
    const { account } = await createFlow(platform, 'Live charges', { frequency: 'hour', interval: 1 });
    await recordCredential(db, {
      orgId: ctx.orgId,
      sandboxName: 'prod',
      baseConnectionId: account.id,
      sourceId: 'stripe',
      name: 'Live charges',
      expiresOn: null,
      mode: 'live',
      createdBy: ctx.session.person.id,
    });
    const result = await replace(account.id, 'sk_test_tributary');
    expect(result.isReplaced).toBe(false);
    expect(outcomes(result)).toMatchObject({ mode: 'refused', credential: 'ok' });
  });

  it('replaces nothing while the source does not answer', async () => {
    const { account } = await createFlow(platform, 'Silent charges', { frequency: 'hour', interval: 1 });
    const { etag } = await getBaseConnection(platform, account.id);
    await faults([
      {
        id: 'silent',
        match: { op: 'flow.connections.explore' },
        when: {},
        phase: 'before',
        action: { type: 'reset' },
      },
    ]);
    const result = await replace(account.id, 'sk_test_tributary');
    expect(await faultHits()).toBeGreaterThan(0);
    expect(result.isReplaced).toBe(false);
    expect((await getBaseConnection(platform, account.id)).etag).toBe(etag);
  });

  it('replaces nothing while data that a dataflow needs could not be tried', async () => {
    const { account } = await createFlow(platform, 'Half silent', { frequency: 'hour', interval: 1 });
    const charges = encodeURIComponent(Buffer.from('{"resourcePath":"charges"}').toString('base64'));
    const halfSilent: PlatformContext = {
      ...platform,
      fetch: (input, init) =>
        String(input).includes(charges)
          ? Promise.reject(new TypeError('fetch failed'))
          : platform.fetch(input, init),
    };
    const result = await replaceCredential(
      { ...ctx, platform: async () => halfSilent },
      { baseConnectionId: account.id, credentials: { accessToken: 'sk_test_tributary' } },
    );
    expect(outcomes(result)).toMatchObject({
      credential: 'ok',
      'path:charges': 'unknown',
      'path:customers': 'ok',
    });
    expect(result.isReplaced).toBe(false);
  });

  it('finds its trial again when the answer to its creation is lost', async () => {
    const { id } = await createAccount(platform, 'Lost trial', 'sk_test_expired');
    const before = await accountIds();
    await faults([lost('flow.connections.create', 'after')]);
    expect(await replace(id, 'sk_test_tributary')).toMatchObject({ isReplaced: true });
    expect(await faultHits()).toBe(1);
    expect(await accountIds()).toEqual(before);
  });

  it('knows by the etag that a change without an answer was made', async () => {
    const { id } = await createAccount(platform, 'Lost patch', 'sk_test_expired');
    await faults([lost('flow.connections.patch', 'after')]);
    expect(await replace(id, 'sk_test_tributary')).toMatchObject({ isReplaced: true });
    expect(await faultHits()).toBe(1);
    expect(await canRead(id, 'charges')).toBe(true);
  });

  it('says that it does not know when a change without an answer was not made', async () => {
    const { id } = await createAccount(platform, 'Never patched', 'sk_test_expired');
    await faults([lost('flow.connections.patch', 'before')]);
    await expect(replace(id, 'sk_test_tributary')).rejects.toMatchObject({
      error: { kind: 'outcome-unknown', what: 'the replacement' },
    });
    expect(await faultHits()).toBe(1);
    expect(await canRead(id, 'charges')).toBe(false);
  });

  it('takes away trials that earlier replacements could not remove, once they are old', async () => {
    const { id } = await createAccount(platform, 'Left behind');
    const before = await accountIds();
    await faults([{ ...lost('flow.connections.delete', 'before'), when: {} }]);
    await replace(id, 'sk_test_expired');
    expect(await faultHits()).toBeGreaterThan(0);
    await faults([]);
    expect(await accountIds()).toHaveLength(before.length + 1);

    await replace(id, 'sk_test_expired');
    expect(await accountIds()).toHaveLength(before.length + 1);
    await replaceCredential(
      { ...ctx, now: () => Date.now() + 3_600_000 },
      { baseConnectionId: id, credentials: { accessToken: 'sk_test_expired' } },
    );
    expect(await accountIds()).toEqual(before);
  });

  it('names the field when something is missing, before anything is sent', async () => {
    const { id } = await createAccount(platform, 'Empty');
    await expect(replace(id, '   ')).rejects.toMatchObject({
      error: { kind: 'invalid-input', fieldErrors: { 'credentials.accessToken': expect.any(String) } },
    });
  });
});
