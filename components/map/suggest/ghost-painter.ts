import type { Offer } from './offer-suggestions';

const svgNamespace = 'http://www.w3.org/2000/svg';
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
    const group = document.createElementNS(svgNamespace, 'g');
    const hit = document.createElementNS(svgNamespace, 'path');
    const path = document.createElementNS(svgNamespace, 'path');
    const chip = document.createElementNS(svgNamespace, 'g');
    const shape = document.createElementNS(svgNamespace, 'rect');
    const text = document.createElementNS(svgNamespace, 'text');
    hit.dataset.part = 'hit';
    path.dataset.part = 'ghost';
    chip.dataset.part = 'chip';
    shape.setAttribute('width', String(chipWidth));
    shape.setAttribute('height', '20');
    shape.setAttribute('x', String(-chipWidth / 2));
    shape.setAttribute('y', '-10');
    shape.setAttribute('rx', '10');
    text.setAttribute('text-anchor', 'middle');
    text.setAttribute('dy', '0.35em');
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
        const bend = Math.max(widthPx * 0.45, 24);
        const shape = `M0 ${y1}C${bend} ${y1} ${widthPx - bend} ${y2} ${widthPx} ${y2}`;
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
      if (!(event.target instanceof Element)) return undefined;
      const group = event.target.closest('g[data-look]');
      return group ? drawnOf.get(group)?.offer : undefined;
    },
  };
}
