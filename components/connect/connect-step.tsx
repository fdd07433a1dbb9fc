'use client';

import clsx from 'clsx';
import { CircleCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { CheckResult } from '@/components/shell/check-result';
import { CredentialForm, type CredentialValues } from '@/components/shell/credential-form';
import { RefusedNotice } from '@/components/shell/refused-notice';
import { ReloadNotice } from '@/components/shell/reload-notice';
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
import { connectAccount } from '@/server/actions/connect-account';
import { reuseAccount } from '@/server/actions/reuse-account';
import { type AccountChoice, AccountList } from './account-list';
import { CredentialHelp } from './credential-help';
import { freeName } from './free-name';

export type ConnectStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  accounts: readonly AccountChoice[];
  /** Why the accounts that exist cannot be listed. */
  accountsError: AppError | undefined;
  connected: { baseConnectionId: BaseConnectionId; accountName: string } | null;
  canEdit: boolean;
  /** `Stripe, Nov 2026`: what a new account is called unless people say otherwise. */
  proposedName: string;
};

type ConnectReply = {
  checks: ConnectCheck[];
  connected: { baseConnectionId: BaseConnectionId; accountName: string; version: number } | undefined;
};

/** Which account the data comes through: one that exists, or a new credential tried on the spot. */
export function ConnectStep({
  onboardingId,
  sourceId,
  accounts,
  accountsError,
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
  const [refused, setRefused] = useState<{
    what: 'credential' | 'account';
    checks: readonly ConnectCheck[];
  }>();
  const [error, setError] = useState<AppError>();
  const [trying, setTrying] = useState<BaseConnectionId>();
  if (!source) return null;

  const handleResult = (what: 'credential' | 'account', result: ConnectReply) => {
    setError(undefined);
    if (!result.connected) return setRefused({ what, checks: result.checks });
    setRefused(undefined);
    setChecks(result.checks);
    advanceVersion(version, result.connected.version);
    setAccount(result.connected);
    setChanging(false);
    router.refresh();
  };

  const handleReuse = async (baseConnectionId: BaseConnectionId) => {
    setTrying(baseConnectionId);
    setRefused(undefined);
    const result = await reuseAccount({ onboardingId, expectedVersion: version.current, baseConnectionId });
    setTrying(undefined);
    if (result.ok) handleResult('account', result.data);
    else setError(result.error);
  };

  const handleSubmit = ({ name, credentials, expiresOn }: CredentialValues) => {
    setRefused(undefined);
    return connectAccount({
      onboardingId,
      expectedVersion: version.current,
      name,
      credentials,
      ...(expiresOn === '' ? {} : { expiresOn }),
    });
  };

  const isChoosing = !account || isChanging;
  const others = accounts.filter(({ id }) => id !== account?.baseConnectionId);
  return (
    <>
      <div className={clsx('grid gap-6', isChoosing && 'lg:grid-cols-[minmax(0,1fr)_20rem]')}>
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
                      setRefused(undefined);
                    }}
                  >
                    Change
                  </Button>
                )
              }
            >
              {checks ? <CheckResult checks={checks} /> : undefined}
            </Card>
          )}
          {isChoosing && !canEdit && (
            <Notice tone="info" title="Your role can look, not connect">
              <p>Ask an editor or an owner to connect the account.</p>
            </Notice>
          )}
          {isChoosing && canEdit && (
            <>
              {refused?.what === 'account' && (
                <RefusedNotice
                  title="This account cannot be used as it is"
                  consequence="Nothing was changed. Choose another one, or connect a new account."
                  checks={refused.checks}
                />
              )}
              {isChanging && (
                <div>
                  <Button size="small" onPress={() => setChanging(false)}>
                    Keep {account?.accountName}
                  </Button>
                </div>
              )}
              {accountsError && (
                <Card
                  title="Use an account that exists"
                  description="They cannot be listed at the moment. A new account can be connected all the same."
                >
                  <ReloadNotice error={accountsError} />
                </Card>
              )}
              {others.length > 0 && (
                <AccountList accounts={others} trying={trying} onUse={(id) => void handleReuse(id)} />
              )}
              {refused?.what === 'credential' && (
                <RefusedNotice
                  title="This credential cannot be used"
                  consequence="Nothing was kept. What you typed is still here: correct it and try again."
                  checks={refused.checks}
                />
              )}
              <Card
                title={
                  accounts.length === 0 && !accountsError
                    ? `Connect ${source.title}`
                    : 'Connect a new account'
                }
              >
                <CredentialForm
                  source={source}
                  proposedName={freeName(
                    proposedName,
                    accounts.map(({ name }) => name),
                  )}
                  isFocused={accounts.length === 0 && !accountsError}
                  submitLabel="Connect and test"
                  onSubmit={handleSubmit}
                  onResult={(reply) => handleResult('credential', reply)}
                />
              </Card>
            </>
          )}
        </div>
        {isChoosing && <CredentialHelp source={source} />}
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
