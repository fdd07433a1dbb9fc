import { expect, it } from 'vitest';
import { dataflowIdSchema, flowRunIdSchema } from '@/lib/ids';
import { dataflowRunsSchema } from './dataflow-runs-schema';
import type { DataflowRunsView } from './dataflow-view';

const view: DataflowRunsView = {
  health: 'some-rejected',
  nextRunAtMs: undefined,
  readAtMs: 5,
  runs: [
    {
      id: flowRunIdSchema.parse('3f1c5e0a-0000-4000-8000-000000000001'),
      dataflowId: dataflowIdSchema.parse('3f1c5e0a-0000-4000-8000-000000000002'),
      status: 'success-with-errors',
      trigger: undefined,
      createdAtMs: 1,
      startedAtMs: 2,
      completedAtMs: undefined,
      windowStartMs: undefined,
      windowEndMs: undefined,
      inputRecords: 10,
      outputRecords: 0,
      failedRecords: undefined,
      skippedRecords: undefined,
      inputBytes: undefined,
      outputBytes: undefined,
      errors: [{ code: 'INGEST-1212-400', message: 'Left out', recordCount: undefined }],
      batchIds: [],
      etag: undefined,
    },
  ],
};

it('reads back what the server sends as JSON, where what is not known is absent', () => {
  expect(dataflowRunsSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
});

it('keeps a count of zero apart from a count that is not known', () => {
  const [run] = dataflowRunsSchema.parse(JSON.parse(JSON.stringify(view))).runs;
  expect([run?.outputRecords, run?.failedRecords]).toEqual([0, undefined]);
});
