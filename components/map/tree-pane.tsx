'use client';

import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import type { KeyboardEvent, Ref, RefObject } from 'react';
import type { RowMark } from '@/components/schema-tree/row-mark';
import { TreeGrid, type TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { TreeSearch } from '@/components/schema-tree/tree-search';
import { useTreeValue } from '@/components/schema-tree/use-tree-view';
import { Button } from '@/components/ui/button';
import type { TreeView } from '@/lib/schema/tree-view';
import type { Side } from './field-ref';

export type TreePaneProps = {
  side: Side;
  title: string;
  view: TreeView;
  gridRef: RefObject<TreeGridHandle | null> & Ref<TreeGridHandle>;
  activeId: number;
  pickedId: number;
  markOf: (id: number) => RowMark;
  readOnly: boolean;
  onActiveChange: (id: number) => void;
  onQueryChange: (query: string) => void;
  onKey: (event: KeyboardEvent, id: number) => boolean;
  onRowClick: (id: number, isHandle: boolean) => void;
  onRowHover: (id: number) => void;
};

/** One side of the editor: its name, its search, its tree. */
export function TreePane(props: TreePaneProps) {
  const { side, title, view, gridRef, activeId } = props;
  const handle = side === 'source' ? 'end' : 'start';
  return (
    <section
      aria-label={title}
      data-side={side}
      className="row-span-2 row-start-1 grid min-h-0 min-w-0 grid-rows-subgrid"
    >
      <div className="flex items-center gap-1 border-b border-line px-3 py-2">
        <h2 className="me-1 shrink-0 text-sm font-semibold">{title}</h2>
        <div className="min-w-0 flex-1">
          <TreeSearch
            view={view}
            label={`Search ${title.toLowerCase()} fields`}
            onQueryChange={props.onQueryChange}
            onJump={() => {
              const next = view.nextHit(activeId);
              if (next >= 0) gridRef.current?.showField(next);
            }}
            onLeave={() => {
              const id = view.nearestShown(activeId);
              if (id >= 0) gridRef.current?.focusField(id);
            }}
          />
        </div>
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label={`Expand all ${side} fields`}
          icon={<ChevronsUpDown aria-hidden size={16} />}
          onPress={() => view.expandAll()}
        />
        <Button
          variant="quiet"
          size="small"
          isIconOnly
          aria-label={`Collapse all ${side} fields`}
          icon={<ChevronsDownUp aria-hidden size={16} />}
          onPress={() => view.collapseAll()}
        />
      </div>
      <div className="relative min-h-0">
        <EmptyTree view={view} />
        <TreeGrid
          ref={gridRef}
          view={view}
          label={`${title} fields`}
          testIdPrefix={`${side}-row`}
          activeId={activeId}
          selectedId={props.pickedId}
          markOf={props.markOf}
          onActiveChange={props.onActiveChange}
          handle={props.readOnly ? 'none' : handle}
          handleLabel="Pick up"
          onKey={props.onKey}
          onRowClick={props.onRowClick}
          onRowHover={props.onRowHover}
        />
      </div>
    </section>
  );
}

function EmptyTree({ view }: { view: TreeView }) {
  const isEmpty = useTreeValue(view, ({ rows }) => rows.length === 0);
  if (!isEmpty) return null;
  return (
    <p className="absolute inset-x-0 top-0 p-6 text-center text-sm text-text-muted">
      {view.tree.count === 0 ? 'This schema has no fields.' : 'No field matches.'}
    </p>
  );
}
