'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TreeSnapshot, TreeView } from '@/lib/schema/tree-view';
import { rowHeight } from './tree-row';

/** Rows are drawn in steps of so many, so that not every pixel of scrolling draws them anew. */
export const stepRows = 4;

/** The first row that is drawn for a position of the scroller. */
export function stepOf(scrollTopPx: number): number {
  return Math.floor(scrollTopPx / rowHeight / stepRows) * stepRows;
}

export type ScrollPlace = {
  view: TreeView;
  snapshot: TreeSnapshot;
  scroller: RefObject<HTMLDivElement | null>;
  /** Where the scroller was last seen: asking it after a change would cost a layout. */
  scrollTopPx: RefObject<number>;
  heightPx: number;
  startRow: number;
  onStartRow: (row: number) => void;
  activeId: number;
  /** The row that has, or would get, the focus. */
  tabStop: number;
};

/**
 * Keeps the field that matters in view when the list below it becomes another one. True when the place has just become
 * another one: then this drawing is thrown away and begun anew, and need not draw any rows.
 */
export function useScrollPlace(place: ScrollPlace): boolean {
  const { view, snapshot, scroller, scrollTopPx, heightPx, startRow, onStartRow, activeId, tabStop } = place;
  // Coming back to a tree finds it where it was left.
  const firstActiveId = useRef(activeId);
  useEffect(() => {
    const row = view.slot()[firstActiveId.current] ?? -1;
    if (row > 0 && scroller.current)
      scroller.current.scrollTop = row * rowHeight - scroller.current.clientHeight / 3;
  }, [view, scroller]);

  // Another filter is another list: the old scroll position would show its end, or nothing. Decided while rendering, so
  // that the rows of the new place are the only ones that are drawn.
  const { query, isFiltered } = snapshot;
  const [wanted, setWanted] = useState({ query, isFiltered, topPx: -1 });
  const isOther = wanted.query !== query || wanted.isFiltered !== isFiltered;
  if (isOther) {
    const topPx = topFor(snapshot.slot[tabStop] ?? -1, snapshot.rows.length, startRow, heightPx);
    setWanted({ query, isFiltered, topPx });
    if (topPx >= 0) onStartRow(stepOf(topPx));
  }
  useLayoutEffect(() => {
    if (wanted.topPx < 0 || wanted.topPx === scrollTopPx.current || !scroller.current) return;
    scroller.current.scrollTop = wanted.topPx;
    scrollTopPx.current = wanted.topPx;
  }, [wanted, scroller, scrollTopPx]);
  return isOther;
}

/** Where to scroll for a row, or −1 when it is in view for certain. */
function topFor(row: number, rowCount: number, startRow: number, heightPx: number): number {
  if (row < 0) return -1;
  const shownRows = Math.floor(heightPx / rowHeight);
  const lastStart = Math.max(0, rowCount - shownRows);
  const first = Math.min(startRow, lastStart);
  if (row >= first + stepRows && row < first + shownRows) return -1;
  const lastTopPx = Math.max(0, rowCount * rowHeight - heightPx);
  return Math.min(lastTopPx, Math.max(0, row * rowHeight - heightPx / 3));
}
