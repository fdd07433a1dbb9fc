import { Disclosure } from '@/components/ui/disclosure';
import { type ProgressItem, ProgressList, type ProgressState } from '@/components/ui/progress-list';
import { StatusLight } from '@/components/ui/status-light';
import type { Tone } from '@/components/ui/tone';
import { formatPlural } from '@/lib/format/numbers';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import { describePart } from './run-words';

/** The objects of one dataflow, folded away unless something about them has to be read. */
export function RunPart({
  run,
  title,
  steps,
  toItem,
}: {
  run: RunView;
  title: string;
  steps: readonly RunStepView[];
  toItem: (step: RunStepView) => ProgressItem;
}) {
  const { state, words } = describePart(run, steps);
  const made = steps.filter((step) => step.state === 'done').length;
  return (
    <Disclosure
      // Opens by itself when there is something to read; after that people decide.
      key={state}
      headingLevel={3}
      className="py-1"
      defaultExpanded={state === 'failed' || state === 'unknown' || state === 'attention'}
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-semibold">{title}</span>
          <StatusLight tone={partTones[state]}>{words}</StatusLight>
          {state !== 'done' && made > 0 && (
            <span className="tabular font-normal text-text-muted">
              {made} of {formatPlural(steps.length, 'object')}
            </span>
          )}
        </span>
      }
    >
      <ProgressList label={`Objects for ${title.toLowerCase()}`} items={steps.map(toItem)} />
    </Disclosure>
  );
}

const partTones: Readonly<Record<ProgressState, Tone>> = {
  waiting: 'neutral',
  working: 'info',
  done: 'positive',
  attention: 'caution',
  failed: 'negative',
  unknown: 'info',
  skipped: 'neutral',
};
