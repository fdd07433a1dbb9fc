import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  at,
  errorCode,
  flowService,
  requestTestToken,
  startTestClient,
  type TestClient,
} from '../test-client';
import { createResource, createSchema, stripeConnectionBody } from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
  await client.call(`${flowService}/connections`);
});
afterEach(() => client.close());

const control = () => client.emulator.control;
const install = (action: object, more: object = {}) =>
  control().faults.put({ seed: 1, rules: [{ match: { op: 'flow.*' }, action, ...more }] });
const create = (name = 'One') =>
  client.call(`${flowService}/connections`, { body: { ...stripeConnectionBody(), name } });
const list = (query = '') => client.call(`${flowService}/connections${query}`);
async function count() {
  control().faults.clear();
  return at(await list('?count=true'), 'body.count');
}

test('drip sends the whole answer in small pieces', async () => {
  install({ type: 'drip', bytes: 5, ms: 1 });
  expect((await list()).body).toEqual({ items: [], _links: {} });
});

test('oversize makes an answer as large as asked that is still JSON', async () => {
  install({ type: 'oversize', bytes: 300_000 });
  const reply = await list();
  expect(reply.text.length).toBeGreaterThan(300_000);
  expect(reply.body).toMatchObject({ items: [], _links: {} });
});

test('a redirect points where the rule says and stores nothing', async () => {
  install({ type: 'redirect', location: 'http://127.0.0.1:9/canary', status: 307 });
  const reply = await create();
  expect([reply.status, reply.headers.get('location'), await count()]).toEqual([
    307,
    'http://127.0.0.1:9/canary',
    0,
  ]);
});

test('a truncated answer can be complete HTTP around a broken body', async () => {
  install({ type: 'truncate', bytes: 6, framing: 'ok' });
  const response = await fetch(`${client.url}${flowService}/connections`);
  expect(await response.text()).toBe('{"item');
});

test.each(['accept', 'headers', 'body'])('a reset at %s breaks the connection', async (where) => {
  install({ type: 'reset', at: where, bytes: 3 }, { phase: 'after' });
  await expect(create()).rejects.toThrow();
  expect(await count()).toBe(1);
});

test.each([
  ['bom', (text: string) => text.startsWith('\ufeff{')],
  ['dupKeys', (text: string) => /^\{"id":"doubled","id":/.test(text)],
  ['wrongId', (text: string) => text.includes('ffffffff-ffff-4fff-afff-ffffffffffff')],
])('a body can lie by %s', async (body, holds) => {
  const sent = await headers();
  install({ type: 'body', body }, { phase: 'after' });
  const response = await fetch(`${client.url}${flowService}/connections`, {
    method: 'POST',
    headers: sent,
    body: JSON.stringify(stripeConnectionBody()),
  });
  const bytes = Buffer.from(await response.arrayBuffer()).toString('utf8');
  expect(holds(bytes)).toBe(true);
});

async function headers() {
  return {
    authorization: `Bearer ${await requestTestToken(client.url)}`,
    'x-api-key': 'tributary-demo',
    'x-gw-ims-org-id': 'TRIBUTARYDEMO@AdobeOrg',
    'x-sandbox-name': 'prod',
    'content-type': 'application/json',
  };
}

test('dropped permissions are refused by the service and missing from the effective policies', async () => {
  install({ type: 'permissionDrop', permissions: ['manage-sources'] }, { when: { nth: [1] } });
  const refused = await create();
  expect([refused.status, errorCode(refused)]).toEqual([403, 'FLOW-2118-403']);
  expect((await list()).status).toBe(200);
  const asked = {
    body: ['/permissions/manage-sources', '/permissions/view-sources', '/resource-types/schemas'],
  };
  const policies = () => client.call('/data/foundation/access-control/acl/effective-policies', asked);
  expect((await policies()).body).toEqual({
    policies: { '/permissions/view-sources': ['*'], '/resource-types/schemas': ['write', 'delete', 'read'] },
  });
  control().tokens({ permissions: 'all' });
  expect((await create()).status).toBe(201);
});

test('a duplicate delivery makes two objects and answers for the first', async () => {
  install({ type: 'duplicateDeliver' }, { when: { nth: [1] } });
  const reply = await create();
  const found = await list();
  expect(at(found, 'body.items.length')).toBe(2);
  expect(at(found, 'body.items.0.id')).toBe(at(reply, 'body.id'));
});

test('a conflict with our own earlier attempt leaves one object and an error', async () => {
  control().faults.put({
    rules: [
      { match: { op: 'schemaRegistry.*.create' }, action: { type: 'conflict', mode: 'ours' } },
      { match: { op: 'schemaRegistry.tenant.fieldgroups.create' }, action: { type: 'conflict' } },
    ],
  });
  await expect(createSchema({ client }, 'Twice', {})).rejects.toThrow(/400.*Title must be unique/s);
  control().faults.clear();
  const found = await client.call('/data/foundation/schemaregistry/tenant/fieldgroups', {
    headers: { accept: 'application/vnd.adobe.xed-id+json' },
  });
  expect(JSON.stringify(found.body).split('Twice fields').length).toBe(2);
});

test('a foreign change makes the etag stale, for good', async () => {
  const { id, etag } = await createResource({ client }, 'connections', stripeConnectionBody());
  const patch = (ifMatch: string) =>
    client.call(`${flowService}/connections/${id}`, {
      method: 'PATCH',
      headers: { 'if-match': ifMatch },
      body: [{ op: 'replace', path: '/name', value: 'Mine' }],
    });
  install({ type: 'conflict', mode: 'foreign' }, { when: { nth: [1] } });
  expect((await patch(etag)).status).toBe(412);
  expect((await patch(etag)).status).toBe(412);
  const now = at(await client.call(`${flowService}/connections/${id}`), 'body.items.0');
  expect(now).toMatchObject({ updatedClient: 'somebody-else', name: stripeConnectionBody().name });
  expect((await patch(String(at(now, 'etag')))).status).toBe(200);
});

test('a quota is an error of the service, a gateway cut is HTML after the work was done', async () => {
  install({ type: 'quota' });
  expect(errorCode(await create())).toBe('FLOW-1100-400');
  install({ type: 'gatewayCut', ms: 5 }, { phase: 'after' });
  const cut = await create();
  expect([cut.status, cut.headers.get('content-type'), await count()]).toEqual([504, 'text/html', 1]);
});

test('a skewed clock dates the answer and the object', async () => {
  install({ type: 'clockSkew', ms: -3_600_000 });
  const reply = await create();
  const dated = Date.parse(reply.headers.get('date') ?? '');
  const item = at(await client.call(`${flowService}/connections/${at(reply, 'body.id')}`), 'body.items.0');
  expect([dated, at(item, 'createdAt')]).toEqual([
    control().nowMs() - 3_600_000,
    control().nowMs() - 3_600_000,
  ]);
});

test('a throttle with a limit lets that many pass in each window of emulator time', async () => {
  install({ type: 'throttle', limit: 2, windowMs: 1000 });
  const three = async () => [(await list()).status, (await list()).status, (await list()).status];
  expect(await three()).toEqual([200, 200, 429]);
  control().advance(1000);
  expect(await three()).toEqual([200, 200, 429]);
});

test('a looping token leads to the same page for ever', async () => {
  for (const name of ['a', 'b', 'c']) await create(name);
  install({ type: 'listPartial', mode: 'loopToken' });
  const names = (reply: unknown) => (at(reply, 'body.items') as { name: string }[]).map((item) => item.name);
  const first = await list('?limit=2');
  let page = first;
  for (let n = 0; n < 3; n += 1) {
    page = await client.call(`${flowService}${at(page, 'body._links.next.href')}`);
    expect(names(page)).toEqual(names(first));
  }
});

test('ignored filters stay ignored on the following pages', async () => {
  for (const name of ['a', 'b', 'c']) await create(name);
  install({ type: 'listPartial', mode: 'ignoreFilter' }, { phase: 'after' });
  const first = await list('?property=name==a&limit=2');
  const second = await client.call(`${flowService}${at(first, 'body._links.next.href')}`);
  expect([at(first, 'body.items.length'), at(second, 'body.items.length')]).toEqual([2, 1]);
});

test('a young object can be unknown to what depends on it', async () => {
  const base = await createResource({ client }, 'connections', stripeConnectionBody());
  control().faults.put({
    rules: [
      {
        match: { op: 'flow.sourceConnections.create' },
        action: { type: 'invisible', mode: 'dependants', ms: 1000 },
      },
    ],
  });
  const body = {
    name: 'Source',
    baseConnectionId: base.id,
    connectionSpec: stripeConnectionBody().connectionSpec,
    data: { format: 'json' },
    params: { resourcePath: 'charges' },
  };
  const send = () => client.call(`${flowService}/sourceConnections`, { body });
  expect((await send()).status).toBe(404);
  control().advance(1001);
  expect((await send()).status).toBe(201);
});
