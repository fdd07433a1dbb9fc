import type { RunStepView } from './run-view';

const waitingReasons = {
  throttled: 'The platform asked us to slow down.',
  unavailable: 'The platform is not available.',
  unreachable: 'The platform cannot be reached.',
  'look-up-failed': 'We could not look up whether it was created.',
  'not-found-after-sends': 'It was sent several times and does not exist yet.',
  'not-visible-yet': 'What it needs was created and is not visible everywhere yet.',
  'signed-out': 'The platform no longer accepts our credential.',
} as const;

/** One step in words: what is true of the object now, and what happens next. `clock` writes a moment for this person. */
export function describeRunStep(step: RunStepView, clock: (ms: number) => string): string {
  switch (step.state) {
    case 'waiting':
      return 'Waiting for what it needs';
    case 'working':
      return 'Being created';
    case 'done':
      return 'Created';
    case 'unknown':
      return `We do not know yet whether the ${step.title.toLowerCase()} was created. Checking.`;
    case 'undone':
      return 'Removed';
    case 'left':
      return step.note?.kind === 'left' ? `Still there. ${step.note.reason}` : 'Still there';
    case 'parked': {
      if (step.note?.kind !== 'waiting') return 'Paused';
      return step.note.nextTryAtMs === undefined
        ? `${waitingReasons[step.note.reason]} It waits for you: continue, or remove what was made.`
        : `${waitingReasons[step.note.reason]} The next try is at ${clock(step.note.nextTryAtMs)}.`;
    }
    case 'failed':
      return describeRefusal(step);
  }
}

function describeRefusal({ note, title }: RunStepView): string {
  switch (note?.kind) {
    case 'name-taken':
      return note.existing
        ? `Another ${title.toLowerCase()} is called “${note.name}”. Give this one another name, or use the one that exists.`
        : `Another ${title.toLowerCase()} is called “${note.name}”. Give this one another name.`;
    case 'not-allowed':
      return note.detail
        ? `The credential may not create it: ${note.detail}`
        : 'The credential may not create it. Ask an administrator of your organisation for the permission.';
    case 'refused':
      return note.detail ?? note.title ?? 'The platform refused it.';
    default:
      return 'The platform refused it.';
  }
}
