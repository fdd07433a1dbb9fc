import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import { createResource, prepareChargesFlow, stripeConnectionBody } from '../test-objects';

let client: TestClient;
let charges: Awaited<ReturnType<typeof prepareChargesFlow>>;
beforeAll(async () => {
  client = await startTestClient();
  charges = await prepareChargesFlow(client);
});
afterAll(() => client.close());

function patch(path: string, etag: string | undefined, body: unknown) {
  return client.call(`${flowService}${path}`, { method: 'PATCH', headers: { 'if-match': etag }, body });
}

const rename = [{ op: 'replace', path: '/name', value: 'Renamed' }];

test('a patch needs the current etag, quotes included, and returns the next one', async () => {
  const { id, etag } = await createResource({ client }, 'connections', stripeConnectionBody());
  const path = `/connections/${id}`;
  expect(errorCode(await patch(path, undefined, rename))).toBe('FLOW-1403-400');
  const stale = await patch(path, '"00000000-0000-0200-0000-000000000000"', rename);
  expect({ status: stale.status, code: errorCode(stale) }).toEqual({ status: 412, code: 'FLOW-1404-412' });
  expect((await patch(path, etag.replaceAll('"', ''), rename)).status).toBe(412);

  const renamed = await patch(`${path}/`, etag, rename);
  expect(renamed.body).toEqual({ id, etag: expect.any(String) });
  expect(at(renamed, 'body.etag')).not.toBe(etag);
  expect((await patch(path, etag, rename)).status).toBe(412);
  const read = await client.call(`${flowService}${path}`);
  expect([at(read, 'body.items.0.name'), at(read, 'body.items.0.etag')]).toEqual([
    'Renamed',
    at(renamed, 'body.etag'),
  ]);
});

const refused: [string, unknown, string][] = [
  ['another operation', [{ op: 'move', from: '/name', path: '/description' }], 'FLOW-1434-400'],
  [
    'a field that does not exist',
    [{ op: 'replace', path: '/auth/params/refresh/x', value: 1 }],
    'FLOW-1455-400',
  ],
  ['the connection spec', [{ op: 'replace', path: '/connectionSpec', value: {} }], 'FLOW-1414-400'],
  ['a read-only field', [{ op: 'replace', path: '/id', value: 'x' }], 'CONNECTOR-1365-400'],
  ['an empty list', [], 'FLOW-1405-400'],
  ['no list', { op: 'replace', path: '/name', value: 'x' }, 'CONNECTOR-1312-400'],
  ['a name that is no text', [{ op: 'replace', path: '/name', value: 5 }], 'CONNECTOR-1312-400'],
  ['good and bad mixed', [...rename, { op: 'remove', path: '/auth' }], 'CONNECTOR-1304-400'],
];

test.each(refused)('a patch with %s is refused and changes nothing', async (_label, body, code) => {
  const { id, etag } = await createResource({ client }, 'connections', stripeConnectionBody());
  const before = (await client.call(`${flowService}/connections/${id}`)).body;
  expect(errorCode(await patch(`/connections/${id}`, etag, body))).toBe(code);
  expect((await client.call(`${flowService}/connections/${id}`)).body).toEqual(before);
});

test('a rotated credential replaces auth.params as a whole', async () => {
  const { id, etag } = await createResource(
    { client },
    'connections',
    stripeConnectionBody('sk_test_expired'),
  );
  await patch(`/connections/${id}`, etag, [
    { op: 'Replace', path: '/auth/params', value: { accessToken: 'sk_test_tributary' } },
  ]);
  expect((await client.call(`${flowService}/connections/${id}/test`)).body).toEqual({ result: true });
});

test('a dataflow’s schedule and mapping can change until its start has passed, then only interval and frequency', async () => {
  const own = await startTestClient();
  const { body } = await prepareChargesFlow(own);
  const flow = await createResource({ client: own }, 'flows', body);
  const path = `${flowService}/flows/${flow.id}`;
  const edit = async (instructions: unknown) => {
    const etag = String(at(await own.call(path), 'body.items.0.etag'));
    return own.call(path, { method: 'PATCH', headers: { 'if-match': etag }, body: instructions });
  };
  const set = (field: string, value: unknown) => [{ op: 'replace', path: `/scheduleParams/${field}`, value }];
  const laterStart = Math.floor(testNowMs / 1000) + 600;
  expect((await edit(set('startTime', laterStart))).status).toBe(200);
  expect((await edit([{ op: 'add', path: '/scheduleParams/backfill', value: false }])).status).toBe(200);
  expect(errorCode(await edit(set('interval', 14)))).toBe('CONNECTOR-1362-400');

  own.emulator.control.advance(700_000);
  expect(errorCode(await edit(set('startTime', laterStart + 3600)))).toBe('CONNECTOR-1366-400');
  expect(errorCode(await edit(set('backfill', true)))).toBe('CONNECTOR-1404-400');
  const once = [
    ...set('frequency', 'once'),
    { op: 'remove', path: '/scheduleParams/interval' },
    { op: 'remove', path: '/scheduleParams/backfill' },
  ];
  expect(errorCode(await edit(once))).toBe('CONNECTOR-1403-400');
  const hourly = await edit([...set('frequency', 'hour'), ...set('interval', 6)]);
  expect(hourly.status).toBe(200);
  expect(at(await own.call(path), 'body.items.0')).toMatchObject({
    scheduleParams: { startTime: String(laterStart), frequency: 'hour', interval: '6', backfill: 'false' },
    lastOperation: { operation: 'update', status: { value: 'completed', errors: [] } },
  });
  await own.close();
});

test('what is still referenced cannot be deleted, and in the right order everything can', async () => {
  const flow = await createResource({ client }, 'flows', charges.body);
  const remove = (path: string) => client.call(`${flowService}${path}`, { method: 'DELETE' });
  const { baseConnection, sourceConnection, targetConnection } = charges;
  expect(errorCode(await remove(`/sourceConnections/${sourceConnection.id}`))).toBe('FLOW-1447-400');
  expect(errorCode(await remove(`/targetConnections/${targetConnection.id}`))).toBe('FLOW-1447-400');
  expect(errorCode(await remove(`/connections/${baseConnection.id}`))).toBe('FLOW-1418-400');
  for (const path of [
    `/flows/${flow.id}`,
    `/targetConnections/${targetConnection.id}`,
    `/sourceConnections/${sourceConnection.id}`,
    `/connections/${baseConnection.id}`,
  ]) {
    const reply = await remove(path);
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(errorCode(await client.call(`${flowService}${path}`))).toBe('FLOW-1439-404');
  }
});
