import type { PlanKey } from './plan';

/** What the progress screen knows of one object. Words come from `describeRunStep`. */
export type RunStepView = {
  key: string;
  kind: PlanKey;
  title: string;
  name: string;
  state: 'waiting' | 'working' | 'done' | 'unknown' | 'parked' | 'failed' | 'undone' | 'left';
  remoteId: string | undefined;
  /** It existed before, and was taken when somebody said so. */
  isAdopted?: true;
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
  | {
      kind: 'name-taken';
      name: string;
      /** May take its place, when a person says so. */
      existing?: { id: string; createdAtMs?: number | undefined } | undefined;
      requestId?: string | undefined;
    }
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
        | 'not-visible-yet'
        | 'signed-out';
      /** Undefined when it waits for a person. */
      nextTryAtMs?: number | undefined;
      requestId?: string | undefined;
    }
  | { kind: 'left'; reason: string };

/** `partly`: of several dataflows some exist and some were refused. */
export const runStates = ['running', 'parked', 'failed', 'partly', 'succeeded', 'undoing', 'undone'] as const;
export type RunState = (typeof runStates)[number];

export type RunView = {
  id: string;
  onboardingId: string;
  state: RunState;
  note: string | null;
  steps: RunStepView[];
  startedAtMs: number;
  finishedAtMs: number | undefined;
  /** When it goes on by itself, by the server's clock; undefined while it works, when it asks and when it is over. */
  wakeAtMs: number | undefined;
  /** The account that was to go along: what became of it. */
  account?: { remoteId: string; state: 'working' | 'undone' | 'left'; reason?: string };
  /** What existed once too often and was removed, or could not be. */
  extras: { title: string; remoteId: string; state: 'undone' | 'left' }[];
};

/** Whether a refusal ended the run: the draft may be changed and created again, or the run resumed as it is. */
export function isRefused(run: Pick<RunView, 'state'>): boolean {
  return run.state === 'failed' || run.state === 'partly';
}
