'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import { findFields } from '@/lib/mapping/find-fields';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { MappingModel } from '../use-mapping-model';
import { ExpressionEditor } from './expression-editor';

export type ExpressionDialogProps = {
  model: MappingModel;
  /** The target field to calculate; left out, it is asked for first. */
  target: string | undefined;
  sampleRecords: readonly unknown[];
  statistics: SchemaStatistics;
  recordIndex: number;
  onRecordChange: (index: number) => void;
  readOnly: boolean;
  onClose: () => void;
};

const offeredFields = 60;

/** A calculated field, written and tried before anything is closed; what is typed is kept by itself. */
export function ExpressionDialog(props: ExpressionDialogProps) {
  const [target, setTarget] = useState(props.target);
  return (
    <Dialog
      title="Calculated field"
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      {target === undefined ? (
        <TargetChoice model={props.model} onChoose={setTarget} />
      ) : (
        <ExpressionEditor {...props} target={target} />
      )}
    </Dialog>
  );
}

function TargetChoice({ model, onChoose }: { model: MappingModel; onChoose: (target: string) => void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const filled = new Map(model.state.mappings.map((mapping) => [mapping.target, mapping]));
  const before = chosen === null ? undefined : filled.get(chosen);
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onChoose(chosen);
      }}
    >
      <ComboBox
        label="Target field to calculate"
        options={findFields(model.targetTree, typed, offeredFields)
          .map((id) => model.targetTree.path[id] ?? '')
          .filter((path) => path !== model.tenantRoot)
          .map((path) => ({ value: path, label: path }))}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          if (value !== null) setTyped(value);
        }}
        inputValue={typed}
        onInputChange={setTyped}
      />
      {before && before.kind !== 'expression' && (
        <p className="text-sm text-text-muted">
          It is filled from {before.source} now; the calculation takes over.
        </p>
      )}
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          {...(chosen === null && { disabledReason: 'Choose a target field first.' })}
        >
          Write the calculation
        </Button>
      </div>
    </form>
  );
}
