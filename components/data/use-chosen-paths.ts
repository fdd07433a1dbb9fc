'use client';

import { useState } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { useFormHistory } from '@/components/wizard/use-form-history';
import type { PathSummary } from '@/lib/wizard/path-summary';

/**
 * Which resource paths are chosen, with undo, and which of them is on show. Taking one out that somebody worked on is
 * asked for first; `saved` and `worked` are as the page was loaded.
 */
export function useChosenPaths({
  order,
  saved,
  worked,
  onChange,
}: {
  /** Every path there is, as the source lists them. */
  order: readonly string[];
  saved: readonly string[];
  worked: readonly PathSummary[];
  onChange: (paths: readonly string[]) => void;
}) {
  const announce = useAnnounce();
  const { form: selected, change } = useFormHistory<readonly string[]>(saved, onChange);
  const [wanted, setWanted] = useState<string>();
  const [asked, setAsked] = useState<PathSummary>();
  const [lastOut, setLastOut] = useState<PathSummary>();

  const inOrder = (paths: readonly string[]) => order.filter((path) => paths.includes(path));
  const shown = wanted !== undefined && selected.includes(wanted) ? wanted : selected[0];
  const choose = (paths: readonly string[]) => {
    const added = paths.find((path) => !selected.includes(path));
    const removed = selected.find((path) => !paths.includes(path));
    const work = worked.find(({ resourcePath }) => resourcePath === removed);
    if (work) return setAsked(work);
    if (added !== undefined) setWanted(added);
    change(inOrder(paths));
  };
  const answer = (takeOut: boolean) => {
    if (takeOut && asked) {
      change(selected.filter((path) => path !== asked.resourcePath));
      setLastOut(asked);
      announce(`${asked.title} is taken out. Undo is at the top of the page.`);
    }
    setAsked(undefined);
  };
  const takenOut = lastOut && !selected.includes(lastOut.resourcePath) ? lastOut : undefined;
  const bringBack = () => {
    if (!takenOut) return;
    setWanted(takenOut.resourcePath);
    change(inOrder([...selected, takenOut.resourcePath]));
    announce(`${takenOut.title} is back with everything that was mapped.`);
  };
  return { selected, shown, show: setWanted, choose, asked, answer, takenOut, bringBack };
}
