'use client';

import { flushSync } from 'react-dom';
import { downloadText } from '@/components/shell/download-text';
import { useAnnounce } from '@/components/ui/live-region';
import { countOpenComments } from '@/lib/mapping/change-comments';
import { findFieldId } from '@/lib/schema/field';
import type { OpenDialog } from './editor-dialogs';
import type { CounterFilter, EditorHeaderProps, EditorView } from './editor-header';
import type { MappingEditorProps } from './mapping-editor-props';
import type { EditorTrees } from './use-editor-trees';
import type { FillsWindow } from './use-fills-window';
import type { Gestures } from './use-gestures';
import type { MappingModel } from './use-mapping-model';

const viewNames: Readonly<Record<EditorView, string>> = { lines: 'Lines', table: 'Table', code: 'Code' };

export type EditorHeaderInput = {
  props: MappingEditorProps;
  model: MappingModel;
  trees: EditorTrees;
  gestures: Gestures;
  presets: EditorHeaderProps['presets'];
  suggested: number;
  areSuggestionsHidden: boolean;
  onSuggestionsShown: () => void;
  counter: CounterFilter | undefined;
  onCounterChange: (counter: CounterFilter | undefined) => void;
  view: EditorView;
  onViewChange: (view: EditorView) => void;
  onOpen: (dialog: OpenDialog) => void;
  fillsWindow: FillsWindow | undefined;
};

/** What the header shows and does; the command menu does the same. */
export function useEditorHeader(input: EditorHeaderInput): EditorHeaderProps {
  const { props, model, trees, gestures, counter, view } = input;
  const { history, readOnly = false, identityTargets } = props;
  const { checked, coverage, targetTree } = model;
  const announce = useAnnounce();
  return {
    coverage,
    openComments: checked.reduce((sum, { mapping }) => sum + countOpenComments(mapping), 0),
    history,
    suggested: input.suggested,
    areSuggestionsHidden: input.areSuggestionsHidden,
    filter: counter,
    onFilterChange: (next) => {
      flushSync(() => input.onCounterChange(next));
      const paths = next === 'required' ? coverage.requiredLeft : next === 'identity' ? identityTargets : [];
      const id = paths[0] === undefined ? -1 : findFieldId(targetTree, paths[0]);
      // Who asks what is missing wants to be there.
      if (id >= 0 && view === 'lines') trees.gridOf('target')?.focusField(id);
      if (next === 'suggested') input.onSuggestionsShown();
    },
    view,
    onViewChange: (wanted) => {
      input.onViewChange(wanted);
      const count = checked.length === 1 ? '1 mapping' : `${checked.length.toLocaleString('en')} mappings`;
      announce(`${viewNames[wanted]}. ${count}.`);
    },
    presets: input.presets,
    readOnly,
    fillsWindow: input.fillsWindow && {
      isOn: input.fillsWindow.isOn,
      toggle: () => {
        input.fillsWindow?.toggle();
        announce(input.fillsWindow?.isOn ? 'The page is back.' : 'The editor fills the window.');
      },
    },
    onUndo: () => gestures.travel('undo'),
    onRedo: () => gestures.travel('redo'),
    onClear: () => {
      model.run({ type: 'clear' });
      gestures.setNotice({ tone: 'positive', text: 'All mappings cleared. Undo brings them back.' });
      announce('All mappings cleared. Undo brings them back.');
    },
    onHelp: () => input.onOpen('help'),
    onMenu: () => input.onOpen('menu'),
    onImport: () => input.onOpen('import'),
    onExport: async (form) => {
      const { exportMappings } = await import('@/lib/mapping/files/export-mappings');
      const { fileName, type, text } = exportMappings(form, props.name ?? 'dataflow', history.state);
      downloadText(fileName, type, text);
      announce(`${fileName} is downloaded.`);
    },
  };
}
