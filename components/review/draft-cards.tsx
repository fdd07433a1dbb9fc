'use client';

import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { describeMoment, describeRhythm } from '@/lib/schedule/describe-schedule';
import type { Schedule } from '@/lib/schedule/schedule';
import { targetClasses } from '@/lib/target/target-class';
import type { Target } from '@/lib/wizard/draft';
import { type Step, stepTitles } from '@/lib/wizard/steps';
import { type Fact, FactList } from './fact-list';
import { MappedFields } from './mapped-fields';
import type { ReviewFacts } from './review-view';

export type DraftCardsProps = {
  onboardingId: OnboardingId;
  facts: ReviewFacts;
  /** Offers Change: not while the plan is being carried out, and not to those who may only look. */
  canChange: boolean;
};

/** What was decided, one card for each step, each with the way back to it. */
export function DraftCards({ onboardingId, facts, canChange }: DraftCardsProps) {
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
            { term: 'Data', value: facts.dataTitle },
          ]}
        />
      </Card>
      <Card title="Target" actions={change('map')}>
        <FactList facts={targetFacts(facts.target)} />
      </Card>
      <Card
        title="Mapping"
        description={facts.mappings.length > 0 && formatPlural(facts.mappings.length, 'mapped field')}
        actions={change('map')}
      >
        <MappedFields mappings={facts.mappings} />
      </Card>
      <Card title="Schedule" actions={change('schedule')}>
        <FactList facts={scheduleFacts(facts.schedule)} />
      </Card>
    </div>
  );
}

function targetFacts(target: Target | null): Fact[] {
  if (!target) return [{ term: 'Dataset', value: undefined }];
  if (target.kind === 'existing') {
    return [
      { term: 'Dataset', value: target.datasetName },
      { term: '', value: 'It exists already; records are added to it.' },
      ...identityFacts(target),
    ];
  }
  return [
    { term: 'Dataset', value: <NewObject name={target.datasetName} /> },
    { term: 'Schema', value: <NewObject name={target.schemaTitle} /> },
    { term: 'Field group', value: <NewObject name={target.fieldGroupTitle} /> },
    { term: 'Class', value: targetClasses[target.classKind ?? 'profile'].title },
    ...identityFacts(target),
    ...(target.isProfileEnabled
      ? [{ term: 'Profile', value: 'Schema and dataset join Real-Time Customer Profile, for good.' }]
      : []),
  ];
}

function identityFacts({ identities = [] }: Target): Fact[] {
  const groups = [
    { term: 'Primary identity', group: identities.filter(({ isPrimary }) => isPrimary) },
    { term: 'Identities', group: identities.filter(({ isPrimary }) => !isPrimary) },
  ];
  return groups.flatMap(({ term, group }): Fact[] =>
    group.length === 0
      ? []
      : [
          {
            term,
            value: (
              <ul>
                {group.map(({ target, namespace }) => (
                  <li key={target}>
                    <bdi className="font-mono text-xs break-all">{target}</bdi> as {namespace}
                  </li>
                ))}
              </ul>
            ),
          },
        ],
  );
}

function NewObject({ name }: { name: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {name}
      <Badge tone="info">New</Badge>
    </span>
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
