'use client';

import { useEffect, useRef } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import type { Verdict } from '@/lib/mapping/rules';
import type { TreeView } from '@/lib/schema/tree-view';
import { attachDragController } from './drag-controller';
import type { Grab } from './drag-environment';
import styles from './drag-overlay.module.css';
import type { FieldRef, Side } from './field-ref';

export type DragOptions = {
  isEnabled: boolean;
  viewOf: (side: Side) => TreeView;
  gridOf: (side: Side) => TreeGridHandle | null;
  judge: (from: FieldRef, over: FieldRef) => Verdict;
  onStart: (from: FieldRef) => void;
  onDrop: (grab: Grab, over: FieldRef) => void;
  /** The drag ended without a drop on a field. */
  onCancel: () => void;
  grabLine: (event: PointerEvent) => Grab | undefined;
};

/** Dragging between the panes inside `root`; `overlay` is drawn as the last child of it. */
export function useDrag(options: DragOptions) {
  const root = useRef<HTMLDivElement>(null);
  const band = useRef<SVGPathElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const now = useRef(options);
  const { isEnabled } = options;

  useEffect(() => {
    now.current = options;
  });

  useEffect(() => {
    if (!isEnabled || !root.current || !band.current || !bar.current || !words.current) return;
    return attachDragController({
      root: root.current,
      band: band.current,
      bar: bar.current,
      words: words.current,
      scrollerOf: (side) => now.current.gridOf(side)?.scroller() ?? null,
      viewOf: (side) => now.current.viewOf(side),
      stickyOf: (side) => now.current.gridOf(side)?.stickyIds() ?? [],
      grabLine: (event) => now.current.grabLine(event),
      judge: (from, over) => now.current.judge(from, over),
      onStart: (from) => now.current.onStart(from),
      onDrop: (grab, over) => now.current.onDrop(grab, over),
      onEnd: (wasCancelled) => {
        if (wasCancelled) now.current.onCancel();
      },
    });
  }, [isEnabled]);

  const overlay = (
    <div aria-hidden className={styles.overlay}>
      <div ref={bar} className={styles.bar} hidden />
      <svg aria-hidden="true" className={styles.canvas}>
        <path ref={band} className={styles.band} />
      </svg>
      <div ref={words} className={styles.words} hidden />
    </div>
  );
  return { root, overlay };
}
