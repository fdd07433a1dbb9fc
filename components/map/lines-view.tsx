'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { matchChildren } from '@/lib/mapping/match-children';
import { CommentButton } from './comment-button';
import { FieldActions } from './field-actions';
import type { FieldRef, Side } from './field-ref';
import { FieldStrip } from './field-strip';
import type { LinesViewProps } from './lines-view-props';
import { MapPanes } from './map-panes';
import { MappingBar } from './mapping-bar';
import type { Offer } from './suggest/offer-suggestions';
import { RowSuggestion } from './suggest/row-suggestion';
import { useActiveField } from './use-active-field';
import { usePaneShare } from './use-pane-share';
import { createValueStore } from './value-store';

const MapChildrenDialog = dynamic(
  () => import('./map-children-dialog').then((module) => module.MapChildrenDialog),
  { ssr: false },
);

/** The panes with what belongs to the field they have active: the bar above, the details below. */
export function LinesView(props: LinesViewProps) {
  const { model, gestures, readOnly } = props;
  const { viewOf, gridOf, active } = props.trees;
  const { sourceTree, targetTree, tenantRoot } = model;
  const { picked } = gestures;
  const announce = useAnnounce();
  // Only while a field is picked up: then the bar says what would happen before the second click.
  const [aimedHover, setAimedHover] = useState(-1);
  const [pointed] = useState(() => createValueStore<FieldRef | undefined>(undefined));
  const [hoveredOffer, setHoveredOffer] = useState<Offer>();
  const { suggesting } = props;
  const [objects, setObjects] = useState<{ source: number; target: number; mappingId: string }>();

  const byId = new Map(model.checked.map((row) => [row.mapping.id, row]));
  const { columns } = usePaneShare();

  const { told, field, mappingIds, offer } = useActiveField(props.trees, gestures, suggesting?.suggestions);
  const rowSuggestion = suggesting && {
    actions: suggesting.actions,
    onFocusField: ({ side, id }: FieldRef) => gridOf(side)?.focusField(id),
    onCandidates: suggesting.onCandidates,
  };
  const activeRows = mappingIds.flatMap((id) => byId.get(id) ?? []);
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
          offer &&
          rowSuggestion &&
          !readOnly && <RowSuggestion {...rowSuggestion} offer={offer} field={field} />
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
            key={`${told.side}${field.id}`}
            field={field}
            model={model}
            mapping={first?.mapping}
            onCalculate={props.onCalculate}
            targetAction={props.targetAction}
          />
        }
      />
      <MapPanes
        {...props}
        activeIds={mappingIds}
        activeOffer={offer}
        onAim={setAimedHover}
        onPoint={pointed.set}
        onOfferHover={setHoveredOffer}
      />
      <FieldStrip
        columns={columns}
        sourceTree={sourceTree}
        targetTree={targetTree}
        sourceId={told.source}
        targetId={told.target}
        pointed={pointed}
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
