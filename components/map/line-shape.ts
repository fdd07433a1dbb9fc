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
  const bend = Math.max(widthPx * 0.45, 24);
  return `M0 ${y1}C${bend} ${y1} ${widthPx - bend} ${y2} ${widthPx} ${y2}`;
}

/** The drawn line under a pointer event; painters mark each with its look. */
export function lineUnder(event: Event): Element | undefined {
  return event.target instanceof Element ? (event.target.closest('g[data-look]') ?? undefined) : undefined;
}
