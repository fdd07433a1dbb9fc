'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { TextField } from '@/components/ui/text-field';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { MappingModel } from './use-mapping-model';

export type ConstantFormProps = {
  target: string;
  mapping: FieldMapping | undefined;
  model: MappingModel;
  onDone: () => void;
};

/** Fills a target with the same text for every record. */
export function ConstantForm({ target, mapping, model, onDone }: ConstantFormProps) {
  const announce = useAnnounce();
  const [text, setText] = useState(mapping?.kind === 'constant' ? mapping.source : '');

  const save = () => {
    if (mapping?.kind === 'constant')
      model.run({ type: 'set-source', id: mapping.id, kind: 'constant', source: text });
    else model.run({ type: 'connect', mapping: { kind: 'constant', source: text, target } });
    announce(`${target} is filled with a constant.`);
    onDone();
  };

  return (
    <form
      className="flex w-88 max-w-full flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') save();
      }}
    >
      <TextField
        label="The same text for every record"
        kind="multiline"
        rows={3}
        value={text}
        onChange={setText}
        autoFocus
      />
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          size="small"
          {...(text.trim() === '' && { disabledReason: 'Enter a value first.' })}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
