import type { Json } from '../contract';
import type { FlowState, ResourceDocument } from '../flow-service/flow-state';
import { emptyTable, isObject } from '../plain-json';

/** What a run reads: records created after `fromMs` (from the beginning when absent) and up to `toMs`. */
export type RunWindow = { fromMs?: number; toMs: number };

export type NewRun = {
  id: string;
  etag: string;
  startedAtMs: number;
  window: RunWindow;
  kind: 'backfill' | 'incremental' | 'one-time';
};

const copyActivityId = 'copyActivity';
const promotionActivityId = 'promotionActivity';
const mostRunsPerFlow = 500;

/** A run that has just begun. */
export function createRunDocument(flow: ResourceDocument, run: NewRun): ResourceDocument {
  const { startedAtMs, window } = run;
  return Object.assign(emptyTable<Json>(), {
    id: run.id,
    createdAt: startedAtMs,
    updatedAt: startedAtMs,
    createdBy: flow.createdBy,
    updatedBy: flow.updatedBy,
    createdClient: flow.createdClient,
    updatedClient: flow.updatedClient,
    sandboxId: flow.sandboxId,
    sandboxName: flow.sandboxName,
    imsOrgId: flow.imsOrgId,
    flowId: flow.id,
    flowSpec: flow.flowSpec ?? null,
    providerRefId: `M-${flow.id}-${run.kind === 'incremental' ? 'incremental' : 'backfill'}-0:${run.id}`,
    state: 'inProgress',
    version: run.etag,
    etag: run.etag,
    metrics: {
      durationSummary: { startedAtUTC: startedAtMs },
      statusSummary: { status: 'inProgress' },
    },
    activities: [
      {
        id: copyActivityId,
        updatedAtUTC: startedAtMs,
        durationSummary: {
          startedAtUTC: startedAtMs,
          extensions: { windowStart: window.fromMs ?? 0, windowEnd: window.toMs },
        },
        sizeSummary: {},
        recordSummary: {},
        fileSummary: {},
        statusSummary: {
          status: 'inProgress',
          extensions: { type: run.kind === 'incremental' ? 'scheduled' : 'one-time' },
        },
      },
    ],
  });
}

/** The window that a run was started for; a client may have rewritten its activities. */
export function runWindow(run: ResourceDocument): RunWindow {
  const [copy] = Array.isArray(run.activities) ? run.activities : [];
  const summary = isObject(copy) && isObject(copy.durationSummary) ? copy.durationSummary : {};
  const { windowStart = 0, windowEnd = 0 } = isObject(summary.extensions) ? summary.extensions : {};
  const fromMs = typeof windowStart === 'number' ? windowStart : 0;
  const toMs = typeof windowEnd === 'number' ? windowEnd : run.createdAt;
  return { ...(fromMs === 0 ? {} : { fromMs }), toMs };
}

export type RunError = { code: string; message: string };

/** What came out of a run. */
export type RunResult = {
  status: 'success' | 'partialSuccess' | 'failed';
  inputRecords: number;
  outputRecords: number;
  failedRecords: number;
  warningRecords: number;
  inputBytes: number;
  outputBytes: number;
  /** Shown at the run. */
  errors: RunError[];
  /** Shown at the promotion activity: by code, with the number of records. */
  details: (RunError & { recordCount?: number })[];
  hasDiagnostics: boolean;
  batchId?: string;
  /** The copy itself failed: nothing reached the data lake. */
  copyFailed: boolean;
};

/** Writes metrics and activities of a finished run into its document. */
export function completeRunDocument(
  run: ResourceDocument,
  flow: ResourceDocument,
  result: RunResult,
  completedAtMs: number,
  etag: string,
): void {
  const startedAtMs = run.createdAt;
  const copiedAtMs = startedAtMs + Math.round((completedAtMs - startedAtMs) * 0.6);
  const window = runWindow(run);
  const errors = result.errors.map((error) => ({ ...error }));
  run.state = result.status;
  run.updatedAt = completedAtMs;
  run.version = etag;
  run.etag = etag;
  run.metrics = {
    durationSummary: { startedAtUTC: startedAtMs, completedAtUTC: completedAtMs },
    sizeSummary: { inputBytes: result.inputBytes, outputBytes: result.outputBytes },
    recordSummary: {
      inputRecordCount: result.inputRecords,
      outputRecordCount: result.outputRecords,
      createdRecordCount: result.outputRecords,
      failedRecordCount: result.failedRecords,
      warningRecordCount: result.warningRecords,
    },
    fileSummary: {
      inputFileCount: result.inputRecords > 0 ? 1 : 0,
      outputFileCount: result.outputRecords > 0 ? 1 : 0,
      activityRefs: [promotionActivityId],
    },
    statusSummary: {
      status: result.status,
      errors,
      activityRefs: [result.copyFailed ? copyActivityId : promotionActivityId],
    },
  };
  const copyActivity: Json = {
    id: copyActivityId,
    updatedAtUTC: copiedAtMs,
    durationSummary: {
      startedAtUTC: startedAtMs,
      completedAtUTC: copiedAtMs,
      extensions: { windowStart: window.fromMs ?? 0, windowEnd: window.toMs },
    },
    sizeSummary: { inputBytes: result.inputBytes, outputBytes: result.copyFailed ? 0 : result.inputBytes },
    recordSummary: {},
    fileSummary: {
      inputFileCount: result.inputRecords > 0 ? 1 : 0,
      outputFileCount: result.inputRecords > 0 ? 1 : 0,
    },
    statusSummary: {
      status: result.copyFailed ? 'failed' : 'success',
      ...(result.copyFailed ? { errors } : {}),
      extensions: { type: window.fromMs === undefined ? 'one-time' : 'scheduled' },
    },
    sourceInfo: [{ id: firstId(flow.sourceConnectionIds), type: 'SourceConnection' }],
  };
  run.activities = result.copyFailed
    ? [copyActivity]
    : [copyActivity, promotionActivity(flow, result, copiedAtMs, completedAtMs)];
}

function promotionActivity(
  flow: ResourceDocument,
  result: RunResult,
  startedAtMs: number,
  completedAtMs: number,
): Json {
  const { batchId } = result;
  const meta = `https://platform.adobe.io/data/foundation/export/batches/${batchId}/meta?path=`;
  return {
    id: promotionActivityId,
    updatedAtUTC: completedAtMs,
    durationSummary: { startedAtUTC: startedAtMs, completedAtUTC: completedAtMs },
    sizeSummary: { inputBytes: result.inputBytes, outputBytes: result.outputBytes },
    recordSummary: {
      inputRecordCount: result.inputRecords,
      outputRecordCount: result.outputRecords,
      failedRecordCount: result.failedRecords,
    },
    fileSummary: {
      inputFileCount: result.inputRecords > 0 ? 1 : 0,
      outputFileCount: result.outputRecords > 0 ? 1 : 0,
      ...(batchId === undefined ? {} : { extensions: { manifest: { fileInfo: `${meta}input_files` } } }),
    },
    statusSummary: {
      status: result.status,
      errors: result.errors.map((error) => ({ ...error })),
      extensions: {
        ...(result.hasDiagnostics && result.failedRecords > 0 && batchId !== undefined
          ? {
              manifest: { failedRecords: `${meta}row_errors`, sampleErrors: `${meta}row_error_samples.json` },
            }
          : {}),
        errors: result.details.map((detail) => ({ ...detail })),
      },
    },
    ...(batchId === undefined
      ? {}
      : {
          targetInfo: [
            {
              id: firstId(flow.targetConnectionIds),
              type: 'TargetConnection',
              reference: { type: 'Batch', ids: [batchId] },
            },
          ],
        }),
  };
}

function firstId(ids: Json | undefined): string {
  return Array.isArray(ids) && typeof ids[0] === 'string' ? ids[0] : '';
}

/** Lets a dataflow's oldest runs go beyond the 500 newest. */
export function forgetOldRuns(state: FlowState, flowId: string): void {
  const ids = Object.keys(state.runs).filter((id) => state.runs[id]?.flowId === flowId);
  for (const id of ids.slice(0, Math.max(0, ids.length - mostRunsPerFlow))) delete state.runs[id];
}
