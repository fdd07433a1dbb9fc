/** An SVG element with its attributes. */
export function createSvg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

/** The path of a line across the gap between two heights, in pixels from its top. */
export function curveAcross(y1: number, y2: number, widthPx: number): string {
  const bend = bendOf(widthPx);
  return `M0 ${y1}C${bend} ${y1} ${widthPx - bend} ${y2} ${widthPx} ${y2}`;
}

// Whole numbers: fractions of a pixel would only make the text longer to write and to read.
function bendOf(widthPx: number): number {
  return Math.round(Math.max(widthPx * 0.45, 24));
}

/** Half the width of what may be pressed of a line, which itself is thinner than a hand is steady. */
const reachPx = 6;

/** The line drawn by `curveAcross` that is nearest to a point of the gap, if one is within reach. */
export function lineNear<Drawn extends { y1: number; y2: number }>(
  lines: readonly Drawn[],
  widthPx: number,
  xPx: number,
  yPx: number,
): Drawn | undefined {
  // How far along a curve lies above `xPx` is the same for all of them.
  const bend = bendOf(widthPx);
  const xAt = (t: number) =>
    3 * bend * t * (1 - t) ** 2 + 3 * (widthPx - bend) * t ** 2 * (1 - t) + widthPx * t ** 3;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (xAt(middle) < xPx) low = middle;
    else high = middle;
  }
  const risen = 3 * low ** 2 - 2 * low ** 3;
  const steepness =
    (6 * low * (1 - low)) /
    Math.max(
      1e-6,
      3 * bend * (1 - low) ** 2 + 6 * (widthPx - 2 * bend) * low * (1 - low) + 3 * bend * low ** 2,
    );
  let nearest: Drawn | undefined;
  let leastPx = reachPx;
  for (const line of lines) {
    const rise = line.y2 - line.y1;
    const awayPx = Math.abs(line.y1 + rise * risen - yPx) / Math.hypot(1, rise * steepness);
    if (awayPx > leastPx) continue;
    leastPx = awayPx;
    nearest = line;
  }
  return nearest;
}
