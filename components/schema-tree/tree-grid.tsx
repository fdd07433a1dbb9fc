'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  type UIEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { isFolder } from '@/lib/schema/schema-tree';
import { nearestShown, type TreeView } from '@/lib/schema/tree-view';
import type { RowMark } from './row-mark';
import { maxSticky, StickyAncestors, useSticky } from './sticky-ancestors';
import { moveInTree } from './tree-keys';
import { rowHeight, TreeRow } from './tree-row';
import { stepOf, stepRows, useScrollPlace } from './use-scroll-place';
import { useTreeSnapshot } from './use-tree-view';

export type TreeGridHandle = {
  /** The element that scrolls; its rows are `rowHeight` high, from its top on. */
  scroller: () => HTMLDivElement | null;
  /** Folders that stick to its top, one row each, outermost first. */
  stickyIds: () => readonly number[];
  /** Makes a field active, opens and scrolls to it, and gives it the focus. Only from event handlers. */
  focusField: (id: number) => void;
  /** The same without taking the focus. */
  showField: (id: number) => void;
};

export type TreeGridProps = {
  view: TreeView;
  /** Spoken name of the tree. */
  label: string;
  /** Prefix of the rows' test ids: `source-row` makes `source-row:data.amount`. */
  testIdPrefix: string;
  /** −1 before anything was active. */
  activeId: number;
  onActiveChange: (id: number) => void;
  /** −1 when no row is chosen. */
  selectedId: number;
  markOf: (id: number) => RowMark;
  /** The end of the row on which mappings begin. */
  handle?: 'start' | 'end' | 'none';
  handleLabel?: string;
  /** Sees keys first, with −1 when no row has the focus; answers true when the tree must not act on it. */
  onKey?: (event: KeyboardEvent, id: number) => boolean;
  onRowClick?: (id: number, isHandle: boolean) => void;
  onRowHover?: (id: number) => void;
  ref?: Ref<TreeGridHandle>;
};

const overscanRows = 8;
const typeAheadResetMs = 1000;
const hoverAfterScrollMs = 120;

/**
 * A tree of any size as a treegrid: only rows in view exist, one of them is the tab stop, arrows, Home, End, Page keys,
 * `*` and typed letters move. Under a filter, positions and set sizes keep counting all siblings.
 */
export function TreeGrid({
  view,
  label,
  testIdPrefix,
  activeId,
  onActiveChange,
  selectedId,
  markOf,
  handle = 'none',
  handleLabel = '',
  onKey,
  onRowClick,
  onRowHover,
  ref,
}: TreeGridProps) {
  const { tree } = view;
  const snapshot = useTreeSnapshot(view);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', timeMs: 0 });
  const [startRow, setStartRow] = useState(0);
  const [heightPx, setHeightPx] = useState(600);
  const scrollTopPx = useRef(0);
  const sticky = useSticky(view, scrollTopPx);
  const scrolledAtMs = useRef(Number.NEGATIVE_INFINITY);
  const hoverTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Before anything is painted: known a frame later, the last rows would come late and everything be painted twice.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    setHeightPx(element.clientHeight);
    const observer = new ResizeObserver(() => setHeightPx(element.clientHeight));
    observer.observe(element);
    return () => {
      clearTimeout(hoverTimer.current);
      observer.disconnect();
    };
  }, []);

  // Rendered within the event: one frame later the rows that scroll in would be blank.
  const handleScroll = (event: UIEvent) => {
    scrolledAtMs.current = event.timeStamp;
    scrollTopPx.current = scroller.current?.scrollTop ?? 0;
    const next = stepOf(scrollTopPx.current);
    const hasOtherSticky = sticky.note(scrollTopPx.current);
    if (next === startRow && !hasOtherSticky) return;
    flushSync(() => {
      setStartRow(next);
      sticky.show();
    });
  };

  // Rows that pass below a pointer at rest are not pointed at; the one that stays there is.
  const handlePointerOver = (event: PointerEvent) => {
    const id = idOfEvent(event);
    clearTimeout(hoverTimer.current);
    const restMs = scrolledAtMs.current + hoverAfterScrollMs - event.timeStamp;
    if (restMs <= 0) onRowHover?.(id);
    else hoverTimer.current = setTimeout(() => onRowHover?.(id), restMs);
  };

  const scrollToRow = (row: number) => {
    const element = scroller.current;
    if (!element || row < 0) return;
    const top = row * rowHeight;
    // Ancestors will stick above it and must not cover it.
    const id = view.rows()[row] ?? -1;
    const coveredPx = Math.min(maxSticky, tree.depth[id] ?? 0) * rowHeight;
    const above = Math.min(element.scrollTop, element.scrollTop + coveredPx - top);
    const below = top + rowHeight - element.scrollTop - element.clientHeight;
    if (above <= 0 && below <= 0) return;
    // A step further scrolls by a step; a jump lands with its surroundings in view.
    if (Math.max(above, below) > rowHeight * 2) element.scrollTop = top - element.clientHeight / 3;
    else element.scrollTop += above > 0 ? -above : below;
    scrollTopPx.current = element.scrollTop;
    setStartRow(stepOf(scrollTopPx.current));
  };

  // By what is known of the scroller: asking it would lay out what has just been drawn.
  const isInView = (row: number) => {
    const coveredRows = Math.min(maxSticky, tree.depth[view.rows()[row] ?? -1] ?? 0);
    const lastTopPx = Math.max(0, view.rows().length * rowHeight - heightPx);
    const topPx = row * rowHeight - Math.min(scrollTopPx.current, lastTopPx);
    return topPx >= coveredRows * rowHeight && topPx + rowHeight <= heightPx;
  };

  const showField = (id: number) => {
    if ((view.slot()[id] ?? -1) < 0) view.reveal(id);
    const row = view.slot()[id] ?? -1;
    // What is drawn already can wait for the rest that the event changes: drawing twice is what takes long.
    if (view.snapshot() === snapshot && isInView(row)) {
      onActiveChange(id);
      return;
    }
    flushSync(() => onActiveChange(id));
    if (!isInView(row)) flushSync(() => scrollToRow(row));
  };

  const focusField = (id: number) => {
    showField(id);
    scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus({ preventScroll: true });
  };

  useImperativeHandle(ref, () => ({
    scroller: () => scroller.current,
    stickyIds: () => sticky.ids.current,
    focusField,
    showField,
  }));

  const tabStop = nearestShown(tree, snapshot, activeId);

  const isThrownAway = useScrollPlace({
    view,
    snapshot,
    scroller,
    scrollTopPx,
    heightPx,
    startRow,
    onStartRow: setStartRow,
    activeId,
    tabStop,
  });

  const handleKeyDown = (event: KeyboardEvent) => {
    const id = idOfEvent(event);
    // Any other key ends the word: who moves and types again starts a new one, however fast.
    if (event.key.length !== 1 && event.key !== 'Shift') typed.current = { text: '', timeMs: 0 };
    if (onKey?.(event, id) === true || id < 0) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.max(1, Math.floor(heightPx / rowHeight) - 1);
    const next = moveInTree(view, id, event.key, pageRows);
    if (next !== undefined) {
      event.preventDefault();
      focusField(next);
      return;
    }
    if (event.key.length !== 1 || event.key === ' ') return;
    const text =
      event.timeStamp - typed.current.timeMs > typeAheadResetMs ? event.key : typed.current.text + event.key;
    typed.current = { text, timeMs: event.timeStamp };
    const found = view.findTyped(text, id);
    if (found >= 0) focusField(found);
  };

  const handleClick = (event: MouseEvent) => {
    const id = idOfEvent(event);
    if (id < 0) return;
    const target = event.target;
    const isChevron = target instanceof Element && target.closest('[data-chevron]') !== null;
    // The row is there: the focus comes before the list changes, when it costs no layout.
    if (isInView(view.slot()[id] ?? -1) && target instanceof Element) {
      onActiveChange(id);
      target.closest<HTMLElement>('[role=row]')?.focus({ preventScroll: true });
    } else focusField(id);
    if (isChevron) view.toggle(id);
    else onRowClick?.(id, target instanceof Element && target.closest('[data-handle]') !== null);
  };

  const handleDoubleClick = (event: MouseEvent) => {
    const id = idOfEvent(event);
    if (event.target instanceof Element && event.target.closest('[data-chevron],[data-handle]')) return;
    if (id >= 0) view.toggle(id);
  };

  if (isThrownAway) return null;
  const rowCount = snapshot.rows.length;
  const shownRows = Math.ceil(heightPx / rowHeight) + stepRows;
  const firstRow = Math.max(0, Math.min(startRow, rowCount - shownRows) - overscanRows);
  const lastRow = Math.min(rowCount, Math.max(startRow, firstRow) + shownRows + overscanRows);
  const rows: number[] = [];
  for (let row = firstRow; row < lastRow; row += 1) rows.push(row);
  // The focused row must not leave the document when it is scrolled away.
  const tabStopRow = snapshot.slot[tabStop] ?? -1;
  if (tabStopRow >= 0 && (tabStopRow < firstRow || tabStopRow >= lastRow)) rows.push(tabStopRow);

  return (
    <div className="relative h-full">
      <StickyAncestors tree={tree} shown={sticky.shown} onPress={focusField} />
      <div
        ref={scroller}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rowCount}
        tabIndex={-1}
        data-scroller=""
        onScroll={handleScroll}
        onKeyDown={handleKeyDown}
        onClick={handleClick}
        onDoubleClick={handleDoubleClick}
        onPointerOver={handlePointerOver}
        onPointerLeave={() => {
          clearTimeout(hoverTimer.current);
          onRowHover?.(-1);
        }}
        className="relative h-full overflow-x-hidden overflow-y-auto overscroll-contain bg-surface outline-none [contain:strict] will-change-transform"
      >
        <div role="presentation" style={{ height: rowCount * rowHeight }} className="relative w-full">
          {rows.map((row) => {
            const id = snapshot.rows[row] ?? 0;
            const mark = markOf(id);
            const folder = isFolder(tree, id);
            return (
              <TreeRow
                key={id}
                id={id}
                row={row}
                testId={`${testIdPrefix}:${tree.path[id]}`}
                name={tree.name[id] ?? ''}
                title={tree.title[id]}
                type={tree.type[id] ?? 'unknown'}
                itemType={tree.itemType[id]}
                depth={tree.depth[id] ?? 0}
                pos={tree.pos[id] ?? 1}
                size={tree.size[id] ?? 1}
                isFolder={folder}
                isOpen={folder && tree.parent[snapshot.rows[row + 1] ?? -1] === id}
                isTabStop={id === tabStop}
                isActive={id === activeId}
                isSelected={id === selectedId}
                isHit={snapshot.query !== '' && snapshot.isHit(id)}
                isRequired={mark.isRequired}
                isRequiredLeft={mark.isRequiredLeft}
                isIdentity={mark.isIdentity}
                isDeprecated={tree.deprecated[id] === 1}
                enumSize={tree.enumSize[id] ?? 0}
                handle={handle}
                handleLabel={handle === 'none' ? '' : `${handleLabel} ${tree.name[id] ?? ''}`}
                link={mark.link}
                isDimmed={mark.isDimmed}
                linkText={mark.linkText}
                sample={mark.sample}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function idOfEvent(event: { target: EventTarget }): number {
  if (!(event.target instanceof Element)) return -1;
  return Number(event.target.closest('[data-row]')?.getAttribute('data-row') ?? -1);
}
