import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import { createMappingSet, createResource, createSchema, prepareChargesFlow } from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

const minuteMs = 60_000;
const startSeconds = Math.floor(testNowMs / 1000) + 60;

async function listRuns(flowId: string): Promise<Record<string, unknown>[]> {
  const reply = await client.call(
    `${flowService}/runs?property=flowId==${flowId}&orderby=-createdAt&limit=100`,
  );
  return at(reply, 'body.items') as Record<string, unknown>[];
}

test('moving the clock makes scheduled runs happen and records arrive in the dataset', async () => {
  const { body, datasetId } = await prepareChargesFlow(client);
  const flow = await createResource({ client }, 'flows', body);
  expect(await listRuns(flow.id)).toEqual([]);

  client.emulator.control.advance(61_000);
  expect((await listRuns(flow.id))[0]).toMatchObject({
    flowId: flow.id,
    metrics: {
      durationSummary: { startedAtUTC: testNowMs + 60_000 },
      statusSummary: { status: 'inProgress' },
    },
  });
  const path = `${flowService}/flows/${flow.id}`;
  expect(at(await client.call(path), 'body.items.0.lastRunDetails')).toBeUndefined();

  client.emulator.control.advance(60 * minuteMs);
  const runs = await listRuns(flow.id);
  expect(runs.length).toBe(5);
  expect(at(runs, '4.providerRefId')).toMatch(new RegExp(`^M-${flow.id}-backfill-0:`));
  expect(at(runs, '4.metrics')).toMatchObject({
    recordSummary: {
      inputRecordCount: 480,
      outputRecordCount: 480,
      createdRecordCount: 480,
      failedRecordCount: 0,
      warningRecordCount: 0,
    },
    statusSummary: { status: 'success', errors: [] },
  });
  expect(at(runs, '4.activities.1')).toMatchObject({
    id: 'promotionActivity',
    targetInfo: [{ type: 'TargetConnection', reference: { type: 'Batch', ids: [expect.any(String)] } }],
  });
  expect(at(await client.call(path), 'body.items.0.lastRunDetails')).toMatchObject({
    id: runs[1]?.id,
    state: 'success',
  });
  const records = await client.raw(`/__emu/datasets/${datasetId}/records`);
  expect(at(records, 'body.count')).toBe(484);
  expect(at(records, 'body.records.0')).toEqual({
    _id: expect.stringMatching(/^ch_3/),
    _tributarydemo: {
      charges_data: {
        id: expect.stringMatching(/^ch_3/),
        amount: expect.any(Number),
        currency: expect.any(String),
        refunded: expect.any(Boolean),
      },
    },
  });
  const batches = await client.call(`/data/foundation/catalog/batches?dataSet=${datasetId}`);
  expect(Object.values(batches.body as object)[0]).toMatchObject({ status: 'success' });
});

test('a week of quarter hours is caught up with in under five seconds', async () => {
  const { body } = await prepareChargesFlow(client);
  const flow = await createResource({ client }, 'flows', body);
  const startedMs = performance.now();
  client.emulator.control.advance(7 * 24 * 60 * minuteMs);
  expect(performance.now() - startedMs).toBeLessThan(5000);
  const counted = await client.call(`${flowService}/runs?property=flowId==${flow.id}&count=true`);
  expect(counted.body).toEqual({ count: 500 });
});

test('without backfill the first run finds nothing and the next ones only what is new', async () => {
  const { body } = await prepareChargesFlow(client);
  const scheduleParams = { startTime: startSeconds, frequency: 'minute', interval: 30, backfill: false };
  const flow = await createResource({ client }, 'flows', { ...body, scheduleParams });
  client.emulator.control.advance(34 * minuteMs);
  const counts = (await listRuns(flow.id)).map((run) => at(run, 'metrics.recordSummary.inputRecordCount'));
  expect(counts).toEqual([3, 0]);
});

test('a one-time dataflow runs once and takes on-demand runs over a window', async () => {
  const { body } = await prepareChargesFlow(client);
  const once = { startTime: startSeconds, frequency: 'once' };
  const flow = await createResource({ client }, 'flows', { ...body, scheduleParams: once });
  client.emulator.control.advance(240 * minuteMs);
  expect((await listRuns(flow.id)).length).toBe(1);

  const nowSeconds = Math.floor(client.emulator.control.nowMs() / 1000);
  const window = { windowStartTime: String(nowSeconds - 3600), windowEndTime: String(nowSeconds) };
  const post = (params: unknown) => client.call(`${flowService}/runs`, { body: { flowId: flow.id, params } });
  const created = await post({ startTime: String(nowSeconds), ...window });
  expect([created.status, created.body]).toEqual([
    201,
    { items: [{ id: expect.any(String), etag: expect.any(String) }] },
  ]);
  client.emulator.control.advance(5 * minuteMs);
  const run = await client.call(`${flowService}/runs/${at(created, 'body.items.0.id')}`);
  expect(at(run, 'body.items.0.metrics.recordSummary.inputRecordCount')).toBe(6);
  expect(errorCode(await post({ startTime: nowSeconds, windowStartTime: 9, windowEndTime: 8 }))).toBe(
    'CONNECTOR-1381-400',
  );
  expect(errorCode(await post(undefined))).toBe('CONNECTOR-1384-400');
  const scheduled = await createResource({ client }, 'flows', body);
  const refused = await client.call(`${flowService}/runs`, {
    body: { flowId: scheduled.id, params: { startTime: nowSeconds } },
  });
  expect(errorCode(refused)).toBe('CONNECTOR-1386-400');
});

test('a disabled dataflow does not run and an enabled one goes on with the next run', async () => {
  const { body } = await prepareChargesFlow(client);
  const flow = await createResource({ client }, 'flows', body);
  const action = (op: string) =>
    client.call(`${flowService}/flows/${flow.id}/action?op=${op}`, { method: 'POST' });
  client.emulator.control.advance(3 * minuteMs);
  expect((await action('disable')).body).toEqual({ id: flow.id, etag: expect.any(String) });
  client.emulator.control.advance(120 * minuteMs);
  expect((await listRuns(flow.id)).length).toBe(1);
  expect(errorCode(await action('disable'))).toBe('FLOW-1422-400');
  expect(errorCode(await action('explode'))).toBe('FLOW-1435-400');
  await action('ENABLE');
  client.emulator.control.advance(15 * minuteMs);
  const runs = await listRuns(flow.id);
  expect(runs.length).toBe(2);
  expect(at(runs, '0.metrics.recordSummary.inputRecordCount')).toBeGreaterThan(10);
});

test('an expired credential makes runs fail; once replaced, a failed run can be tried again', async () => {
  const { body, baseConnection } = await prepareChargesFlow(client);
  const flow = await createResource({ client }, 'flows', body);
  const rotate = async (accessToken: string) => {
    const path = `${flowService}/connections/${baseConnection.id}`;
    const etag = String(at(await client.call(path), 'body.items.0.etag'));
    const value = { accessToken };
    await client.call(path, {
      method: 'PATCH',
      headers: { 'if-match': etag },
      body: [{ op: 'replace', path: '/auth/params', value }],
    });
  };
  await rotate('sk_test_expired');
  client.emulator.control.advance(5 * minuteMs);
  const [failed] = await listRuns(flow.id);
  expect(at(failed, 'metrics.statusSummary')).toMatchObject({
    status: 'failed',
    errors: [{ code: 'CONNECTOR-1308-400', message: expect.stringContaining('Expired API Key') }],
  });
  expect(at(await client.call(`${flowService}/flows/${flow.id}`), 'body.items.0.lastRunDetails.state')).toBe(
    'failed',
  );

  await rotate('sk_test_tributary');
  const retry = (id: unknown) =>
    client.call(`${flowService}/runs/${id}/action?op=re-trigger`, { method: 'POST' });
  const again = await retry(failed?.id);
  expect(again.status).toBe(200);
  expect(at(again, 'body.id')).not.toBe(failed?.id);
  client.emulator.control.advance(3 * minuteMs);
  const run = await client.call(`${flowService}/runs/${at(again, 'body.id')}`);
  expect(at(run, 'body.items.0.metrics.recordSummary.outputRecordCount')).toBe(480);
  expect(errorCode(await retry(at(again, 'body.id')))).toBe('CONNECTOR-1387-400');
});

test('rejected records fail the run above the threshold, and are reported within it', async () => {
  const { body } = await prepareChargesFlow(client);
  const target = { client };
  const schema = await createSchema(target, 'Strict charges', {
    currency: {
      type: 'string',
      enum: ['usd', 'eur', 'gbp'],
      'meta:enum': { usd: 'usd', eur: 'eur', gbp: 'gbp' },
    },
  });
  const reply = await client.call('/data/foundation/catalog/dataSets', {
    body: {
      name: 'Strict',
      schemaRef: { id: schema.id, contentType: 'application/vnd.adobe.xed+json;version=1' },
    },
  });
  const dataSetId = String(at(reply, 'body.0')).replace('@/dataSets/', '');
  const targetConnection = await createResource(target, 'targetConnections', {
    name: 'Strict target',
    connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
    data: { format: 'json' },
    params: { dataSetId },
  });
  const mappingId = await createMappingSet(target, schema.id, [
    { source: 'data.id', destination: '_id' },
    { source: 'data.currency', destination: '_tributarydemo.currency' },
  ]);
  const strict = {
    ...body,
    targetConnectionIds: [targetConnection.id],
    transformations: [{ name: 'Mapping', params: { mappingId, mappingVersion: 0 } }],
  };
  const all = await createResource(target, 'flows', strict);
  const options = { errorDiagnosticsEnabled: true, partialIngestionPercent: 60 };
  const some = await createResource(target, 'flows', { ...strict, options });
  client.emulator.control.advance(5 * minuteMs);

  const [failed] = await listRuns(all.id);
  expect(at(failed, 'metrics')).toMatchObject({
    recordSummary: { inputRecordCount: 480, outputRecordCount: 0, failedRecordCount: 480 },
    statusSummary: { status: 'failed', errors: [{ code: 'CONNECTOR-2001-500' }] },
  });
  expect(at(failed, 'activities.1.statusSummary.extensions.errors.0.code')).toBe('INGEST-1211-400');

  const [partial] = await listRuns(some.id);
  const rejected = Number(at(partial, 'metrics.recordSummary.failedRecordCount'));
  expect(rejected).toBeGreaterThan(20);
  expect(at(partial, 'metrics')).toMatchObject({
    recordSummary: { inputRecordCount: 480, outputRecordCount: 480 - rejected },
    statusSummary: { status: 'success' },
  });
  expect(at(partial, 'activities.1.statusSummary.extensions')).toMatchObject({
    manifest: { failedRecords: expect.stringContaining('path=row_errors') },
    errors: [
      { code: 'INGEST-1212-400', recordCount: rejected },
      { code: 'INGEST-1401-400', recordCount: rejected },
    ],
  });
});
