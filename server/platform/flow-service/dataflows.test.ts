import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { listBatches } from '../catalog/batches';
import type { PlatformContext } from '../platform-context';
import {
  createFlow,
  dataLakeSpec,
  demoContext,
  etagOf,
  failureOf,
  flowSpec,
  stripeSpec,
} from '../test-support';
import { deleteBaseConnection, getBaseConnection, updateBaseConnectionCredentials } from './base-connections';
import {
  deleteDataflow,
  disableDataflow,
  enableDataflow,
  getDataflow,
  listDataflows,
  updateDataflow,
} from './dataflows';
import { createFlowRun, getFlowRun, listFlowRuns, retryFlowRun } from './flow-runs';
import { deleteSourceConnection, getSourceConnection, listSourceConnections } from './source-connections';
import { deleteTargetConnection, getTargetConnection, listTargetConnections } from './target-connections';

const hourMs = 3_600_000;
const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('dataflows', () => {
  it('are created, read, listed, changed, stopped, started and deleted with all they stand on', async () => {
    const made = await createFlow(ctx, 'Charges flow', { frequency: 'hour', interval: 6, backfill: true });
    const dataflow = await getDataflow(ctx, made.dataflow.id);
    expect(dataflow).toEqual({
      id: made.dataflow.id,
      name: 'Charges flow',
      description: 'marker-7',
      state: 'enabled',
      flowSpecId: flowSpec.id,
      schedule: {
        startTimeSeconds: made.startTimeSeconds,
        frequency: 'hour',
        interval: 6,
        backfill: true,
      },
      sourceConnectionId: made.source.id,
      targetConnectionId: made.destination.id,
      mapping: { id: made.mappingSet.id, version: made.mappingSet.version },
      baseConnectionId: made.account.id,
      connectionSpecId: stripeSpec.id,
      createdAtMs: expect.any(Number),
      updatedAtMs: expect.any(Number),
      etag: made.dataflow.etag,
      lastRun: undefined,
    });
    const byEachFilter = [
      { name: 'Charges flow' },
      { flowSpecId: flowSpec.id, name: 'Charges flow' },
      { sourceConnectionId: made.source.id },
      { targetConnectionId: made.destination.id },
      { baseConnectionId: made.account.id },
      { connectionSpecId: stripeSpec.id, name: 'Charges flow' },
    ];
    for (const filter of byEachFilter) {
      expect(await listDataflows(ctx, filter)).toEqual({ items: [dataflow], complete: true });
    }
    expect((await listDataflows(ctx, { name: 'No such flow' })).items).toEqual([]);

    expect(await getSourceConnection(ctx, made.source.id)).toMatchObject({
      id: made.source.id,
      name: 'Charges flow source',
      description: 'marker-2',
      baseConnectionId: made.account.id,
      connectionSpecId: stripeSpec.id,
      params: { resourcePath: 'charges' },
    });
    expect(
      (await listSourceConnections(ctx, { baseConnectionId: made.account.id })).items.map(({ id }) => id),
    ).toEqual([made.source.id]);
    expect(await getTargetConnection(ctx, made.destination.id)).toMatchObject({
      id: made.destination.id,
      datasetId: made.dataset.id,
      xdmSchemaId: made.schema.id,
    });
    expect(
      (
        await listTargetConnections(ctx, { datasetId: made.dataset.id, connectionSpecId: dataLakeSpec.id })
      ).items.map(({ id }) => id),
    ).toEqual([made.destination.id]);

    const updated = await updateDataflow(ctx, {
      id: made.dataflow.id,
      etag: etagOf(made.dataflow),
      patch: [
        { op: 'replace', path: '/scheduleParams/frequency', value: 'day' },
        { op: 'replace', path: '/scheduleParams/interval', value: 1 },
        { op: 'replace', path: '/name', value: 'Charges daily' },
      ],
    });
    expect(await getDataflow(ctx, made.dataflow.id)).toMatchObject({
      name: 'Charges daily',
      schedule: { frequency: 'day', interval: 1 },
      etag: updated.etag,
    });
    const stale = updateDataflow(ctx, { id: made.dataflow.id, etag: etagOf(made.dataflow), patch: [] });
    expect((await failureOf(stale)).kind).not.toBe('not-found');
    await disableDataflow(ctx, made.dataflow.id);
    expect((await getDataflow(ctx, made.dataflow.id)).state).toBe('disabled');
    await enableDataflow(ctx, made.dataflow.id);
    expect((await getDataflow(ctx, made.dataflow.id)).state).toBe('enabled');

    expect(await failureOf(deleteBaseConnection(ctx, made.account.id))).toMatchObject({
      kind: 'rejected',
      code: 'FLOW-1418-400',
    });
    await deleteDataflow(ctx, made.dataflow.id);
    await deleteDataflow(ctx, made.dataflow.id);
    await deleteTargetConnection(ctx, made.destination.id);
    await deleteSourceConnection(ctx, made.source.id);
    await deleteBaseConnection(ctx, made.account.id);
    expect(await failureOf(getDataflow(ctx, made.dataflow.id))).toMatchObject({
      kind: 'not-found',
      code: 'FLOW-1439-404',
    });
  });

  it('that start in the past are refused by code', async () => {
    const error = await failureOf(createFlow(ctx, 'Past', { startTime: 1_600_000_000, frequency: 'once' }));
    expect(error).toMatchObject({ kind: 'rejected', status: 400 });
    expect(error.code).toMatch(/-1360-400$/);
  });

  it('run when their time has come', async () => {
    const made = await createFlow(ctx, 'Runs', { frequency: 'hour', interval: 1, backfill: true });
    expect(await listFlowRuns(ctx, made.dataflow.id, { limit: 10 })).toEqual([]);
    emulator.control.advance(3 * hourMs);
    const runs = await listFlowRuns(ctx, made.dataflow.id, { limit: 10 });
    expect(runs.length).toBeGreaterThanOrEqual(2);
    const oldest = runs.at(-1);
    expect(oldest).toMatchObject({
      dataflowId: made.dataflow.id,
      status: expect.stringMatching(/^success/),
      startedAtMs: expect.any(Number),
      completedAtMs: expect.any(Number),
      inputRecords: expect.any(Number),
      outputRecords: expect.any(Number),
    });
    if (oldest) expect(await getFlowRun(ctx, oldest.id)).toEqual(oldest);
    expect((await getDataflow(ctx, made.dataflow.id)).lastRun).toMatchObject({
      status: expect.stringMatching(/^success/),
    });
    const batches = await listBatches(ctx, made.dataset.id, { limit: 10 });
    expect(batches[0]).toMatchObject({ status: 'success', recordCount: expect.any(Number) });
    expect((await listFlowRuns(ctx, made.dataflow.id, { limit: 1 })).length).toBe(1);
  });

  it('fail when the key ends, and the run can be repeated', async () => {
    const made = await createFlow(ctx, 'Failing', { frequency: 'hour', interval: 1, backfill: true });
    const account = await getBaseConnection(ctx, made.account.id);
    await updateBaseConnectionCredentials(ctx, {
      id: account.id,
      etag: etagOf(account),
      credentials: { accessToken: 'sk_test_expired' },
    });
    emulator.control.advance(2 * hourMs);
    const failed = (await listFlowRuns(ctx, made.dataflow.id, { limit: 10 })).find(
      ({ status }) => status === 'failed',
    );
    expect(failed?.errors.length).toBeGreaterThan(0);
    if (failed) expect((await retryFlowRun(ctx, failed.id)).id).not.toBe(failed.id);
  });

  it('that run once can be started by hand', async () => {
    const made = await createFlow(ctx, 'Once', { frequency: 'once' });
    expect((await getDataflow(ctx, made.dataflow.id)).schedule).toEqual({
      startTimeSeconds: made.startTimeSeconds,
      frequency: 'once',
      interval: undefined,
      backfill: undefined,
    });
    emulator.control.advance(hourMs);
    const nowSeconds = Math.floor(emulator.control.nowMs() / 1000);
    const run = await createFlowRun(ctx, {
      dataflowId: made.dataflow.id,
      startTimeSeconds: nowSeconds + 60,
      windowStartTimeSeconds: nowSeconds - 86_400,
      windowEndTimeSeconds: nowSeconds,
    });
    expect(run.id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
