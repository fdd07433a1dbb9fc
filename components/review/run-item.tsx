import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgressItem } from '@/components/ui/progress-list';
import { formatTime, formatZone } from '@/lib/format/dates';
import type { OnboardingId } from '@/lib/ids';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import { partOf } from '@/lib/plan/plan';
import { isRefused, type RunStepView, type RunView } from '@/lib/plan/run-view';
import { stepTitles } from '@/lib/wizard/steps';
import { type NameAnswer, NameTakenDialog } from './name-taken-dialog';
import { describeStep, stepToFix } from './run-words';

/** One object of a run as a row: what it is called, its id, what is known of it, and what can be done about it. */
export function toRunItem({
  run,
  step,
  timeZone,
  onboardingId,
  canEdit,
  canCreate,
  onAnswer,
}: {
  run: RunView;
  step: RunStepView;
  timeZone: string;
  onboardingId: OnboardingId;
  canEdit: boolean;
  canCreate: boolean;
  onAnswer: (key: string, answer: NameAnswer) => Promise<void>;
}): ProgressItem {
  const clock = (ms: number) => `${formatTime(ms, timeZone)} ${formatZone(ms, timeZone)}`;
  const { state, words, sentence } = describeStep(run, step, clock);
  const fix = canEdit && isRefused(run) ? stepToFix(step) : undefined;
  const conflict = canCreate && step.note?.kind === 'name-taken' ? step.note : undefined;
  const requestId = step.note && 'requestId' in step.note ? step.note.requestId : undefined;
  return {
    id: step.key,
    state,
    stateText: words,
    title: (
      <span className="flex min-w-0 flex-wrap gap-x-2">
        <span className="font-medium">{step.title}</span>
        <span className="min-w-0 break-words text-text-muted">{step.name}</span>
      </span>
    ),
    detail: (
      <>
        {sentence && <p className="text-text">{sentence}</p>}
        {step.remoteId && (
          <p className="flex min-w-0 items-center gap-1">
            <code className="min-w-0 font-mono text-xs break-all">{step.remoteId}</code>
            <CopyButton text={step.remoteId} what={`id of the ${step.title.toLowerCase()}`} />
          </p>
        )}
        {requestId && (
          <p>
            Reference: <code className="font-mono text-xs break-all">{requestId}</code>
          </p>
        )}
      </>
    ),
    ...((fix || conflict) && {
      actions: (
        <>
          {conflict && (
            <NameTakenDialog step={step} note={conflict} onAnswer={(answer) => onAnswer(step.key, answer)} />
          )}
          {fix && (
            <LinkButton
              size="small"
              href={
                fix === 'map' ? mapPath(onboardingId, partOf(step)) : onboardingStepPath(onboardingId, fix)
              }
            >
              Change it in {stepTitles[fix]}
            </LinkButton>
          )}
        </>
      ),
    }),
  };
}
