'use client';

import { useSyncExternalStore } from 'react';

const storageKey = 'tributary.map.plain-expressions';
const changed = 'tributary:plain-expressions';

function read(): boolean {
  try {
    return window.localStorage.getItem(storageKey) === 'yes';
  } catch {
    // Storage may be forbidden: the code editor it is.
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function write(isPlain: boolean): void {
  try {
    if (isPlain) window.localStorage.setItem(storageKey, 'yes');
    else window.localStorage.removeItem(storageKey);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}

/** Whether this person writes expressions in an ordinary text box; remembered in the browser. */
export function useInputKind(): { isPlain: boolean; setPlain: (isPlain: boolean) => void } {
  const isPlain = useSyncExternalStore(subscribe, read, () => false);
  return { isPlain, setPlain: write };
}
