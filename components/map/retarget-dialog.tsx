'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import { useAnnounce } from '@/components/ui/live-region';
import { StatusLight } from '@/components/ui/status-light';
import { TextField } from '@/components/ui/text-field';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { findFields } from '@/lib/mapping/find-fields';
import { moveTargets } from '@/lib/mapping/move-targets';
import { findFieldId } from '@/lib/schema/field';
import { PathText } from './path-text';
import type { MappingModel } from './use-mapping-model';

export type RetargetDialogProps = {
  rows: readonly CheckedMapping[];
  model: MappingModel;
  onClose: () => void;
};

const offeredFields = 60;
const shownExamples = 5;

/** Another target for one row, or another beginning of the path for many. */
export function RetargetDialog({ rows, model, onClose }: RetargetDialogProps) {
  const announce = useAnnounce();
  const [only] = rows;
  const isOne = rows.length === 1;
  const before = sharedFolder(rows.map(({ mapping }) => mapping.target));
  const [from, setFrom] = useState(before);
  const [to, setTo] = useState(before);
  const [typed, setTyped] = useState(only?.mapping.target ?? '');
  const [target, setTarget] = useState<string | null>(only?.mapping.target ?? null);

  const mappings = rows.map(({ mapping }) => mapping);
  const changes = isOne
    ? only && target !== null && target !== only.mapping.target
      ? [{ id: only.mapping.id, target }]
      : []
    : moveTargets(mappings, from, to);
  const missing = changes.filter((change) => findFieldId(model.targetTree, change.target) < 0);

  const save = () => {
    const label =
      changes.length === 1
        ? `Move a mapping to ${changes[0]?.target}`
        : `Move ${changes.length} mappings from ${from || 'the top'} to ${to || 'the top'}`;
    model.run({ type: 'edit-many', changes, label });
    announce(`${label}. Undo takes it back.`);
    onClose();
  };

  return (
    <Dialog
      title={isOne ? 'Change the target' : `Change ${rows.length} targets`}
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={save}
            {...(changes.length === 0 && { disabledReason: 'Nothing would change yet.' })}
          >
            {changes.length > 1 ? `Move ${changes.length} mappings` : 'Move'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isOne && only ? (
          <ComboBox
            label={`Target of ${only.mapping.source}`}
            options={findFields(model.targetTree, typed, offeredFields).map((id) => ({
              value: model.targetTree.path[id] ?? '',
              label: model.targetTree.path[id] ?? '',
            }))}
            value={target}
            onChange={(value) => {
              setTarget(value);
              if (value !== null) setTyped(value);
            }}
            inputValue={typed}
            onInputChange={setTyped}
          />
        ) : (
          <>
            <TextField label="Beginning of the path now" isCode isOptional value={from} onChange={setFrom} />
            <TextField label="New beginning" isCode isOptional value={to} onChange={setTo} />
          </>
        )}
        {missing.length > 0 && (
          <StatusLight tone="caution">
            {missing.length === 1
              ? `The target schema has no field “${missing[0]?.target}”.`
              : `${missing.length} of these targets do not exist in the schema.`}
          </StatusLight>
        )}
        {!isOne && changes.length > 0 && (
          <ul aria-label="Examples" className="space-y-1">
            {changes.slice(0, shownExamples).map((change) => (
              <li key={change.id} className="flex flex-wrap items-center gap-1.5">
                <PathText path={mappings.find(({ id }) => id === change.id)?.target ?? ''} />
                <ArrowRight aria-label="becomes" size={12} className="rtl:-scale-x-100" />
                <PathText path={change.target} />
              </li>
            ))}
            {changes.length > shownExamples && (
              <li className="text-sm text-text-muted">and {changes.length - shownExamples} more</li>
            )}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

/** The longest run of whole names that all paths begin with, the field itself left out. */
function sharedFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  let end = first.lastIndexOf('.');
  while (end > 0 && !others.every((path) => path.startsWith(first.slice(0, end + 1)))) {
    end = first.lastIndexOf('.', end - 1);
  }
  return end > 0 ? first.slice(0, end) : '';
}
