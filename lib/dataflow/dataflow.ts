import type {
  BaseConnectionId,
  DataflowId,
  FlowRunId,
  MappingSetId,
  SourceConnectionId,
  TargetConnectionId,
} from '@/lib/ids';
import type { Frequency } from '@/lib/schedule/schedule';
import type { FlowRunStatus } from './flow-run';

/** `changing` covers every passing state (`updating`, `pending`, `enabled-finalizing`): wait and read again. */
export type DataflowState = 'draft' | 'enabled' | 'disabled' | 'changing' | 'deleting' | 'unknown';

/** As the platform holds it; `once` has neither interval nor backfill. */
export type DataflowSchedule = {
  startTimeSeconds: number;
  frequency: Frequency;
  interval: number | undefined;
  backfill: boolean | undefined;
};

/** Lags two to three minutes behind, and is absent until a run has ended. */
export type LastRun = {
  id: FlowRunId | undefined;
  status: FlowRunStatus;
  startedAtMs: number | undefined;
  completedAtMs: number | undefined;
};

/**
 * A dataflow of any kind in a sandbox. What other kinds of dataflow do not have is undefined, so that one strange
 * neighbour never hides the list.
 */
export type Dataflow = {
  id: DataflowId;
  name: string;
  description: string;
  state: DataflowState;
  flowSpecId: string | undefined;
  schedule: DataflowSchedule | undefined;
  sourceConnectionId: SourceConnectionId | undefined;
  targetConnectionId: TargetConnectionId | undefined;
  mapping: { id: MappingSetId; version: number } | undefined;
  baseConnectionId: BaseConnectionId | undefined;
  connectionSpecId: string | undefined;
  createdAtMs: number;
  updatedAtMs: number;
  /** With its double quotes, ready for `If-Match`. */
  etag: string | undefined;
  lastRun: LastRun | undefined;
};

/** Puts the platform's state names, in whatever spelling, into ours. */
export function normaliseDataflowState(state: string): DataflowState {
  switch (state.toLowerCase().replace(/[_\s]/g, '-')) {
    case 'draft':
      return 'draft';
    case 'enabled':
      return 'enabled';
    case 'disabled':
      return 'disabled';
    case 'pending':
    case 'updating':
    case 'enabling':
    case 'disabling':
    case 'inprogress':
    case 'initializing':
    case 'enabled-finalizing':
      return 'changing';
    case 'deleting':
    case 'delete-finalizing':
      return 'deleting';
    default:
      return 'unknown';
  }
}
