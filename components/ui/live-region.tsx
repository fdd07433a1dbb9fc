'use client';

import { createContext, type ReactNode, use, useCallback, useState } from 'react';

type Announce = (message: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Holds the two live regions of the page; once, in the root layout. */
export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState({ text: '', turn: 0 });
  const [assertive, setAssertive] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const say = urgency === 'polite' ? setPolite : setAssertive;
    say((last) => ({ text, turn: last.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* The attribute keeps them audible while a modal dialog hides everything else. */}
      <div className="sr-only" role="status" aria-live="polite" data-live-announcer="true">
        {/* A new key makes a repeated message a change, which is what screen readers listen for. */}
        <span key={polite.turn}>{polite.text}</span>
      </div>
      <div className="sr-only" role="alert" aria-live="assertive" data-live-announcer="true">
        <span key={assertive.turn}>{assertive.text}</span>
      </div>
    </AnnounceContext>
  );
}

/** `announce('Mapped 3 fields')` is spoken; `'assertive'` interrupts and is for refusals. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
