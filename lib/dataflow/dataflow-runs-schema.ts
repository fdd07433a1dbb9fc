import * as z from 'zod';
import { dataflowIdSchema, flowRunIdSchema } from '@/lib/ids';
import type { DataflowRunsView, HealthStatus } from './dataflow-view';
import { flowRunStatuses } from './flow-run';

const health: readonly HealthStatus[] = [
  'healthy',
  'some-rejected',
  'failing',
  'running',
  'waiting',
  'paused',
  'finished',
  'unknown',
];

// JSON has no undefined: what is not known is absent on the way.
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const trigger = z
  .enum(['backfill', 'incremental'])
  .nullish()
  .transform((value) => value ?? undefined);

const flowRunSchema = z.object({
  id: flowRunIdSchema,
  dataflowId: dataflowIdSchema,
  status: z.enum(flowRunStatuses),
  trigger,
  createdAtMs: z.number(),
  startedAtMs: number,
  completedAtMs: number,
  windowStartMs: number,
  windowEndMs: number,
  inputRecords: number,
  outputRecords: number,
  failedRecords: number,
  skippedRecords: number,
  inputBytes: number,
  outputBytes: number,
  errors: z.array(z.object({ code: z.string(), message: z.string(), recordCount: number })),
  batchIds: z.array(z.string()),
  etag: text,
});

/** The answer of `GET /api/dataflows/{id}/runs` as the browser reads it. */
export const dataflowRunsSchema: z.ZodType<DataflowRunsView> = z.object({
  health: z.enum(health),
  nextRunAtMs: number,
  runs: z.array(flowRunSchema),
  readAtMs: z.number(),
});
