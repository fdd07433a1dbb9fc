'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useTreeView } from '@/components/schema-tree/use-tree-view';
import { downloadText } from '@/components/shell/download-text';
import { useAnnounce } from '@/components/ui/live-region';
import { countOpenComments } from '@/lib/mapping/change-comments';
import { formulasForPair } from '@/lib/mapping/formulas';
import { withOffered } from '@/lib/mapping/history';
import { fieldAt, findFieldId } from '@/lib/schema/field';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import { CodeKeptBar } from './code-kept-bar';
import { keepFor } from './counter-filters';
import { type CalculatedField, EditorDialogs, type OpenDialog } from './editor-dialogs';
import { type CounterFilter, EditorHeader, type EditorHeaderProps, type EditorView } from './editor-header';
import type { FieldRef, Side } from './field-ref';
import { describeTargetSample } from './field-samples';
import {
  loadExpressionDialog,
  MappingCode,
  MappingTable,
  NarrowMappings,
  useLaterViews,
} from './later-views';
import { type ActiveFields, LinesView } from './lines-view';
import type { MappingEditorProps } from './mapping-editor-props';
import { RepairBar } from './repair-bar';
import { EditorSuggestions } from './suggest/editor-suggestions';
import type { Offer } from './suggest/offer-suggestions';
import { useSuggestionActions } from './suggest/use-suggestion-actions';
import { useSuggestions } from './suggest/use-suggestions';
import { useEditorKeys } from './use-editor-keys';
import { useGestures } from './use-gestures';
import { useIsNarrow } from './use-is-narrow';
import { useJumps } from './use-jumps';
import { useMappingModel } from './use-mapping-model';
import { usePresets } from './use-presets';

export type { MappingEditorProps } from './mapping-editor-props';

const viewNames: Readonly<Record<EditorView, string>> = { lines: 'Lines', table: 'Table', code: 'Code' };
const noRecords: readonly unknown[] = [];
const noStatistics: SchemaStatistics = new Map();
const SuggestionList = lazy(() =>
  import('./suggest/suggestion-list').then((module) => ({ default: module.SuggestionList })),
);

// Above this many the lines are a thicket, and a table is the better first view.
const tableAboveMappings = 300;

/**
 * Maps source fields to target fields by dragging, by two clicks or by keyboard. Controlled: it shows `history` and
 * answers every change with the next one through `onChange`; nothing is kept here but what is open, active or filtered.
 * Test ids: `source-row:<path>`, `target-row:<path>`, `mapping-row:<source>→<target>`, `counter-<name>`, `mapping-bar`,
 * `mapping-code`.
 */
export function MappingEditor(props: MappingEditorProps) {
  const { history, recordRoot, openTargets = [], sampleRecords = noRecords, previewResults } = props;
  const { statistics = noStatistics } = props;
  const { readOnly = false, personName = 'A colleague', mappingDialect = 'source' } = props;
  const offered = useRef<readonly Offer[]>([]);
  const model = useMappingModel({
    ...props,
    onChange: (next) =>
      props.onChange(
        withOffered(
          next,
          offered.current.map(({ pair }) => pair),
        ),
      ),
  });
  const { sourceTree, targetTree, tenantRoot, checked, coverage, repairs } = model;
  const announce = useAnnounce();
  const isNarrow = useIsNarrow();

  const sourceView = useTreeView(sourceTree, [recordRoot]);
  const targetView = useTreeView(targetTree, [tenantRoot, ...openTargets]);
  const sourceGrid = useRef<TreeGridHandle>(null);
  const targetGrid = useRef<TreeGridHandle>(null);
  const [active, setActive] = useState<ActiveFields>({ source: -1, target: -1, side: 'source' });
  const [view, setView] = useState<EditorView>(
    history.state.mappings.length > tableAboveMappings ? 'table' : 'lines',
  );
  const [counter, setCounter] = useState<CounterFilter>();
  const [ownRecordIndex, setRecordIndex] = useState(0);
  const recordIndex = props.recordIndex ?? ownRecordIndex;
  const [open, setOpen] = useState<OpenDialog>();
  const [calculated, setCalculated] = useState<CalculatedField>();

  const viewOf = (side: Side) => (side === 'source' ? sourceView : targetView);
  const gridOf = (side: Side) => (side === 'source' ? sourceGrid.current : targetGrid.current);
  const suggestions = useSuggestions(model, readOnly || isNarrow ? undefined : props.suggestFrom);
  const { offers } = suggestions;
  useEffect(() => {
    offered.current = offers;
  }, [offers]);
  const [areHidden, setHidden] = useState(false);
  const [choosing, setChoosing] = useState<FieldRef>();
  const keeps = keepFor(counter, { model, identityTargets: props.identityTargets, offers });

  const gestures = useGestures({
    statistics,
    model,
    viewOf,
    gridOf,
    activeOf: (side) => active[side],
    filterSide: (side, query) => viewOf(side).filter(query, keeps[side]),
    showEverything: () => setCounter(undefined),
    formulasFor: (sourceId, targetId) =>
      formulasForPair(sourceTree, sourceId, fieldAt(targetTree, targetId), statistics),
    readOnly,
  });
  const actions = useSuggestionActions(model, gestures);
  const openCalculation = (target: string | undefined) => {
    loadExpressionDialog().then(
      () => setCalculated(target === undefined ? {} : { target }),
      () => {
        const text = 'The expression editor did not load. Check the connection and try again.';
        gestures.setNotice({ tone: 'negative', text });
        announce(text, 'assertive');
      },
    );
  };
  const jumps = useJumps({
    model,
    gridOf,
    openLines: () => {
      setView('lines');
      setCounter(undefined);
    },
    openErrors: () => {
      setView('table');
      setCounter('errors');
    },
    onActiveChange: setActive,
  });
  const published = usePresets({ model, presets: props.presets, tenantId: props.tenantId, gridOf, gestures });

  useLaterViews();

  // The counter's filter follows what is mapped meanwhile.
  const { source: keepSource, target: keepTarget } = keeps;
  useEffect(() => {
    sourceView.filter(sourceView.snapshot().query, keepSource);
  }, [sourceView, keepSource]);
  useEffect(() => {
    targetView.filter(targetView.snapshot().query, keepTarget);
  }, [targetView, keepTarget]);

  const editor = useEditorKeys({
    onUndo: () => gestures.travel('undo'),
    onRedo: () => gestures.travel('redo'),
    onNextError: jumps.goToNextError,
    onHelp: () => setOpen('help'),
    onMenu: () => !isNarrow && setOpen('menu'),
    onEscape: gestures.cancelPick,
  });

  if (isNarrow) return <NarrowMappings rows={checked} coverage={coverage} />;

  const hasCodeText = history.codeText !== undefined;
  const header: EditorHeaderProps = {
    coverage,
    openComments: checked.reduce((sum, { mapping }) => sum + countOpenComments(mapping), 0),
    history,
    suggested: offers.length,
    areSuggestionsHidden: areHidden,
    filter: counter,
    onFilterChange: (next) => {
      flushSync(() => setCounter(next));
      const paths =
        next === 'required' ? coverage.requiredLeft : next === 'identity' ? props.identityTargets : [];
      const id = paths[0] === undefined ? -1 : findFieldId(targetTree, paths[0]);
      // Who asks what is missing wants to be there.
      if (id >= 0 && view === 'lines') gridOf('target')?.focusField(id);
      if (next === 'suggested') setHidden(false);
    },
    view,
    onViewChange: (wanted) => {
      setView(wanted);
      const count = checked.length === 1 ? '1 mapping' : `${checked.length.toLocaleString('en')} mappings`;
      announce(`${viewNames[wanted]}. ${count}.`);
    },
    presets: [...published, ...(props.morePresets ?? [])],
    readOnly,
    onUndo: () => gestures.travel('undo'),
    onRedo: () => gestures.travel('redo'),
    onClear: () => {
      model.run({ type: 'clear' });
      gestures.setNotice({ tone: 'positive', text: 'All mappings cleared. Undo brings them back.' });
      announce('All mappings cleared. Undo brings them back.');
    },
    onHelp: () => setOpen('help'),
    onMenu: () => setOpen('menu'),
    onImport: () => setOpen('import'),
    onExport: async (form) => {
      const { exportMappings } = await import('@/lib/mapping/files/export-mappings');
      const { fileName, type, text } = exportMappings(form, props.name ?? 'dataflow', history.state);
      downloadText(fileName, type, text);
      announce(`${fileName} is downloaded.`);
    },
  };
  const tableRows =
    counter === 'errors'
      ? checked.filter(({ verdict }) => verdict === 'refused')
      : counter === 'comments'
        ? checked.filter(({ mapping }) => countOpenComments(mapping) > 0)
        : checked;
  const suggestionList = offers.length > 0 && (
    <Suspense>
      <SuggestionList suggestions={suggestions} actions={actions} />
    </Suspense>
  );
  const record = sampleRecords[recordIndex];
  const activePath = active.side === 'target' ? targetTree.path[active.target] : undefined;
  const activeTarget = activePath === tenantRoot ? undefined : activePath;

  return (
    <div
      ref={editor}
      className="flex h-[max(27rem,calc(100dvh-20.5rem))] xl:h-[max(27rem,calc(100dvh-17.25rem))] min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
    >
      <EditorHeader {...header} />
      {!readOnly && <RepairBar repairs={repairs} model={model} />}
      {hasCodeText && view !== 'code' && <CodeKeptBar onOpen={() => setView('code')} />}
      {view === 'lines' && (
        <LinesView
          model={model}
          gestures={gestures}
          viewOf={viewOf}
          gridOf={gridOf}
          gridRefs={{ source: sourceGrid, target: targetGrid }}
          active={active}
          onActiveChange={setActive}
          keeps={keeps}
          sampleRecords={sampleRecords}
          statistics={statistics}
          previewResults={previewResults}
          recordIndex={recordIndex}
          onRecordChange={props.onRecordChange ?? setRecordIndex}
          personName={personName}
          targetAction={props.targetAction}
          readOnly={readOnly}
          onCalculate={openCalculation}
          suggesting={{
            suggestions: areHidden ? undefined : suggestions,
            actions,
            onCandidates: (field) => {
              gestures.clearPick();
              setChoosing(field);
            },
          }}
        />
      )}
      {view === 'table' && (counter !== 'suggested' || !suggestionList) && (
        <MappingTable
          rows={tableRows}
          model={model}
          sampleOf={(row) =>
            record === undefined
              ? ''
              : describeTargetSample(row.mapping, record, previewResults?.[recordIndex])
          }
          onRemove={gestures.remove}
          onShow={jumps.showMapping}
          personName={personName}
          readOnly={readOnly}
          onCalculate={openCalculation}
        >
          {!areHidden && suggestionList}
        </MappingTable>
      )}
      {view === 'table' && counter === 'suggested' && suggestionList && (
        <div className="min-h-0 flex-1 overflow-auto">{suggestionList}</div>
      )}
      {view === 'code' && (
        <MappingCode model={model} history={history} dialect={mappingDialect} readOnly={readOnly} />
      )}
      <EditorSuggestions
        model={model}
        suggestions={suggestions}
        actions={actions}
        hasBar={view !== 'code' && !areHidden}
        choosing={choosing}
        rowOf={({ side, id }) => gridOf(side)?.scroller()?.querySelector(`[data-row="${id}"]`) ?? null}
        onShow={({ sourceId, targetId }) => {
          if (view !== 'lines') return;
          gridOf('target')?.showField(targetId);
          gridOf('source')?.showField(sourceId);
        }}
        onAcceptLikely={() => {
          flushSync(() => actions.accept(suggestions.likely));
          // The pressed button is gone: the focus goes to the one that takes all of it back.
          editor.current?.querySelector<HTMLElement>('[data-testid="undo"]')?.focus();
        }}
        onHide={() => {
          // The counter comes on show with it.
          flushSync(() => setHidden(true));
          if (counter === 'suggested') setCounter(undefined);
          announce('Suggestions are hidden. The counter of suggested fields shows them again.');
          editor.current?.querySelector<HTMLElement>('[data-testid="counter-suggested"]')?.focus();
        }}
        onCloseCandidates={() => {
          setChoosing(undefined);
          if (choosing) gridOf(choosing.side)?.focusField(choosing.id);
        }}
      />
      <EditorDialogs
        model={model}
        header={header}
        commands={{
          onNextError: jumps.goToNextError,
          onAcceptLikely:
            suggestions.likely.length > 0 ? () => actions.accept(suggestions.likely) : undefined,
          onForgetRejections: model.state.rejectedSuggestions ? actions.forgetRejections : undefined,
          suggestionsHidden: areHidden,
          onSuggestionsHiddenChange: setHidden,
          onCalculate: () => openCalculation(activeTarget),
          onExpandAll: () => {
            sourceView.expandAll();
            targetView.expandAll();
          },
          onCollapseAll: () => {
            sourceView.collapseAll();
            targetView.collapseAll();
          },
        }}
        open={open}
        onOpenChange={setOpen}
        calculated={calculated}
        onCalculated={() => setCalculated(undefined)}
        sampleRecords={sampleRecords}
        statistics={statistics}
        recordIndex={recordIndex}
        onRecordChange={props.onRecordChange ?? setRecordIndex}
        onField={jumps.showField}
        importFrom={props.importFrom}
        readOnly={readOnly}
      />
    </div>
  );
}
