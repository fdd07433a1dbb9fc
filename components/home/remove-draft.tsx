'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useAnnounce } from '@/components/ui/live-region';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { removeOnboarding } from '@/server/actions/remove-onboarding';

/** Takes a draft off the list after asking; what it may have connected stays. */
export function RemoveDraft({ id, name }: { id: OnboardingId; name: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const handleRemove = () =>
    startTransition(async () => {
      const result = await removeOnboarding({ onboardingId: id });
      if (!result.ok) return setError(result.error);
      announce(`Removed ${name}`);
      setOpen(false);
      router.refresh();
    });
  return (
    <Dialog
      role="alertdialog"
      title="Remove this draft?"
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setError(undefined);
      }}
      trigger={
        <Button variant="quiet" isIconOnly aria-label={`Remove ${name}`} icon={<Icon glyph={Trash2} />} />
      }
      actions={(close) => (
        <>
          <Button onPress={close}>Keep it</Button>
          <Button variant="negative" onPress={handleRemove} isPending={isPending} pendingLabel="Removing">
            Remove the draft
          </Button>
        </>
      )}
    >
      <p>
        <bdi className="font-medium break-words">{name}</bdi> disappears from this list for everybody. An
        account that it connected stays, and so does everything in Experience Platform.
      </p>
      {error && <AppErrorNotice error={error} className="mt-3" />}
    </Dialog>
  );
}
