'use client';

import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { EditorHeaderProps } from './editor-header';
import type { FieldRef } from './field-ref';
import { CommandMenu, ExpressionDialog, ImportDialog, ShortcutsDialog } from './later-views';
import type { MappingEditorProps } from './mapping-editor-props';
import type { MenuActions } from './menu-commands';
import type { MappingModel } from './use-mapping-model';

export type OpenDialog = 'help' | 'menu' | 'import';

/** The calculation on show; without a target it asks for one. */
export type CalculatedField = { target?: string };

export type EditorDialogsProps = {
  model: MappingModel;
  header: EditorHeaderProps;
  commands: MenuActions;
  open: OpenDialog | undefined;
  onOpenChange: (open: OpenDialog | undefined) => void;
  calculated: CalculatedField | undefined;
  onCalculated: () => void;
  sampleRecords: readonly unknown[];
  statistics: SchemaStatistics;
  recordIndex: number;
  onRecordChange: (index: number) => void;
  importFrom: MappingEditorProps['importFrom'];
  /** Goes to a field found in the menu. */
  onField: (field: FieldRef) => void;
  readOnly: boolean;
};

/** What opens above the editor: the calculated field, the shortcuts, a file to read in, the menu of fields and actions. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { model, header, open, onOpenChange, calculated, sampleRecords, recordIndex } = props;
  const close = () => onOpenChange(undefined);
  return (
    <>
      {calculated && (
        <ExpressionDialog
          model={model}
          target={calculated.target}
          sampleRecords={sampleRecords}
          statistics={props.statistics}
          recordIndex={Math.min(recordIndex, Math.max(0, sampleRecords.length - 1))}
          onRecordChange={props.onRecordChange}
          readOnly={props.readOnly}
          onClose={props.onCalculated}
        />
      )}
      {open === 'help' && (
        <ShortcutsDialog isOpen onOpenChange={(isOpen) => onOpenChange(isOpen ? 'help' : undefined)} />
      )}
      {open === 'import' && <ImportDialog model={model} importFrom={props.importFrom} onClose={close} />}
      {open === 'menu' && (
        <CommandMenu
          onClose={close}
          header={header}
          more={props.commands}
          trees={{ source: model.sourceTree, target: model.targetTree }}
          describeLink={({ side, id }) => model.marks[side].get(id)?.text ?? ''}
          onField={props.onField}
        />
      )}
    </>
  );
}
