'use client';

import { ChevronDown } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { ancestorsOf } from '@/lib/schema/schema-tree';
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

export type StickyAncestorsProps = {
  view: TreeView;
  scroller: RefObject<HTMLDivElement | null>;
  /** Where the scroller was last seen. */
  scrollTopPx: RefObject<number>;
  /** What sticks now, for who has to know what is below the pointer. */
  ids: RefObject<readonly number[]>;
  onPress: (id: number) => void;
};

/** Says in which folders the rows on show lie. For the eye and the pointer only: rows carry their level. */
export function StickyAncestors({ view, scroller, scrollTopPx, ids, onPress }: StickyAncestorsProps) {
  const [shown, setShown] = useState<readonly number[]>([]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = (scrollTop: number): boolean => {
      const next = stickyAncestors(view, scrollTop);
      const hasChanged = ids.current.join() !== next.join();
      ids.current = next;
      return hasChanged;
    };
    const show = () => setShown(ids.current);
    const stopping = new AbortController();
    // Before the rows are drawn anew: asked for after that, the position would cost a layout. And in the same frame as they.
    const handleScroll = () => {
      if (update(element.scrollTop)) flushSync(show);
    };
    element.addEventListener('scroll', handleScroll, {
      passive: true,
      capture: true,
      signal: stopping.signal,
    });
    const follow = () => {
      if (update(scrollTopPx.current)) show();
    };
    const unsubscribe = view.subscribe(follow);
    follow();
    return () => {
      stopping.abort();
      unsubscribe();
    };
  }, [view, scroller, scrollTopPx, ids]);

  if (shown.length === 0) return null;
  const { tree } = view;
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
