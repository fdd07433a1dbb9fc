'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useTreeView } from '@/components/schema-tree/use-tree-view';
import { useAnnounce } from '@/components/ui/live-region';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { presetMappings } from '@/lib/mapping/preset';
import { keepFor } from './counter-filters';
import type { Side } from './drag-controller';
import { type CounterFilter, EditorHeader, type EditorView } from './editor-header';
import { describeTargetSample } from './field-samples';
import { type ActiveFields, LinesView } from './lines-view';
import { MappingCode } from './mapping-code';
import type { MappingEditorProps } from './mapping-editor-props';
import { MappingTable } from './mapping-table';
import { NarrowMappings } from './narrow-mappings';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useEditorKeys } from './use-editor-keys';
import { useGestures } from './use-gestures';
import { useIsNarrow } from './use-is-narrow';
import { useMappingModel } from './use-mapping-model';

export type { MappingEditorProps } from './mapping-editor-props';

// Above this many the lines are a thicket, and a table is the better first view.
const tableAboveMappings = 300;

/**
 * Maps source fields to target fields by dragging, by two clicks or by keyboard. Controlled: it shows `history` and
 * answers every change with the next one through `onChange`; nothing is kept here but what is open, active or filtered.
 * Test ids: `source-row:<path>`, `target-row:<path>`, `mapping-row:<source>→<target>`, `counter-<name>`, `mapping-bar`.
 */
export function MappingEditor(props: MappingEditorProps) {
  const {
    history,
    presets,
    tenantId,
    recordRoot,
    sampleRecords = [],
    previewResults,
    readOnly = false,
  } = props;
  const model = useMappingModel(props);
  const { sourceTree, targetTree, tenantRoot, checked, coverage } = model;
  const announce = useAnnounce();
  const isNarrow = useIsNarrow();

  const sourceView = useTreeView(sourceTree, [recordRoot]);
  const targetView = useTreeView(targetTree, [tenantRoot]);
  const sourceGrid = useRef<TreeGridHandle>(null);
  const targetGrid = useRef<TreeGridHandle>(null);
  const [active, setActive] = useState<ActiveFields>({ source: -1, target: -1, side: 'source' });
  const [view, setView] = useState<EditorView>(
    history.state.mappings.length > tableAboveMappings ? 'table' : 'lines',
  );
  const [counter, setCounter] = useState<CounterFilter>();
  const [recordIndex, setRecordIndex] = useState(0);
  const [isHelpOpen, setIsHelpOpen] = useState(false);

  const viewOf = (side: Side) => (side === 'source' ? sourceView : targetView);
  const gridOf = (side: Side) => (side === 'source' ? sourceGrid.current : targetGrid.current);
  const keeps = keepFor(counter, { model, identityTargets: props.identityTargets });

  const gestures = useGestures({
    model,
    viewOf,
    gridOf,
    activeOf: (side) => active[side],
    filterSide: (side, query) => viewOf(side).filter(query, keeps[side]),
    showEverything: () => setCounter(undefined),
    readOnly,
  });

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
    onNextError: () => goToNextError(),
    onHelp: () => setIsHelpOpen(true),
    onEscape: gestures.cancelPick,
  });
  const record = sampleRecords[recordIndex];
  const preview = previewResults?.[recordIndex];

  const showMapping = (row: CheckedMapping) => {
    flushSync(() => {
      setView('lines');
      setCounter(undefined);
    });
    if (row.targetId >= 0) gridOf('target')?.showField(row.targetId);
    if (row.sourceId >= 0) gridOf('source')?.focusField(row.sourceId);
    else if (row.targetId >= 0) gridOf('target')?.focusField(row.targetId);
    flushSync(() => setActive((last) => ({ ...last, side: row.sourceId >= 0 ? 'source' : 'target' })));
  };

  const goToNextError = () => {
    const errors = checked.filter(({ mapping }) => coverage.errors.includes(mapping.id));
    if (errors.length === 0) {
      announce('No errors.');
      return;
    }
    const here = errors.findIndex(
      ({ sourceId, targetId }) => sourceId === active.source && targetId === active.target,
    );
    const next = errors[(here + 1) % errors.length];
    if (!next) return;
    showMapping(next);
    announce(next.sentence);
  };

  const applyPreset = (title: string, mappings: ReturnType<typeof presetMappings>) => {
    const missing = mappings.missingSources.length + mappings.missingTargets.length;
    model.run({ type: 'apply-preset', title, mappings: mappings.mappings });
    const [first] = mappings.mappings;
    if (first) {
      gridOf('source')?.showField(sourceTree.idOfPath.get(first.source) ?? 0);
      gridOf('target')?.showField(targetTree.idOfPath.get(first.target) ?? 0);
    }
    const text = `${mappings.mappings.length} mappings applied.${missing > 0 ? ` ${missing} fields do not exist here and were left out.` : ''}`;
    gestures.setNotice({ tone: missing > 0 ? 'caution' : 'positive', text });
    announce(text);
  };

  const clear = () => {
    model.run({ type: 'clear' });
    gestures.setNotice({ tone: 'positive', text: 'All mappings cleared. Undo brings them back.' });
    announce('All mappings cleared. Undo brings them back.');
  };

  const fitted = presets.map((preset) => ({
    preset,
    mappings: presetMappings(preset, { tenantId, sourceTree, targetTree }),
  }));

  if (isNarrow) return <NarrowMappings rows={checked} coverage={coverage} />;

  return (
    <div
      ref={editor}
      className="flex h-[max(36rem,calc(100dvh-13rem))] min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
    >
      <EditorHeader
        coverage={coverage}
        history={history}
        filter={counter}
        onFilterChange={setCounter}
        view={view}
        onViewChange={setView}
        presets={fitted.map(({ preset, mappings }) => ({
          title: preset.title,
          description: describePreset(mappings),
          onApply: () => applyPreset(preset.title, mappings),
        }))}
        readOnly={readOnly}
        onUndo={() => gestures.travel('undo')}
        onRedo={() => gestures.travel('redo')}
        onClear={clear}
        onHelp={() => setIsHelpOpen(true)}
      />
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
          previewResults={previewResults}
          recordIndex={recordIndex}
          onRecordChange={setRecordIndex}
          readOnly={readOnly}
        />
      )}
      {view === 'table' && (
        <MappingTable
          rows={
            counter === 'errors'
              ? checked.filter(({ mapping }) => coverage.errors.includes(mapping.id))
              : checked
          }
          sampleOf={(row) => (record === undefined ? '' : describeTargetSample(row.mapping, record, preview))}
          onRemove={gestures.remove}
          onShow={showMapping}
          readOnly={readOnly}
        />
      )}
      {view === 'code' && <MappingCode mappings={history.state.mappings} />}
      <ShortcutsDialog isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </div>
  );
}

function describePreset({
  mappings,
  missingSources,
  missingTargets,
}: ReturnType<typeof presetMappings>): string {
  const missing = missingSources.length + missingTargets.length;
  const fits = mappings.length === 1 ? '1 mapping fits' : `${mappings.length} mappings fit`;
  return missing === 0 ? `${fits}.` : `${fits}; ${missing} fields do not exist here.`;
}
