/** Where both panes are scrolled to, and the size of the gap between them. */
export type PanePlace = { leftPx: number; rightPx: number; widthPx: number; heightPx: number };

export type WatchedPlace = {
  place: Readonly<PanePlace>;
  stop: () => void;
};

/**
 * Notes the place, at first with the next layout and then when it changes, and says so, until `stop`. Asked for while
 * painting, each number would cost a layout of what was just drawn.
 */
export function watchPlace(
  { box, left, right }: { box: Element; left: Element; right: Element },
  onScroll: () => void,
  onResize: () => void,
): WatchedPlace {
  const place: PanePlace = { leftPx: 0, rightPx: 0, widthPx: 0, heightPx: 0 };
  const stopping = new AbortController();
  const note = () => {
    place.leftPx = left.scrollTop;
    place.rightPx = right.scrollTop;
  };
  const noteScroll = () => {
    note();
    onScroll();
  };
  // Capturing: before the tree draws its rows anew.
  const options = { passive: true, capture: true, signal: stopping.signal };
  left.addEventListener('scroll', noteScroll, options);
  right.addEventListener('scroll', noteScroll, options);
  // Told at the beginning too, and always when everything is laid out already.
  const observer = new ResizeObserver(() => {
    place.widthPx = box.clientWidth;
    place.heightPx = box.clientHeight;
    note();
    onResize();
  });
  observer.observe(box);
  return {
    place,
    stop: () => {
      stopping.abort();
      observer.disconnect();
    },
  };
}
