'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { foreseeRemoval } from '@/lib/plan/foresee-removal';
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
  const { goes, stays } = foreseeRemoval(run.steps);
  const hasMade = goes.length + stays.length > 0;
  const label = hasMade ? 'Remove what was made' : 'Stop';
  const handleRemove = async () => {
    setPending(true);
    await onRemove(withAccount && accountName !== null);
    setPending(false);
    setOpen(false);
  };
  return (
    <Dialog
      role="alertdialog"
      title={hasMade ? 'Remove what was made?' : 'Stop creating?'}
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
      {hasMade ? (
        <div className="flex flex-col gap-2">
          {goes.length > 0 && (
            <>
              <p>This was made for the dataflow and is deleted from the platform:</p>
              <ul className="list-disc ps-5">
                {goes.map((step) => (
                  <li key={step.key} className="break-words">
                    {step.title}: {step.name}
                  </li>
                ))}
              </ul>
            </>
          )}
          {stays.length > 0 && (
            <>
              <p>This stays in the platform:</p>
              <ul className="list-disc ps-5">
                {stays.map(({ step, reason }) => (
                  <li key={step.key} className="break-words">
                    {step.title}: {step.name}. <span className="text-text-muted">{reason}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="text-text-muted">
            Objects that existed before are never touched. The draft stays, and can be created again.
          </p>
        </div>
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
