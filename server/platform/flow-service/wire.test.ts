import { describe, expect, it } from 'vitest';
import { dataflowSchema } from './dataflows.wire';
import { flowRunSchema } from './flow-runs.wire';

const dataflow = {
  id: '84c64142-1741-4b0b-95a9-65644eba0cf6',
  createdAt: 1612310475905,
  updatedAt: 1613629174714,
  name: 'Charges',
  description: 'marker',
  flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' },
  state: 'enabled',
  etag: '"1a00"',
  sourceConnectionIds: ['abbfac4e-202c-4e04-902d-6f73e9041068'],
  targetConnectionIds: ['69879751-ba43-48df-8cd0-39d2bb76a5b8'],
  inheritedAttributes: {
    sourceConnections: [
      {
        id: 'abbfac4e-202c-4e04-902d-6f73e9041068',
        connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
        baseConnection: { id: 'a9950001-a386-4642-a0cd-5eaac6db5556' },
      },
    ],
  },
  scheduleParams: { startTime: '1612310466', frequency: 'week', interval: '15', backfill: 'true' },
  transformations: [
    { name: 'Copy', params: { deltaColumn: 'updatedAt' } },
    { name: 'Mapping', params: { mappingId: '0b090130b58b4819afc78b6dc98b484d', mappingVersion: '2' } },
  ],
  lastRunDetails: {
    id: 'a10cc80b-fbea-4c6b-873e-d7fd32f4d12d',
    state: 'success',
    startedAtUTC: 1613079975512,
    completedAtUTC: 1613080027511,
  },
};

const expected = {
  id: '84c64142-1741-4b0b-95a9-65644eba0cf6',
  name: 'Charges',
  description: 'marker',
  state: 'enabled',
  flowSpecId: '6499120c-0b15-42dc-936e-847ea3c24d72',
  schedule: { startTimeSeconds: 1612310466, frequency: 'week', interval: 15, backfill: true },
  sourceConnectionId: 'abbfac4e-202c-4e04-902d-6f73e9041068',
  targetConnectionId: '69879751-ba43-48df-8cd0-39d2bb76a5b8',
  mapping: { id: '0b090130b58b4819afc78b6dc98b484d', version: 2 },
  baseConnectionId: 'a9950001-a386-4642-a0cd-5eaac6db5556',
  connectionSpecId: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3',
  createdAtMs: 1612310475905,
  updatedAtMs: 1613629174714,
  etag: '"1a00"',
  lastRun: {
    id: 'a10cc80b-fbea-4c6b-873e-d7fd32f4d12d',
    status: 'success',
    startedAtMs: 1613079975512,
    completedAtMs: 1613080027511,
  },
};

describe('dataflows', () => {
  it('are read with schedule and mapping version as text', () => {
    expect(dataflowSchema.parse(dataflow)).toEqual(expected);
  });

  it('are read the same with numbers and a boolean', () => {
    const scheduleParams = { startTime: 1612310466, frequency: 'WEEK', interval: 15, backfill: true };
    expect(dataflowSchema.parse({ ...dataflow, scheduleParams }).schedule).toEqual(expected.schedule);
  });

  it('of other kinds lack what they do not have', () => {
    const { id, createdAt, updatedAt, name } = dataflow;
    expect(
      dataflowSchema.parse({
        id,
        createdAt,
        updatedAt,
        name,
        scheduleParams: { frequency: 'yearly' },
        sourceConnectionIds: ['x'],
        transformations: {},
      }),
    ).toEqual({
      ...Object.fromEntries(Object.keys(expected).map((key) => [key, undefined])),
      id,
      name,
      description: '',
      state: 'unknown',
      createdAtMs: createdAt,
      updatedAtMs: updatedAt,
    });
  });

  it('with another id form are refused', () => {
    expect(dataflowSchema.safeParse({ ...dataflow, id: '../x' }).success).toBe(false);
  });
});

describe('flow runs', () => {
  const run = {
    id: '9830305a-985f-47d0-b030-5a985fd7d004',
    flowId: 'c9cef9cb-c934-4467-8ef9-cbc934546741',
    createdAt: 1596656079576,
    providerRefId: 'M-c9cef9cb-backfill-0:1',
    etag: '"b800"',
    metrics: {
      durationSummary: { startedAtUTC: 1596656058198, completedAtUTC: 1596656113306 },
      sizeSummary: { inputBytes: 24012, outputBytes: 17128 },
      recordSummary: { inputRecordCount: 100, outputRecordCount: 99, failedRecordCount: 1 },
      statusSummary: {
        status: 'success',
        errors: [{ code: 'CONNECTOR-2001-500', message: 'Error occurred at promotion activity.' }],
      },
    },
    activities: [
      {
        id: 'copyActivity',
        durationSummary: { extensions: { windowStart: 1596653708000, windowEnd: 1596655508000 } },
        statusSummary: { status: 'success', extensions: { type: 'one-time' } },
      },
      {
        id: 'promotionActivity',
        statusSummary: {
          status: 'success',
          errors: [{ code: 'CONNECTOR-2001-500', message: 'Error occurred at promotion activity.' }],
          extensions: {
            errors: [{ code: 'MAPPER-3700-400', recordCount: 1, message: 'Mapper Transform Error' }],
          },
        },
        targetInfo: [{ reference: { type: 'Batch', ids: ['01EF01X41KJD82Y9ZX6ET54PCZ'] } }],
      },
    ],
  };
  const expectedRun = {
    id: '9830305a-985f-47d0-b030-5a985fd7d004',
    dataflowId: 'c9cef9cb-c934-4467-8ef9-cbc934546741',
    status: 'success-with-errors',
    trigger: 'backfill',
    createdAtMs: 1596656079576,
    startedAtMs: 1596656058198,
    completedAtMs: 1596656113306,
    windowStartMs: 1596653708000,
    windowEndMs: 1596655508000,
    inputRecords: 100,
    outputRecords: 99,
    failedRecords: 1,
    skippedRecords: undefined,
    inputBytes: 24012,
    outputBytes: 17128,
    errors: [
      {
        code: 'CONNECTOR-2001-500',
        message: 'Error occurred at promotion activity.',
        recordCount: undefined,
      },
      { code: 'MAPPER-3700-400', message: 'Mapper Transform Error', recordCount: 1 },
    ],
    batchIds: ['01EF01X41KJD82Y9ZX6ET54PCZ'],
    etag: '"b800"',
  };

  it('are read with every error once', () => {
    expect(flowRunSchema.parse(run)).toEqual(expectedRun);
  });

  it('are read when the list of activities is misspelt', () => {
    const { activities, ...rest } = run;
    expect(flowRunSchema.parse({ ...rest, activites: activities })).toEqual(expectedRun);
  });

  it('are read when nothing is known yet, or metrics are odd', () => {
    const { id, flowId, createdAt } = run;
    const bare = flowRunSchema.parse({ id, flowId, createdAt });
    const odd = flowRunSchema.parse({
      id,
      flowId,
      createdAt,
      metrics: { recordSummary: [] },
      activities: 'none',
    });
    expect(bare).toEqual(odd);
    expect({ status: bare.status, errors: bare.errors, failed: bare.failedRecords }).toEqual({
      status: 'unknown',
      errors: [],
      failed: undefined,
    });
  });
});
