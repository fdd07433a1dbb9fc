import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import { createResource, prepareChargesFlow, stripeConnectionBody } from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

const post = (path: string, body: unknown = {}) =>
  client.raw(`/__emu/${path}`, { method: 'POST', body: JSON.stringify(body) });
const accounts = async () => at(await client.call(`${flowService}/connections?count=true`), 'body.count');

test('the clock moves by advance, offset and scale', async () => {
  expect((await post('clock', { advanceMs: 5000 })).body).toEqual({ nowMs: testNowMs + 5000 });
  expect((await post('clock', { offsetMs: 60_000 })).body).toEqual({ nowMs: testNowMs + 60_000 });
  expect((await post('clock', { scale: 0 })).body).toEqual({ nowMs: testNowMs + 60_000 });
  expect((await post('clock', {})).status).toBe(400);
  expect((await post('clock', { advanceMs: '5' })).status).toBe(400);
});

test('a start time by the outside clock is good although the emulator’s clock has moved on', async () => {
  const { body } = await prepareChargesFlow(client);
  await post('clock', { advanceMs: 7 * 86_400_000 });
  const flow = await createResource({ client }, 'flows', body);
  await post('clock', { advanceMs: 30_000 });
  const runs = await client.call(`${flowService}/runs?property=flowId==${flow.id}&count=true`);
  expect(runs.body).toEqual({ count: 1 });
});

test('the journal tells what was asked, field by field and without secrets', async () => {
  await createResource({ client }, 'connections', stripeConnectionBody('sk_test_canary_1234'));
  const reply = await client.raw('/__emu/journal?op=flow.connections.create');
  expect(at(reply, 'body.rows.0')).toMatchObject({
    org: 'TRIBUTARYDEMO@AdobeOrg',
    sandbox: 'prod',
    method: 'POST',
    path: '/data/foundation/flowservice/connections',
    query: {},
    status: 201,
    outcome: 'answered',
    requestHeaders: {
      authorization: expect.stringMatching(/^sha256:/),
      'x-api-key': 'tributary-demo',
      'content-type': 'application/json',
    },
    requestBody: {
      ...stripeConnectionBody(),
      auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: '***' } },
    },
  });
  const everything = (await client.raw('/__emu/journal')).text;
  expect(everything).not.toContain('sk_test_canary_1234');
  expect(everything).not.toContain('tributary-demo-secret');
  expect(everything).not.toContain('eyJhbGciOi');
  const since = at(reply, 'body.rows.0.seq');
  expect(at(await client.raw(`/__emu/journal?since=${since}`), 'body.rows')).toEqual([]);
});

test('the state shows what exists, credentials masked', async () => {
  await createResource({ client }, 'connections', stripeConnectionBody('sk_test_canary_1234'));
  const reply = await client.raw('/__emu/state?org=TRIBUTARYDEMO@AdobeOrg');
  const sandboxes = 'body.organisations.TRIBUTARYDEMO@AdobeOrg.sandboxes';
  expect(Object.keys(at(reply, sandboxes) as object)).toEqual(['prod', 'dev']);
  const connections = at(reply, `${sandboxes}.prod.services.flowservice.connections`);
  expect(Object.values(connections as object)).toMatchObject([{ auth: { params: { accessToken: '***' } } }]);
  expect(reply.text).not.toContain('canary');
  expect(reply.text).not.toContain('tributary-demo-secret');
});

test('a snapshot brings back exactly that world, a reset the beginning', async () => {
  const first = await createResource({ client }, 'connections', stripeConnectionBody());
  const { snapshot } = (await post('snapshot')).body as { snapshot: string };
  const second = await createResource({ client }, 'connections', stripeConnectionBody());
  await post('reset', { snapshot });
  expect(await accounts()).toBe(1);
  expect((await createResource({ client }, 'connections', stripeConnectionBody())).id).toBe(second.id);

  await post('reset');
  const fresh = await startTestClient();
  const again = await createResource({ client: fresh }, 'connections', stripeConnectionBody());
  await fresh.close();
  expect(again.id).toBe(first.id);
  expect((await post('reset', { snapshot: 'none' })).status).toBe(400);
});

test('with a key configured, calls without it are refused', async () => {
  const closed = await startTestClient({ controlKey: 'k-1' });
  expect((await closed.raw('/__emu/state')).status).toBe(403);
  expect((await closed.raw('/__emu/state', { headers: { 'x-emu-key': 'k-1' } })).status).toBe(200);
  await closed.close();
});

test('pages of other origins and names that only point here are refused', async () => {
  const foreign = await client.raw('/__emu/reset', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.status).toBe(403);
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(client.url);
    httpRequest({ hostname, port, path: '/__emu/state', headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('a data file keeps the world over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  const dataFile = join(folder, 'world.json');
  const before = await startTestClient({ dataFile });
  await createResource({ client: before }, 'connections', stripeConnectionBody());
  await before.close();
  const after = await startTestClient({ dataFile });
  expect(at(await after.call(`${flowService}/connections?count=true`), 'body.count')).toBe(1);
  expect(at(await after.call('/data/foundation/flowservice/connections/__proto__'), 'status')).toBe(404);
  await after.close();
  rmSync(folder, { recursive: true });
});

test('an organisation needs all its fields', async () => {
  expect((await post('orgs', { orgId: 'a@AdobeOrg', sandboxes: [] })).status).toBe(400);
  expect((await post('orgs', { orgId: 'a@AdobeOrg', sandboxes: ['prod'] })).status).toBe(400);
});
