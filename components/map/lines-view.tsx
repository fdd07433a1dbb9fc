'use client';

import dynamic from 'next/dynamic';
import { lazy, Suspense, useDeferredValue, useRef, useState } from 'react';
import type { RowMark } from '@/components/schema-tree/row-mark';
import { useAnnounce } from '@/components/ui/live-region';
import { bandNames } from '@/lib/mapping/band-names';
import { matchChildren } from '@/lib/mapping/match-children';
import { CommentButton } from './comment-button';
import { FieldActions } from './field-actions';
import { handleFieldKey } from './field-keys';
import type { FieldRef, Side } from './field-ref';
import { describeSourceSample, describeTargetSample } from './field-samples';
import { FieldStrip } from './field-strip';
import { grabbedLine, type PressedLine } from './grabbed-line';
import type { Line } from './line-bundles';
import { LineLayer } from './line-layer';
import type { LinesViewProps } from './lines-view-props';
import { MappingBar } from './mapping-bar';
import { PaneSeparator } from './pane-separator';
import { linksInside } from './row-marks';
import type { Offer } from './suggest/offer-suggestions';
import { RowSuggestion } from './suggest/row-suggestion';
import { TreePane } from './tree-pane';
import { useDrag } from './use-drag';
import { usePaneShare } from './use-pane-share';
import { createValueStore } from './value-store';

const MapChildrenDialog = dynamic(
  () => import('./map-children-dialog').then((module) => module.MapChildrenDialog),
  { ssr: false },
);

const GhostLayer = lazy(() =>
  import('./suggest/ghost-layer').then((module) => ({ default: module.GhostLayer })),
);
const sides: readonly Side[] = ['source', 'target'];

/** Both trees with the lines between them. */
export function LinesView(props: LinesViewProps) {
  const { model, gestures, keeps, readOnly } = props;
  const { viewOf, gridOf, gridRefs, active, setActive } = props.trees;
  const { sourceTree, targetTree, tenantRoot, marks } = model;
  const { picked } = gestures;
  const announce = useAnnounce();
  const [hoveredIds] = useState(() => createValueStore<readonly string[]>([]));
  // Only while a field is picked up: then the bar says what would happen before the second click.
  const [aimedHover, setAimedHover] = useState(-1);
  const [hoveredOffer, setHoveredOffer] = useState<Offer>();
  const { suggesting } = props;
  const suggestions = suggesting?.suggestions;
  const [objects, setObjects] = useState<{ source: number; target: number; mappingId: string }>();

  const byId = new Map(model.checked.map((row) => [row.mapping.id, row]));
  const pressedLine = useRef<PressedLine>(undefined);
  const { share, setShare, columns } = usePaneShare();

  const drag = useDrag({
    isEnabled: !readOnly,
    viewOf,
    gridOf,
    judge: gestures.judge,
    onStart: (from) => {
      gestures.clearPick();
      gestures.setNotice(undefined);
      announce(`${viewOf(from.side).tree.name[from.id]} picked up.`);
    },
    onCancel: () => announce('Put back. Nothing was mapped.'),
    grabLine: (event) => grabbedLine(pressedLine.current, event, byId),
    onDrop: ({ from, movingId }, over) => {
      if (!gestures.connect(from, over, movingId)) return;
      gridOf(from.side)?.showField(from.id);
      gridOf(over.side)?.focusField(over.id);
    },
  });

  const record = props.sampleRecords[props.recordIndex];
  const preview = props.previewResults?.[props.recordIndex];
  const sampleOf = (side: Side, id: number): string => {
    if (record === undefined) return '';
    if (side === 'source') return describeSourceSample(record, sourceTree.path[id] ?? '');
    const row = byId.get(marks.target.get(id)?.mappingIds[0] ?? '');
    return row ? describeTargetSample(row.mapping, record, preview) : '';
  };

  const markOf = (side: Side, id: number): RowMark => {
    const mark = marks[side].get(id);
    const isTarget = side === 'target';
    const offer = mark ? undefined : suggestions?.offerOf({ side, id });
    return {
      link: mark?.link ?? (offer ? 'suggested' : 'none'),
      linkText: mark?.text ?? (offer ? describeOffer(offer, side) : ''),
      sample: sampleOf(side, id),
      isIdentity: isTarget && marks.identity.has(id),
      isRequired: isTarget && marks.required.has(id),
      isRequiredLeft: isTarget && marks.requiredLeft.has(id),
      isDimmed:
        picked !== undefined &&
        picked.side !== side &&
        gestures.judge(picked, { side, id }).verdict === 'refused',
    };
  };

  const handleLinePress = (line: Line) => {
    if (line.away) {
      const side = line.away.side === 'left' ? 'source' : 'target';
      gridOf(side)?.showField(viewOf(side).rows()[line.away.row] ?? 0);
      return;
    }
    const row = byId.get(line.mappingIds[0] ?? '');
    if (row && row.sourceId >= 0) gridOf('source')?.focusField(viewOf('source').nearestShown(row.sourceId));
  };

  // Bar and strip tell about the field a moment later: the row itself comes first.
  const told = useDeferredValue(active);
  const activeField: FieldRef = { side: told.side, id: told[told.side] };
  const activeOffer =
    picked && picked.side === activeField.side && picked.id !== activeField.id
      ? undefined
      : suggestions?.offerOf(activeField);
  const rowSuggestion = suggesting && {
    actions: suggesting.actions,
    onFocusField: ({ side, id }: FieldRef) => gridOf(side)?.focusField(id),
    onCandidates: suggesting.onCandidates,
  };
  const activeIds = gestures.linksOf(activeField);
  const activeRows = activeIds.flatMap((id) => byId.get(id) ?? []);
  const otherSide: Side = picked?.side === 'source' ? 'target' : 'source';
  const activeAim = active.side === otherSide ? active[otherSide] : -1;
  const aimed = aimedHover >= 0 ? aimedHover : activeAim;
  const [first] = activeRows;
  const pairs =
    first && first.sourceId >= 0 && first.targetId >= 0
      ? matchChildren(sourceTree, first.sourceId, targetTree, first.targetId, tenantRoot)
      : [];

  return (
    <>
      <MappingBar
        pickedName={picked ? viewOf(picked.side).tree.name[picked.id] : undefined}
        verdict={picked && aimed >= 0 ? gestures.judge(picked, { side: otherSide, id: aimed }) : undefined}
        isMoving={picked?.movingId !== undefined}
        onCancelPick={gestures.cancelPick}
        mappings={activeRows}
        onRemove={gestures.remove}
        notice={gestures.notice}
        childMatches={pairs.length}
        onMapChildren={() =>
          first && setObjects({ source: first.sourceId, target: first.targetId, mappingId: first.mapping.id })
        }
        readOnly={readOnly}
        suggestion={
          activeOffer &&
          rowSuggestion &&
          !readOnly && <RowSuggestion {...rowSuggestion} offer={activeOffer} field={activeField} />
        }
        hoveredSuggestion={
          hoveredOffer && rowSuggestion && <RowSuggestion {...rowSuggestion} offer={hoveredOffer} />
        }
        onMove={
          first && first.sourceId >= 0 && activeRows.length === 1
            ? () => gestures.pickMapping(first.mapping.id)
            : undefined
        }
        comments={
          first && (
            <CommentButton
              mapping={first.mapping}
              model={model}
              personName={props.personName}
              readOnly={readOnly}
            />
          )
        }
        fieldActions={
          <FieldActions
            key={`${told.side}${activeField.id}`}
            field={activeField}
            model={model}
            mapping={first?.mapping}
            onCalculate={props.onCalculate}
            targetAction={props.targetAction}
          />
        }
      />
      <div
        ref={drag.root}
        data-panes=""
        style={columns}
        className="relative grid min-h-0 flex-1 grid-cols-[minmax(0,var(--source-share))_clamp(6rem,11%,11rem)_minmax(0,var(--target-share))] grid-rows-[auto_minmax(0,1fr)]"
      >
        {sides.map((side) => (
          <TreePane
            key={side}
            side={side}
            title={side === 'source' ? 'Source' : 'Target'}
            view={viewOf(side)}
            gridRef={gridRefs[side]}
            activeId={active[side]}
            pickedId={picked?.side === side ? picked.id : -1}
            markOf={(id) => markOf(side, id)}
            readOnly={readOnly}
            onActiveChange={(id) => {
              if (id !== active[side]) gestures.setNotice(undefined);
              setActive((last) =>
                last.side === side && last[side] === id ? last : { ...last, [side]: id, side },
              );
            }}
            onQueryChange={(query) => {
              viewOf(side).filter(query, keeps[side]);
              if (query === '' && active[side] >= 0) gridOf(side)?.showField(active[side]);
            }}
            onKey={(event, id) => {
              // The keyboard aims now, wherever the pointer rests.
              setAimedHover(-1);
              return (
                handleFieldKey({ ...props, mappingsById: byId }, event, { side, id }) ||
                gestures.handleKey(event, side, id)
              );
            }}
            onRowClick={(id, isHandle) => gestures.handleRowClick({ side, id }, isHandle)}
            onRowHover={(id) => {
              hoveredIds.set(id < 0 ? [] : linksInside(marks, side, viewOf(side), id));
              setAimedHover(picked && picked.side !== side ? id : -1);
            }}
          />
        ))}
        <div className="pointer-events-none relative col-start-2 row-span-2 row-start-1 min-h-0">
          <PaneSeparator share={share} onChange={setShare} />
        </div>
        <div className="pointer-events-none col-start-2 row-start-1 border-x border-b border-line bg-page" />
        <div className="relative col-start-2 row-start-2 min-h-0 border-x border-line bg-page">
          {suggestions && suggesting && suggestions.offers.length > 0 && !readOnly && (
            <Suspense>
              <GhostLayer
                offers={suggestions.offers}
                isStale={suggestions.isStale}
                focused={activeOffer}
                sourceView={viewOf('source')}
                targetView={viewOf('target')}
                sourceGrid={gridRefs.source}
                targetGrid={gridRefs.target}
                onHover={setHoveredOffer}
                onAccept={(offer) => suggesting.actions.accept([offer])}
              />
            </Suspense>
          )}
          <LineLayer
            edges={marks.edges}
            sourceView={viewOf('source')}
            targetView={viewOf('target')}
            sourceGrid={gridRefs.source}
            targetGrid={gridRefs.target}
            activeIds={activeIds}
            hoveredIds={hoveredIds}
            onLineHover={(ids) => hoveredIds.set(ids)}
            onLinePress={handleLinePress}
            pressed={pressedLine}
          />
        </div>
        {drag.overlay}
      </div>
      <FieldStrip
        columns={columns}
        sourceTree={sourceTree}
        targetTree={targetTree}
        sourceId={told.source}
        targetId={told.target}
        statistics={props.statistics}
        sampleCount={props.sampleRecords.length}
        recordIndex={props.recordIndex}
        onRecordChange={props.onRecordChange}
      />
      {objects && (
        <MapChildrenDialog
          sourceName={sourceTree.path[objects.source] ?? ''}
          targetName={targetTree.path[objects.target] ?? ''}
          pairs={matchChildren(sourceTree, objects.source, targetTree, objects.target, tenantRoot)}
          onClose={() => setObjects(undefined)}
          onConfirm={(mappings) => {
            const label = `Map ${mappings.length} fields of ${sourceTree.name[objects.source]}`;
            model.run({ type: 'connect-many', mappings, label, replaces: [objects.mappingId] });
            announce(`${mappings.length} fields mapped.`);
            setObjects(undefined);
          }}
        />
      )}
    </>
  );
}

function describeOffer({ pair, band }: Offer, side: Side): string {
  return `suggested: ${side === 'source' ? pair.target : pair.source}, ${bandNames[band].toLowerCase()}`;
}
