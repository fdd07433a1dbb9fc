import type { BaseConnectionId, DataflowId, SandboxName } from '@/lib/ids';
import type { DataflowSchedule, DataflowState } from './dataflow';
import type { FlowRun, FlowRunStatus } from './flow-run';

/** The one answer people come for. `waiting`: nothing has run yet. `unknown`: the platform did not say. */
export type HealthStatus =
  | 'healthy'
  | 'some-rejected'
  | 'failing'
  | 'running'
  | 'waiting'
  | 'paused'
  | 'finished'
  | 'unknown';

/** A dataflow as lists show it. */
export type DataflowHealth = {
  id: DataflowId;
  name: string;
  /** Undefined for a dataflow of a source that is not ours. */
  sourceId: string | undefined;
  health: HealthStatus;
  lastRunAtMs: number | undefined;
  /** Undefined when paused, finished, or the schedule is not known. */
  nextRunAtMs: number | undefined;
  /** Of the last ended run; undefined until the platform knows them. */
  lastRunRecords: RunRecords | undefined;
};

export type RunRecords = {
  input: number | undefined;
  ingested: number | undefined;
  failed: number | undefined;
};

/** A thing that exists in the platform, for people who look it up there. */
export type PlatformObject = {
  /** “Dataset”, “Mapping set”, …: Adobe's word. */
  kind: string;
  id: string;
  name?: string;
};

/** What the page of one dataflow shows before and between polls. */
export type DataflowView = {
  id: DataflowId;
  name: string;
  description: string;
  sandboxName: SandboxName;
  state: DataflowState;
  sourceId: string | undefined;
  account: { id: BaseConnectionId; name: string } | undefined;
  /** Title of the resource path, such as “Customers”. */
  dataTitle: string | undefined;
  schedule: DataflowSchedule | undefined;
  mappingSummary: { mapped: number; calculated: number; targetName: string } | undefined;
  objects: PlatformObject[];
  createdAtMs: number;
  updatedAtMs: number;
};

/** The answer of `GET /api/dataflows/{id}/runs`: newest flow run first. */
export type DataflowRunsView = {
  health: HealthStatus;
  nextRunAtMs: number | undefined;
  runs: FlowRun[];
  /** When the platform was asked, so that the page can say how old the figures are. */
  readAtMs: number;
};

/** How the description of an account begins that lives only while a new credential is tried. */
export const trialPrefix = 'Tries a new credential for';

/** An account (base connection) as the list shows it. */
export type AccountView = {
  id: BaseConnectionId;
  name: string;
  sourceId: string | undefined;
  mode: 'test' | 'live' | undefined;
  state: 'enabled' | 'disabled' | 'unknown';
  /** As the person stated it; the platform does not know. */
  expiresAtMs: number | undefined;
  owner: string | undefined;
  createdAtMs: number;
  lastSuccessAtMs: number | undefined;
  dataflows: { id: DataflowId; name: string }[];
};

/** Whether it runs well, from the platform's state and the newest flow runs (newest first). */
export function judgeHealth(dataflow: {
  state: DataflowState;
  runsOnce: boolean;
  runs: readonly { status: FlowRunStatus; failedRecords: number | undefined }[];
}): HealthStatus {
  const { state, runs, runsOnce } = dataflow;
  if (state === 'disabled') return runsOnce && runs.some(isSuccess) ? 'finished' : 'paused';
  if (state === 'draft') return 'waiting';
  const newest = runs[0];
  if (!newest) return state === 'enabled' || state === 'changing' ? 'waiting' : 'unknown';
  // A run under way says nothing yet: the one before it is the news, unless that was fine.
  const isUnderWay = newest.status === 'running' || newest.status === 'queued';
  const judged = isUnderWay ? runs[1] : newest;
  switch (judged?.status) {
    case 'failed':
      return 'failing';
    case 'success-with-errors':
      return 'some-rejected';
    case 'success':
      if (isUnderWay) return 'running';
      return runsOnce ? 'finished' : 'healthy';
    case 'unknown':
      return isUnderWay ? 'running' : 'unknown';
    default:
      return isUnderWay ? 'running' : 'unknown';
  }
}

function isSuccess(run: { status: FlowRunStatus }): boolean {
  return run.status === 'success' || run.status === 'success-with-errors';
}
