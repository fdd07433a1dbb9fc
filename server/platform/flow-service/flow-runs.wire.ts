import * as z from 'zod';
import { type FlowRun, type FlowRunError, normaliseFlowRunStatus } from '@/lib/dataflow/flow-run';
import { dataflowIdSchema, flowRunIdSchema } from '@/lib/ids';
import { millisecondsSchema, textSchema, wholeNumberSchema } from '../wire-fields';

const count = wholeNumberSchema.nullish().catch(undefined);
const time = millisecondsSchema.nullish().catch(undefined);

const errorsSchema = z
  .array(z.object({ code: textSchema, message: textSchema, recordCount: count }))
  .nullish()
  .catch(undefined);

const durationSchema = z
  .object({
    startedAtUTC: time,
    completedAtUTC: time,
    extensions: z.object({ windowStart: time, windowEnd: time }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

const statusSchema = z
  .object({
    status: z.string().nullish().catch(undefined),
    errors: errorsSchema,
    extensions: z.object({ errors: errorsSchema }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

const activitySchema = z.object({
  durationSummary: durationSchema,
  statusSummary: statusSchema,
  targetInfo: z
    .array(z.object({ reference: z.object({ type: z.string(), ids: z.array(z.string()) }) }))
    .nullish()
    .catch(undefined),
});

const metricsSchema = z.object({
  durationSummary: durationSchema,
  sizeSummary: z.object({ inputBytes: count, outputBytes: count }).nullish().catch(undefined),
  recordSummary: z
    .object({
      inputRecordCount: count,
      outputRecordCount: count,
      failedRecordCount: count,
      skippedRecordCount: count,
    })
    .nullish()
    .catch(undefined),
  statusSummary: statusSchema,
});

/** Every metric is optional and may be odd; id, dataflow and creation time must be right. */
export const flowRunSchema = z
  .object({
    id: flowRunIdSchema,
    flowId: dataflowIdSchema,
    createdAt: millisecondsSchema,
    providerRefId: z.string().nullish().catch(undefined),
    etag: z.string().nullish().catch(undefined),
    metrics: metricsSchema.nullish().catch(undefined),
    activities: z.array(activitySchema).nullish().catch(undefined),
    // So spelt in the published list schema.
    activites: z.array(activitySchema).nullish().catch(undefined),
  })
  .transform((wire): FlowRun => {
    const activities = wire.activities ?? wire.activites ?? [];
    const records = wire.metrics?.recordSummary;
    const failedRecords = records?.failedRecordCount ?? undefined;
    const windows = [wire.metrics?.durationSummary, ...activities.map((each) => each.durationSummary)];
    return {
      id: wire.id,
      dataflowId: wire.flowId,
      status: normaliseFlowRunStatus(wire.metrics?.statusSummary?.status ?? undefined, failedRecords),
      trigger: triggerOf(wire.providerRefId),
      createdAtMs: wire.createdAt,
      startedAtMs: wire.metrics?.durationSummary?.startedAtUTC ?? undefined,
      completedAtMs: wire.metrics?.durationSummary?.completedAtUTC ?? undefined,
      windowStartMs:
        windows.find((each) => each?.extensions?.windowStart)?.extensions?.windowStart ?? undefined,
      windowEndMs: windows.find((each) => each?.extensions?.windowEnd)?.extensions?.windowEnd ?? undefined,
      inputRecords: records?.inputRecordCount ?? undefined,
      outputRecords: records?.outputRecordCount ?? undefined,
      failedRecords,
      skippedRecords: records?.skippedRecordCount ?? undefined,
      inputBytes: wire.metrics?.sizeSummary?.inputBytes ?? undefined,
      outputBytes: wire.metrics?.sizeSummary?.outputBytes ?? undefined,
      errors: collectErrors([wire.metrics?.statusSummary, ...activities.map((each) => each.statusSummary)]),
      batchIds: collectBatchIds(activities),
      etag: wire.etag ?? undefined,
    };
  });

/** `M-{flowId}-backfill-0:{uuid}` or `M-{flowId}-incremental-0:{uuid}`, by observation. */
function triggerOf(reference: string | null | undefined): FlowRun['trigger'] {
  if (reference?.includes('-backfill-')) return 'backfill';
  return reference?.includes('-incremental-') ? 'incremental' : undefined;
}

function collectErrors(summaries: readonly z.infer<typeof statusSchema>[]): FlowRunError[] {
  const byText = new Map<string, FlowRunError>();
  for (const summary of summaries) {
    for (const error of [...(summary?.errors ?? []), ...(summary?.extensions?.errors ?? [])]) {
      const key = `${error.code} ${error.message}`;
      if (byText.has(key)) continue;
      byText.set(key, {
        code: error.code,
        message: error.message,
        recordCount: error.recordCount ?? undefined,
      });
    }
  }
  return [...byText.values()];
}

function collectBatchIds(activities: readonly z.infer<typeof activitySchema>[]): string[] {
  const references = activities.flatMap((activity) => activity.targetInfo ?? []);
  const batches = references.filter(({ reference }) => reference.type === 'Batch');
  return [...new Set(batches.flatMap(({ reference }) => reference.ids))];
}
