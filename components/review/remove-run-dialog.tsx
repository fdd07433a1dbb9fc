'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { RunView } from '@/lib/plan/run-view';

/** Asks before what a run made is removed; says exactly which objects these are. */
export function RemoveRunDialog({
  run,
  accountName,
  onRemove,
}: {
  run: RunView;
  /** The account that the onboarding has made; null when there is none that may go along. */
  accountName: string | null;
  onRemove: (withAccount: boolean) => Promise<void>;
}) {
  const [withAccount, setWithAccount] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const made = run.steps.filter((step) => step.remoteId !== undefined);
  const label = made.length > 0 ? 'Remove what was made' : 'Stop';
  const handleRemove = async () => {
    setPending(true);
    await onRemove(withAccount && accountName !== null);
    setPending(false);
    setOpen(false);
  };
  return (
    <Dialog
      role="alertdialog"
      title={made.length > 0 ? 'Remove what was made?' : 'Stop creating?'}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button size="small">{label}</Button>}
      actions={(close) => (
        <>
          <Button onPress={close}>Keep</Button>
          <Button
            variant="negative"
            isPending={isPending}
            pendingLabel="Starting"
            onPress={() => void handleRemove()}
          >
            {label}
          </Button>
        </>
      )}
    >
      {made.length > 0 ? (
        <>
          <p>These objects were made for this dataflow and are deleted from the platform:</p>
          <ul className="mt-2 list-disc ps-5">
            {made.map((step) => (
              <li key={step.key} className="break-words">
                {step.title}: {step.name}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-text-muted">
            Objects that existed before are never touched. A mapping set cannot be deleted; unused, it does
            nothing. The draft stays.
          </p>
        </>
      ) : (
        <p>Nothing has been created. The draft stays, and its steps can be changed again.</p>
      )}
      {accountName === null ? (
        <p className="mt-2 text-text-muted">The account stays: it is not this onboarding’s alone.</p>
      ) : (
        <Checkbox
          className="mt-4"
          isSelected={withAccount}
          onChange={setWithAccount}
          description="Its credential goes with it. To create again, connect another account."
        >
          Remove the account “{accountName}” too
        </Checkbox>
      )}
    </Dialog>
  );
}
