import type { Verdict } from '@/lib/mapping/rules';
import type { TreeView } from '@/lib/schema/tree-view';
import type { FieldRef, Side } from './field-ref';

/** What a press takes hold of: a field, or an existing mapping by one end, whose other end stays at `from`. */
export type Grab = { from: FieldRef; movingId?: string };

export type DragEnvironment = {
  /** Holds both panes, each marked `data-side`, and the overlay. */
  root: HTMLElement;
  scrollerOf: (side: Side) => HTMLElement | null;
  viewOf: (side: Side) => TreeView;
  /** Folders that stick to the top of a pane, over its rows. */
  stickyOf: (side: Side) => readonly number[];
  /** The line that was just pressed, if it can be moved by the end nearest to the pointer. */
  grabLine: (event: PointerEvent) => Grab | undefined;
  /** Drawn by hand while dragging: band, bar over the row below the pointer, words beside the pointer. */
  band: SVGPathElement;
  bar: HTMLElement;
  words: HTMLElement;
  judge: (from: FieldRef, over: FieldRef) => Verdict;
  onStart: (from: FieldRef) => void;
  onDrop: (grab: Grab, over: FieldRef) => void;
  /** After a drop and after a cancel. */
  onEnd: (wasCancelled: boolean) => void;
};
