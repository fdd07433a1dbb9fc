'use client';

import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { advanceVersion, useDraftVersion } from '@/components/wizard/draft-version';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import type { MovedFact } from '@/lib/plan/plan-facts';
import { readFieldsAgain } from '@/server/actions/read-fields-again';
import { BeforeAfter } from './before-after';

export type MovedNoticeProps = {
  onboardingId: OnboardingId;
  moved: readonly MovedFact[];
  titleOf: (resourcePath: string) => string;
  canEdit: boolean;
  /** Reads the plan and what it stands on again. */
  onLookAgain: () => void;
  isLooking: boolean;
};

const accountWords: Readonly<Record<string, string>> = {
  account: 'Account',
  state: 'State',
  'last changed': 'Credential or settings changed',
};
const targetWords: Readonly<Record<string, string>> = {
  dataset: 'Dataset',
  schema: 'Schema',
  'required fields': 'Required fields',
  identities: 'Identities',
};
const shownAtFirst = 12;

/** What is no longer as it was when the plan was reviewed, with the way on. */
export function MovedNotice({
  onboardingId,
  moved,
  titleOf,
  canEdit,
  onLookAgain,
  isLooking,
}: MovedNoticeProps) {
  const version = useDraftVersion();
  const [error, setError] = useState<AppError>();
  const [isTaking, startTaking] = useTransition();
  const sources = [
    ...new Set(moved.filter(({ about }) => about === 'source').map((fact) => fact.resourcePath)),
  ];
  const isAccountGone = moved.some(({ name, after }) => name === 'account' && after === 'removed');
  const targets = [
    ...new Set(moved.filter(({ about }) => about === 'target').map((fact) => fact.resourcePath)),
  ];

  const groups = groupFacts(moved.slice(0, shownAtFirst), titleOf);
  const takeFields = () =>
    startTaking(async () => {
      setError(undefined);
      for (const resourcePath of sources) {
        const result = await readFieldsAgain({
          onboardingId,
          resourcePath,
          expectedVersion: version.current,
        });
        if (!result.ok) return setError(result.error);
        advanceVersion(version, result.data.version);
      }
      onLookAgain();
    });

  return (
    <Notice
      tone="caution"
      announce="alert"
      headingLevel={2}
      title="Something has changed since you looked at this plan"
      actions={
        <>
          {sources.length > 0 && canEdit && (
            <Button size="small" onPress={takeFields} isPending={isTaking} pendingLabel="Reading the fields">
              Use the fields as they are now
            </Button>
          )}
          {sources.length === 0 && !isAccountGone && (
            <Button size="small" onPress={onLookAgain} isPending={isLooking} pendingLabel="Reading it">
              Look at the plan as it is now
            </Button>
          )}
          {isAccountGone && (
            <LinkButton size="small" href={onboardingStepPath(onboardingId, 'connect')}>
              Choose another account
            </LinkButton>
          )}
          {[...new Set([...sources, ...targets])].map((resourcePath) => (
            <LinkButton key={resourcePath} size="small" href={mapPath(onboardingId, resourcePath)}>
              Go to Map: {titleOf(resourcePath)}
            </LinkButton>
          ))}
        </>
      }
    >
      <p>Nothing was created.</p>
      {groups.map(({ key, title, facts }) => (
        <div key={key} className="mt-2 min-w-0">
          <p className="font-medium">{title}</p>
          <ul className="flex flex-col gap-0.5 ps-4">
            {facts.map((fact) => (
              <li key={fact.name} className="min-w-0">
                <MovedLine fact={fact} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {moved.length > shownAtFirst && <p className="mt-1">And {moved.length - shownAtFirst} more.</p>}
      {error && <AppErrorNotice error={error} className="mt-3" />}
    </Notice>
  );
}

type Group = { key: string; title: string; facts: MovedFact[] };

/** The facts under the thing that they are about. */
function groupFacts(facts: readonly MovedFact[], titleOf: (resourcePath: string) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const fact of facts) {
    const key = `${fact.about} ${fact.resourcePath}`;
    const title = fact.about === 'account' ? 'The account' : `${titleOf(fact.resourcePath)}, ${fact.about}`;
    const group = groups.get(key) ?? { key, title, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function MovedLine({ fact: { about, name, before, after } }: { fact: MovedFact }) {
  if (about === 'account') {
    const isMoment = name === 'last changed';
    return (
      <BeforeAfter
        name={accountWords[name] ?? name}
        before={isMoment && before !== null ? <Moment timeMs={Date.parse(before)} isPast /> : before}
        after={isMoment && after !== null ? <Moment timeMs={Date.parse(after)} isPast /> : after}
      />
    );
  }
  const word = about === 'target' ? targetWords[name] : undefined;
  return (
    <BeforeAfter
      name={word ?? name}
      isPath={word === undefined}
      before={before ?? 'not there'}
      after={after ?? 'gone'}
    />
  );
}
