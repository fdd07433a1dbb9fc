'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { RunStepNote, RunStepView } from '@/lib/plan/run-view';

export type NameAnswer = { kind: 'rename'; name: string } | { kind: 'use-existing' };

export type NameTakenDialogProps = {
  step: RunStepView;
  note: Extract<RunStepNote, { kind: 'name-taken' }>;
  onAnswer: (answer: NameAnswer) => Promise<void>;
};

const longestName = 100;

/** Asks what to do about a name that somebody else has: another name, or the object that has it. */
export function NameTakenDialog({ step, note, onAnswer }: NameTakenDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(`${note.name.slice(0, longestName - 2)} 2`);
  const [pending, setPending] = useState<NameAnswer['kind']>();
  const what = step.title.toLowerCase();
  const problem =
    name.trim() === ''
      ? 'Give it a name.'
      : name.trim() === note.name
        ? 'This is the name that is taken. Choose another one.'
        : undefined;
  const answer = async (given: NameAnswer) => {
    setPending(given.kind);
    await onAnswer(given);
    setPending(undefined);
    setOpen(false);
  };
  return (
    <Dialog
      title={`Another ${what} has this name`}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button size="small">Decide about the name</Button>}
      actions={(close) => (
        <>
          <Button onPress={close}>Not now</Button>
          {note.existing && (
            <Button
              isPending={pending === 'use-existing'}
              pendingLabel="Continuing"
              onPress={() => void answer({ kind: 'use-existing' })}
            >
              Use the existing one
            </Button>
          )}
          <Button
            variant="primary"
            isPending={pending === 'rename'}
            pendingLabel="Continuing"
            {...(problem !== undefined && { disabledReason: problem })}
            onPress={() => void answer({ kind: 'rename', name: name.trim() })}
          >
            Rename and continue
          </Button>
        </>
      )}
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={`New name of the ${what}`}
          value={name}
          onChange={setName}
          maxLength={longestName}
          error={problem}
        />
        {note.existing && (
          <p className="text-sm text-text-muted">
            The existing one is <code className="font-mono text-xs break-all">{note.existing.id}</code>. It
            would be used as it is: never changed, and never removed with what was made here.
          </p>
        )}
      </div>
    </Dialog>
  );
}
