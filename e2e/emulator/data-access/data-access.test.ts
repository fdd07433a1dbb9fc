import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient } from '../test-client';
import {
  createDataset,
  createMappingSet,
  createResource,
  createSchema,
  dataLakeSpec,
  prepareChargesFlow,
} from '../test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

const exported = '/data/foundation/export';

/** A dataflow that rejects every charge in a currency its schema does not list. */
async function runBadly(errorDiagnosticsEnabled: boolean) {
  const target = { client };
  const { body } = await prepareChargesFlow(client);
  const schema = await createSchema(target, 'Strict charges', {
    currency: { type: 'string', enum: ['usd', 'eur'], 'meta:enum': { usd: 'usd', eur: 'eur' } },
  });
  const datasetId = await createDataset(target, 'Strict', schema.id);
  const targetConnection = await createResource(target, 'targetConnections', {
    name: 'Strict target',
    connectionSpec: dataLakeSpec,
    data: { format: 'json' },
    params: { dataSetId: datasetId },
  });
  const mappingId = await createMappingSet(target, schema.id, [
    { source: 'data.id', destination: '_id' },
    { source: 'data.currency', destination: '_tributarydemo.currency' },
  ]);
  const { id } = await createResource(target, 'flows', {
    ...body,
    targetConnectionIds: [targetConnection.id],
    transformations: [{ name: 'Mapping', params: { mappingId, mappingVersion: 0 } }],
    options: { errorDiagnosticsEnabled, partialIngestionPercent: 99 },
  });
  client.emulator.control.advance(10 * 60_000);
  const runs = await client.call(`${flowService}/runs?property=flowId==${id}`);
  const activity = at(runs, 'body.items.0.activities.1');
  return {
    activity,
    batchId: String(at(activity, 'targetInfo.0.reference.ids.0')),
    datasetId,
  };
}

const meta = (batchId: string, path?: string) =>
  client.call(`${exported}/batches/${batchId}/meta${path === undefined ? '' : `?path=${path}`}`);
const names = (reply: unknown) => (at(reply, 'body.data') as { name: string }[]).map((row) => row.name);

test('the links of a run lead to row errors on the emulator’s own origin', async () => {
  const { activity, batchId } = await runBadly(true);
  const failed = String(at(activity, 'statusSummary.extensions.manifest.failedRecords'));
  expect(failed).toBe(`${client.url}${exported}/batches/${batchId}/meta?path=row_errors`);
  const folder = await client.call(failed.slice(client.url.length));
  expect(names(folder)).toEqual(['conversion_errors_0.json']);
  const href = String(at(folder, 'body.data.0._links.self.href'));
  const lines = (await client.call(href.slice(client.url.length))).text.trim().split('\n');
  const failedCount = Number(at(activity, 'recordSummary.failedRecordCount'));
  expect(lines).toHaveLength(failedCount);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    _id: expect.any(String),
    _errors: [{ _code: 'INGEST-1401-400', _column: expect.stringContaining('currency') }],
    _filename: `${batchId}.json`,
  });
});

test('samples are a list, the input has its manifest, unknown files are 404', async () => {
  const { batchId } = await runBadly(true);
  expect(names(await meta(batchId))).toEqual(['input_files', 'row_errors', 'row_error_samples.json']);
  expect(at(await meta(batchId, 'row_error_samples.json'), 'body.0._errors.0._code')).toBe('INGEST-1401-400');
  expect(names(await meta(batchId, 'input_files'))).toEqual([`${batchId}.json`]);
  expect((await meta(batchId, 'secrets')).status).toBe(404);
  expect((await meta('01ZZZZZZZZZZZZZZZZZZZZZZZZ')).status).toBe(404);
});

test('without diagnostics there are no row errors, and after 30 days no files', async () => {
  const { batchId } = await runBadly(false);
  expect(names(await meta(batchId, 'row_errors'))).toEqual([]);
  client.emulator.control.advance(31 * 86_400_000);
  expect(names(await meta(batchId))).toEqual([]);
});

test('the records of a batch can be read as a file, and a dataset has a preview', async () => {
  const { batchId, datasetId } = await runBadly(true);
  const file = at(await client.call(`${exported}/batches/${batchId}/files`), 'body.data.0.dataSetFileId');
  const [part = ''] = names(await client.call(`${exported}/files/${file}`));
  const text = (await client.call(`${exported}/files/${file}?path=${part}`)).text;
  const preview = await client.call(`${exported}/datasets/${datasetId}/preview`);
  const rows = at(preview, 'body.data') as unknown[];
  expect(
    text
      .trim()
      .split('\n')
      .slice(-rows.length)
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(rows);
});

test('the last batch of a dataset is listed with how it ended', async () => {
  const { batchId, datasetId } = await runBadly(true);
  const reply = await client.call(`/data/foundation/catalog/lastBatches?dataSetId=${datasetId}`);
  expect(at(reply, `body.${datasetId}`)).toMatchObject({
    lastBatchId: batchId,
    lastBatchStatus: 'success',
    lastSuccessfulBatchId: batchId,
  });
});

test('a dataset that a target connection names cannot be deleted until the switch allows it', async () => {
  const { datasetId } = await prepareChargesFlow(client);
  const remove = () => client.call(`/data/foundation/catalog/dataSets/${datasetId}`, { method: 'DELETE' });
  expect((await remove()).status).toBe(400);
  client.emulator.control.switches({ protectUsedDatasets: false });
  expect((await remove()).status).toBe(200);
});
