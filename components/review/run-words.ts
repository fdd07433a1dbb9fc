import type { ProgressState } from '@/components/ui/progress-list';
import type { Tone } from '@/components/ui/tone';
import { describeRunStep } from '@/lib/plan/describe-run-step';
import type { PlanKey } from '@/lib/plan/plan';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import type { Step } from '@/lib/wizard/steps';

export type RunHeadline = { tone: Tone; title: string; body: string };

/** The state of a run in one title and one or two sentences; never calls unknown what is known, nor the reverse. */
export function describeRun(run: Pick<RunView, 'state' | 'note' | 'steps'>): RunHeadline {
  const { made, all } = countDataflows(run.steps);
  switch (run.state) {
    case 'running':
      return {
        tone: 'info',
        title: all === 1 ? 'Creating the dataflow' : `Creating ${all} dataflows`,
        body: 'You can leave this page: it goes on by itself, and you find it here again.',
      };
    case 'parked':
      return describePause(run);
    case 'failed':
      return {
        tone: 'negative',
        title: 'The platform refused a part of the plan',
        body: `${countMade(run.steps)} Change what was refused and create again, resume without a change when the reason has gone, or remove what was made.`,
      };
    case 'partly':
      return {
        tone: 'caution',
        title: `${made} of ${all} dataflows created`,
        body: 'What is created works. For the others the list says what was refused: change it and create again, resume without a change when the reason has gone, or remove what was made.',
      };
    case 'succeeded':
      return {
        tone: 'positive',
        title: all === 1 ? 'The dataflow is created' : `All ${all} dataflows are created`,
        body: 'The platform confirmed every object.',
      };
    case 'undoing':
      return {
        tone: 'info',
        title: 'Removing what was made',
        body: 'Only objects made here are removed. You can leave this page: it goes on by itself.',
      };
    case 'undone':
      return run.steps.some((step) => step.state === 'left')
        ? {
            tone: 'caution',
            title: 'Removed, except for what the platform keeps',
            body: 'The list says what stayed and why. Nothing reads or writes data any more.',
          }
        : {
            tone: 'positive',
            title: 'Everything that was made has been removed',
            body: 'The draft is as it was, and can be created again.',
          };
  }
}

function describePause({ note, steps }: Pick<RunView, 'note' | 'steps'>): RunHeadline {
  const tone = 'caution';
  if (note === 'undo-incomplete') {
    return {
      tone,
      title: 'Not everything could be removed yet',
      body: 'The platform did not answer for the objects that are still listed as created. Continue now to try again.',
    };
  }
  if (note === 'not-verified') {
    return {
      tone,
      title: 'Everything is created, the last check is still open',
      body: 'The platform has not confirmed yet that the dataflow is enabled. It is checked again by itself.',
    };
  }
  if (note === 'interrupted') {
    return { tone, title: 'Interrupted', body: `${countMade(steps)} It goes on where it stopped.` };
  }
  if (note === 'asks') {
    return {
      tone,
      title: 'Paused: it waits for you',
      body: `${countMade(steps)} It was tried several times by itself. Continue when the reason has gone, or remove what was made.`,
    };
  }
  return {
    tone,
    title: 'Paused until the platform answers',
    body: `${countMade(steps)} It goes on by itself; you can also continue now.`,
  };
}

function countDataflows(steps: readonly RunStepView[]): { made: number; all: number } {
  const dataflows = steps.filter((step) => step.kind === 'dataflow');
  return { made: dataflows.filter((step) => step.state === 'done').length, all: dataflows.length };
}

function countMade(steps: readonly RunStepView[]): string {
  const dataflows = countDataflows(steps);
  if (dataflows.made > 0 && dataflows.all > 1) {
    return `${dataflows.made} of ${dataflows.all} dataflows created.`;
  }
  const made = steps.filter((step) => step.state === 'done').length;
  if (made === 0) return 'Nothing has been created so far.';
  return `${made} of ${steps.length} objects ${made === 1 ? 'is' : 'are'} created.`;
}

const progressStates: Readonly<Record<RunStepView['state'], { state: ProgressState; words: string }>> = {
  waiting: { state: 'waiting', words: 'Waiting' },
  working: { state: 'working', words: 'Being created' },
  done: { state: 'done', words: 'Created' },
  unknown: { state: 'unknown', words: 'Not known yet' },
  parked: { state: 'attention', words: 'Paused' },
  failed: { state: 'failed', words: 'Refused' },
  undone: { state: 'skipped', words: 'Removed' },
  left: { state: 'attention', words: 'Still there' },
};

export type StepWords = {
  state: ProgressState;
  /** One or two words for the end of the line. */
  words: string;
  /** What the one or two words leave out; undefined when that is nothing. */
  sentence: string | undefined;
};

/** One object of a run in words. `clock` writes a moment for this person. */
export function describeStep(
  run: Pick<RunView, 'state'>,
  step: RunStepView,
  clock: (ms: number) => string,
): StepWords {
  const { state, words } = progressStates[step.state];
  const hasMore = ['unknown', 'parked', 'failed', 'left'].includes(step.state);
  const sentence = hasMore ? describeRunStep(step, clock) : undefined;
  if (run.state === 'undoing' && step.state === 'done')
    return { state: 'waiting', words: 'To be removed', sentence };
  if (run.state === 'undone' && (step.state === 'waiting' || step.state === 'failed')) {
    return { state: 'skipped', words: 'Never created', sentence: undefined };
  }
  return { state, words, sentence };
}

const stepsToFix: Readonly<Record<PlanKey, Step>> = {
  sourceConnection: 'data',
  schemaClass: 'map',
  fieldGroup: 'map',
  fieldGroupExtension: 'map',
  schema: 'map',
  identity: 'map',
  profileSchema: 'map',
  dataset: 'map',
  targetConnection: 'map',
  mappingSet: 'map',
  dataflow: 'schedule',
};

/** How far one dataflow of several is, as a whole. */
export function describePart(
  run: Pick<RunView, 'state'>,
  steps: readonly RunStepView[],
): { state: ProgressState; words: string } {
  const has = (...states: RunStepView['state'][]) => steps.some((step) => states.includes(step.state));
  if (run.state === 'undone') {
    return has('left')
      ? progressStates.left
      : { state: 'skipped', words: has('undone') ? 'Removed' : 'Never created' };
  }
  if (run.state === 'undoing' && has('done')) return { state: 'waiting', words: 'To be removed' };
  if (has('unknown')) return progressStates.unknown;
  if (has('failed')) return progressStates.failed;
  if (has('parked')) return progressStates.parked;
  if (steps.every((step) => step.state === 'done')) return progressStates.done;
  return has('working', 'done') && run.state === 'running' ? progressStates.working : progressStates.waiting;
}

/** Where a refused object can be changed; undefined when no step can, as with a missing permission. */
export function stepToFix(step: RunStepView): Step | undefined {
  return step.state === 'failed' && step.note?.kind !== 'not-allowed' ? stepsToFix[step.kind] : undefined;
}
