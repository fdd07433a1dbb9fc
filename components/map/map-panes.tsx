'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import type { RowMark } from '@/components/schema-tree/row-mark';
import { useAnnounce } from '@/components/ui/live-region';
import { bandNames } from '@/lib/mapping/band-names';
import { handleFieldKey } from './field-keys';
import type { FieldRef, Side } from './field-ref';
import { describeSourceSample, describeTargetSample } from './field-samples';
import { grabbedLine, type PressedLine } from './grabbed-line';
import type { Line } from './line-bundles';
import { LineLayer } from './line-layer';
import type { LinesViewProps } from './lines-view-props';
import { PaneSeparator } from './pane-separator';
import { linksInside } from './row-marks';
import type { Offer } from './suggest/offer-suggestions';
import { TreePane } from './tree-pane';
import { useDrag } from './use-drag';
import { usePaneShare } from './use-pane-share';
import { createValueStore } from './value-store';

const GhostLayer = lazy(() =>
  import('./suggest/ghost-layer').then((module) => ({ default: module.GhostLayer })),
);
const sides: readonly Side[] = ['source', 'target'];

export type MapPanesProps = Pick<
  LinesViewProps,
  | 'model'
  | 'gestures'
  | 'trees'
  | 'keeps'
  | 'sampleRecords'
  | 'previewResults'
  | 'recordIndex'
  | 'readOnly'
  | 'onCalculate'
  | 'suggesting'
> & {
  /** Mappings whose lines stand out. */
  activeIds: readonly string[];
  activeOffer: Offer | undefined;
  /** The field below the pointer on the other side of the one that is picked up; −1 when there is none. */
  onAim: (id: number) => void;
  /** The field below the pointer; undefined when there is none or the keyboard has taken over. */
  onPoint?: (field: FieldRef | undefined) => void;
  onOfferHover: (offer: Offer | undefined) => void;
};

/** Both trees, the lines between them, and dragging from one to the other. */
export function MapPanes(props: MapPanesProps) {
  // Taken apart here: whatever holds on to all of `props` is drawn anew with each of them.
  const { model, gestures, keeps, readOnly, suggesting, activeIds, activeOffer } = props;
  const { onAim, onCalculate, onOfferHover, onPoint } = props;
  const { viewOf, gridOf, gridRefs, active, setActive } = props.trees;
  const { sourceTree, marks } = model;
  const { picked } = gestures;
  const announce = useAnnounce();
  const [hoveredIds] = useState(() => createValueStore<readonly string[]>([]));
  const suggestions = suggesting?.suggestions;

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

  return (
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
            onAim(-1);
            onPoint?.(undefined);
            const field: FieldRef = { side, id };
            return (
              handleFieldKey(
                { model, gestures, onCalculate, readOnly, suggesting, mappingsById: byId },
                event,
                field,
              ) || gestures.handleKey(event, side, id)
            );
          }}
          onRowClick={(id, isHandle) => gestures.handleRowClick({ side, id }, isHandle)}
          onRowHover={(id) => {
            hoveredIds.set(id < 0 ? [] : linksInside(marks, side, viewOf(side), id));
            onAim(picked && picked.side !== side ? id : -1);
            onPoint?.(id < 0 ? undefined : { side, id });
          }}
        />
      ))}
      <div className="pointer-events-none relative col-start-2 row-span-2 row-start-1 min-h-0">
        <PaneSeparator share={share} onChange={setShare} />
      </div>
      <div className="pointer-events-none col-start-2 row-start-1 border-x border-b border-line bg-page" />
      <div className="relative col-start-2 row-start-2 min-h-0 border-x border-line bg-page select-none">
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
              onHover={onOfferHover}
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
  );
}

function describeOffer({ pair, band }: Offer, side: Side): string {
  return `suggested: ${side === 'source' ? pair.target : pair.source}, ${bandNames[band].toLowerCase()}`;
}
