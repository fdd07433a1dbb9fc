'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { rowHeight } from '@/components/schema-tree/tree-row';
import type { TreeView } from '@/lib/schema/tree-view';
import { drawInGap } from '../draw-in-gap';
import type { PanePlace } from '../watch-place';
import styles from './ghost-layer.module.css';
import { createGhostPainter, type GhostLine } from './ghost-painter';
import type { Offer } from './offer-suggestions';

export type GhostLayerProps = {
  offers: readonly Offer[];
  isStale: boolean;
  /** The suggestion of the active row. */
  focused: Offer | undefined;
  sourceView: TreeView;
  targetView: TreeView;
  sourceGrid: RefObject<TreeGridHandle | null>;
  targetGrid: RefObject<TreeGridHandle | null>;
  onHover: (offer: Offer | undefined) => void;
  onAccept: (offer: Offer) => void;
};

/**
 * Suggestions between rows that are both in view, below the lines of mappings: decoration and a pointer's short cut.
 * Rows say in words what is suggested.
 */
export function GhostLayer(props: GhostLayerProps) {
  const { offers, isStale, focused, sourceView, targetView, sourceGrid, targetGrid } = props;
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGSVGElement>(null);
  const repaint = useRef<() => void>(() => {});
  const shown = useRef({ offers, isStale, focused });
  const handlers = useRef(props);

  useEffect(() => {
    handlers.current = props;
  });

  useEffect(() => {
    shown.current = { offers, isStale, focused };
    repaint.current();
  }, [offers, isStale, focused]);

  useEffect(() => {
    const box = frame.current;
    const left = sourceGrid.current?.scroller();
    const right = targetGrid.current?.scroller();
    if (!box || !left || !right || !layer.current) return;
    const painter = createGhostPainter(layer.current);
    const stopping = new AbortController();
    const draw = ({ leftPx, rightPx, widthPx, heightPx }: PanePlace) => {
      const leftSlot = sourceView.slot();
      const rightSlot = targetView.slot();
      const yOf = (row: number, scrollTop: number) => row * rowHeight + rowHeight / 2 - scrollTop;
      const lines: GhostLine[] = [];
      const now = shown.current;
      for (const offer of now.offers) {
        const leftRow = leftSlot[offer.sourceId] ?? -1;
        const rightRow = rightSlot[offer.targetId] ?? -1;
        if (leftRow < 0 || rightRow < 0) continue;
        const y1 = yOf(leftRow, leftPx);
        const y2 = yOf(rightRow, rightPx);
        if (y1 < 0 || y1 > heightPx || y2 < 0 || y2 > heightPx) continue;
        lines.push({ offer, y1, y2, isFocused: offer.key === now.focused?.key, isStale: now.isStale });
      }
      painter.paint(lines, widthPx);
    };
    const { schedule, stop } = drawInGap({ box, left, right, sourceView, targetView }, draw);
    repaint.current = schedule;
    const options = { passive: true, signal: stopping.signal };
    box.addEventListener('pointerover', (event) => handlers.current.onHover(painter.offerOf(event)), options);
    box.addEventListener('pointerleave', () => handlers.current.onHover(undefined), options);
    box.addEventListener(
      'click',
      (event) => {
        const offer = painter.offerOf(event);
        if (!offer) return;
        handlers.current.onHover(undefined);
        handlers.current.onAccept(offer);
      },
      options,
    );
    return () => {
      stopping.abort();
      stop();
      repaint.current = () => {};
      painter.paint([], 0);
    };
  }, [sourceView, targetView, sourceGrid, targetGrid]);

  return (
    <div
      ref={frame}
      aria-hidden
      className={`${styles.frame} absolute inset-0 overflow-hidden [contain:strict]`}
    >
      <svg ref={layer} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full" />
    </div>
  );
}
