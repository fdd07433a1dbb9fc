import type { HealthStatus } from './dataflow-view';
import type { FlowRunStatus } from './flow-run';

type Tone = 'neutral' | 'info' | 'positive' | 'caution' | 'negative';

export type StatusWords = { tone: Tone; label: string };

const healthWords: Readonly<Record<HealthStatus, StatusWords>> = {
  healthy: { tone: 'positive', label: 'Healthy' },
  'some-rejected': { tone: 'caution', label: 'Some records rejected' },
  failing: { tone: 'negative', label: 'Last run failed' },
  running: { tone: 'info', label: 'Running now' },
  waiting: { tone: 'neutral', label: 'Waiting for the first run' },
  paused: { tone: 'neutral', label: 'Paused' },
  finished: { tone: 'positive', label: 'Finished' },
  unknown: { tone: 'neutral', label: 'Not known' },
};

const runWords: Readonly<Record<FlowRunStatus, StatusWords>> = {
  queued: { tone: 'neutral', label: 'Queued' },
  running: { tone: 'info', label: 'Running' },
  success: { tone: 'positive', label: 'Completed' },
  'success-with-errors': { tone: 'caution', label: 'Completed, some rejected' },
  failed: { tone: 'negative', label: 'Failed' },
  unknown: { tone: 'neutral', label: 'Not known' },
};

/** The health in words, with the tone of its sign. */
export function describeHealth(health: HealthStatus): StatusWords {
  return healthWords[health];
}

/** The status of a flow run in words, with the tone of its sign. */
export function describeFlowRunStatus(status: FlowRunStatus): StatusWords {
  return runWords[status];
}

/** What to do about it, in a sentence; undefined when there is nothing to do. */
export function healthAdvice(health: HealthStatus): string | undefined {
  switch (health) {
    case 'failing':
      return 'Look at the errors of the newest run below. The usual causes are an expired credential and a changed schema.';
    case 'some-rejected':
      return 'Most records arrived. Look at the errors of the newest run below, and correct the mapping or the data.';
    case 'paused':
      return 'No records arrive until it is switched on again.';
    case 'unknown':
      return 'Adobe has not reported a state for the newest run. Figures can lag a few minutes behind.';
    default:
      return undefined;
  }
}
