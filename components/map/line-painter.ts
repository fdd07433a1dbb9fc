import type { Line, LineLayout } from './line-bundles';

const svgNamespace = 'http://www.w3.org/2000/svg';

export type LinePainter = {
  /** Draws a layout; writes only what differs from the last one. */
  paint: (layout: LineLayout, widthPx: number, focused: ReadonlySet<string>) => void;
  /** The line under a pointer event, if any. */
  lineOf: (event: Event) => Line | undefined;
};

type Drawn = {
  group: SVGGElement;
  hit: SVGPathElement;
  path: SVGPathElement;
  badge: SVGGElement;
  badgeShape: SVGRectElement;
  badgeText: SVGTextElement;
  line: Line | undefined;
  written: Map<string, string>;
};

/**
 * Draws lines into two SVG elements by hand: one for whole lines, one (faded at its edges by CSS) for lines whose other
 * end is scrolled away. Elements are reused; a hidden pool is cut back, because idle paths still cost style time.
 */
export function createLinePainter(whole: SVGSVGElement, leaving: SVGSVGElement): LinePainter {
  const pools = new Map<SVGSVGElement, Drawn[]>([
    [whole, []],
    [leaving, []],
  ]);
  const drawnOf = new WeakMap<Element, Drawn>();

  const create = (layer: SVGSVGElement): Drawn => {
    const group = document.createElementNS(svgNamespace, 'g');
    const hit = document.createElementNS(svgNamespace, 'path');
    const path = document.createElementNS(svgNamespace, 'path');
    const badge = document.createElementNS(svgNamespace, 'g');
    const badgeShape = document.createElementNS(svgNamespace, 'rect');
    const badgeText = document.createElementNS(svgNamespace, 'text');
    hit.setAttribute('class', 'map-line-hit');
    path.setAttribute('class', 'map-line-path');
    badge.setAttribute('class', 'map-line-badge');
    badgeShape.setAttribute('height', '16');
    badgeShape.setAttribute('y', '-8');
    badgeShape.setAttribute('rx', '8');
    badgeText.setAttribute('text-anchor', 'middle');
    badgeText.setAttribute('dy', '0.35em');
    badge.append(badgeShape, badgeText);
    group.append(hit, path, badge);
    layer.append(group);
    const drawn: Drawn = { group, hit, path, badge, badgeShape, badgeText, line: undefined, written: new Map() };
    drawnOf.set(group, drawn);
    return drawn;
  };

  const write = (drawn: Drawn, element: Element, name: string, value: string) => {
    const key = `${element.tagName}${element.getAttribute('class') ?? ''}${name}`;
    if (drawn.written.get(key) === value) return;
    drawn.written.set(key, value);
    element.setAttribute(name, value);
  };

  const paintLine = (drawn: Drawn, line: Line, width: number, focused: ReadonlySet<string>) => {
    drawn.line = line;
    const bend = Math.max(width * 0.45, 24);
    const shape = `M0 ${line.y1}C${bend} ${line.y1} ${width - bend} ${line.y2} ${width} ${line.y2}`;
    const isFocused = focused.size > 0 && line.mappingIds.some((id) => focused.has(id));
    const state = focused.size === 0 ? 'calm' : isFocused ? 'focused' : 'dimmed';
    write(drawn, drawn.hit, 'd', shape);
    write(drawn, drawn.path, 'd', shape);
    const look = `${line.tone} ${state}${line.isFolded ? ' folded' : ''}`;
    if (drawn.group.getAttribute('data-look') !== look) drawn.group.setAttribute('data-look', look);
    const count = line.mappingIds.length;
    const label = count > 1 ? String(count) : '';
    if (drawn.badgeText.textContent !== label) drawn.badgeText.textContent = label;
    const badgeWidth = label.length * 7 + 10;
    if (label === '') {
      if (drawn.badge.getAttribute('display') !== 'none') drawn.badge.setAttribute('display', 'none');
      return;
    }
    drawn.badge.removeAttribute('display');
    const { x, y } = badgePlace(line, width);
    drawn.badge.setAttribute('transform', `translate(${x} ${y})`);
    drawn.badgeShape.setAttribute('width', String(badgeWidth));
    drawn.badgeShape.setAttribute('x', String(-badgeWidth / 2));
  };

  return {
    paint: (layout, widthPx, focused) => {
      for (const layer of [whole, leaving]) {
        const pool = pools.get(layer) ?? [];
        const lines = layout.lines.filter((line) => (line.away === undefined) === (layer === whole));
        for (const [at, line] of lines.entries()) {
          const drawn = pool[at] ?? create(layer);
          if (pool[at] === undefined) pool.push(drawn);
          paintLine(drawn, line, widthPx, focused);
        }
        for (const drawn of pool.splice(lines.length)) drawn.group.remove();
        // On top of its neighbours, without reordering the pool.
        for (const drawn of pool) {
          if (drawn.group.dataset.look?.includes('focused') && drawn.group.nextSibling) {
            layer.append(drawn.group);
          }
        }
      }
    },
    lineOf: (event) => {
      if (!(event.target instanceof Element)) return undefined;
      const group = event.target.closest('g[data-look]');
      return group ? drawnOf.get(group)?.line : undefined;
    },
  };
}

// Beside the end that stays, where a clamped line would otherwise lose its number in the fade.
function badgePlace(line: Line, width: number): { x: number; y: number } {
  if (line.away?.side === 'right') return { x: 22, y: line.y1 };
  if (line.away?.side === 'left') return { x: width - 22, y: line.y2 };
  return { x: width / 2, y: (line.y1 + line.y2) / 2 };
}
