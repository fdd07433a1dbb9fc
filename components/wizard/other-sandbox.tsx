'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { AppError } from '@/lib/app-error';
import type { SandboxName } from '@/lib/ids';
import { chooseSandbox } from '@/server/actions/choose-sandbox';

/** An onboarding lives in one sandbox: opening it from another one asks before switching. */
export function OtherSandbox({ sandboxName, name }: { sandboxName: SandboxName; name: string }) {
  const router = useRouter();
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const handleSwitch = () =>
    startTransition(async () => {
      const result = await chooseSandbox({ sandboxName });
      if (result.ok) router.refresh();
      else setError(result.error);
    });
  return (
    <EmptyState
      title={`“${name}” belongs to the sandbox ${sandboxName}`}
      actions={
        <Button variant="primary" onPress={handleSwitch} isPending={isPending} pendingLabel="Switching">
          Switch to {sandboxName}
        </Button>
      }
    >
      <p>You work in another sandbox at the moment. Switch to open it.</p>
      {error && <AppErrorNotice error={error} className="mt-3 text-start" />}
    </EmptyState>
  );
}
