'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { renameOnboardingInput } from '@/lib/wizard/inputs';
import { renameOnboarding } from '@/server/actions/rename-onboarding';

export type RenameDialogProps = { onboardingId: OnboardingId; name: string; onClose: () => void };

/** Asks for another name of an onboarding. */
export function RenameDialog({ onboardingId, name, onClose }: RenameDialogProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(name);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const parsed = renameOnboardingInput.shape.name.safeParse(draft);

  const handleSave = () => {
    if (!parsed.success) return;
    startTransition(async () => {
      const result = await renameOnboarding({ onboardingId, name: draft });
      if (!result.ok) return setError(result.error);
      onClose();
      router.refresh();
    });
  };

  return (
    <Dialog
      title="Name of this onboarding"
      size="small"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={(close) => (
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" onPress={handleSave} isPending={isPending} pendingLabel="Saving">
            Save name
          </Button>
        </>
      )}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          handleSave();
        }}
      >
        <TextField
          label="Name"
          value={draft}
          onChange={setDraft}
          maxLength={100}
          autoFocus
          hint="The dataflow and its connections are named after it."
          error={parsed.success ? undefined : parsed.error.issues[0]?.message}
        />
        {error && <AppErrorNotice error={error} className="mt-3" />}
      </form>
    </Dialog>
  );
}
