'use client';

import { useEffect, useState } from 'react';
import type { ValueStore } from './value-store';

/** The store's value once it has stayed for `restMs`: what only passes below the pointer renders nothing. */
export function useRestingValue<T>(store: ValueStore<T>, restMs: number): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setValue(() => store.get()), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, restMs]);
  return value;
}
