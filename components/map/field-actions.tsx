'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextField } from '@/components/ui/text-field';
import { type FieldMapping, maxExpressionLength } from '@/lib/mapping/mapping';
import type { FieldRef } from './field-ref';
import type { MappingModel } from './use-mapping-model';

export type FieldActionsProps = {
  field: FieldRef;
  model: MappingModel;
  /** The mapping of the field, if it has one. */
  mapping: FieldMapping | undefined;
};

/** What else can be done with the active field: leave a source field out, fill a target with a value of one's own. */
export function FieldActions({ field, model, mapping }: FieldActionsProps) {
  const announce = useAnnounce();
  if (field.id < 0) return null;
  if (field.side === 'target') {
    const target = mapping?.target ?? model.targetTree.path[field.id] ?? '';
    if (target === model.tenantRoot) return null;
    return <ValuePopover target={target} mapping={mapping} model={model} />;
  }
  if (mapping) return null;
  const path = model.sourceTree.path[field.id] ?? '';
  const isLeftOut = model.state.unmappedOnPurpose.includes(path);
  return (
    <Button
      size="small"
      variant="quiet"
      onPress={() => {
        model.run({ type: isLeftOut ? 'unmark' : 'mark-unmapped', paths: [path] });
        announce(isLeftOut ? `${path} counts as unused again.` : `${path} is left out on purpose.`);
      }}
    >
      {isLeftOut ? 'Take back in' : 'Leave out on purpose'}
    </Button>
  );
}

type OwnKind = 'constant' | 'expression';

function ValuePopover({
  target,
  mapping,
  model,
}: {
  target: string;
  mapping: FieldMapping | undefined;
  model: MappingModel;
}) {
  const isOwn = mapping !== undefined && mapping.kind !== 'attribute';
  return (
    <Popover
      label={`Value for ${target}`}
      placement="bottom end"
      trigger={
        <Button size="small" variant="quiet">
          {isOwn ? 'Edit value' : 'Constant or calculation'}
        </Button>
      }
    >
      {(close) => (
        <ValueForm target={target} mapping={isOwn ? mapping : undefined} model={model} onDone={close} />
      )}
    </Popover>
  );
}

function ValueForm({
  target,
  mapping,
  model,
  onDone,
}: {
  target: string;
  mapping: FieldMapping | undefined;
  model: MappingModel;
  onDone: () => void;
}) {
  const announce = useAnnounce();
  const [kind, setKind] = useState<OwnKind>(mapping?.kind === 'expression' ? 'expression' : 'constant');
  const [source, setSource] = useState(mapping?.source ?? '');
  const isTooLong = kind === 'expression' && source.length > maxExpressionLength;
  const error = isTooLong ? 'This is longer than Data Prep takes. Shorten it.' : undefined;

  const save = () => {
    if (mapping) model.run({ type: 'set-source', id: mapping.id, kind, source });
    else model.run({ type: 'connect', mapping: { kind, source, target } });
    announce(`${target} is filled with a ${kind === 'constant' ? 'constant' : 'calculation'}.`);
    onDone();
  };

  return (
    <form
      className="flex w-88 max-w-full flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (source.trim() !== '' && !isTooLong) save();
      }}
    >
      <SegmentedControl
        label="Kind of value"
        value={kind}
        onChange={setKind}
        segments={[
          { value: 'constant', label: 'Constant' },
          { value: 'expression', label: 'Calculation' },
        ]}
      />
      <TextField
        label={kind === 'constant' ? 'The same text for every record' : 'Data Prep expression'}
        hint={
          kind === 'constant'
            ? undefined
            : `${source.length.toLocaleString('en')} of ${maxExpressionLength.toLocaleString('en')} characters`
        }
        kind="multiline"
        rows={3}
        isCode={kind === 'expression'}
        value={source}
        onChange={setSource}
        error={error}
        autoFocus
      />
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          size="small"
          {...(source.trim() === '' && { disabledReason: 'Enter a value first.' })}
        >
          Save
        </Button>
      </div>
    </form>
  );
}
