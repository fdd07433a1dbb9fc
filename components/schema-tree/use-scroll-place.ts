'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { TreeSnapshot, TreeView } from '@/lib/schema/tree-view';
import { rowHeight } from './tree-row';

export type ScrollPlace = {
  view: TreeView;
  snapshot: TreeSnapshot;
  scroller: RefObject<HTMLDivElement | null>;
  activeId: number;
  /** The row that has, or would get, the focus. */
  tabStop: number;
};

/** Keeps the field that matters in view when the list below it becomes another one. */
export function useScrollPlace({ view, snapshot, scroller, activeId, tabStop }: ScrollPlace): void {
  // Coming back to a tree finds it where it was left.
  const firstActiveId = useRef(activeId);
  useEffect(() => {
    const row = view.slot()[firstActiveId.current] ?? -1;
    if (row > 0 && scroller.current)
      scroller.current.scrollTop = row * rowHeight - scroller.current.clientHeight / 3;
  }, [view, scroller]);

  // Another filter is another list: the old scroll position would show its end, or nothing.
  const { query, isFiltered } = snapshot;
  const filteredBefore = useRef({ query, isFiltered });
  useEffect(() => {
    const before = filteredBefore.current;
    if (before.query === query && before.isFiltered === isFiltered) return;
    filteredBefore.current = { query, isFiltered };
    const row = snapshot.slot[tabStop] ?? -1;
    const element = scroller.current;
    if (!element || row < 0) return;
    const top = row * rowHeight - element.scrollTop;
    if (top < 0 || top > element.clientHeight - rowHeight) {
      element.scrollTop = Math.max(0, row * rowHeight - element.clientHeight / 3);
    }
  }, [query, isFiltered, snapshot, tabStop, scroller]);
}
