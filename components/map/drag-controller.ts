import { rowHeight } from '@/components/schema-tree/tree-row';
import { isFolder } from '@/lib/schema/schema-tree';
import type { DragEnvironment, Grab } from './drag-environment';
import type { FieldRef, Side } from './field-ref';

type Gesture =
  | { phase: 'idle' }
  | { phase: 'pressing'; grab: Grab; from: FieldRef; pointerId: number; x: number; y: number }
  | {
      phase: 'dragging';
      grab: Grab;
      from: FieldRef;
      pointerId: number;
      x: number;
      y: number;
      over: number;
    };

const startDistancePx = 4;
const edgePx = 40;
const scrollPxPerFrame = 14;
const openFolderAfterMs = 600;
/** The last row on screen lies at the edge: without a rest there first, the list would run away from a drop on it. */
const scrollAfterMs = 200;

/**
 * Dragging a field of one pane onto a field of the other, with one set of listeners for all rows. Nothing renders
 * until the drop. Returns the function that takes the listeners away.
 */
export function attachDragController(environment: DragEnvironment): () => void {
  const { root, band, bar, words } = environment;
  const stopping = new AbortController();
  let gesture: Gesture = { phase: 'idle' };
  let frame = 0;
  let drawnPlace = '';
  let atEdgeSinceMs: number | undefined;
  let openTimer: ReturnType<typeof setTimeout> | undefined;

  const other = (side: Side): Side => (side === 'source' ? 'target' : 'source');

  const reset = () => {
    clearTimeout(openTimer);
    cancelAnimationFrame(frame);
    frame = 0;
    atEdgeSinceMs = undefined;
    band.setAttribute('d', '');
    bar.hidden = true;
    words.hidden = true;
    delete root.dataset.dragging;
    for (const side of ['source', 'target'] as const)
      environment.scrollerOf(side)?.style.removeProperty('cursor');
  };

  const cancel = () => {
    if (gesture.phase === 'idle') return;
    const wasDragging = gesture.phase === 'dragging';
    gesture = { phase: 'idle' };
    if (!wasDragging) return;
    reset();
    environment.onEnd(true);
  };

  const fieldUnder = (x: number, y: number, side: Side): number => {
    const scroller = environment.scrollerOf(side);
    if (!scroller) return -1;
    const box = scroller.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return -1;
    const stuck = environment.stickyOf(side)[Math.floor((y - box.top) / rowHeight)];
    if (stuck !== undefined) return stuck;
    const row = Math.floor((y - box.top + scroller.scrollTop) / rowHeight);
    return environment.viewOf(side).rows()[row] ?? -1;
  };

  const placeOf = (side: Side) =>
    [side, other(side)]
      .map((at) => `${environment.scrollerOf(at)?.scrollTop} ${environment.viewOf(at).version()}`)
      .join();

  const draw = () => {
    if (gesture.phase !== 'dragging') return;
    const { from, x, y } = gesture;
    drawnPlace = placeOf(from.side);
    const to = other(from.side);
    const home = root.getBoundingClientRect();
    drawBand(from, x - home.left, y - home.top, home);
    const over = fieldUnder(x, y, to);
    if (over !== gesture.over) {
      gesture.over = over;
      clearTimeout(openTimer);
      const view = environment.viewOf(to);
      if (over >= 0 && isFolder(view.tree, over) && !view.isOpen(over)) {
        openTimer = setTimeout(() => view.setOpen(over, true), openFolderAfterMs);
      }
    }
    if (over < 0) {
      bar.hidden = true;
      words.hidden = true;
      root.dataset.dragging = 'none';
      return;
    }
    const verdict = environment.judge(from, { side: to, id: over });
    const scroller = environment.scrollerOf(to);
    const box = scroller?.getBoundingClientRect();
    const stuckAt = environment.stickyOf(to).indexOf(over);
    const row = environment.viewOf(to).slot()[over] ?? 0;
    const barTop = stuckAt >= 0 ? stuckAt * rowHeight : row * rowHeight - (scroller?.scrollTop ?? 0);
    if (!scroller || !box) return;
    root.dataset.dragging = verdict.verdict;
    bar.hidden = false;
    bar.style.transform = `translate(${box.left - home.left}px, ${box.top - home.top + barTop}px)`;
    bar.style.width = `${box.width}px`;
    words.hidden = false;
    if (words.textContent !== verdict.sentence) words.textContent = verdict.sentence;
    const left = Math.min(Math.max(8, x - home.left + 14), Math.max(8, home.width - words.offsetWidth - 8));
    const top = Math.min(y - home.top + 20, Math.max(8, home.height - words.offsetHeight - 8));
    words.style.transform = `translate(${left}px, ${top}px)`;
  };

  const drawBand = (from: FieldRef, x: number, y: number, home: DOMRect) => {
    const scroller = environment.scrollerOf(from.side);
    if (!scroller) return;
    const box = scroller.getBoundingClientRect();
    const slot = environment.viewOf(from.side).slot()[from.id] ?? 0;
    const row = slot >= 0 ? slot : -slot - 1;
    const rowTop = box.top + row * rowHeight + rowHeight / 2 - scroller.scrollTop;
    const startY = Math.min(Math.max(rowTop, box.top), box.bottom) - home.top;
    const startX = (from.side === 'source' ? box.right - 14 : box.left + 14) - home.left;
    const bend = (x - startX) / 2;
    band.setAttribute('d', `M${startX} ${startY}C${startX + bend} ${startY} ${x - bend} ${y} ${x} ${y}`);
  };

  const scrollAtEdge = (nowMs: number) => {
    frame = 0;
    if (gesture.phase !== 'dragging') return;
    const scroller = environment.scrollerOf(other(gesture.from.side));
    // A wheel, or a folder that opened, moves the rows below a pointer that rests.
    const place = placeOf(gesture.from.side);
    if (place !== drawnPlace) draw();
    const box = scroller?.getBoundingClientRect();
    const isBeside = box && gesture.x >= box.left - edgePx && gesture.x <= box.right + edgePx;
    const up = box ? box.top + edgePx - gesture.y : 0;
    const down = box ? gesture.y - (box.bottom - edgePx) : 0;
    const nearness = isBeside ? Math.min(1, Math.max(up, down) / edgePx) : 0;
    if (nearness <= 0) atEdgeSinceMs = undefined;
    else atEdgeSinceMs ??= nowMs;
    if (scroller && atEdgeSinceMs !== undefined && nowMs - atEdgeSinceMs >= scrollAfterMs) {
      const before = scroller.scrollTop;
      scroller.scrollTop += Math.ceil(nearness * scrollPxPerFrame) * (up > down ? -1 : 1);
      if (scroller.scrollTop !== before) draw();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  };

  const handleDown = (event: PointerEvent) => {
    if (gesture.phase === 'dragging' || event.button !== 0 || !event.isPrimary) return;
    if (!(event.target instanceof Element) || event.target.closest('[data-chevron]')) return;
    // A finger on a row scrolls; only the handle is for dragging.
    if (event.pointerType === 'touch' && !event.target.closest('[data-handle]')) return;
    const field = fieldOf(event.target);
    const grab: Grab | undefined = field ? { from: field } : environment.grabLine(event);
    if (!grab) return;
    const { from } = grab;
    gesture = {
      phase: 'pressing',
      grab,
      from,
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
    };
  };

  const handleMove = (event: PointerEvent) => {
    if (gesture.phase === 'idle' || event.pointerId !== gesture.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (gesture.phase === 'pressing') {
      // Released where the editor could not see it.
      if (event.buttons === 0) {
        gesture = { phase: 'idle' };
        return;
      }
      if (Math.hypot(x - gesture.x, y - gesture.y) < startDistancePx) return;
      gesture = { ...gesture, phase: 'dragging', over: -1 };
      // On the scroller, not on the row: the row may be taken away while the list scrolls.
      const scroller = environment.scrollerOf(gesture.from.side);
      scroller?.setPointerCapture(event.pointerId);
      // What captures the pointer also decides how it looks; a rule for all rows would cost a style of each.
      if (scroller) scroller.style.cursor = 'grabbing';
      root.dataset.dragging = 'none';
      environment.onStart(gesture.from);
      frame = requestAnimationFrame(scrollAtEdge);
    }
    gesture.x = x;
    gesture.y = y;
    draw();
  };

  const handleUp = (event: PointerEvent) => {
    if (gesture.phase === 'idle' || event.pointerId !== gesture.pointerId) return;
    if (gesture.phase === 'pressing') {
      gesture = { phase: 'idle' };
      return;
    }
    draw();
    const { grab, from, over } = gesture;
    gesture = { phase: 'idle' };
    reset();
    swallowClick();
    if (over >= 0) environment.onDrop(grab, { side: other(from.side), id: over });
    environment.onEnd(over < 0);
  };

  // The release of a drag is a click too, and would pick the row below.
  const swallowClick = () => {
    const swallow = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
  };

  // A finger is captured by what it touches first; that it goes over to the scroller is no loss.
  const handleLost = (event: PointerEvent) => {
    if (gesture.phase !== 'dragging' || event.target !== environment.scrollerOf(gesture.from.side)) return;
    cancel();
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || gesture.phase !== 'dragging') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const options = { signal: stopping.signal };
  root.addEventListener('pointerdown', handleDown, options);
  root.addEventListener('pointermove', handleMove, options);
  root.addEventListener('pointerup', handleUp, options);
  root.addEventListener('pointercancel', cancel, options);
  root.addEventListener('lostpointercapture', handleLost, options);
  window.addEventListener('blur', cancel, options);
  window.addEventListener('keydown', handleKey, { ...options, capture: true });
  reset();
  return () => {
    cancel();
    reset();
    stopping.abort();
  };
}

function fieldOf(element: Element): FieldRef | undefined {
  const id = Number(element.closest('[data-row]')?.getAttribute('data-row') ?? -1);
  const side = element.closest('[data-side]')?.getAttribute('data-side');
  return id >= 0 && (side === 'source' || side === 'target') ? { side, id } : undefined;
}
