'use client';

import { type RefObject, useRef, useState } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useTreeView } from '@/components/schema-tree/use-tree-view';
import type { TreeView } from '@/lib/schema/tree-view';
import type { Side } from './field-ref';
import type { MappingModel } from './use-mapping-model';

/** The field each pane was left at (−1 before any), and the pane that was last used. */
export type ActiveFields = { source: number; target: number; side: Side };

export type EditorTrees = {
  viewOf: (side: Side) => TreeView;
  /** Null while the trees are not on show. */
  gridOf: (side: Side) => TreeGridHandle | null;
  gridRefs: Readonly<Record<Side, RefObject<TreeGridHandle | null>>>;
  active: ActiveFields;
  setActive: (update: (last: ActiveFields) => ActiveFields) => void;
  expandAll: () => void;
  collapseAll: () => void;
};

/** What is open and active in the two trees; it outlives their being on show. The paths name folders that start open. */
export function useEditorTrees(
  { sourceTree, targetTree }: Pick<MappingModel, 'sourceTree' | 'targetTree'>,
  openSources: readonly string[],
  openTargets: readonly string[],
): EditorTrees {
  const sourceView = useTreeView(sourceTree, openSources);
  const targetView = useTreeView(targetTree, openTargets);
  const source = useRef<TreeGridHandle>(null);
  const target = useRef<TreeGridHandle>(null);
  const [active, setActive] = useState<ActiveFields>({ source: -1, target: -1, side: 'source' });
  return {
    viewOf: (side) => (side === 'source' ? sourceView : targetView),
    gridOf: (side) => (side === 'source' ? source.current : target.current),
    gridRefs: { source, target },
    active,
    setActive,
    expandAll: () => {
      sourceView.expandAll();
      targetView.expandAll();
    },
    collapseAll: () => {
      sourceView.collapseAll();
      targetView.collapseAll();
    },
  };
}
