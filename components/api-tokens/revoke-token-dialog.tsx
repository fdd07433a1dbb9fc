'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useAnnounce } from '@/components/ui/live-region';
import type { AppError } from '@/lib/app-error';
import { revokeApiToken } from '@/server/actions/revoke-api-token';

/** Asks before a token ends: whatever uses it stops working at once. */
export function RevokeTokenDialog({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const handleRevoke = () =>
    startTransition(async () => {
      const result = await revokeApiToken({ tokenId: id });
      if (!result.ok) return setError(result.error);
      announce(`Revoked ${name}`);
      setOpen(false);
      router.refresh();
    });
  return (
    <Dialog
      role="alertdialog"
      title="Revoke this token?"
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setError(undefined);
      }}
      trigger={
        <Button size="small" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      actions={(close) => (
        <>
          <Button onPress={close}>Keep it</Button>
          <Button variant="negative" onPress={handleRevoke} isPending={isPending} pendingLabel="Revoking">
            Revoke the token
          </Button>
        </>
      )}
    >
      <p>
        Whatever uses <bdi className="font-medium break-words">{name}</bdi> is refused from its next request
        on. This cannot be taken back; runs that it started go on.
      </p>
      {error && <AppErrorNotice error={error} className="mt-3" />}
    </Dialog>
  );
}
