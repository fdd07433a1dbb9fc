import type { DataflowId, FlowRunId } from '@/lib/ids';

export const flowRunStatuses = [
  'queued',
  'running',
  'success',
  'success-with-errors',
  'failed',
  'unknown',
] as const;

/** `success-with-errors`: the platform says `success`, yet records failed. */
export type FlowRunStatus = (typeof flowRunStatuses)[number];

export type FlowRunError = { code: string; message: string; recordCount: number | undefined };

/** One run of a dataflow. Counts are undefined until the platform knows them; zero means zero. */
export type FlowRun = {
  id: FlowRunId;
  dataflowId: DataflowId;
  status: FlowRunStatus;
  /** Told from the provider's reference, by observation; undefined for on-demand runs. */
  trigger: 'backfill' | 'incremental' | undefined;
  createdAtMs: number;
  startedAtMs: number | undefined;
  completedAtMs: number | undefined;
  /** The slice of source time that this run covers. */
  windowStartMs: number | undefined;
  windowEndMs: number | undefined;
  inputRecords: number | undefined;
  outputRecords: number | undefined;
  failedRecords: number | undefined;
  skippedRecords: number | undefined;
  inputBytes: number | undefined;
  outputBytes: number | undefined;
  /** Each code once, however many activities report it. */
  errors: FlowRunError[];
  batchIds: string[];
  etag: string | undefined;
};

/**
 * The platform's status in any casing (`success`, `PARTIAL_SUCCESS`, `inProgress`) as ours. `success` with failed
 * records is `success-with-errors`; an unheard-of value is `unknown`, never an exception.
 */
export function normaliseFlowRunStatus(status: string | undefined, failedRecords = 0): FlowRunStatus {
  switch ((status ?? '').toLowerCase().replace(/[^a-z]/g, '')) {
    case 'success':
    case 'completed':
      return failedRecords > 0 ? 'success-with-errors' : 'success';
    case 'partialsuccess':
    case 'partialfailure':
      return 'success-with-errors';
    case 'failed':
    case 'failure':
      return 'failed';
    case 'inprogress':
    case 'running':
      return 'running';
    case 'queued':
    case 'scheduled':
      return 'queued';
    default:
      return 'unknown';
  }
}

/** Whether the run has ended, so that nobody needs to poll it. */
export function isFlowRunEnded(run: Pick<FlowRun, 'status'>): boolean {
  return run.status === 'success' || run.status === 'success-with-errors' || run.status === 'failed';
}

/** The platform repeats failed runs, and successful ones that brought nothing in. */
export function isFlowRunRetriable(run: Pick<FlowRun, 'status' | 'outputRecords'>): boolean {
  return run.status === 'failed' || (run.status === 'success' && run.outputRecords === 0);
}
