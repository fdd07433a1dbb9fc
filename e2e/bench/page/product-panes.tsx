import { useState } from 'react';
import { LinesView } from '@/components/map/lines-view';
import { MapPanes } from '@/components/map/map-panes';
import { useActiveField } from '@/components/map/use-active-field';
import { useEditorTrees } from '@/components/map/use-editor-trees';
import { useGestures } from '@/components/map/use-gestures';
import { useTreesModel } from '@/components/map/use-mapping-model';
import { LiveRegionProvider } from '@/components/ui/live-region';
import { emptyMappingHistory, type FieldMapping } from '@/lib/mapping/mapping';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';

const none: readonly never[] = [];
const noStatistics: SchemaStatistics = new Map();
const targetSchema = { type: 'object' };
const noKeeps = { source: undefined, target: undefined };

export type ProductProps = { source: SchemaTree; target: SchemaTree; mappings: readonly FieldMapping[] };

/**
 * What the lists and the peer are compared with: both trees with their searches, the lines between them, and dragging. The
 * mappings are checked already before `isShown`, as they are in the editor, which knows them in all of its views.
 */
export function ProductPanes(props: ProductProps & { isShown: boolean }) {
  return (
    <LiveRegionProvider>
      <Panes {...props} />
    </LiveRegionProvider>
  );
}

/** The mapping step's view of lines as people use it: the same with the bar above and the strip below. */
export function ProductView(props: ProductProps) {
  return (
    <LiveRegionProvider>
      <View {...props} />
    </LiveRegionProvider>
  );
}

function Panes(props: ProductProps & { isShown: boolean }) {
  const editor = useEditor(props);
  const { mappingIds, offer } = useActiveField(editor.trees, editor.gestures, undefined);
  if (!props.isShown) return null;
  return (
    <MapPanes
      {...editor}
      onCalculate={ignore}
      activeIds={mappingIds}
      activeOffer={offer}
      onAim={ignore}
      onOfferHover={ignore}
    />
  );
}

function View(props: ProductProps) {
  return (
    <LinesView
      {...useEditor(props)}
      statistics={noStatistics}
      onRecordChange={ignore}
      personName="Ana"
      onCalculate={ignore}
    />
  );
}

function useEditor({ source, target, mappings }: ProductProps) {
  const [history, setHistory] = useState({
    ...emptyMappingHistory,
    state: { mappings, unmappedOnPurpose: [] as readonly string[] },
  });
  const model = useTreesModel({
    sourceTree: source,
    targetTree: target,
    targetSchema,
    tenantId: 'acme',
    history,
    onChange: (next) => setHistory({ ...emptyMappingHistory, state: next.state }),
    requiredTargets: none,
    identityTargets: none,
  });
  const trees = useEditorTrees(model, none, none);
  const { viewOf, gridOf, active } = trees;
  const gestures = useGestures({
    model,
    viewOf,
    gridOf,
    activeOf: (side) => active[side],
    filterSide: (side, query) => viewOf(side).filter(query),
    showEverything: ignore,
    formulasFor: () => none,
    statistics: noStatistics,
    readOnly: false,
  });
  return {
    model,
    trees,
    gestures,
    keeps: noKeeps,
    sampleRecords: none,
    previewResults: undefined,
    recordIndex: 0,
    readOnly: false,
  };
}

function ignore(): void {}
