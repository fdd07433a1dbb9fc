'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { Spinner } from '@/components/ui/spinner';

/** Outside React state on purpose: a save changes it in the middle of a handler, and nothing on screen depends on it. */
class VersionHolder {
  current = 0;
}

const DraftVersionContext = createContext<VersionHolder>(new VersionHolder());

/** Remembers the newest version of the draft that this tab knows, across the steps. */
export function DraftVersionProvider({ children }: { children: ReactNode }) {
  const [holder] = useState(() => new VersionHolder());
  return <DraftVersionContext value={holder}>{children}</DraftVersionContext>;
}

/** The version the next save is based on. */
export function useDraftVersion(): VersionHolder {
  return use(DraftVersionContext);
}

/** Writes down what a save answered. */
export function advanceVersion(holder: VersionHolder, version: number): void {
  holder.current = Math.max(holder.current, version);
}

/**
 * Shows a step only with the newest draft: the browser's back button can bring back a page made before the last save,
 * and saving from there would undo it.
 */
export function FreshDraft({ version, children }: { version: number; children: ReactNode }) {
  const holder = useDraftVersion();
  const router = useRouter();
  const [accepted, setAccepted] = useState(0);
  useEffect(() => {
    if (version < holder.current) router.refresh();
    else {
      advanceVersion(holder, version);
      setAccepted(version);
    }
  }, [holder, router, version]);
  // Before the effect has compared versions the page stands as the server sent it.
  const isOutdated = accepted !== 0 && version < accepted;
  return isOutdated ? <Spinner label="Reading the newest draft" /> : children;
}
