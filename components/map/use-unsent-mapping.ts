'use client';

import { useEffect, useRef, useState } from 'react';
import type { MappingState } from '@/lib/mapping/mapping';
import {
  createUnsentKey,
  findUnsent,
  forgetUnsent,
  isSameAsSaved,
  keepUnsent,
  type UnsentMapping,
} from './unsent-mapping';

/**
 * Keeps changes in this browser from the moment they are made until they are saved, and finds what a page before could
 * not save: a crash or a dead battery loses nothing. `name` stands for the mapping: its onboarding and resource path.
 */
export function useUnsentMapping(name: string, saved: MappingState, isEnabled: boolean) {
  const [found, setFound] = useState<UnsentMapping>();
  const ownKey = useRef<string>(undefined);
  const latest = useRef<MappingState>(undefined);
  const savedAtStart = useRef(saved);

  const keyOf = () => {
    ownKey.current ??= createUnsentKey(name);
    return ownKey.current;
  };

  useEffect(() => {
    if (!isEnabled) return;
    let isHere = true;
    findUnsent(name, ownKey.current ?? '').then(
      (unsent) => {
        if (!isHere) return;
        if (unsent && isSameAsSaved(unsent, savedAtStart.current)) forgetUnsent(unsent.key);
        else setFound(unsent);
      },
      // The reader could not be fetched: what is kept stays kept, and the next page finds it.
      () => undefined,
    );
    // Another tab that is still open saves what it kept, and removes it then.
    const handleStorage = ({ key, newValue }: StorageEvent) => {
      if (newValue === null) setFound((last) => (last?.key === key ? undefined : last));
    };
    window.addEventListener('storage', handleStorage);
    return () => {
      isHere = false;
      window.removeEventListener('storage', handleStorage);
    };
  }, [name, isEnabled]);

  return {
    /** What a page before could not save. */
    found,
    /** The person has decided about `found`. */
    settle: () => {
      if (found) forgetUnsent(found.key);
      setFound(undefined);
    },
    /** Before each save. */
    keep: (state: MappingState, version: number) => {
      latest.current = state;
      keepUnsent(keyOf(), version, state);
    },
    /** After a save that went through; what changed meanwhile stays kept. */
    confirm: (state: MappingState) => {
      if (latest.current === state) forgetUnsent(keyOf());
    },
  };
}
