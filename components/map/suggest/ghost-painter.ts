import { createSvg, curveAcross } from '../line-shape';
import type { Offer } from './offer-suggestions';

const chipWidth = 56;

/** A suggestion between two rows in view, in pixels from the top of the gap. */
export type GhostLine = { offer: Offer; y1: number; y2: number; isFocused: boolean; isStale: boolean };

export type GhostPainter = {
  /** Draws the lines; writes only what differs from the last time. */
  paint: (lines: readonly GhostLine[], widthPx: number) => void;
  /** The suggestion under a pointer event, if any. */
  offerOf: (event: Event) => Offer | undefined;
};

type Drawn = {
  group: SVGGElement;
  hit: SVGPathElement;
  path: SVGPathElement;
  chip: SVGGElement;
  offer: Offer | undefined;
  shape: string;
  look: string;
};

/** Draws dashed lines into an SVG element by hand, like the lines of mappings; elements are reused. */
export function createGhostPainter(layer: SVGSVGElement): GhostPainter {
  const pool: Drawn[] = [];
  const drawnOf = new WeakMap<Element, Drawn>();

  const create = (): Drawn => {
    const group = createSvg('g');
    const hit = createSvg('path', { 'data-part': 'hit' });
    const path = createSvg('path', { 'data-part': 'ghost' });
    const chip = createSvg('g', { 'data-part': 'chip' });
    const shape = createSvg('rect', { width: chipWidth, height: 20, x: -chipWidth / 2, y: -10, rx: 10 });
    const text = createSvg('text', { 'text-anchor': 'middle', dy: '0.35em' });
    text.textContent = 'Accept';
    chip.append(shape, text);
    group.append(hit, path, chip);
    layer.append(group);
    const drawn: Drawn = { group, hit, path, chip, offer: undefined, shape: '', look: '' };
    drawnOf.set(group, drawn);
    return drawn;
  };

  return {
    paint: (lines, widthPx) => {
      for (const [at, { offer, y1, y2, isFocused, isStale }] of lines.entries()) {
        const drawn = pool[at] ?? create();
        if (pool[at] === undefined) pool.push(drawn);
        drawn.offer = offer;
        const shape = curveAcross(y1, y2, widthPx);
        const look = `${offer.band}${isFocused ? ' focused' : ''}${isStale ? ' stale' : ''}`;
        if (drawn.shape !== shape) {
          drawn.hit.setAttribute('d', shape);
          drawn.path.setAttribute('d', shape);
          drawn.chip.setAttribute('transform', `translate(${widthPx / 2} ${(y1 + y2) / 2})`);
          drawn.shape = shape;
        }
        if (drawn.look !== look) {
          drawn.group.dataset.look = look;
          drawn.look = look;
        }
      }
      for (const drawn of pool.splice(lines.length)) drawn.group.remove();
    },
    offerOf: (event) => {
      const group = lineUnder(event);
      return group ? drawnOf.get(group)?.offer : undefined;
    },
  };
}

/** The suggestion under a pointer event; each is a group marked with its look. */
function lineUnder(event: Event): Element | undefined {
  return event.target instanceof Element ? (event.target.closest('g[data-look]') ?? undefined) : undefined;
}
