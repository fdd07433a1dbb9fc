import { useState } from 'react';
import { LinesView } from '@/components/map/lines-view';
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
  const trees = useEditorTrees(model, none, none);
  const { viewOf, gridOf, active } = trees;
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
      trees={trees}
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
