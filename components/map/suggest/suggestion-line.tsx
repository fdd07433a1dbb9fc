'use client';

import { Check, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { BandMark } from './band-mark';
import type { Offer } from './offer-suggestions';
import { SuggestionReason } from './suggestion-reason';

export type SuggestionLineProps = {
  offer: Offer;
  /** The end that is not the field in question. */
  otherPath: string;
  /** Left out while the line only explains what the pointer is on. */
  decide?: { onAccept: () => void; onReject: () => void; onMore: () => void };
};

/** The suggestion of one field with its reason: two short lines that fit where one line of words stood. */
export function SuggestionLine({ offer, otherPath, decide }: SuggestionLineProps) {
  return (
    <span data-testid="suggestion-line" className="flex min-w-64 flex-1 items-center gap-3">
      <span className="min-w-0 flex-1 leading-4">
        <span className="flex min-w-0 items-center gap-2">
          <span className="shrink-0 text-text-muted">Suggested</span>
          <bdi className="min-w-0 truncate font-mono text-xs" title={otherPath}>
            {otherPath}
          </bdi>
          <BandMark band={offer.band} />
        </span>
        <SuggestionReason offer={offer} isOneLine />
      </span>
      {decide && (
        <span className="flex shrink-0 gap-1.5">
          <Button
            size="small"
            icon={<Check aria-hidden size={14} />}
            aria-label={`Accept ${offer.pair.source} to ${offer.pair.target}`}
            aria-keyshortcuts="Shift+Enter"
            onPress={decide.onAccept}
          >
            Accept
          </Button>
          <Button
            size="small"
            variant="quiet"
            isIconOnly
            icon={<X aria-hidden size={14} />}
            aria-label={`Reject ${offer.pair.source} to ${offer.pair.target}`}
            aria-keyshortcuts="Shift+Delete"
            onPress={decide.onReject}
          />
          <Button size="small" variant="quiet" aria-keyshortcuts="Shift+Space" onPress={decide.onMore}>
            Others…
          </Button>
        </span>
      )}
    </span>
  );
}
