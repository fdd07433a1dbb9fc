import { describe, expect, it } from 'vitest';
import { lineNear } from './line-shape';

const widthPx = 176;

/** Points of the drawn curve, worked out from its four control points. */
function pointsOf({ y1, y2 }: { y1: number; y2: number }): { x: number; y: number }[] {
  const bend = 79;
  return Array.from({ length: 101 }, (_, at) => {
    const t = at / 100;
    const weigh = (a: number, b: number, c: number, d: number) =>
      a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;
    return { x: weigh(0, bend, widthPx - bend, widthPx), y: weigh(y1, y1, y2, y2) };
  });
}

describe('the line near a point', () => {
  it('is the one that runs through it, wherever along it and however steep', () => {
    const lines = [
      { y1: 15, y2: 15 },
      { y1: 45, y2: 600 },
      { y1: 585, y2: 75 },
    ];
    for (const line of lines) {
      const found = pointsOf(line).map(({ x, y }) => lineNear([line], widthPx, x, y));
      expect(new Set(found)).toEqual(new Set([line]));
    }
  });

  it('is none beyond 6 pixels, and the nearest of several', () => {
    const upper = { y1: 15, y2: 15 };
    const lower = { y1: 25, y2: 25 };
    const at = (y: number) => lineNear([upper, lower], widthPx, 90, y);
    expect([at(8), at(10), at(19), at(21), at(30), at(32)]).toEqual([
      undefined,
      upper,
      upper,
      lower,
      lower,
      undefined,
    ]);
  });

  it('is measured across a steep line, not from above it', () => {
    const steep = { y1: 0, y2: 600 };
    const [x, y] = [88, 300];
    expect([lineNear([steep], widthPx, x, y + 20), lineNear([steep], widthPx, x + 20, y)]).toEqual([
      steep,
      undefined,
    ]);
  });
});
