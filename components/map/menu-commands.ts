import { type CounterFilter, type EditorHeaderProps, type EditorView, exportForms } from './editor-header';

const counterLabels: Readonly<Record<CounterFilter, string>> = {
  mapped: 'Show mapped fields only',
  required: 'Show required fields that are left',
  identity: 'Show identity fields',
  errors: 'Show errors only',
  unused: 'Show unused source fields',
  suggested: 'Show suggested fields only',
  comments: 'Show open comments',
};
const counters: readonly CounterFilter[] = [
  'mapped',
  'required',
  'identity',
  'errors',
  'unused',
  'suggested',
  'comments',
];
const views: readonly (readonly [EditorView, string])[] = [
  ['lines', 'Lines view'],
  ['table', 'Table view'],
  ['code', 'Code view'],
];

export type MenuCommand = {
  id: string;
  label: string;
  /** Found by these words too. */
  words?: string;
  /** Shown at the end of the line. */
  keys?: string;
  run: () => void;
};

export type MenuActions = {
  onNextError: () => void;
  onCalculate: () => void;
  /** Left out while there are no suggestions. */
  onAcceptLikely: (() => void) | undefined;
  /** Left out while none were rejected. */
  onForgetRejections: (() => void) | undefined;
  suggestionsHidden: boolean;
  onSuggestionsHiddenChange: (isHidden: boolean) => void;
  onExpandAll: () => void;
  onCollapseAll: () => void;
};

/** Everything the command menu can do, from what the header can do; what makes no sense now is left out. */
export function menuCommands(header: EditorHeaderProps, more: MenuActions): MenuCommand[] {
  const { history, readOnly, presets, filter, view } = header;
  const undo = history.undo.at(-1);
  const redo = history.redo.at(-1);
  const commands: (MenuCommand | false)[] = [
    !readOnly &&
      undo !== undefined && { id: 'undo', label: `Undo: ${undo.label}`, keys: 'Ctrl Z', run: header.onUndo },
    !readOnly &&
      redo !== undefined && {
        id: 'redo',
        label: `Redo: ${redo.label}`,
        keys: 'Shift Ctrl Z',
        run: header.onRedo,
      },
    ...views.map(
      ([value, label]) =>
        view !== value && {
          id: `view ${value}`,
          label,
          words: 'switch open',
          run: () => header.onViewChange(value),
        },
    ),
    !readOnly && {
      id: 'calculate',
      label: 'Write a calculated field',
      words: 'expression formula function fx calculation transform',
      keys: '=',
      run: more.onCalculate,
    },
    !readOnly &&
      more.onAcceptLikely !== undefined && {
        id: 'accept likely',
        label: 'Accept all likely suggestions',
        words: 'apply auto map',
        run: more.onAcceptLikely,
      },
    !readOnly &&
      header.suggested > 0 && {
        id: 'suggestions',
        label: more.suggestionsHidden ? 'Show suggestions' : 'Hide suggestions',
        words: 'ghost lines',
        run: () => more.onSuggestionsHiddenChange(!more.suggestionsHidden),
      },
    !readOnly &&
      more.onForgetRejections !== undefined && {
        id: 'rejections',
        label: 'Bring rejected suggestions back',
        words: 'undo reject restore',
        run: more.onForgetRejections,
      },
    { id: 'error', label: 'Go to the next error', keys: 'F8', run: more.onNextError },
    filter !== undefined && {
      id: 'filter none',
      label: 'Show all fields again',
      words: 'filter clear',
      run: () => header.onFilterChange(undefined),
    },
    ...counters.map(
      (counter) =>
        counter !== filter && {
          id: `filter ${counter}`,
          label: counterLabels[counter],
          words: 'filter',
          run: () => header.onFilterChange(counter),
        },
    ),
    header.fillsWindow !== undefined && {
      id: 'window',
      label: header.fillsWindow.isOn ? 'Show the whole page' : 'Fill the window with the editor',
      words: 'maximise full screen larger room zoom',
      run: header.fillsWindow.toggle,
    },
    { id: 'expand', label: 'Expand all fields', words: 'open folders', run: more.onExpandAll },
    { id: 'collapse', label: 'Collapse all fields', words: 'close folders', run: more.onCollapseAll },
    ...presets.map(
      (preset) =>
        !readOnly && {
          id: `preset ${preset.title}`,
          label: `Apply “${preset.title}”`,
          words: 'preset',
          run: preset.onApply,
        },
    ),
    !readOnly && { id: 'import', label: 'Import mappings…', words: 'file csv json', run: header.onImport },
    ...exportForms.map(
      ({ form, label }) =>
        header.coverage.mappings > 0 && {
          id: `export ${form}`,
          label,
          words: 'file download',
          run: () => header.onExport(form),
        },
    ),
    !readOnly &&
      header.coverage.mappings > 0 && {
        id: 'clear',
        label: 'Clear all mappings',
        words: 'remove delete',
        run: header.onClear,
      },
    { id: 'help', label: 'Keyboard shortcuts', keys: '?', words: 'help keys', run: header.onHelp },
  ];
  return commands.filter((command) => command !== false);
}
