import type { Line, LineLayout } from './line-bundles';
import { createSvg, curveAcross, lineUnder } from './line-shape';

/** Mappings whose lines stand out, and whether all others step back. */
export type LineFocus = { mappingIds: ReadonlySet<string>; dimsOthers: boolean };

export type LinePainter = {
  /** Draws a layout; writes only what differs from the last one. */
  paint: (layout: LineLayout, widthPx: number, focus: LineFocus) => void;
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
  shape: string;
  look: string;
  label: string;
  place: string;
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
    const group = createSvg('g');
    const hit = createSvg('path', { 'data-part': 'hit' });
    const path = createSvg('path', { 'data-part': 'line' });
    const badge = createSvg('g', { 'data-part': 'badge' });
    const badgeShape = createSvg('rect', { height: 16, y: -8, rx: 8 });
    const badgeText = createSvg('text', { 'text-anchor': 'middle', dy: '0.35em' });
    badge.append(badgeShape, badgeText);
    group.append(hit, path, badge);
    layer.append(group);
    const drawn: Drawn = {
      group,
      hit,
      path,
      badge,
      badgeShape,
      badgeText,
      line: undefined,
      shape: '',
      look: '',
      label: '?',
      place: '',
    };
    drawnOf.set(group, drawn);
    return drawn;
  };

  const paintLine = (drawn: Drawn, line: Line, width: number, focus: LineFocus) => {
    drawn.line = line;
    const shape = curveAcross(line.y1, line.y2, width);
    const isFocused = focus.mappingIds.size > 0 && line.mappingIds.some((id) => focus.mappingIds.has(id));
    const state = isFocused ? 'focused' : focus.dimsOthers ? 'dimmed' : 'calm';
    const look = `${line.tone} ${state}${line.isFolded ? ' folded' : ''}`;
    const label = line.mappingIds.length > 1 ? String(line.mappingIds.length) : '';
    const { x, y } = badgePlace(line, width);
    const place = `translate(${x} ${y})`;
    // Writing an attribute costs style time even when the value is the same.
    if (drawn.shape !== shape) {
      drawn.hit.setAttribute('d', shape);
      drawn.path.setAttribute('d', shape);
      drawn.shape = shape;
    }
    if (drawn.look !== look) {
      drawn.group.dataset.look = look;
      drawn.look = look;
      // On top of its neighbours.
      if (isFocused) drawn.group.parentNode?.append(drawn.group);
    }
    if (drawn.label !== label) {
      const badgeWidth = label.length * 7 + 10;
      drawn.badge.setAttribute('display', label === '' ? 'none' : 'inline');
      drawn.badgeText.textContent = label;
      drawn.badgeShape.setAttribute('width', String(badgeWidth));
      drawn.badgeShape.setAttribute('x', String(-badgeWidth / 2));
      drawn.label = label;
    }
    if (label !== '' && drawn.place !== place) {
      drawn.badge.setAttribute('transform', place);
      drawn.place = place;
    }
  };

  return {
    paint: (layout, widthPx, focus) => {
      for (const layer of [whole, leaving]) {
        const pool = pools.get(layer) ?? [];
        const lines = layout.lines.filter((line) => (line.away === undefined) === (layer === whole));
        for (const [at, line] of lines.entries()) {
          const drawn = pool[at] ?? create(layer);
          if (pool[at] === undefined) pool.push(drawn);
          paintLine(drawn, line, widthPx, focus);
        }
        for (const drawn of pool.splice(lines.length)) drawn.group.remove();
      }
    },
    lineOf: (event) => {
      const group = lineUnder(event);
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
