'use client';

import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { useClock } from '@/components/shell/clock';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { type ProgressItem, ProgressList } from '@/components/ui/progress-list';
import type { AppError } from '@/lib/app-error';
import { formatDateTimeWithUtc, formatTime, formatZone } from '@/lib/format/dates';
import { dataflowIdSchema, type OnboardingId, runIdSchema } from '@/lib/ids';
import { dataflowPath, newOnboardingPath, onboardingStepPath } from '@/lib/paths';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import { stepTitles } from '@/lib/wizard/steps';
import { resumeRun } from '@/server/actions/resume-run';
import { undoRun } from '@/server/actions/undo-run';
import { RemoveRunDialog } from './remove-run-dialog';
import { describeRun, describeStep, stepToFix } from './run-words';

export type RunProgressProps = {
  onboardingId: OnboardingId;
  run: RunView;
  canCreate: boolean;
  canEdit: boolean;
  /** Of the poll; the last known state stays on screen. */
  pollError: Error | null;
  isFetching: boolean;
  onRefetch: () => Promise<unknown>;
};

/** How far creating is: what exists, what is not known yet, and what can be done. */
export function RunProgress({
  onboardingId,
  run,
  canCreate,
  canEdit,
  pollError,
  isFetching,
  onRefetch,
}: RunProgressProps) {
  const { timeZone } = useClock();
  const [error, setError] = useState<AppError>();
  const [isResuming, setResuming] = useState(false);
  const { tone, title, body } = describeRun(run);
  const parsedId = runIdSchema.safeParse(run.id);
  const dataflowId = dataflowIdSchema.safeParse(run.dataflowId);

  const act = async (action: typeof resumeRun | typeof undoRun) => {
    if (!parsedId.success) return;
    setError(undefined);
    const result = await action({ runId: parsedId.data }).catch(() => ({
      ok: false as const,
      error: { kind: 'platform-unavailable', cause: 'unreachable' } satisfies AppError,
    }));
    if (!result.ok) setError(result.error);
    await onRefetch();
  };
  const handleResume = async () => {
    setResuming(true);
    await act(resumeRun);
    setResuming(false);
  };

  const isParked = run.state === 'parked';
  const isRemoval = run.note === 'undo-incomplete';
  const canResume = canCreate && (isParked || run.state === 'failed');
  const canRemove =
    canCreate && ((isParked && !isRemoval) || (run.state === 'failed' && run.steps.some(isMade)));
  const actions = (
    <>
      {run.state === 'succeeded' && dataflowId.success && (
        <LinkButton size="small" variant="primary" href={dataflowPath(dataflowId.data)}>
          Open the dataflow
        </LinkButton>
      )}
      {run.state === 'succeeded' && canEdit && (
        <LinkButton size="small" href={newOnboardingPath()}>
          Bring in more data
        </LinkButton>
      )}
      {canResume && (
        <Button
          size="small"
          variant={isParked ? 'primary' : 'secondary'}
          isPending={isResuming}
          pendingLabel="Resuming"
          onPress={() => void handleResume()}
        >
          {isParked ? 'Continue now' : 'Resume'}
        </Button>
      )}
      {canRemove && <RemoveRunDialog run={run} onRemove={() => act(undoRun)} />}
    </>
  );
  const hasActions = run.state === 'succeeded' || canResume || canRemove;

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {error && <AppErrorNotice error={error} />}
      {pollError && (
        <AppErrorNotice
          error={toAppError(pollError)}
          announce="status"
          onRetry={() => void onRefetch()}
          isRetrying={isFetching}
        />
      )}
      <Notice tone={tone} title={title} headingLevel={2} {...(hasActions && { actions })}>
        <p>{body}</p>
        {isParked && <p className="text-sm text-text-muted">Since {describeSince(run, timeZone)}.</p>}
      </Notice>
      <Card title="Objects in Adobe Experience Platform">
        <ProgressList
          label="Objects in Adobe Experience Platform"
          items={run.steps.map((step) => toItem({ run, step, timeZone, onboardingId, canEdit }))}
        />
      </Card>
    </div>
  );
}

const isMade = (step: RunStepView) => step.remoteId !== undefined;

function describeSince(run: RunView, timeZone: string): string {
  return formatDateTimeWithUtc(
    Math.max(run.startedAtMs, ...run.steps.map((step) => step.updatedAtMs)),
    timeZone,
  );
}

function toItem({
  run,
  step,
  timeZone,
  onboardingId,
  canEdit,
}: {
  run: RunView;
  step: RunStepView;
  timeZone: string;
  onboardingId: OnboardingId;
  canEdit: boolean;
}): ProgressItem {
  const clock = (ms: number) => `${formatTime(ms, timeZone)} ${formatZone(ms, timeZone)}`;
  const { state, words, sentence } = describeStep(run, step, clock);
  const fix = canEdit && run.state === 'failed' ? stepToFix(step) : undefined;
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
    ...(fix && {
      actions: (
        <LinkButton size="small" href={onboardingStepPath(onboardingId, fix)}>
          Change it in {stepTitles[fix]}
        </LinkButton>
      ),
    }),
  };
}
