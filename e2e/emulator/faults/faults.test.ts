import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient } from '../test-client';
import { createResource, stripeConnectionBody } from '../test-objects';
import { addTenant } from '../test-tenant';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
  // The token is fetched before any rule stands.
  await client.call(`${flowService}/connections`);
});
afterEach(() => client.close());

type RuleInput = {
  match?: object;
  when?: object;
  phase?: string;
  action: object;
  id?: string;
  compose?: boolean;
};

async function install(...rules: RuleInput[]) {
  const reply = await client.raw('/__emu/faults', {
    method: 'PUT',
    body: JSON.stringify({ seed: 42, rules }),
  });
  expect(reply.status).toBe(200);
}
const create = () => client.call(`${flowService}/connections`, { body: stripeConnectionBody() });
const countAccounts = async () =>
  at(await client.call(`${flowService}/connections?count=true`), 'body.count');
const onCreate = { op: 'flow.connections.create' };

test('a fault before leaves nothing behind, a fault after leaves the object', async () => {
  await install({ match: onCreate, action: { type: 'status', status: 500 } });
  expect([(await create()).status, await countAccounts()]).toEqual([500, 0]);
  await install({ match: onCreate, phase: 'after', action: { type: 'status', status: 503 } });
  const reply = await create();
  expect([reply.status, errorCode(reply), await countAccounts()]).toEqual([503, 'FLOW-1103-503', 1]);
  expect(client.emulator.control.journal({ op: 'flow.connections.create' }).at(-1)).toMatchObject({
    rule: 'rule-0',
    phase: 'after',
    committedId: expect.any(String),
    status: 503,
  });
});

test('nth, every, first and max count requests of an operation within an organisation', async () => {
  const other = await addTenant(client, 'cell-0002');
  const statuses = async (headers = {}) => {
    const found: number[] = [];
    for (let n = 0; n < 6; n += 1) found.push((await client.call(`${flowService}/runs`, { headers })).status);
    return found;
  };
  const match = { op: 'flow.runs.*' };
  const action = { type: 'status', status: 500 };
  await install({ match, when: { nth: [2, 5] }, action });
  expect(await statuses()).toEqual([200, 500, 200, 200, 500, 200]);
  expect(await statuses(other.headers)).toEqual([200, 500, 200, 200, 500, 200]);
  await install({ match, when: { every: 3 }, action });
  expect(await statuses()).toEqual([200, 200, 500, 200, 200, 500]);
  await install({ match: { ...match, org: other.orgId }, when: { first: 2 }, action });
  expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await statuses(other.headers)).toEqual([500, 500, 200, 200, 200, 200]);
  await install({ match, when: { max: 1 }, action });
  expect(await statuses()).toEqual([500, 200, 200, 200, 200, 200]);
  expect(at(await client.raw('/__emu/faults'), 'body.rules.0')).toMatchObject({ matched: 6, hits: 1 });
});

test('a probability decides the same way every time', async () => {
  const run = async () => {
    await install({
      id: 'coin',
      match: { op: 'flow.runs.list' },
      when: { p: 0.5 },
      action: { type: 'status', status: 500 },
    });
    const found: number[] = [];
    for (let n = 0; n < 20; n += 1) found.push((await client.call(`${flowService}/runs`)).status);
    return found;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await run()).toEqual(first);
});

test('bodyHas picks one request out of many', async () => {
  await install({
    match: { ...onCreate, bodyHas: 'Special' },
    action: { type: 'status', status: 418, body: 'tea' },
  });
  expect((await create()).status).toBe(201);
  const reply = await client.call(`${flowService}/connections`, {
    body: { ...stripeConnectionBody(), name: 'Special' },
  });
  expect([reply.status, reply.text]).toEqual([418, 'tea']);
});

test.each(['reset', 'fin', 'truncate'])('%s breaks the connection', async (type) => {
  await install({ match: onCreate, phase: 'after', action: { type, bytes: 5 } });
  await expect(create()).rejects.toThrow();
  await client.raw('/__emu/faults', { method: 'DELETE' });
  expect(await countAccounts()).toBe(1);
});

test('hang holds the answer while the object exists', async () => {
  await install({ match: onCreate, phase: 'after', action: { type: 'hang', ms: 60_000 } });
  const hanging = create();
  const outcome = Promise.race([
    hanging.catch(() => 'cut'),
    client.raw('/__emu/barriers/none?waitMs=300').then(() => 'still waiting'),
  ]);
  expect(await outcome).toBe('still waiting');
  expect(await countAccounts()).toBe(1);
  await client.close();
  await expect(hanging).rejects.toThrow();
});

test('bodies that lie: HTML, an error with status 200, an empty object', async () => {
  const bodies: unknown[] = [];
  for (const body of ['html', 'error200', 'emptyJson']) {
    await install({ match: { op: 'flow.runs.list' }, action: { type: 'body', body } });
    const reply = await client.call(`${flowService}/runs`);
    bodies.push([reply.status, reply.headers.get('content-type'), at(reply, 'body.status')]);
  }
  expect(bodies).toEqual([
    [502, 'text/html', undefined],
    [200, 'application/json', 500],
    [200, 'application/json', undefined],
  ]);
});

test.each([
  [7, '7'],
  ['date', expect.stringMatching(/GMT$/)],
  ['none', null],
])('throttle answers 429 with Retry-After %s', async (retryAfter, expected) => {
  await install({ match: { op: 'flow.runs.list' }, action: { type: 'throttle', retryAfter } });
  const reply = await client.call(`${flowService}/runs`);
  expect([reply.status, errorCode(reply), reply.headers.get('retry-after')]).toEqual([
    429,
    '429050',
    expected,
  ]);
});

test('a revoked token is refused from then on, a stale etag once', async () => {
  const { id, etag } = await createResource({ client }, 'connections', stripeConnectionBody());
  const patch = () =>
    client.call(`${flowService}/connections/${id}`, {
      method: 'PATCH',
      headers: { 'if-match': etag },
      body: [{ op: 'replace', path: '/name', value: 'New' }],
    });
  await install({
    match: { op: 'flow.connections.patch' },
    when: { nth: [1] },
    action: { type: 'etagStale' },
  });
  expect([(await patch()).status, (await patch()).status]).toEqual([412, 200]);
  await install({ match: { op: 'flow.runs.list' }, when: { nth: [1] }, action: { type: 'tokenRevoke' } });
  expect(errorCode(await client.call(`${flowService}/runs`))).toBe('401013');
  expect(errorCode(await client.call(`${flowService}/runs`))).toBe('401013');
});

test('a late execution answers nothing and happens afterwards', async () => {
  await install({ match: onCreate, when: { max: 1 }, action: { type: 'lateExecute', ms: 20 } });
  await expect(create()).rejects.toThrow();
  await expect.poll(countAccounts).toBe(1);
});

test('lists can lose rows or loop, and new objects stay invisible for a while', async () => {
  for (let n = 0; n < 4; n += 1) await create();
  const match = { op: 'flow.connections.list' };
  const list = () => client.call(`${flowService}/connections`);
  await install({ match, action: { type: 'listPartial' } });
  expect(at(await list(), 'body.items.length')).toBe(2);
  await install({ match, action: { type: 'listPartial', mode: 'loopToken' } });
  expect(at(await list(), 'body._links.next.href')).toMatch(/^\/connections\?continuationToken=/);
  await install({ match, action: { type: 'listPartial', mode: 'ignoreFilter' } });
  const filtered = await client.call(`${flowService}/connections?property=name==Nobody`);
  expect(at(filtered, 'body.items.length')).toBe(4);
  const id = at(await create(), 'body.id');
  await install({ match: { op: 'flow.connections.*' }, action: { type: 'invisible', ms: 5000 } });
  const get = () => client.call(`${flowService}/connections/${id}`);
  expect([at(await list(), 'body.items.length'), (await get()).status]).toEqual([0, 404]);
  client.emulator.control.advance(6000);
  expect([at(await list(), 'body.items.length'), (await get()).status]).toEqual([5, 200]);
});

test('a barrier holds a request until it is released or dropped', async () => {
  await install({ match: onCreate, phase: 'before', action: { type: 'barrier', name: 'b1' } });
  const held = async () => at(await client.raw('/__emu/barriers/b1?waitMs=5000'), 'body.held');
  const open = (body: object) =>
    client.raw('/__emu/barriers/b1', { method: 'POST', body: JSON.stringify(body) });
  const first = create();
  expect([await held(), await countAccounts()]).toEqual([1, 0]);
  await open({ release: true });
  expect([(await first).status, await countAccounts()]).toEqual([201, 1]);
  const second = create();
  second.catch(() => undefined);
  expect(await held()).toBe(1);
  await open({ drop: true });
  await expect(second).rejects.toThrow();
  expect(await countAccounts()).toBe(1);
});

test('faults strike IMS too', async () => {
  await install({
    match: { op: 'ims.token' },
    action: { type: 'status', status: 503, code: 'temporarily_unavailable' },
  });
  const reply = await client.raw('/ims/token/v3', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect([reply.status, errorCode(reply)]).toEqual([503, 'temporarily_unavailable']);
});

test('a malformed plan is refused with a reason', async () => {
  const reply = await client.raw('/__emu/faults', {
    method: 'PUT',
    body: '{"rules":[{"action":{"type":"explode"}}]}',
  });
  expect([reply.status, reply.body]).toEqual([400, { error: 'faults: rule 0: unknown action explode' }]);
});
