'use client';

import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { useClock } from '@/components/shell/clock';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { ProgressList } from '@/components/ui/progress-list';
import { TextLink } from '@/components/ui/text-link';
import type { AppError } from '@/lib/app-error';
import { formatDateTimeWithUtc, formatTime, formatZone } from '@/lib/format/dates';
import { dataflowIdSchema, type OnboardingId, runIdSchema } from '@/lib/ids';
import { dataflowPath, newOnboardingPath } from '@/lib/paths';
import { partOf } from '@/lib/plan/plan';
import { isRefused, type RunStepView, type RunView } from '@/lib/plan/run-view';
import { answerRun } from '@/server/actions/answer-run';
import { resumeRun } from '@/server/actions/resume-run';
import { undoRun } from '@/server/actions/undo-run';
import type { NameAnswer } from './name-taken-dialog';
import { PollNotice } from './poll-notice';
import { RemoveRunDialog } from './remove-run-dialog';
import { toRunItem } from './run-item';
import { RunPart } from './run-part';
import { describeRun } from './run-words';

export type RunProgressProps = {
  onboardingId: OnboardingId;
  run: RunView;
  /** What people call the resource path of a part. */
  titleOf: (resourcePath: string) => string;
  /** An account that may go along when what was made is removed. */
  ownAccountName: string | null;
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
  titleOf,
  ownAccountName,
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
  const parts = [...new Set(run.steps.map(partOf))];
  const dataflows = run.steps.flatMap((step) => {
    const id = dataflowIdSchema.safeParse(step.kind === 'dataflow' ? step.remoteId : undefined);
    return id.success && step.state === 'done' ? [{ id: id.data, title: titleOf(partOf(step)) }] : [];
  });
  const [dataflow] = dataflows;

  const act = async (action: (input: { runId: string }) => ReturnType<typeof resumeRun>) => {
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

  const handleAnswer = (key: string, answer: NameAnswer) =>
    act((input) => answerRun({ ...input, key, answer }));

  const itemOf = (step: RunStepView) =>
    toRunItem({ run, step, timeZone, onboardingId, canEdit, canCreate, onAnswer: handleAnswer });

  const isParked = run.state === 'parked';
  const isRemoval = run.note === 'undo-incomplete';
  const canResume = canCreate && (isParked || isRefused(run));
  const canRemove =
    canCreate &&
    ((isParked && !isRemoval) ||
      (isRefused(run) && run.steps.some(isMade)) ||
      (run.state === 'undone' && run.steps.some(isStillThere)));
  const actions = (
    <>
      {run.state === 'succeeded' && dataflow && parts.length === 1 && (
        <LinkButton size="small" variant="primary" href={dataflowPath(dataflow.id)}>
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
      {canRemove && (
        <RemoveRunDialog
          run={run}
          accountName={ownAccountName}
          onRemove={(withAccount) => act((input) => undoRun({ ...input, withAccount }))}
        />
      )}
    </>
  );
  const hasActions = run.state === 'succeeded' || canResume || canRemove;

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {error && <AppErrorNotice error={error} />}
      {pollError && (
        <PollNotice error={toAppError(pollError)} isFetching={isFetching} onRefetch={onRefetch} />
      )}
      <Notice tone={tone} title={title} headingLevel={2} {...(hasActions && { actions })}>
        <p>{body}</p>
        {parts.length > 1 && dataflows.length > 0 && (
          <ul aria-label="Created dataflows" className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {dataflows.map(({ id, title: path }) => (
              <li key={id}>
                <TextLink href={dataflowPath(id)} aria-label={`Open the dataflow: ${path.toLowerCase()}`}>
                  {path}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
        {isParked && (
          <p className="text-sm text-text-muted">
            Since {describeSince(run, timeZone)}.
            {run.wakeAtMs !== undefined &&
              ` The next automatic try is at ${formatTime(run.wakeAtMs, timeZone)} ${formatZone(run.wakeAtMs, timeZone)}.`}
          </p>
        )}
      </Notice>
      <Card title="Objects in Adobe Experience Platform">
        {parts.length === 1 ? (
          <ProgressList label="Objects in Adobe Experience Platform" items={run.steps.map(itemOf)} />
        ) : (
          <div className="flex flex-col divide-y divide-line">
            {parts.map((part) => (
              <RunPart
                key={part}
                run={run}
                title={titleOf(part)}
                steps={run.steps.filter((step) => partOf(step) === part)}
                toItem={itemOf}
              />
            ))}
          </div>
        )}
        {run.account && (
          <p className="mt-3 border-t border-line pt-3 text-sm">
            Account <code className="font-mono text-xs break-all">{run.account.remoteId}</code>:{' '}
            {accountWords[run.account.state]} {run.account.reason}
          </p>
        )}
        {run.extras.length > 0 && (
          <div className="mt-3 border-t border-line pt-3 text-sm">
            <p>Made twice, because a request was carried out after its time:</p>
            <ul className="mt-1 list-disc ps-5">
              {run.extras.map(({ title, remoteId, state }) => (
                <li key={remoteId}>
                  {title} <code className="font-mono text-xs break-all">{remoteId}</code>:{' '}
                  {state === 'undone' ? 'removed' : 'still there, unused'}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Card>
    </div>
  );
}

const accountWords = { working: 'goes last.', undone: 'removed.', left: 'still there.' };

const isMade = (step: RunStepView) => step.remoteId !== undefined;
const isStillThere = (step: RunStepView) => step.state === 'left' && step.kind !== 'mappingSet';

function describeSince(run: RunView, timeZone: string): string {
  return formatDateTimeWithUtc(
    Math.max(run.startedAtMs, ...run.steps.map((step) => step.updatedAtMs)),
    timeZone,
  );
}
