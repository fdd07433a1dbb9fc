'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useClock } from '@/components/shell/clock';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SaveStatus, SaveTrouble } from '@/components/wizard/save-status';
import { StepFooter } from '@/components/wizard/step-footer';
import { useAutosave } from '@/components/wizard/use-autosave';
import { useFormHistory } from '@/components/wizard/use-form-history';
import { formatList } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import type { Schedule } from '@/lib/schedule/schedule';
import { defaultSchedule } from '@/lib/schedule/schedule-choices';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { findSource } from '@/lib/sources/sources';
import { saveSchedule } from '@/server/actions/save-schedule';
import { BatchMeter } from './batch-meter';
import { fieldIds } from './field-ids';
import { NextRunsCard } from './next-runs-card';
import { RhythmCard } from './rhythm-card';
import { readForm, type ScheduleForm, type ScheduleFormField, toForm } from './schedule-form';
import { StartCard } from './start-card';

export type ScheduleStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  /** What it applies to: one dataflow each. */
  pathTitles: readonly string[];
  /** As the draft has it; null before the first choice. */
  saved: Schedule | null;
  canEdit: boolean;
};

/** When the data comes in. */
export function ScheduleStep({ sourceId, ...props }: ScheduleStepProps) {
  const source = findSource(sourceId);
  return source ? <ScheduleEditor source={source} {...props} /> : null;
}

const fieldOrder: readonly ScheduleFormField[] = ['interval', 'startTime', 'turn', 'timeZone'];

function ScheduleEditor({
  source,
  onboardingId,
  pathTitles,
  saved,
  canEdit,
}: Omit<ScheduleStepProps, 'sourceId'> & { source: SourceDefinition }) {
  const { timeZone, nowMs } = useClock();
  const router = useRouter();
  const nowSeconds = Math.floor(nowMs / 1000);
  const [submitCount, setSubmitCount] = useState(0);
  const [isPending, startTransition] = useTransition();
  const autosave = useAutosave<Schedule>((schedule, expectedVersion) =>
    saveSchedule({ onboardingId, expectedVersion, schedule }),
  );

  // Made anew while nobody has changed it: a default that waited on screen must not lie in the past.
  const base = toForm(source, saved ?? defaultSchedule(source, timeZone, nowSeconds));
  const { form, change } = useFormHistory<ScheduleForm>(base, (changed) => {
    const { schedule } = readForm(source, changed, nowSeconds);
    if (schedule) autosave.schedule(schedule);
  });
  const read = readForm(source, form, nowSeconds);
  const problems = fieldOrder.flatMap((field) => {
    const message = read.errors[field];
    return message ? [{ fieldId: fieldIds[field], message }] : [];
  });
  const isUnsaved = canEdit && problems.length > 0;

  const handleContinue = () => {
    const { schedule } = read;
    if (!schedule) return setSubmitCount(submitCount + 1);
    startTransition(async () => {
      if (JSON.stringify(schedule) !== JSON.stringify(saved)) autosave.schedule(schedule);
      if (!(await autosave.flush())) return;
      router.push(onboardingStepPath(onboardingId, 'review') as Route);
      // The rail of the frame around the steps is not rendered again by itself.
      router.refresh();
    });
  };

  const handleChange = (changed: ScheduleForm) => {
    setSubmitCount(0);
    change(changed);
  };

  return (
    <>
      <div className="flex min-w-0 flex-col gap-4">
        {!canEdit && (
          <Notice tone="info" title="Your role can look, not change">
            <p>Ask an editor or an owner to change the schedule.</p>
          </Notice>
        )}
        {submitCount > 0 && <ErrorSummary problems={problems} submitCount={submitCount} />}
        <SaveTrouble
          state={autosave.state}
          onboardingId={onboardingId}
          onSaveAgain={() => void autosave.flush()}
          onKeepMine={(version) => void autosave.keepMine(version)}
        />
        {pathTitles.length > 1 && (
          <p className="text-text-muted" data-testid="shared-schedule">
            One schedule for all {pathTitles.length} dataflows:{' '}
            {formatList(pathTitles.map((title) => title.toLowerCase()))}.
          </p>
        )}
        <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <RhythmCard
              source={source}
              form={form}
              error={read.errors.interval}
              isReadOnly={!canEdit}
              onChange={handleChange}
            />
            <StartCard form={form} read={read} isReadOnly={!canEdit} onChange={handleChange} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <NextRunsCard schedule={read.schedule} />
            {read.schedule && (
              <Card title="Load on the sandbox">
                <BatchMeter schedule={read.schedule} dataflowCount={Math.max(pathTitles.length, 1)} />
              </Card>
            )}
          </div>
        </div>
      </div>
      <StepFooter
        onboardingId={onboardingId}
        step="schedule"
        status={
          isUnsaved ? (
            <p className="text-sm text-text-muted" data-testid="save-status">
              Not saved: {problems.length === 1 ? 'an entry needs' : `${problems.length} entries need`} a
              change
            </p>
          ) : (
            canEdit && <SaveStatus state={autosave.state} />
          )
        }
      >
        {canEdit && (
          <Button variant="primary" onPress={handleContinue} isPending={isPending} pendingLabel="Saving">
            Review
          </Button>
        )}
        {!canEdit && saved && (
          <LinkButton variant="primary" href={onboardingStepPath(onboardingId, 'review')}>
            Review
          </LinkButton>
        )}
        {!canEdit && !saved && (
          <Button variant="primary" disabledReason="An editor chooses the schedule first.">
            Review
          </Button>
        )}
      </StepFooter>
    </>
  );
}
