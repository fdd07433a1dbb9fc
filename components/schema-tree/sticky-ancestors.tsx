'use client';

import { ChevronDown } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ancestorsOf, type SchemaTree } from '@/lib/schema/schema-tree';
import type { TreeView } from '@/lib/schema/tree-view';
import { FieldTypeIcon } from './field-type-icon';
import { rowHeight } from './tree-row';

/** More would leave little of a low pane; the innermost ones say most. */
export const maxSticky = 3;

/** The folders above the rows on show whose own rows are scrolled away, outermost first. */
export function stickyAncestors(view: TreeView, scrollTop: number): number[] {
  const rows = view.rows();
  const slot = view.slot();
  const first = Math.floor(scrollTop / rowHeight);
  if (scrollTop <= 0 || first >= rows.length) return [];
  let chain: number[] = [];
  // Each line that sticks covers one more row, and with it the row that decides what sticks.
  for (let covered = 0; covered <= maxSticky; covered += 1) {
    const id = rows[Math.min(first + covered, rows.length - 1)] ?? -1;
    const hidden = ancestorsOf(view.tree, id).filter((up) => (slot[up] ?? 0) < first + covered);
    chain = hidden.slice(-maxSticky);
    if (chain.length <= covered) break;
  }
  return chain;
}

export type Sticky = {
  /** What sticks in what is drawn. */
  shown: readonly number[];
  /** What sticks now, for who has to know what is below the pointer. */
  ids: RefObject<readonly number[]>;
  /** Works out what sticks at a place; true when that is something else than before. */
  note: (scrollTopPx: number) => boolean;
  /** Draws what was noted. */
  show: () => void;
};

/** Which folders stick to the top of a tree; `scrollTopPx` is where its scroller was last seen. */
export function useSticky(view: TreeView, scrollTopPx: RefObject<number>): Sticky {
  const [shown, setShown] = useState<readonly number[]>([]);
  const ids = useRef<readonly number[]>([]);
  const note = (topPx: number): boolean => {
    const next = stickyAncestors(view, topPx);
    const hasChanged = ids.current.join() !== next.join();
    ids.current = next;
    return hasChanged;
  };
  const show = () => setShown(ids.current);

  useEffect(() => {
    const follow = () => {
      const next = stickyAncestors(view, scrollTopPx.current);
      if (ids.current.join() === next.join()) return;
      ids.current = next;
      setShown(next);
    };
    const unsubscribe = view.subscribe(follow);
    follow();
    return unsubscribe;
  }, [view, scrollTopPx]);

  return { shown, ids, note, show };
}

/** Says in which folders the rows on show lie. For the eye and the pointer only: rows carry their level. */
export function StickyAncestors({
  tree,
  shown,
  onPress,
}: {
  tree: SchemaTree;
  shown: readonly number[];
  onPress: (id: number) => void;
}) {
  if (shown.length === 0) return null;
  return (
    <div
      aria-hidden
      className="absolute inset-x-0 top-0 z-10 border-b border-line bg-surface shadow-raised forced-colors:border-[CanvasText]"
    >
      {shown.map((id) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          data-row={id}
          onClick={() => onPress(id)}
          style={{ height: rowHeight, paddingInlineStart: `${Math.min(tree.depth[id] ?? 0, 14) * 14 + 6}px` }}
          className="flex w-full cursor-default items-center gap-1.5 truncate pe-2 text-start text-sm font-medium hover:bg-surface-hover"
        >
          <ChevronDown size={14} className="mx-0.75 shrink-0 text-text-muted" />
          <FieldTypeIcon type={tree.type[id] ?? 'unknown'} itemType={tree.itemType[id]} />
          <bdi className="min-w-0 truncate">{tree.name[id]}</bdi>
        </button>
      ))}
    </div>
  );
}
