import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import { createResource, prepareChargesFlow } from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

test('moving the clock makes scheduled runs happen and records arrive in the dataset', async () => {
  const { body, datasetId } = await prepareChargesFlow(client);
  const flow = await createResource({ client }, 'flows', body);
  const runsPath = `${flowService}/runs?property=flowId==${flow.id}&orderby=-createdAt`;
  expect((await client.call(runsPath)).body).toEqual({ items: [], _links: {} });

  client.emulator.control.advance(61_000);
  expect(at(await client.call(runsPath), 'body.items.0.metrics')).toEqual({
    durationSummary: { startedAtUTC: testNowMs + 60_000 },
    statusSummary: { status: 'inProgress' },
  });

  client.emulator.control.advance(3_600_000);
  const runs = await client.call(runsPath);
  expect(at(runs, 'body.items.length')).toBe(5);
  expect(at(runs, 'body.items.4.metrics.recordSummary')).toEqual({
    inputRecordCount: 480,
    outputRecordCount: 480,
    createdRecordCount: 480,
    failedRecordCount: 0,
    warningRecordCount: 0,
  });
  const records = await client.raw(`/__emu/datasets/${datasetId}/records`);
  expect(at(records, 'body.count')).toBe(484);
  expect(at(records, 'body.records.0._id')).toMatch(/^ch_3/);
});
