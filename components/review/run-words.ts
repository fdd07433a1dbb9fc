import type { ProgressState } from '@/components/ui/progress-list';
import type { Tone } from '@/components/ui/tone';
import { describeRunStep } from '@/lib/plan/describe-run-step';
import type { PlanKey } from '@/lib/plan/plan';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import type { Step } from '@/lib/wizard/steps';

export type RunHeadline = { tone: Tone; title: string; body: string };

/** The state of a run in one title and one or two sentences; never calls unknown what is known, nor the reverse. */
export function describeRun(run: Pick<RunView, 'state' | 'note' | 'steps'>): RunHeadline {
  switch (run.state) {
    case 'running':
      return {
        tone: 'info',
        title: 'Creating the dataflow',
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
        title: 'Some dataflows are created, others were refused',
        body: `${countMade(run.steps)} What is created works. Resume for the others when their reason has gone.`,
      };
    case 'succeeded':
      return {
        tone: 'positive',
        title: 'The dataflow is created',
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

function countMade(steps: readonly RunStepView[]): string {
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
  schema: 'map',
  identity: 'map',
  profileSchema: 'map',
  dataset: 'map',
  targetConnection: 'map',
  mappingSet: 'map',
  dataflow: 'schedule',
};

/** Where a refused object can be changed; undefined when no step can, as with a missing permission. */
export function stepToFix(step: RunStepView): Step | undefined {
  return step.state === 'failed' && step.note?.kind !== 'not-allowed' ? stepsToFix[step.kind] : undefined;
}
