'use client';

import { type CSSProperties, useSyncExternalStore } from 'react';

const storageKey = 'tributary.map.source-share';
const changed = 'tributary:map-share';

/** Bounds in percent of what both panes have together. */
export const leastShare = 20;
export const greatestShare = 80;
const usual = 50;

function read(): number {
  try {
    const stored = Number(window.localStorage.getItem(storageKey) ?? usual);
    return Number.isFinite(stored) && stored > 0 ? clamp(stored) : usual;
  } catch {
    // Storage may be forbidden; the panes are equal then.
    return usual;
  }
}

function clamp(share: number): number {
  return Math.round(Math.min(greatestShare, Math.max(leastShare, share)));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

function write(share: number): void {
  try {
    window.localStorage.setItem(storageKey, String(clamp(share)));
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
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
  const share = useSyncExternalStore(subscribe, read, () => usual);
  const columns = { '--source-share': `${share}fr`, '--target-share': `${100 - share}fr` };
  return { share, setShare: write, columns };
}
