'use client';

import type { CSSProperties } from 'react';
import { createDeviceSetting } from './device-setting';

/** Bounds in percent of what both panes have together. */
export const leastShare = 20;
export const greatestShare = 80;
const usual = 50;

const sourceShare = createDeviceSetting('source-share', (stored) => {
  const share = Number(stored ?? usual);
  return Number.isFinite(share) && share > 0 ? clamp(share) : usual;
});

function clamp(share: number): number {
  return Math.round(Math.min(greatestShare, Math.max(leastShare, share)));
}

export type PaneShare = {
  /** Percent of the panes' common width that the source has. */
  share: number;
  setShare: (share: number) => void;
  /** The widths as `--source-share` and `--target-share`, in fractions of a grid. */
  columns: CSSProperties & Record<'--source-share' | '--target-share', string>;
};

/** How wide the panes are; remembered for this person on this device. */
export function usePaneShare(): PaneShare {
  const share = sourceShare.useValue();
  const columns = { '--source-share': `${share}fr`, '--target-share': `${100 - share}fr` };
  return { share, setShare: (wanted) => sourceShare.write(clamp(wanted)), columns };
}
