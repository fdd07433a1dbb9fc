import type { Line, LineLayout } from './line-bundles';
import { createSvg, curveAcross } from './line-shape';

/** Mappings whose lines stand out, and whether all others step back. */
export type LineFocus = { mappingIds: ReadonlySet<string>; dimsOthers: boolean };

export type LinePainter = {
  /** Draws a layout; writes only what differs from the last one. */
  paint: (layout: LineLayout, widthPx: number, focus: LineFocus) => void;
};

/** Where lines are drawn, and above them the numbers of those that stand for several mappings. */
export type LineSurface = { lines: SVGSVGElement; badges: HTMLElement };

type Badge = { element: HTMLElement; look: string; label: string; place: string };

/**
 * Draws lines by hand onto two surfaces: one for whole lines, one (faded at its edges by CSS) for lines whose other end is
 * scrolled away. All lines of one look are one path: each element that changes costs style time, and when a folder
 * opens all lines below it change.
 */
export function createLinePainter(whole: LineSurface, leaving: LineSurface): LinePainter {
  const layers = [createLayer(whole), createLayer(leaving)] as const;
  return {
    paint: ({ lines }, widthPx, focus) => {
      for (const [at, layer] of layers.entries()) {
        const isLeaving = at === 1;
        layer.paint(
          lines.filter((line) => (line.away !== undefined) === isLeaving),
          widthPx,
          focus,
        );
      }
    },
  };
}

function createLayer(surface: LineSurface) {
  const paths = new Map<string, { path: SVGPathElement; shape: string }>();
  const badges = new Map<string, Badge>();

  const createPath = (look: string) => {
    const path = createSvg('path', { 'data-part': 'line', 'data-look': look });
    // What stands out lies on top of the rest.
    if (look.includes('focused')) surface.lines.append(path);
    else surface.lines.prepend(path);
    const drawn = { path, shape: '' };
    paths.set(look, drawn);
    return drawn;
  };

  const paintPaths = (shapes: ReadonlyMap<string, string>) => {
    for (const [look, { path }] of paths) {
      if (shapes.has(look)) continue;
      path.remove();
      paths.delete(look);
    }
    for (const [look, shape] of shapes) {
      const drawn = paths.get(look) ?? createPath(look);
      if (drawn.shape === shape) continue;
      drawn.path.setAttribute('d', shape);
      drawn.shape = shape;
    }
  };

  const paintBadge = (line: Line, look: string, widthPx: number) => {
    const badge = badges.get(line.key) ?? createBadge();
    if (!badges.has(line.key)) {
      badges.set(line.key, badge);
      surface.badges.append(badge.element);
    }
    const label = String(line.mappingIds.length);
    const { x, y } = badgePlace(line, widthPx);
    const place = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    // Writing an attribute costs style time even when the value is the same.
    if (badge.look !== look) badge.element.dataset.look = look;
    if (badge.place !== place) badge.element.style.transform = place;
    if (badge.label !== label) {
      badge.element.textContent = label;
      badge.element.style.width = `${label.length * 7 + 10}px`;
    }
    Object.assign(badge, { look, place, label });
  };

  const paint = (lines: readonly Line[], widthPx: number, focus: LineFocus) => {
    for (const part of [surface.lines, surface.badges]) part.toggleAttribute('data-dims', focus.dimsOthers);
    const shapes = new Map<string, string>();
    const labelled = new Set<string>();
    for (const line of lines) {
      const isFocused = focus.mappingIds.size > 0 && line.mappingIds.some((id) => focus.mappingIds.has(id));
      const look = `${line.tone}${line.isFolded ? ' folded' : ''}${isFocused ? ' focused' : ''}`;
      shapes.set(look, (shapes.get(look) ?? '') + curveAcross(line.y1, line.y2, widthPx));
      if (line.mappingIds.length === 1) continue;
      labelled.add(line.key);
      paintBadge(line, look, widthPx);
    }
    paintPaths(shapes);
    for (const [key, { element }] of badges) {
      if (labelled.has(key)) continue;
      element.remove();
      badges.delete(key);
    }
  };
  return { paint };
}

// Not of SVG, whose texts take several times as long to lay out.
function createBadge(): Badge {
  const element = document.createElement('span');
  element.dataset.part = 'badge';
  return { element, look: '', label: '', place: '' };
}

// Beside the end that stays, where a clamped line would otherwise lose its number in the fade.
function badgePlace(line: Line, width: number): { x: number; y: number } {
  if (line.away?.side === 'right') return { x: 22, y: line.y1 };
  if (line.away?.side === 'left') return { x: width - 22, y: line.y2 };
  return { x: width / 2, y: (line.y1 + line.y2) / 2 };
}
