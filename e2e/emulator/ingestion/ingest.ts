import type { Json, Organisation, Sandbox } from '../contract';
import { type RowError, storeBatchFiles } from '../data-access/batch-files';
import { targetDatasetId } from '../flow-service/flow-parts';
import { flowState, type ResourceDocument } from '../flow-service/flow-state';
import { askVendor } from '../flow-service/vendor-check';
import { isObject } from '../plain-json';
import { createdAtMs, recordRange } from '../sources/timeline';
import { firstOf, mappingOf, streamOf } from './flow-inputs';
import {
  addBatch,
  appendRecords,
  applyMappingSet,
  findDataset,
  findMappingSet,
  resolveSchema,
  validateRecord,
} from './platform-parts';
import type { RunResult, RunWindow } from './run-document';

export type IngestionContext = {
  organisation: Organisation;
  sandbox: Sandbox;
  flow: ResourceDocument;
  window: RunWindow;
  historyEndsMs: number;
  completedAtMs: number;
  batchId: string;
  reportPartialSuccess: boolean;
};

/** Larger runs take the oldest records first and leave the rest unread, so that moving the clock stays quick. */
const mostRecordsPerRun = 1000;

/** Row errors that a batch keeps for its error files. */
const mostRowErrors = 500;

const nothing: RunResult = {
  status: 'success',
  inputRecords: 0,
  outputRecords: 0,
  failedRecords: 0,
  warningRecords: 0,
  inputBytes: 0,
  outputBytes: 0,
  errors: [],
  details: [],
  hasDiagnostics: false,
  copyFailed: false,
};

function failedCopy(code: string, message: string): RunResult {
  return { ...nothing, status: 'failed', copyFailed: true, errors: [{ code, message }] };
}

/** Reads the source, maps, validates and writes: one flow run. Never throws for what a run can meet. */
export function ingest(context: IngestionContext): RunResult {
  const { sandbox, flow, organisation } = context;
  const state = flowState(sandbox);
  const sourceConnection = state.sourceConnections[firstOf(flow.sourceConnectionIds)];
  const targetConnection = state.targetConnections[firstOf(flow.targetConnectionIds)];
  const baseConnection = state.connections[String(sourceConnection?.baseConnectionId)];
  if (!sourceConnection || !targetConnection || !baseConnection) {
    return failedCopy('CONNECTOR-1395-400', 'A connection of the flow is missing.');
  }
  const stream = streamOf(sourceConnection);
  if (!stream) return failedCopy('CONNECTOR-1312-400', 'The source connection names no known resource.');
  const refusal = askVendor(baseConnection, stream.resourcePath === '' ? undefined : stream.resourcePath);
  if (refusal) {
    return failedCopy(
      'CONNECTOR-1308-400',
      `The source responded with status ${refusal.httpStatus}: ${refusal.message}`,
    );
  }
  const dataset = findDataset(sandbox, targetDatasetId(targetConnection));
  const schema = dataset && resolveSchema(organisation, sandbox, dataset.schemaId);
  const mapping = mappingOf(flow);
  const mappingSet = findMappingSet(sandbox, mapping.id, mapping.version);
  if (!dataset || !schema || !mappingSet) {
    return failedCopy('CONNECTOR-2001-500', 'The target dataset, its schema or the mapping is missing.');
  }

  const range = recordRange(stream, context.historyEndsMs, context.window);
  const end = Math.min(range.end, range.first + mostRecordsPerRun);
  const written: Json[] = [];
  const problems = new Map<string, { message: string; recordCount: number }>();
  const rowErrors: RowError[] = [];
  let inputBytes = 0;
  let failedRecords = 0;
  let warningRecords = 0;
  for (let index = range.first; index < end; index += 1) {
    const record = stream.record(index, createdAtMs(stream, context.historyEndsMs, index));
    inputBytes += JSON.stringify(record).length;
    const mapped = applyMappingSet(mappingSet, record, schema, context.completedAtMs);
    const invalid = validateRecord(schema, mapped.data);
    const hasWarnings = (mapped.errors?.length ?? 0) > 0;
    if (hasWarnings) addProblem(problems, 'MAPPER-3700-400', 'Mapper Transform Error');
    if (invalid.length > 0) {
      failedRecords += 1;
      const reasons = invalid.map(
        ({ code, path, message }) => [rowErrorCode(code), `${path}: ${message}`] as const,
      );
      for (const [code, message] of new Map(reasons)) addProblem(problems, code, message);
      rowErrors.push({
        row: mapped.data,
        errors: invalid.map(({ code, path, message }) => ({
          code: rowErrorCode(code),
          column: path,
          message,
        })),
      });
    } else {
      if (hasWarnings) warningRecords += 1;
      written.push(mapped.data);
    }
  }
  return conclude(context, dataset, {
    inputRecords: Math.max(0, end - range.first),
    inputBytes,
    failedRecords,
    warningRecords,
    written,
    problems,
    rowErrors,
  });
}

type Tally = Pick<RunResult, 'inputRecords' | 'inputBytes' | 'failedRecords' | 'warningRecords'> & {
  written: Json[];
  problems: Map<string, { message: string; recordCount: number }>;
  rowErrors: RowError[];
};

/** Decides what rejected records mean, writes the rest and makes the batch. A run without records makes no batch. */
function conclude(
  context: IngestionContext,
  dataset: { id: string; enableErrorDiagnostics: boolean },
  tally: Tally,
): RunResult {
  if (tally.inputRecords === 0) return nothing;
  const { options } = context.flow;
  const given = isObject(options) ? options : {};
  const hasDiagnostics = given.errorDiagnosticsEnabled === true;
  const threshold = given.partialIngestionPercent === undefined ? 0 : Number(given.partialIngestionPercent);
  const failedPercent = (tally.failedRecords / tally.inputRecords) * 100;
  const isFailed = tally.failedRecords > 0 && (failedPercent > threshold || tally.written.length === 0);
  const written = isFailed ? [] : tally.written;
  const details = [...tally.problems].map(([code, problem]) => ({ code, ...problem }));
  if (tally.failedRecords > 0) {
    details.unshift({
      code: hasDiagnostics ? 'INGEST-1212-400' : 'INGEST-1211-400',
      message: `Encountered ${tally.failedRecords} errors in the data. Successfully ingested ${written.length} rows. ${
        hasDiagnostics
          ? 'Review the associated diagnostic files for additional details.'
          : 'Error diagnostics are not enabled.'
      }`,
      recordCount: tally.failedRecords,
    });
  }
  const range = appendRecords(context.sandbox, dataset.id, written);
  storeBatchFiles(context.sandbox, context.batchId, {
    datasetId: dataset.id,
    inputFile: `${context.batchId}.json`,
    inputBytes: tally.inputBytes,
    inputRecords: tally.inputRecords,
    rowErrors: hasDiagnostics ? tally.rowErrors.slice(0, mostRowErrors) : [],
    written: range,
    failed: isFailed,
    storedAtMs: context.completedAtMs,
  });
  const result: RunResult = {
    status: isFailed
      ? 'failed'
      : tally.failedRecords > 0 && context.reportPartialSuccess
        ? 'partialSuccess'
        : 'success',
    inputRecords: tally.inputRecords,
    outputRecords: written.length,
    failedRecords: isFailed ? tally.inputRecords : tally.failedRecords,
    warningRecords: tally.warningRecords,
    inputBytes: tally.inputBytes,
    outputBytes: written.length === 0 ? 0 : JSON.stringify(written).length,
    errors:
      tally.failedRecords > 0
        ? [{ code: 'CONNECTOR-2001-500', message: 'Error occurred at promotion activity.' }]
        : [],
    details,
    hasDiagnostics,
    batchId: context.batchId,
    copyFailed: false,
  };
  recordBatch(context, dataset.id, result);
  return result;
}

function recordBatch(context: IngestionContext, datasetId: string, result: RunResult): void {
  const { completedAtMs, batchId } = context;
  const status = result.status === 'failed' ? 'failed' : 'success';
  addBatch(context.sandbox, {
    id: batchId,
    imsOrg: context.organisation.orgId,
    created: completedAtMs,
    updated: completedAtMs,
    createdClient: 'acp_core_dataIngestion',
    status,
    started: completedAtMs,
    completed: completedAtMs,
    recordCount: result.outputRecords,
    failedRecordCount: result.failedRecords,
    errors: result.details.map(({ code, message }) => ({ code, description: message })),
    relatedObjects: [{ type: 'dataSet', id: datasetId }],
    metrics: {
      inputRecordCount: result.inputRecords,
      outputRecordCount: result.outputRecords,
      failedRecordCount: result.failedRecords,
    },
    version: '1.0.0',
    inputFormat: { format: 'parquet' },
  });
}

/** The documented code for what made a row invalid. */
function rowErrorCode(code: string): string {
  return code === 'required' ? 'INGEST-1555-400' : 'INGEST-1401-400';
}

function addProblem(
  problems: Map<string, { message: string; recordCount: number }>,
  code: string,
  message: string,
): void {
  const problem = problems.get(code);
  if (problem) problem.recordCount += 1;
  else problems.set(code, { message, recordCount: 1 });
}
