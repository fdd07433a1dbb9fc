'use client';

import { useSyncExternalStore } from 'react';

// Tailwind's `sm`: below it two trees side by side have no room.
const query = '(max-width: 639.98px)';

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** Whether the window is a phone's; false on the server. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
