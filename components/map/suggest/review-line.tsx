'use client';

import { ArrowRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { KeyboardKey } from '@/components/ui/keyboard-key';
import { useAnnounce } from '@/components/ui/live-region';
import { bandNames } from '@/lib/mapping/band-names';
import { BandMark } from './band-mark';
import type { Offer } from './offer-suggestions';
import { SuggestionReason } from './suggestion-reason';
import type { SuggestionActions } from './use-suggestion-actions';

export type ReviewLineProps = {
  offers: readonly Offer[];
  actions: SuggestionActions;
  onShow: (offer: Offer) => void;
  onClose: () => void;
};

/** Walks through the suggestions: A accepts, R rejects, S skips, Escape leaves. */
export function ReviewLine({ offers, actions, onShow, onClose }: ReviewLineProps) {
  const announce = useAnnounce();
  const region = useRef<HTMLFieldSetElement>(null);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const left = offers.filter(({ key }) => !skipped.has(key));
  const [offer] = left;
  const spoken = offer
    ? `${offer.pair.source} to ${offer.pair.target}, ${bandNames[offer.band]}. ${offer.reason}`
    : 'That was the last suggestion.';
  const next = useRef(offer);

  useEffect(() => {
    next.current = offer;
  });
  useEffect(() => focusInPlace(region.current), []);
  useEffect(() => announce(spoken), [announce, spoken]);

  const decide = {
    a: () => offer && then(() => actions.accept([offer])),
    r: () => offer && then(() => actions.reject(offer)),
    s: () => offer && then(() => setSkipped(new Set([...skipped, offer.key]))),
    escape: onClose,
  };
  // What comes next is known after the page has drawn what was decided.
  const then = (act: () => void) => {
    // The pressed button may go with its suggestion.
    focusInPlace(region.current);
    act();
    setTimeout(() => next.current && onShow(next.current), 0);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = decide[event.key.toLowerCase() as keyof typeof decide];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <fieldset
      ref={region}
      tabIndex={-1}
      onKeyDown={handleKey}
      className="focus-ring flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 rounded-sm"
    >
      <legend className="sr-only">Review of suggestions</legend>
      {offer ? (
        <span className="min-w-64 flex-1 leading-4">
          <span className="flex min-w-0 items-center gap-1.5 font-mono text-xs">
            <bdi className="min-w-0 truncate">{offer.pair.source}</bdi>
            <ArrowRight aria-label="to" size={12} className="shrink-0 rtl:-scale-x-100" />
            <bdi className="min-w-0 truncate">{offer.pair.target}</bdi>
            <span className="ms-1.5 font-sans">
              <BandMark band={offer.band} />
            </span>
          </span>
          <SuggestionReason offer={offer} isOneLine />
        </span>
      ) : (
        <span className="flex-1">That was the last suggestion.</span>
      )}
      <span className="ms-auto flex flex-wrap items-center gap-1.5">
        {offer && (
          <>
            <span className="tabular text-text-muted">{left.length} left</span>
            <Button size="small" aria-keyshortcuts="A" onPress={decide.a}>
              Accept <KeyboardKey>A</KeyboardKey>
            </Button>
            <Button size="small" aria-keyshortcuts="R" onPress={decide.r}>
              Reject <KeyboardKey>R</KeyboardKey>
            </Button>
            <Button size="small" aria-keyshortcuts="S" onPress={decide.s}>
              Skip <KeyboardKey>S</KeyboardKey>
            </Button>
          </>
        )}
        <Button size="small" variant="quiet" onPress={onClose}>
          {offer ? 'Stop' : 'Close'} <KeyboardKey>Esc</KeyboardKey>
        </Button>
      </span>
    </fieldset>
  );
}

// In view already: the room that a focus asks for around it would move the page.
function focusInPlace(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
}
