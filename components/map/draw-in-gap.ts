import type { TreeView } from '@/lib/schema/tree-view';
import { type PanePlace, watchPlace } from './watch-place';

export type Gap = {
  /** Fills the gap. */
  box: Element;
  /** The scrollers of the panes beside it. */
  left: Element;
  right: Element;
  sourceView: TreeView;
  targetView: TreeView;
};

export type GapDrawing = {
  /** Draws with the next frame, once however often it is asked. */
  schedule: () => void;
  stop: () => void;
};

/**
 * Draws between the panes once they are laid out, and again when either is scrolled, the gap gets another size or other rows are on
 * show, at most once a frame. `onRows` comes before the drawing of other rows.
 */
export function drawInGap(
  gap: Gap,
  draw: (place: Readonly<PanePlace>) => void,
  onRows?: () => void,
): GapDrawing {
  let request = 0;
  const schedule = () => {
    if (request !== 0) return;
    request = requestAnimationFrame(() => {
      request = 0;
      draw(place);
    });
  };
  const rowsChanged = () => {
    onRows?.();
    schedule();
  };
  // What has just been laid out is not painted yet: a frame later everything would be painted a second time.
  const { place, stop } = watchPlace(gap, schedule, () => draw(place));
  const stopSource = gap.sourceView.subscribe(rowsChanged);
  const stopTarget = gap.targetView.subscribe(rowsChanged);
  return {
    schedule,
    stop: () => {
      stop();
      stopSource();
      stopTarget();
      if (request !== 0) cancelAnimationFrame(request);
    },
  };
}
