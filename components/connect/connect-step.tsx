'use client';

import { CircleCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { advanceVersion, useDraftVersion } from '@/components/wizard/draft-version';
import { StepFooter } from '@/components/wizard/step-footer';
import type { AppError } from '@/lib/app-error';
import type { BaseConnectionId, OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { reuseAccount } from '@/server/actions/reuse-account';
import { type AccountChoice, AccountList } from './account-list';
import { CheckList } from './check-list';
import { CredentialForm } from './credential-form';
import { CredentialHelp } from './credential-help';

export type ConnectStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  accounts: readonly AccountChoice[];
  connected: { baseConnectionId: BaseConnectionId; accountName: string } | null;
  canEdit: boolean;
  /** `Stripe, Nov 2026`: what a new account is called unless people say otherwise. */
  proposedName: string;
};

/** Which account the data comes through: one that exists, or a new credential tried on the spot. */
export function ConnectStep({
  onboardingId,
  sourceId,
  accounts,
  connected,
  canEdit,
  proposedName,
}: ConnectStepProps) {
  const source = findSource(sourceId);
  const router = useRouter();
  const version = useDraftVersion();
  const [account, setAccount] = useState(connected);
  const [isChanging, setChanging] = useState(false);
  const [checks, setChecks] = useState<readonly ConnectCheck[]>();
  const [error, setError] = useState<AppError>();
  const [trying, setTrying] = useState<BaseConnectionId>();
  if (!source) return null;

  const handleConnected = (result: {
    checks: ConnectCheck[];
    connected: { baseConnectionId: BaseConnectionId; accountName: string; version: number } | undefined;
  }) => {
    setError(undefined);
    setChecks(result.checks);
    if (!result.connected) return;
    advanceVersion(version, result.connected.version);
    setAccount(result.connected);
    setChanging(false);
    router.refresh();
  };

  const handleReuse = async (baseConnectionId: BaseConnectionId) => {
    setTrying(baseConnectionId);
    setChecks(undefined);
    const result = await reuseAccount({ onboardingId, expectedVersion: version.current, baseConnectionId });
    setTrying(undefined);
    if (result.ok) handleConnected(result.data);
    else setError(result.error);
  };

  const isChoosing = !account || isChanging;
  return (
    <>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {error && <AppErrorNotice error={error} />}
          {account && !isChanging && (
            <Card
              title={
                <span className="flex items-center gap-2">
                  <Icon glyph={CircleCheck} size={20} className="text-positive" />
                  Connected to {account.accountName}
                </span>
              }
              description={`${source.title} is read through this account. Its credential lives in Adobe Experience Platform, not here.`}
              actions={
                canEdit && (
                  <Button
                    size="small"
                    onPress={() => {
                      setChanging(true);
                      setChecks(undefined);
                    }}
                  >
                    Change
                  </Button>
                )
              }
            >
              {checks && <CheckList checks={checks} />}
            </Card>
          )}
          {isChoosing && !canEdit && (
            <Notice tone="info" title="Your role can look, not connect">
              <p>Ask an editor or an owner to connect the account.</p>
            </Notice>
          )}
          {isChoosing && canEdit && (
            <>
              {accounts.length > 0 && (
                <AccountList accounts={accounts} trying={trying} onUse={(id) => void handleReuse(id)} />
              )}
              <CredentialForm
                onboardingId={onboardingId}
                source={source}
                proposedName={proposedName}
                isFirst={accounts.length === 0}
                onResult={handleConnected}
              />
              {checks && (
                <Notice
                  tone="negative"
                  announce="alert"
                  headingLevel={2}
                  title="This credential cannot be used"
                >
                  <p>Nothing was kept. Correct what is marked and try again.</p>
                  <CheckList checks={checks} />
                </Notice>
              )}
              {isChanging && (
                <div>
                  <Button variant="quiet" onPress={() => setChanging(false)}>
                    Keep {account?.accountName}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
        <CredentialHelp source={source} />
      </div>
      <StepFooter onboardingId={onboardingId} step="connect">
        {account && !isChanging ? (
          <LinkButton href={onboardingStepPath(onboardingId, 'data')} variant="primary">
            Choose data
          </LinkButton>
        ) : (
          <Button variant="primary" disabledReason={`Connect a ${source.title} account first.`}>
            Choose data
          </Button>
        )}
      </StepFooter>
    </>
  );
}
