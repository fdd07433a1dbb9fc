'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-styles';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { AppError } from '@/lib/app-error';
import { formatPlural } from '@/lib/format/numbers';
import type { BaseConnectionId } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { findSource } from '@/lib/sources/sources';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { replaceCredential } from '@/server/actions/replace-credential';
import { CheckResult } from './check-result';
import { CredentialForm, type CredentialValues } from './credential-form';
import { RefusedNotice } from './refused-notice';

export type ReplaceCredentialProps = {
  account: { id: BaseConnectionId; name: string; sourceId: string | undefined; dataflowCount: number };
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** A button and its dialog: a new credential for an account, tried before it is put in place. */
export function ReplaceCredential({
  account,
  variant = 'secondary',
  size = 'medium',
}: ReplaceCredentialProps) {
  const source = account.sourceId === undefined ? undefined : findSource(account.sourceId);
  if (!source) return null;
  return (
    <Dialog
      title="Replace the credential"
      size="medium"
      trigger={
        <Button variant={variant} size={size} aria-label={`Replace the credential of ${account.name}`}>
          Replace credential
        </Button>
      }
    >
      {(close) => <Replacement account={account} source={source} onClose={close} />}
    </Dialog>
  );
}

function Replacement({
  account,
  source,
  onClose,
}: {
  account: ReplaceCredentialProps['account'];
  source: SourceDefinition;
  onClose: () => void;
}) {
  const router = useRouter();
  const [reply, setReply] = useState<{ isReplaced: boolean; checks: ConnectCheck[] }>();
  const { name, dataflowCount } = account;
  const handleSubmit = ({ credentials, expiresOn }: CredentialValues) => {
    setReply(undefined);
    return replaceCredential({
      baseConnectionId: account.id,
      credentials,
      ...(expiresOn === '' ? {} : { expiresOn }),
    }).catch(() => ({
      ok: false as const,
      error: { kind: 'outcome-unknown', what: 'the replacement' } satisfies AppError,
    }));
  };
  if (reply?.isReplaced) {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="positive" announce="status" title="The credential is replaced">
          <p>{afterwards(dataflowCount)}</p>
        </Notice>
        <CheckResult checks={reply.checks} />
        <div className="flex justify-end">
          <Button variant="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p>
        <bdi className="font-medium break-words">{name}</bdi> {meanwhile(dataflowCount)}
      </p>
      {reply && (
        <RefusedNotice
          title="The credential was not replaced"
          consequence={`The present one is still in place, because ${reason(dataflowCount)}. What you typed is still here.`}
          checks={reply.checks}
        />
      )}
      <CredentialForm
        source={source}
        isFocused
        submitLabel="Test and replace"
        onSubmit={handleSubmit}
        onResult={(result) => {
          setReply(result);
          if (result.isReplaced) router.refresh();
        }}
      >
        <Button onPress={onClose}>Cancel</Button>
      </CredentialForm>
    </div>
  );
}

function meanwhile(dataflowCount: number): string {
  if (dataflowCount === 0) {
    return 'is used by no dataflow yet. The new credential is tried first and put in place only when it works.';
  }
  const [stay, need] =
    dataflowCount === 1 ? ['stays as it is', 'it needs'] : ['stay as they are', 'they need'];
  return `is used by ${formatPlural(dataflowCount, 'dataflow')}, which ${stay}. The new credential is tried first and put in place only when it reads everything ${need}.`;
}

function reason(dataflowCount: number): string {
  return dataflowCount === 0 ? 'the new one cannot be used' : 'with the new one dataflows would fail';
}

function afterwards(dataflowCount: number): string {
  if (dataflowCount === 0) return 'The account can be used in an onboarding.';
  return dataflowCount === 1
    ? 'Its dataflow uses the new one from its next run on.'
    : `Its ${dataflowCount} dataflows use the new one from their next runs on.`;
}
