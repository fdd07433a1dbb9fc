'use client';

import { Moment } from '@/components/shell/moment';
import { SourceTile } from '@/components/shell/source-tile';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { OnboardingStatus, OnboardingSummary } from '@/lib/home/home-view';
import { dataflowPath, onboardingStepPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { RemoveDraft } from './remove-draft';
import { StepProgress } from './step-progress';

const looks: Record<
  OnboardingStatus,
  { tone: 'neutral' | 'info' | 'caution' | 'positive'; words: string; action: string }
> = {
  'needs-you': { tone: 'caution', words: 'Needs you', action: 'Resolve' },
  creating: { tone: 'info', words: 'Creating', action: 'Watch' },
  draft: { tone: 'neutral', words: 'Draft', action: 'Continue' },
  created: { tone: 'positive', words: 'Created', action: 'Open' },
};

/** The task list: each onboarding with its status and the way back to exactly where it was left. */
export function OnboardingList({
  onboardings,
  canEdit,
}: {
  onboardings: readonly OnboardingSummary[];
  canEdit: boolean;
}) {
  return (
    <ul className="divide-y divide-line">
      {onboardings.map((onboarding) => (
        <OnboardingRow key={onboarding.id} onboarding={onboarding} canEdit={canEdit} />
      ))}
    </ul>
  );
}

function OnboardingRow({ onboarding, canEdit }: { onboarding: OnboardingSummary; canEdit: boolean }) {
  const { id, name, sourceId, status, step, stepsDone, attention, owner, changedAtMs, dataflows } =
    onboarding;
  const look = looks[status];
  const action = canEdit ? look.action : 'View';
  const source = findSource(sourceId)?.title ?? sourceId;
  const [dataflow] = dataflows;
  // Several dataflows have one page that shows all of them: the one that showed them being created.
  const href =
    status === 'created' && dataflow && dataflows.length === 1
      ? dataflowPath(dataflow.id)
      : onboardingStepPath(id, step);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-[auto_minmax(0,1fr)_17rem_9.5rem]">
      <SourceTile title={source} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <TextLink href={href} isQuiet className="text-lg font-semibold break-words text-text">
            <bdi>{name}</bdi>
          </TextLink>
        </p>
        {attention !== undefined && <p className="text-caution">{attention}</p>}
        {(dataflows.length > 1 || (dataflow && status !== 'created')) && (
          <ul aria-label={`Dataflows of ${name}`} className="flex flex-wrap gap-x-3">
            {dataflows.map(({ id: dataflowId, title }) => (
              <li key={dataflowId}>
                <TextLink href={dataflowPath(dataflowId)}>{title}</TextLink>
              </li>
            ))}
          </ul>
        )}
        <p className="text-sm text-text-muted">
          {source} · {owner.isYou ? 'You' : owner.name} · changed{' '}
          <Moment timeMs={changedAtMs} look="relative" isPast />
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1 max-md:col-start-2">
        <StatusLight tone={look.tone}>{look.words}</StatusLight>
        {status === 'draft' && <StepProgress stepsDone={stepsDone} step={step} />}
      </div>
      <div className="flex items-center gap-1 max-md:col-start-2 md:justify-self-end">
        <LinkButton
          href={href}
          variant={status === 'needs-you' && canEdit ? 'primary' : 'secondary'}
          aria-label={`${action}: ${name}`}
        >
          {action}
        </LinkButton>
        {status === 'draft' && canEdit && <RemoveDraft id={id} name={name} />}
      </div>
    </li>
  );
}
