/** Runs once the page is painted with what has changed so far, so that a press is answered before what takes long. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}
