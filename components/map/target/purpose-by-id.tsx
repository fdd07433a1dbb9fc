'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useAnnounce } from '@/components/ui/live-region';
import { TextField } from '@/components/ui/text-field';
import type { Purpose } from '@/lib/mapping/consent-mappings';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export type PurposeByIdProps = { known: readonly Purpose[]; onAdd: (purpose: Purpose) => void };

/** A purpose that the sample does not show, such as one that nobody has answered yet. */
export function PurposeById({ known, onAdd }: PurposeByIdProps) {
  const announce = useAnnounce();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const wanted = id.trim();
  const taken = known.find((purpose) => purpose.id === wanted);
  const error =
    wanted === '' || (uuid.test(wanted) && !taken)
      ? undefined
      : taken
        ? `It is there already: “${taken.name}”.`
        : 'An id has 32 letters and digits, such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.';
  return (
    <Disclosure title="A purpose that is not in the sample">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '' || error !== undefined) return;
          const purpose = { id: wanted, name: name.trim() === '' ? wanted : name.trim(), records: 0 };
          onAdd(purpose);
          announce(`${purpose.name} can be chosen now.`);
          setId('');
          setName('');
        }}
      >
        <TextField
          label="Id of the purpose"
          hint="The one that the source gave the purpose: copy it from there."
          isCode
          value={id}
          onChange={setId}
          error={error}
          maxLength={200}
        />
        <TextField label="What to call it here" isOptional value={name} onChange={setName} maxLength={200} />
        <div>
          <Button
            type="submit"
            size="small"
            disabledReason={wanted === '' || error !== undefined ? 'Enter the id of a purpose.' : undefined}
          >
            Add this purpose
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
