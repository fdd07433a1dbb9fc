import type { PlanKey } from './plan';

/** What the progress screen knows of one object. Words come from `describeRunStep`. */
export type RunStepView = {
  key: string;
  kind: PlanKey;
  title: string;
  name: string;
  state: 'waiting' | 'working' | 'done' | 'unknown' | 'parked' | 'failed' | 'undone' | 'left';
  remoteId: string | undefined;
  note: RunStepNote | undefined;
  /** Epoch milliseconds. */
  updatedAtMs: number;
};

export type RunStepNote =
  | {
      kind: 'refused';
      title?: string | undefined;
      detail?: string | undefined;
      code?: string | undefined;
      requestId?: string | undefined;
    }
  | { kind: 'name-taken'; name: string; requestId?: string | undefined }
  | { kind: 'not-allowed'; detail?: string | undefined; requestId?: string | undefined }
  | { kind: 'unknown'; sinceMs: number; requestId?: string | undefined }
  | {
      kind: 'waiting';
      reason:
        | 'throttled'
        | 'unavailable'
        | 'unreachable'
        | 'look-up-failed'
        | 'not-found-after-sends'
        | 'signed-out';
      nextTryAtMs: number;
      requestId?: string | undefined;
    }
  | { kind: 'left'; reason: string };

export type RunView = {
  id: string;
  onboardingId: string;
  state: 'running' | 'parked' | 'failed' | 'succeeded' | 'undoing' | 'undone';
  note: string | null;
  steps: RunStepView[];
  /** Once it exists. */
  dataflowId: string | undefined;
  startedAtMs: number;
  finishedAtMs: number | undefined;
  /** Nobody drives it although it should be at work: it has to be taken up again. */
  stalled: boolean;
};

/** Whether the run rests, so that polling can stop. A parked run may wake by itself. */
export function isAtRest(run: Pick<RunView, 'state'>): boolean {
  return run.state === 'succeeded' || run.state === 'failed' || run.state === 'undone';
}
