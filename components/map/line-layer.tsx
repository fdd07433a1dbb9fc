'use client';

import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { rowHeight } from '@/components/schema-tree/tree-row';
import type { TreeView } from '@/lib/schema/tree-view';
import { drawInGap } from './draw-in-gap';
import type { PressedLine } from './grabbed-line';
import { bundleEdges, type Line, type LineEdge, layoutLines } from './line-bundles';
import { createLinePainter, type LineFocus } from './line-painter';
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

const nothingBeyond = { above: 0, below: 0, hidden: 0 };

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
  const repaint = useRef<() => void>(() => {});
  const hovered = useSyncExternalStore(hoveredIds.subscribe, hoveredIds.get, hoveredIds.get);
  const focus = useMemo<LineFocus>(
    () => ({ mappingIds: new Set([...activeIds, ...hovered]), dimsOthers: hovered.length > 0 }),
    [activeIds, hovered],
  );
  const focusNow = useRef(focus);
  const handlers = useRef({ onLineHover, onLinePress });
  const [beyond, setBeyond] = useState(nothingBeyond);

  useEffect(() => {
    handlers.current = { onLineHover, onLinePress };
  });

  useEffect(() => {
    focusNow.current = focus;
    repaint.current();
  }, [focus]);

  useEffect(() => {
    const box = frame.current;
    const left = sourceGrid.current?.scroller();
    const right = targetGrid.current?.scroller();
    if (!box || !left || !right || !whole.current || !leaving.current) return;
    const painter = createLinePainter(whole.current, leaving.current);
    const stopping = new AbortController();
    let bundles = bundleEdges(edges, sourceView.slot(), targetView.slot());
    let isStale = false;
    let counted = nothingBeyond;

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
      const next = { above: layout.above, below: layout.below, hidden: bundles.filteredCount };
      if (next.above === counted.above && next.below === counted.below && next.hidden === counted.hidden)
        return;
      counted = next;
      // In this frame: a layout that is left for the next one is paid by who asks there where things are.
      flushSync(() => setBeyond(next));
    };
    const { schedule, stop } = drawInGap({ box, left, right, sourceView, targetView }, draw, () => {
      isStale = true;
    });
    repaint.current = schedule;
    const options = { passive: true, signal: stopping.signal };
    box.addEventListener(
      'pointerover',
      (event) => handlers.current.onLineHover(painter.lineOf(event)?.mappingIds ?? []),
      options,
    );
    box.addEventListener(
      'pointerdown',
      (event) => {
        const line = painter.lineOf(event);
        const bounds = box.getBoundingClientRect();
        pressed.current = line && {
          line,
          event,
          along: (event.clientX - bounds.left) / Math.max(1, bounds.width),
        };
      },
      options,
    );
    box.addEventListener('pointerleave', () => handlers.current.onLineHover([]), options);
    box.addEventListener(
      'click',
      (event) => {
        const line = painter.lineOf(event);
        if (line) handlers.current.onLinePress(line);
      },
      options,
    );
    return () => {
      stopping.abort();
      stop();
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
      <svg ref={leaving} aria-hidden="true" className={`${styles.leaving} absolute inset-0 size-full`} />
      <svg ref={whole} aria-hidden="true" className="absolute inset-0 size-full" />
      {beyond.above + beyond.hidden > 0 && (
        <Beyond
          place="top"
          text={[
            beyond.above > 0 ? `${beyond.above} above` : '',
            beyond.hidden > 0 ? `${beyond.hidden} filtered` : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        />
      )}
      {beyond.below > 0 && <Beyond place="bottom" text={`${beyond.below} below`} />}
    </div>
  );
}

function Beyond({ place, text }: { place: 'top' | 'bottom'; text: string }) {
  return (
    <span
      className={`tabular pointer-events-none absolute inset-x-0 mx-auto w-fit rounded-full border border-line bg-surface-raised px-2 text-xs text-text-muted ${
        place === 'top' ? 'top-1' : 'bottom-1'
      }`}
    >
      {text}
    </span>
  );
}
