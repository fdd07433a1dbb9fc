'use client';

import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { rowHeight } from '@/components/schema-tree/tree-row';
import type { TreeView } from '@/lib/schema/tree-view';
import { drawInGap } from './draw-in-gap';
import type { PressedLine } from './grabbed-line';
import { bundleEdges, type Line, type LineEdge, layoutLines } from './line-bundles';
import { createLinePainter, type LineFocus } from './line-painter';
import { lineNear } from './line-shape';
import styles from './map-lines.module.css';
import type { ValueStore } from './value-store';
import type { PanePlace } from './watch-place';

export type LineLayerProps = {
  edges: readonly LineEdge[];
  sourceView: TreeView;
  targetView: TreeView;
  sourceGrid: RefObject<TreeGridHandle | null>;
  targetGrid: RefObject<TreeGridHandle | null>;
  /** Mappings of the active row: their lines stand out. */
  activeIds: readonly string[];
  /** Mappings under the pointer: their lines stand out and all others are dimmed. */
  hoveredIds: ValueStore<readonly string[]>;
  onLineHover: (mappingIds: readonly string[]) => void;
  onLinePress: (line: Line) => void;
  /** Takes what is pressed, for who may drag it away. */
  pressed: RefObject<PressedLine | undefined>;
};

/** The lines between the panes: decoration and a pointer's short cut. Rows say in words what they are mapped to. */
export function LineLayer(props: LineLayerProps) {
  const {
    edges,
    sourceView,
    targetView,
    sourceGrid,
    targetGrid,
    activeIds,
    hoveredIds,
    onLineHover,
    onLinePress,
    pressed,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  const whole = useRef<SVGSVGElement>(null);
  const leaving = useRef<SVGSVGElement>(null);
  const wholeBadges = useRef<HTMLDivElement>(null);
  const leavingBadges = useRef<HTMLDivElement>(null);
  const repaint = useRef<() => void>(() => {});
  const hovered = useSyncExternalStore(hoveredIds.subscribe, hoveredIds.get, hoveredIds.get);
  const focus = useMemo<LineFocus>(
    () => ({ mappingIds: new Set([...activeIds, ...hovered]), dimsOthers: hovered.length > 0 }),
    [activeIds, hovered],
  );
  const focusNow = useRef(focus);
  const handlers = useRef({ onLineHover, onLinePress });
  const top = useRef<HTMLSpanElement>(null);
  const bottom = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    handlers.current = { onLineHover, onLinePress };
  });

  useEffect(() => {
    focusNow.current = focus;
    repaint.current();
  }, [focus]);

  useEffect(() => {
    const box = frame.current;
    const gap = box?.parentElement;
    const left = sourceGrid.current?.scroller();
    const right = targetGrid.current?.scroller();
    if (!box || !gap || !left || !right || !whole.current || !leaving.current) return;
    if (!wholeBadges.current || !leavingBadges.current) return;
    const painter = createLinePainter(
      { lines: whole.current, badges: wholeBadges.current },
      { lines: leaving.current, badges: leavingBadges.current },
    );
    const stopping = new AbortController();
    let bundles = bundleEdges(edges, sourceView.slot(), targetView.slot());
    let isStale = false;

    let drawn: readonly Line[] = [];
    let over: string | undefined;

    const draw = ({ leftPx, rightPx, widthPx, heightPx }: PanePlace) => {
      if (isStale) bundles = bundleEdges(edges, sourceView.slot(), targetView.slot());
      isStale = false;
      const layout = layoutLines(bundles, {
        leftScrollTop: leftPx,
        rightScrollTop: rightPx,
        heightPx,
        rowHeightPx: rowHeight,
      });
      painter.paint(layout, widthPx, focusNow.current);
      drawn = layout.lines;
      const hidden = bundles.filteredCount;
      write(top.current, [counted(layout.above, 'above'), counted(hidden, 'filtered')]);
      write(bottom.current, [counted(layout.below, 'below')]);
    };
    const { schedule, stop } = drawInGap({ box, left, right, sourceView, targetView }, draw, () => {
      isStale = true;
    });
    repaint.current = schedule;

    const lineAt = (event: MouseEvent): { line: Line | undefined; along: number } => {
      const bounds = box.getBoundingClientRect();
      const line = lineNear(drawn, bounds.width, event.clientX - bounds.left, event.clientY - bounds.top);
      return { line, along: (event.clientX - bounds.left) / Math.max(1, bounds.width) };
    };
    const hover = (line: Line | undefined) => {
      if (line?.key === over) return;
      over = line?.key;
      gap.style.cursor = line ? 'grab' : '';
      handlers.current.onLineHover(line?.mappingIds ?? []);
    };
    // On the gap itself, before what lies in it: suggestions below the lines must stay within reach.
    const options = { capture: true, signal: stopping.signal };
    gap.addEventListener('pointermove', (event) => hover(lineAt(event).line), options);
    gap.addEventListener('pointerleave', () => hover(undefined), { signal: stopping.signal });
    gap.addEventListener(
      'pointerdown',
      (event) => {
        const { line, along } = lineAt(event);
        pressed.current = line && { line, event, along };
      },
      options,
    );
    gap.addEventListener(
      'click',
      (event) => {
        const { line } = lineAt(event);
        if (!line) return;
        event.stopPropagation();
        handlers.current.onLinePress(line);
      },
      options,
    );
    return () => {
      stopping.abort();
      stop();
      hover(undefined);
      repaint.current = () => {};
      painter.paint({ lines: [], above: 0, below: 0 }, 0, focusNow.current);
    };
  }, [edges, sourceView, targetView, sourceGrid, targetGrid, pressed]);

  return (
    <div
      ref={frame}
      aria-hidden
      className={`${styles.frame} pointer-events-none relative h-full overflow-hidden [contain:strict]`}
    >
      <div className={`${styles.leaving} absolute inset-0`}>
        <svg ref={leaving} aria-hidden="true" className="absolute inset-0 size-full" />
      </div>
      <svg ref={whole} aria-hidden="true" className="absolute inset-0 size-full" />
      {/* Above all lines: one that passes would cross the number out. */}
      <div ref={leavingBadges} className={`${styles.leaving} absolute inset-0`} />
      <div ref={wholeBadges} />
      <span ref={top} hidden className={`${beyondLook} top-1`} />
      <span ref={bottom} hidden className={`${beyondLook} bottom-1`} />
    </div>
  );
}

const beyondLook =
  'tabular pointer-events-none absolute inset-x-0 mx-auto w-fit rounded-full border border-line bg-surface-raised px-2 text-xs text-text-muted';

function counted(count: number, words: string): string {
  return count > 0 ? `${count} ${words}` : '';
}

/** By hand like the lines: drawn by React, what changes with every step of scrolling would take longer than they do. */
function write(element: HTMLElement | null, parts: readonly string[]): void {
  const text = parts.filter((part) => part !== '').join(' · ');
  if (!element || element.textContent === text) return;
  element.textContent = text;
  element.hidden = text === '';
}
