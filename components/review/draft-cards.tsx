'use client';

import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { formatList, formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { describeMoment, describeRhythm } from '@/lib/schedule/describe-schedule';
import type { Schedule } from '@/lib/schedule/schedule';
import { type Step, stepTitles } from '@/lib/wizard/steps';
import { type Fact, FactList } from './fact-list';
import { MappedFields } from './mapped-fields';
import { PathsCard } from './paths-card';
import type { ReviewFacts } from './review-view';
import { targetFacts } from './target-facts';

export type DraftCardsProps = {
  onboardingId: OnboardingId;
  facts: ReviewFacts;
  /** Offers Change: not while the plan is being carried out, and not to those who may only look. */
  canChange: boolean;
};

/** What was decided, one card for each step, each with the way back to it. */
export function DraftCards({ onboardingId, facts, canChange }: DraftCardsProps) {
  const [only, ...others] = facts.paths;
  const isSingle = others.length === 0;
  const change = (step: Step) =>
    canChange && (
      <LinkButton
        size="small"
        href={onboardingStepPath(onboardingId, step)}
        aria-label={`Change: ${stepTitles[step]}`}
      >
        Change
      </LinkButton>
    );
  return (
    <div className="grid min-w-0 gap-4 lg:grid-cols-2">
      <Card title="Account and data" actions={change('connect')}>
        <FactList
          facts={[
            { term: 'Source', value: facts.sourceTitle },
            {
              term: 'Account',
              value: facts.accountName && (
                <span className="flex flex-wrap items-center gap-2">
                  {facts.accountName}
                  {facts.mode && (
                    <Badge tone={facts.mode === 'live' ? 'positive' : 'neutral'}>
                      {facts.mode === 'live' ? 'Live data' : 'Test data'}
                    </Badge>
                  )}
                </span>
              ),
            },
            { term: 'Data', value: formatList(facts.paths.map(({ title }) => title)) },
          ]}
        />
      </Card>
      {isSingle && (
        <>
          <Card title="Target" actions={change('map')}>
            <FactList facts={targetFacts(only?.target ?? null)} />
          </Card>
          <Card
            title="Mapping"
            description={
              only && only.mappings.length > 0 && formatPlural(only.mappings.length, 'mapped field')
            }
            actions={change('map')}
          >
            <MappedFields mappings={only?.mappings ?? []} />
          </Card>
        </>
      )}
      <Card title="Schedule" actions={change('schedule')}>
        <FactList facts={scheduleFacts(facts.schedule)} />
        {!isSingle && (
          <p className="mt-2 text-text-muted">The same for all {facts.paths.length} dataflows.</p>
        )}
      </Card>
      {!isSingle && <PathsCard onboardingId={onboardingId} paths={facts.paths} canChange={canChange} />}
    </div>
  );
}

function scheduleFacts(schedule: Schedule | null): Fact[] {
  if (!schedule) return [{ term: 'Runs', value: undefined }];
  const runs: Fact[] = [
    { term: 'Runs', value: describeRhythm(schedule) },
    { term: 'First run', value: describeMoment(schedule.startTimeSeconds, schedule.timeZone) },
  ];
  if (schedule.frequency === 'once') return [...runs, { term: 'Later', value: 'It can never be changed.' }];
  return [
    ...runs,
    {
      term: 'Existing records',
      value: schedule.backfill ? 'Brought in by the first run' : 'Left out; only new records arrive',
    },
  ];
}
