'use client';

import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useLazyModule } from '@/components/ui/use-lazy-module';
import type { Offer } from './offer-suggestions';
import type { SuggestionActions } from './use-suggestion-actions';
import type { Suggestions } from './use-suggestions';

const loadReview = () => import('./review-line');

export type SuggestionBarProps = {
  suggestions: Suggestions;
  actions: SuggestionActions;
  /** Brings both fields into view. */
  onShow: (offer: Offer) => void;
  onAcceptLikely: () => void;
  onHide: () => void;
};

/** What is suggested, in one line at the foot of the editor, where coming and going it moves no row. */
export function SuggestionBar({ suggestions, actions, onShow, onAcceptLikely, onHide }: SuggestionBarProps) {
  const { offers, likely, isStale } = suggestions;
  const [isReviewing, setReviewing] = useState(false);
  const { module: review, hasFailed, retry } = useLazyModule(loadReview, isReviewing);
  if (offers.length === 0) return null;
  const possible = offers.length - likely.length;
  const parts = [
    likely.length > 0 && `${format(likely.length)} likely`,
    possible > 0 && `${format(possible)} possible`,
  ].filter((part) => part !== false);

  return (
    <section
      aria-label="Suggestions"
      data-testid="suggestion-bar"
      data-stale={isStale ? '' : undefined}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface-sunken px-3 py-1.5 text-sm"
    >
      <Sparkles aria-hidden size={16} className="shrink-0 text-accent" />
      {isReviewing && review ? (
        <review.ReviewLine
          offers={offers}
          actions={actions}
          onShow={onShow}
          onClose={() => setReviewing(false)}
        />
      ) : (
        <>
          <span className="tabular min-w-0">
            {offers.length === 1 ? '1 suggestion' : `${format(offers.length)} suggestions`}
            <span className="text-text-muted">
              : {parts.join(', ')}
              {isStale && <span className="ms-2">Updating</span>}
            </span>
          </span>
          <span className="ms-auto flex flex-wrap gap-1.5">
            {likely.length > 0 && (
              <Button size="small" onPress={onAcceptLikely}>
                Accept {format(likely.length)} likely
              </Button>
            )}
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                if (hasFailed) retry();
                setReviewing(true);
                if (offers[0]) onShow(offers[0]);
              }}
            >
              Review one by one
            </Button>
            <Button size="small" variant="quiet" aria-label="Hide suggestions" onPress={onHide}>
              Hide
            </Button>
          </span>
        </>
      )}
    </section>
  );
}

function format(count: number): string {
  return count.toLocaleString('en');
}
