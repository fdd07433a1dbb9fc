'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnnounce } from '@/components/ui/live-region';
import { formulasForPair } from '@/lib/mapping/formulas';
import { withOffered } from '@/lib/mapping/history';
import { fieldAt } from '@/lib/schema/field';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import { CodeKeptBar } from './code-kept-bar';
import { type CalculatedField, EditorDialogs, type OpenDialog } from './editor-dialogs';
import { EditorHeader } from './editor-header';
import { EditorViews } from './editor-views';
import type { FieldRef } from './field-ref';
import { loadExpressionDialog, NarrowMappings, useLaterViews } from './later-views';
import type { MappingEditorProps } from './mapping-editor-props';
import { RepairBar } from './repair-bar';
import { EditorSuggestions } from './suggest/editor-suggestions';
import type { Offer } from './suggest/offer-suggestions';
import { useSuggestionActions } from './suggest/use-suggestion-actions';
import { useSuggestions } from './suggest/use-suggestions';
import { useCounterFilter } from './use-counter-filter';
import { useEditorHeader } from './use-editor-header';
import { useEditorKeys } from './use-editor-keys';
import { useEditorTrees } from './use-editor-trees';
import { useEditorView } from './use-editor-view';
import { useGestures } from './use-gestures';
import { useIsNarrow } from './use-is-narrow';
import { useJumps } from './use-jumps';
import { useMappingModel } from './use-mapping-model';
import { usePresets } from './use-presets';

export type { MappingEditorProps } from './mapping-editor-props';

const noRecords: readonly unknown[] = [];
const noStatistics: SchemaStatistics = new Map();

// Above this many the lines are a thicket, and a table is the better first view.
const tableAboveMappings = 300;

/**
 * Maps source fields to target fields by dragging, by two clicks or by keyboard. Controlled: it shows `history` and
 * answers every change with the next one through `onChange`; nothing is kept here but what is open, active or filtered.
 * Test ids: `source-row:<path>`, `target-row:<path>`, `mapping-row:<source>→<target>`, `counter-<name>`, `mapping-bar`,
 * `mapping-code`.
 */
export function MappingEditor(props: MappingEditorProps) {
  const { history, recordRoot, identityTargets, openTargets = [], sampleRecords = noRecords } = props;
  const { statistics = noStatistics } = props;
  const { readOnly = false, personName = 'A colleague' } = props;
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
  const trees = useEditorTrees(model, [recordRoot], [tenantRoot, ...openTargets]);
  const { viewOf, gridOf, active } = trees;
  const { view, shownView, changeView, showView } = useEditorView(
    history.state.mappings.length > tableAboveMappings ? 'table' : 'lines',
  );
  const [ownRecordIndex, setRecordIndex] = useState(0);
  const { recordIndex = ownRecordIndex, onRecordChange = setRecordIndex } = props;
  const [open, setOpen] = useState<OpenDialog>();
  const [calculated, setCalculated] = useState<CalculatedField>();

  const suggestions = useSuggestions(model, readOnly || isNarrow ? undefined : props.suggestFrom);
  const { offers, likely } = suggestions;
  useEffect(() => {
    offered.current = offers;
  }, [offers]);
  const [areHidden, setHidden] = useState(false);
  const [choosing, setChoosing] = useState<FieldRef>();
  const { counter, setCounter, keeps } = useCounterFilter(trees, { model, identityTargets, offers });

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
    trees,
    openLines: () => {
      showView('lines');
      setCounter(undefined);
    },
    openErrors: () => {
      showView('table');
      setCounter('errors');
    },
  });
  const published = usePresets({ model, presets: props.presets, tenantId: props.tenantId, gridOf, gestures });
  const header = useEditorHeader({
    props,
    model,
    trees,
    gestures,
    presets: [...published, ...(props.morePresets ?? [])],
    suggested: offers.length,
    areSuggestionsHidden: areHidden,
    onSuggestionsShown: () => setHidden(false),
    counter,
    onCounterChange: setCounter,
    view,
    onViewChange: changeView,
    onOpen: setOpen,
    fillsWindow: props.fillsWindow,
  });

  useLaterViews();

  const editor = useEditorKeys({
    onUndo: header.onUndo,
    onRedo: header.onRedo,
    onNextError: jumps.goToNextError,
    onHelp: header.onHelp,
    onMenu: () => !isNarrow && setOpen('menu'),
    onEscape: gestures.cancelPick,
  });

  if (isNarrow) return <NarrowMappings rows={checked} coverage={coverage} />;

  const hasCodeText = history.codeText !== undefined;
  const activePath = active.side === 'target' ? targetTree.path[active.target] : undefined;
  const activeTarget = activePath === tenantRoot ? undefined : activePath;

  return (
    <div
      ref={editor}
      className="flex h-(--editor-height) min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
    >
      <EditorHeader {...header} />
      {!readOnly && <RepairBar repairs={repairs} model={model} />}
      {hasCodeText && shownView !== 'code' && <CodeKeptBar onOpen={() => changeView('code')} />}
      <EditorViews
        view={shownView}
        counter={counter}
        model={model}
        gestures={gestures}
        trees={trees}
        keeps={keeps}
        sampleRecords={sampleRecords}
        statistics={statistics}
        previewResults={props.previewResults}
        recordIndex={recordIndex}
        onRecordChange={onRecordChange}
        personName={personName}
        targetAction={props.targetAction}
        readOnly={readOnly}
        onCalculate={openCalculation}
        suggesting={{
          suggestions,
          areHidden,
          actions,
          onCandidates: (field) => {
            gestures.clearPick();
            setChoosing(field);
          },
        }}
        onShowMapping={jumps.showMapping}
        history={history}
        mappingDialect={props.mappingDialect ?? 'source'}
      />
      <EditorSuggestions
        model={model}
        suggestions={suggestions}
        actions={actions}
        hasBar={shownView !== 'code' && !areHidden}
        choosing={choosing}
        rowOf={({ side, id }) => gridOf(side)?.scroller()?.querySelector(`[data-row="${id}"]`) ?? null}
        onShow={({ sourceId, targetId }) => {
          if (shownView !== 'lines') return;
          gridOf('target')?.showField(targetId);
          gridOf('source')?.showField(sourceId);
        }}
        onAcceptLikely={() => {
          flushSync(() => actions.accept(likely));
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
          onAcceptLikely: likely.length > 0 ? () => actions.accept(likely) : undefined,
          onForgetRejections: model.state.rejectedSuggestions ? actions.forgetRejections : undefined,
          suggestionsHidden: areHidden,
          onSuggestionsHiddenChange: setHidden,
          onCalculate: () => openCalculation(activeTarget),
          onExpandAll: trees.expandAll,
          onCollapseAll: trees.collapseAll,
        }}
        open={open}
        onOpenChange={setOpen}
        calculated={calculated}
        onCalculated={() => setCalculated(undefined)}
        sampleRecords={sampleRecords}
        statistics={statistics}
        recordIndex={recordIndex}
        onRecordChange={onRecordChange}
        onField={jumps.showField}
        importFrom={props.importFrom}
        readOnly={readOnly}
      />
    </div>
  );
}
