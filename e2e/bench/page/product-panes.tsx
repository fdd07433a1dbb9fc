import { useRef, useState } from 'react';
import type { Side } from '@/components/map/field-ref';
import { type ActiveFields, LinesView } from '@/components/map/lines-view';
import { useGestures } from '@/components/map/use-gestures';
import { useTreesModel } from '@/components/map/use-mapping-model';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useTreeView } from '@/components/schema-tree/use-tree-view';
import { LiveRegionProvider } from '@/components/ui/live-region';
import { emptyMappingHistory, type FieldMapping } from '@/lib/mapping/mapping';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { SchemaStatistics } from '@/lib/schema/statistics';

const none: readonly never[] = [];
const noStatistics: SchemaStatistics = new Map();
const targetSchema = { type: 'object' };

export type PanesProps = { source: SchemaTree; target: SchemaTree; mappings: readonly FieldMapping[] };

/** The mapping step's view of lines as people use it: bar, both searches, both trees, lines, dragging. */
export function ProductPanes(props: PanesProps) {
  return (
    <LiveRegionProvider>
      <Panes {...props} />
    </LiveRegionProvider>
  );
}

function Panes({ source, target, mappings }: PanesProps) {
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
  const sourceView = useTreeView(source, none);
  const targetView = useTreeView(target, none);
  const sourceGrid = useRef<TreeGridHandle>(null);
  const targetGrid = useRef<TreeGridHandle>(null);
  const [active, setActive] = useState<ActiveFields>({ source: -1, target: -1, side: 'source' });
  const viewOf = (side: Side) => (side === 'source' ? sourceView : targetView);
  const gridOf = (side: Side) => (side === 'source' ? sourceGrid.current : targetGrid.current);
  const gestures = useGestures({
    model,
    viewOf,
    gridOf,
    activeOf: (side) => active[side],
    filterSide: (side, query) => viewOf(side).filter(query),
    showEverything: () => {},
    formulasFor: () => none,
    statistics: noStatistics,
    readOnly: false,
  });
  return (
    <LinesView
      model={model}
      gestures={gestures}
      viewOf={viewOf}
      gridOf={gridOf}
      gridRefs={{ source: sourceGrid, target: targetGrid }}
      active={active}
      onActiveChange={setActive}
      keeps={{ source: undefined, target: undefined }}
      sampleRecords={none}
      statistics={new Map()}
      previewResults={undefined}
      recordIndex={0}
      onRecordChange={() => {}}
      personName="Ana"
      onCalculate={() => {}}
      readOnly={false}
    />
  );
}
