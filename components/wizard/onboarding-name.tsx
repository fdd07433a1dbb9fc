'use client';

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { renameOnboardingInput } from '@/lib/wizard/inputs';
import { renameOnboarding } from '@/server/actions/rename-onboarding';

/** The name of the onboarding, which the dataflow takes over, with a way to change it. */
export function OnboardingName({
  onboardingId,
  name,
  canEdit,
}: {
  onboardingId: OnboardingId;
  name: string;
  canEdit: boolean;
}) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(name);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const parsed = renameOnboardingInput.shape.name.safeParse(draft);

  const handleSave = () => {
    if (!parsed.success) return;
    startTransition(async () => {
      const result = await renameOnboarding({ onboardingId, name: draft });
      if (!result.ok) return setError(result.error);
      setOpen(false);
      router.refresh();
    });
  };

  return (
    <div className="min-w-0">
      <h1 className="me-1 inline align-middle text-xl break-words sm:text-2xl">
        <bdi>{name}</bdi>
      </h1>
      {canEdit && (
        <span className="inline-block align-middle">
          <Dialog
            title="Name of this onboarding"
            size="small"
            isOpen={isOpen}
            onOpenChange={(open) => {
              setOpen(open);
              setDraft(name);
              setError(undefined);
            }}
            trigger={
              <Button
                variant="quiet"
                size="small"
                isIconOnly
                aria-label="Rename"
                icon={<Icon glyph={Pencil} />}
              />
            }
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
        </span>
      )}
    </div>
  );
}
