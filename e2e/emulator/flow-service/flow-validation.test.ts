import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import {
  createMappingSet,
  createResource,
  createSchema,
  dataLakeSpec,
  oneTrustConnectionBody,
  oneTrustSpec,
  prepareChargesFlow,
} from '../test-objects';

let client: TestClient;
let charges: Awaited<ReturnType<typeof prepareChargesFlow>>;
let oneTrustBody: typeof charges.body;

beforeAll(async () => {
  client = await startTestClient();
  charges = await prepareChargesFlow(client);
  const account = await createResource({ client }, 'connections', oneTrustConnectionBody());
  const sourceConnection = await createResource({ client }, 'sourceConnections', {
    name: 'OneTrust source',
    baseConnectionId: account.id,
    connectionSpec: oneTrustSpec,
    data: { format: 'json' },
    params: {},
  });
  oneTrustBody = { ...charges.body, sourceConnectionIds: [sourceConnection.id] };
});
afterAll(() => client.close());

const nowSeconds = Math.floor(testNowMs / 1000);
const later = nowSeconds + 60;

async function createFlow(change: Record<string, unknown>, body: Record<string, unknown> = charges.body) {
  const reply = await client.call(`${flowService}/flows`, { body: { ...body, ...change } });
  return { status: reply.status, code: errorCode(reply) };
}

const schedules: [string, Record<string, unknown>, string | undefined][] = [
  ['minute 15 as numbers', { startTime: later, frequency: 'minute', interval: 15 }, undefined],
  ['minute 15 as strings', { startTime: String(later), frequency: 'minute', interval: '15' }, undefined],
  ['with backfill off', { startTime: later, frequency: 'hour', interval: 1, backfill: false }, undefined],
  [
    'with backfill as text',
    { startTime: later, frequency: 'hour', interval: 1, backfill: 'false' },
    undefined,
  ],
  ['hour 1', { startTime: later, frequency: 'hour', interval: 1 }, undefined],
  ['once', { startTime: later, frequency: 'once' }, undefined],
  ['starting this very second', { startTime: nowSeconds, frequency: 'hour', interval: 1 }, undefined],
  ['minute 14', { startTime: later, frequency: 'minute', interval: 14 }, 'CONNECTOR-1362-400'],
  ['interval 0', { startTime: later, frequency: 'minute', interval: 0 }, 'CONNECTOR-1394-400'],
  ['interval -1', { startTime: later, frequency: 'hour', interval: -1 }, 'CONNECTOR-1394-400'],
  ['interval 1.5', { startTime: later, frequency: 'hour', interval: 1.5 }, 'CONNECTOR-1312-400'],
  ['interval 1e9', { startTime: later, frequency: 'minute', interval: 1e9 }, 'CONNECTOR-1363-400'],
  ['interval text', { startTime: later, frequency: 'hour', interval: 'often' }, 'CONNECTOR-1312-400'],
  ['no interval', { startTime: later, frequency: 'hour' }, 'CONNECTOR-1393-400'],
  ['once with an interval', { startTime: later, frequency: 'once', interval: 1 }, 'CONNECTOR-1361-400'],
  ['once with backfill', { startTime: later, frequency: 'once', backfill: true }, 'CONNECTOR-1364-400'],
  [
    'a start in the past',
    { startTime: nowSeconds - 1, frequency: 'hour', interval: 1 },
    'CONNECTOR-1360-400',
  ],
  ['a start in milliseconds', { startTime: testNowMs, frequency: 'hour', interval: 1 }, 'CONNECTOR-1340-400'],
  [
    'a start as ISO text',
    { startTime: '2027-02-30T00:00:00Z', frequency: 'hour', interval: 1 },
    'CONNECTOR-1340-400',
  ],
  ['no start', { frequency: 'hour', interval: 1 }, 'CONNECTOR-1393-400'],
  ['an unknown frequency', { startTime: later, frequency: 'month', interval: 1 }, 'CONNECTOR-1397-400'],
  ['an unknown field', { startTime: later, frequency: 'once', zone: 'UTC' }, 'CONNECTOR-1312-400'],
  ['nothing in it', {}, 'CONNECTOR-1317-400'],
];

test.each(schedules)(
  'a schedule with %s gives the documented answer',
  async (_label, scheduleParams, code) => {
    expect(await createFlow({ scheduleParams })).toEqual({ status: code === undefined ? 201 : 400, code });
  },
);

test('OneTrust wants at least 15 for every frequency, unless the switch follows the flow spec', async () => {
  const hourly = (interval: number) => ({
    scheduleParams: { startTime: later, frequency: 'hour', interval },
  });
  expect(await createFlow(hourly(14), oneTrustBody)).toEqual({ status: 400, code: 'CONNECTOR-1362-400' });
  expect((await createFlow(hourly(15), oneTrustBody)).status).toBe(201);
  client.emulator.control.switches({ strictOneTrustInterval: false });
  expect((await createFlow(hourly(1), oneTrustBody)).status).toBe(201);
  client.emulator.control.switches({ strictOneTrustInterval: true });
});

const unknownId = '00000000-0000-4000-8000-000000000000';
const flowBodies: [string, Record<string, unknown>, string][] = [
  ['no name', { name: undefined }, 'CONNECTOR-1304-400'],
  ['a blank name', { name: '  ' }, 'CONNECTOR-1304-400'],
  ['an unknown spec', { flowSpec: { id: unknownId, version: '1.0' } }, 'FLOW-1413-400'],
  ['no spec', { flowSpec: undefined }, 'CONNECTOR-1304-400'],
  ['no source', { sourceConnectionIds: [] }, 'CONNECTOR-1320-400'],
  ['two sources', { sourceConnectionIds: [unknownId, unknownId] }, 'CONNECTOR-1321-400'],
  ['an unknown source', { sourceConnectionIds: [unknownId] }, 'FLOW-1439-404'],
  ['no target', { targetConnectionIds: undefined }, 'CONNECTOR-1320-400'],
  ['an unknown target', { targetConnectionIds: ['__proto__'] }, 'FLOW-1439-404'],
  ['no transformation', { transformations: undefined }, 'CONNECTOR-1370-400'],
  ['an empty transformation list', { transformations: [] }, 'CONNECTOR-1370-400'],
  ['a copy step', { transformations: [{ name: 'Copy', params: {} }] }, 'CONNECTOR-1328-400'],
  ['a mapping without parameters', { transformations: [{ name: 'Mapping' }] }, 'CONNECTOR-1329-400'],
  [
    'an unknown mapping set',
    { transformations: [{ name: 'Mapping', params: { mappingId: 'none', mappingVersion: 0 } }] },
    'FLOW-1419-400',
  ],
  ['no schedule', { scheduleParams: undefined }, 'CONNECTOR-1317-400'],
  ['a state', { state: 'enabled' }, 'FLOW-1410-400'],
  ['a mode', { mode: 'draft' }, 'CONNECTOR-1368-400'],
  ['an unknown field', { owner: 'me' }, 'CONNECTOR-1312-400'],
  ['a threshold of 0', { options: { partialIngestionPercent: 0 } }, 'CONNECTOR-1312-400'],
];

test.each(flowBodies)('a dataflow with %s is refused', async (_label, change, code) => {
  expect(await createFlow(change)).toEqual({ status: Number(code.slice(-3)), code });
});

test('a mapping version that does not exist is 1412', async () => {
  const params = { mappingId: charges.mappingId, mappingVersion: 7 };
  expect((await createFlow({ transformations: [{ name: 'Mapping', params }] })).code).toBe('FLOW-1412-400');
});

test('a mapping set or target connection of another schema is 1425', async () => {
  const other = await createSchema({ client }, 'Another', { id: { type: 'string' } });
  const mappingId = await createMappingSet({ client }, other.id, [
    { source: 'data.id', destination: '_tributarydemo.id' },
  ]);
  const transformations = [{ name: 'Mapping', params: { mappingId, mappingVersion: '0' } }];
  expect((await createFlow({ transformations })).code).toBe('FLOW-1425-400');

  const targetWith = async (schema: { id: string; version: string }) => {
    const target = await createResource({ client }, 'targetConnections', {
      name: 'Target',
      connectionSpec: dataLakeSpec,
      data: { format: 'parquet_xdm', schema },
      params: { dataSetId: charges.datasetId },
    });
    return { targetConnectionIds: [target.id] };
  };
  const version = 'application/vnd.adobe.xed-full+json;version=1';
  expect((await createFlow(await targetWith({ id: other.id, version }))).code).toBe('FLOW-1425-400');
  expect((await createFlow(await targetWith({ id: charges.schema.id, version }))).status).toBe(201);
  const major2 = 'application/vnd.adobe.xed-full+json;version=2';
  expect((await createFlow(await targetWith({ id: charges.schema.id, version: major2 }))).code).toBe(
    'FLOW-1425-400',
  );
});

test('GET shows schedule and mapping version as strings, with parents and a relative link to the runs', async () => {
  const scheduleParams = { startTime: later, frequency: 'hour', interval: 6, backfill: true };
  const created = await client.call(`${flowService}/flows`, { body: { ...charges.body, scheduleParams } });
  expect(created.headers.get('location')).toBe(
    `https://platform.adobe.io/data/foundation/flowservice/flows/${at(created, 'body.id')}`,
  );
  const flow = at(await client.call(`${flowService}/flows/${at(created, 'body.id')}`), 'body.items.0');
  expect(flow).toMatchObject({
    state: 'enabled',
    etag: at(created, 'body.etag'),
    version: at(created, 'body.etag'),
    scheduleParams: { startTime: String(later), frequency: 'hour', interval: '6', backfill: 'true' },
    transformations: [{ name: 'Mapping', params: { mappingId: charges.mappingId, mappingVersion: '0' } }],
    inheritedAttributes: {
      sourceConnections: [
        { id: charges.sourceConnection.id, baseConnection: { id: charges.baseConnection.id } },
      ],
      targetConnections: [{ id: charges.targetConnection.id, connectionSpec: dataLakeSpec }],
    },
    runs: `/runs?property=flowId==${at(created, 'body.id')}`,
  });
  expect(at(created, 'body.etag')).toMatch(/^"[0-9a-f]{8}-0000-0200-0000-[0-9a-f]{12}"$/);
});

test('a draft may be incomplete, cannot be published so, and is enabled once complete', async () => {
  const created = await client.call(`${flowService}/flows?mode=draft`, {
    body: { name: 'Draft', flowSpec: charges.body.flowSpec },
  });
  const path = `${flowService}/flows/${at(created, 'body.id')}`;
  expect(at(await client.call(path), 'body.items.0.state')).toBe('draft');
  expect(errorCode(await client.call(`${path}/action?op=publish`, { method: 'POST' }))).toBe(
    'CONNECTOR-1320-400',
  );
  const { sourceConnectionIds, targetConnectionIds, transformations, scheduleParams } = charges.body;
  const filled = await client.call(path, {
    method: 'PATCH',
    headers: { 'if-match': String(at(created, 'body.etag')) },
    body: Object.entries({ sourceConnectionIds, targetConnectionIds, transformations, scheduleParams }).map(
      ([name, value]) => ({ op: 'add', path: `/${name}`, value }),
    ),
  });
  expect(filled.status).toBe(200);
  expect((await client.call(`${path}/action?op=PUBLISH`, { method: 'POST' })).status).toBe(200);
  expect(at(await client.call(path), 'body.items.0.state')).toBe('enabled');
  expect(errorCode(await client.call(`${path}/action?op=publish`, { method: 'POST' }))).toBe('FLOW-1422-400');
});

test('flows can be found by their parents, on every page and in a search', async () => {
  const field = 'inheritedAttributes.sourceConnections[].connectionSpec.id';
  const property = `property=${field}==${oneTrustSpec.id}`;
  const first = await client.call(`${flowService}/flows?limit=1&${property}`);
  const second = await client.call(flowService + at(first, 'body._links.next.href'));
  const found = await client.call(`${flowService}/flows/search`, {
    body: { queryString: property, count: true },
  });
  for (const page of [first, second]) {
    expect(at(page, 'body.items.0.inheritedAttributes.sourceConnections.0.connectionSpec')).toEqual(
      oneTrustSpec,
    );
  }
  expect([at(second, 'body._links'), found.body]).toEqual([{}, { count: 2 }]);
});
