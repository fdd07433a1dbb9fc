'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowMark, TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useTreeView } from '@/components/schema-tree/use-tree-view';
import { useAnnounce } from '@/components/ui/live-region';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { matchChildren } from '@/lib/mapping/match-children';
import { presetMappings } from '@/lib/mapping/preset';
import { ancestorsOf } from '@/lib/schema/schema-tree';
import { keepFor } from './counter-filters';
import type { FieldRef, Side } from './drag-controller';
import { type CounterFilter, EditorHeader, type EditorView } from './editor-header';
import { describeSourceSample, describeTargetSample } from './field-samples';
import { FieldStrip } from './field-strip';
import type { Line } from './line-bundles';
import { LineLayer } from './line-layer';
import { MapChildrenDialog } from './map-children-dialog';
import { MappingBar } from './mapping-bar';
import { MappingCode } from './mapping-code';
import type { MappingEditorProps } from './mapping-editor-props';
import { MappingTable } from './mapping-table';
import { NarrowMappings } from './narrow-mappings';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TreePane } from './tree-pane';
import { useDrag } from './use-drag';
import { useEditorKeys } from './use-editor-keys';
import { useGestures } from './use-gestures';
import { useIsNarrow } from './use-is-narrow';
import { useMappingModel } from './use-mapping-model';
import { createValueStore } from './value-store';

export type { MappingEditorProps } from './mapping-editor-props';

// Above this many the lines are a thicket; a table is the better first view (ux.md, Map).
const tableAboveMappings = 300;
const sides: readonly Side[] = ['source', 'target'];

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
  const { sourceTree, targetTree, tenantRoot, checked, coverage, marks } = model;
  const announce = useAnnounce();
  const isNarrow = useIsNarrow();

  const sourceView = useTreeView(sourceTree, [recordRoot]);
  const targetView = useTreeView(targetTree, [tenantRoot]);
  const sourceGrid = useRef<TreeGridHandle>(null);
  const targetGrid = useRef<TreeGridHandle>(null);
  const [active, setActive] = useState<{ source: number; target: number; side: Side }>({
    source: -1,
    target: -1,
    side: 'source',
  });
  const [view, setView] = useState<EditorView>(
    history.state.mappings.length > tableAboveMappings ? 'table' : 'lines',
  );
  const [counter, setCounter] = useState<CounterFilter>();
  const [recordIndex, setRecordIndex] = useState(0);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [children, setChildren] = useState<{ source: number; target: number; mappingId: string }>();
  // Only while a field is picked up; then the bar says what would happen before the second click.
  const [aimedHover, setAimedHover] = useState(-1);
  const [hoveredIds] = useState(() => createValueStore<readonly string[]>([]));

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
  const drag = useDrag({
    isEnabled: !readOnly && !isNarrow && view === 'lines',
    viewOf,
    gridOf,
    judge: gestures.judge,
    onStart: () => {
      gestures.clearPick();
      gestures.setNotice(undefined);
    },
    onDrop: (from, over) => {
      if (!gestures.connect(from, over)) return;
      gridOf(from.side)?.showField(from.id);
      gridOf(over.side)?.focusField(over.id);
    },
  });

  const { picked } = gestures;
  const record = sampleRecords[recordIndex];
  const preview = previewResults?.[recordIndex];
  const byId = new Map(checked.map((row) => [row.mapping.id, row]));

  const sampleOfTarget = (id: number): string => {
    const row = byId.get(marks.target.get(id)?.mappingIds[0] ?? '');
    if (!row) return '';
    return describeTargetSample(row.mapping, record, preview);
  };
  const markOf =
    (side: Side) =>
    (id: number): RowMark => {
      const mark = marks[side].get(id);
      const isTarget = side === 'target';
      return {
        link: mark?.link ?? 'none',
        linkText: mark?.text ?? '',
        sample:
          record === undefined
            ? ''
            : isTarget
              ? sampleOfTarget(id)
              : describeSourceSample(record, sourceTree.path[id] ?? ''),
        isIdentity: isTarget && marks.identity.has(id),
        isRequired: isTarget && marks.required.has(id),
        isRequiredLeft: isTarget && marks.requiredLeft.has(id),
        isDimmed:
          picked !== undefined &&
          picked.side !== side &&
          gestures.judge(picked, { side, id }).verdict === 'refused',
      };
    };

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

  const handleLinePress = (line: Line) => {
    if (line.away) {
      const id = viewOf(line.away.side === 'left' ? 'source' : 'target').rows()[line.away.row] ?? -1;
      gridOf(line.away.side === 'left' ? 'source' : 'target')?.showField(id);
    }
    const row = byId.get(line.mappingIds[0] ?? '');
    if (row && !line.away) {
      const shown = sourceView.nearestShown(row.sourceId);
      gridOf('source')?.focusField(shown);
      setActive((last) => ({ ...last, side: 'source' }));
    }
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

  const activeField: FieldRef = { side: active.side, id: active[active.side] };
  const activeRows = gestures.linksOf(activeField).flatMap((id) => byId.get(id) ?? []);
  const otherSide: Side = picked?.side === 'source' ? 'target' : 'source';
  const aimed = !picked
    ? -1
    : aimedHover >= 0
      ? aimedHover
      : active.side === otherSide
        ? active[otherSide]
        : -1;
  const [firstRow] = activeRows;
  const pairs =
    firstRow && firstRow.sourceId >= 0 && firstRow.targetId >= 0
      ? matchChildren(sourceTree, firstRow.sourceId, targetTree, firstRow.targetId, tenantRoot)
      : [];

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
        <>
          <MappingBar
            pickedName={picked ? viewOf(picked.side).tree.name[picked.id] : undefined}
            verdict={
              picked && aimed >= 0 ? gestures.judge(picked, { side: otherSide, id: aimed }) : undefined
            }
            onCancelPick={gestures.cancelPick}
            mappings={activeRows}
            onRemove={gestures.remove}
            notice={gestures.notice}
            childMatches={pairs.length}
            onMapChildren={() =>
              firstRow &&
              setChildren({
                source: firstRow.sourceId,
                target: firstRow.targetId,
                mappingId: firstRow.mapping.id,
              })
            }
            readOnly={readOnly}
          />
          <div
            ref={drag.root}
            className="relative grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] grid-cols-[minmax(0,1fr)_clamp(5rem,11%,11rem)_minmax(0,1fr)] data-[dragging]:cursor-grabbing data-[dragging]:[&_*]:cursor-grabbing"
          >
            {sides.map((side) => (
              <TreePane
                key={side}
                side={side}
                title={side === 'source' ? 'Source' : 'Target'}
                view={viewOf(side)}
                gridRef={side === 'source' ? sourceGrid : targetGrid}
                activeId={active[side]}
                pickedId={picked?.side === side ? picked.id : -1}
                markOf={markOf(side)}
                readOnly={readOnly}
                onActiveChange={(id) => setActive((last) => ({ ...last, [side]: id, side }))}
                onQueryChange={(query) => {
                  viewOf(side).filter(query, keeps[side]);
                  if (query === '' && active[side] >= 0) gridOf(side)?.showField(active[side]);
                }}
                onKey={(event, id) => gestures.handleKey(event, side, id)}
                onRowClick={(id, isHandle) => gestures.handleRowClick({ side, id }, isHandle)}
                onRowHover={(id) => {
                  hoveredIds.set(id < 0 ? noIds : shownLinks(side, id));
                  setAimedHover(picked && picked.side !== side ? id : -1);
                }}
              />
            ))}
            <div className="col-start-2 row-start-1 flex min-h-0 flex-col border-x border-line bg-page">
              <div className="h-[53px] shrink-0 border-b border-line" />
              <div className="min-h-0 flex-1">
                <LineLayer
                  edges={marks.edges}
                  sourceView={sourceView}
                  targetView={targetView}
                  sourceGrid={sourceGrid}
                  targetGrid={targetGrid}
                  activeIds={gestures.linksOf(activeField)}
                  hoveredIds={hoveredIds}
                  onLineHover={(ids) => hoveredIds.set(ids)}
                  onLinePress={handleLinePress}
                />
              </div>
            </div>
            {drag.overlay}
          </div>
          <FieldStrip
            sourceTree={sourceTree}
            targetTree={targetTree}
            sourceId={active.source}
            targetId={active.target}
            sampleRecords={sampleRecords}
            recordIndex={recordIndex}
            onRecordChange={setRecordIndex}
          />
        </>
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
      {children && (
        <MapChildrenDialog
          sourceName={sourceTree.path[children.source] ?? ''}
          targetName={targetTree.path[children.target] ?? ''}
          pairs={matchChildren(sourceTree, children.source, targetTree, children.target, tenantRoot)}
          onClose={() => setChildren(undefined)}
          onConfirm={(mappings) => {
            const label = `Map ${mappings.length} fields of ${sourceTree.name[children.source]}`;
            model.run({ type: 'connect-many', mappings, label });
            announce(`${mappings.length} fields mapped.`);
            setChildren(undefined);
          }}
        />
      )}
    </div>
  );

  // A closed folder stands for the mappings inside it.
  function shownLinks(side: Side, id: number): readonly string[] {
    const own = marks[side].get(id)?.mappingIds ?? noIds;
    const { tree } = viewOf(side);
    if ((tree.end[id] ?? 0) <= id + 1 || viewOf(side).isOpen(id)) return own;
    const inside = marks.edges.filter((edge) => {
      const end = side === 'source' ? edge.sourceId : edge.targetId;
      return end === id || ancestorsOf(tree, end).includes(id);
    });
    return inside.length > 0 ? inside.map((edge) => edge.mappingId) : own;
  }
}

const noIds: readonly string[] = [];

function describePreset({
  mappings,
  missingSources,
  missingTargets,
}: ReturnType<typeof presetMappings>): string {
  const missing = missingSources.length + missingTargets.length;
  const fits = mappings.length === 1 ? '1 mapping fits' : `${mappings.length} mappings fit`;
  return missing === 0 ? `${fits}.` : `${fits}; ${missing} fields do not exist here.`;
}
