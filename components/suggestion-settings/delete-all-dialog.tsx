'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export type DeleteAllDialogProps = {
  /** How many pairs go; undefined when there are more than are listed. */
  count: number | undefined;
  isPending: boolean;
  onDelete: () => void;
};

/** Asks before everything a person mapped is forgotten: nothing brings it back. */
export function DeleteAllDialog({ count, isPending, onDelete }: DeleteAllDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const what =
    count === undefined ? 'all of mine' : count === 1 ? 'one pair' : `${count.toLocaleString('en')} pairs`;
  return (
    <Dialog
      role="alertdialog"
      title="Delete all of your history?"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon={<Trash2 aria-hidden size={14} />} isPending={isPending}>
          Delete all of mine
        </Button>
      }
      actions={(close) => (
        <>
          <Button onPress={close}>Keep it</Button>
          <Button
            variant="negative"
            onPress={() => {
              close();
              onDelete();
            }}
          >
            Delete {what}
          </Button>
        </>
      )}
    >
      <p>
        Suggestions no longer learn from what you mapped, in any sandbox, and neither do your colleagues’.
        This cannot be taken back. Dataflows and their mappings stay as they are.
      </p>
    </Dialog>
  );
}
