'use client';

import { ArrowRight, Check, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PathText } from '../path-text';
import { BandMark } from './band-mark';
import { SuggestionReason } from './suggestion-reason';
import type { SuggestionActions } from './use-suggestion-actions';
import type { Suggestions } from './use-suggestions';

const pageSize = 50;

/** Suggestions below the mappings of the table: what a ghost line says, in words. */
export function SuggestionList({
  suggestions: { offers },
  actions,
}: {
  suggestions: Suggestions;
  actions: SuggestionActions;
}) {
  const list = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(pageSize);
  if (offers.length === 0) return null;
  return (
    <section
      ref={list}
      aria-labelledby="suggested-rows"
      tabIndex={-1}
      className="border-t border-dashed border-line-strong outline-none"
    >
      <h2 id="suggested-rows" className="px-3 pt-3 pb-1 text-sm font-semibold">
        Suggested, not mapped yet
      </h2>
      <ul>
        {offers.slice(0, shown).map((offer) => {
          const { pair, band } = offer;
          const what = `${pair.source} to ${pair.target}`;
          // The pressed button goes with its row.
          const leave = () => list.current?.focus();
          return (
            <li
              key={offer.key}
              data-testid={`suggested-row:${pair.source}→${pair.target}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-dashed border-line px-3 py-1.5 text-sm text-text-muted"
            >
              <span className="min-w-64 flex-1">
                <span className="flex min-w-0 flex-wrap items-center gap-1.5">
                  <PathText path={pair.source} />
                  <ArrowRight aria-label="to" size={12} className="shrink-0 rtl:-scale-x-100" />
                  <PathText path={pair.target} />
                  <BandMark band={band} />
                </span>
                <SuggestionReason offer={offer} />
              </span>
              <Button
                size="small"
                icon={<Check aria-hidden size={14} />}
                aria-label={`Accept ${what}`}
                onPress={() => {
                  leave();
                  actions.accept([offer]);
                }}
              >
                Accept
              </Button>
              <Button
                size="small"
                variant="quiet"
                isIconOnly
                icon={<X aria-hidden size={14} />}
                aria-label={`Reject ${what}`}
                onPress={() => {
                  leave();
                  actions.reject(offer);
                }}
              />
            </li>
          );
        })}
      </ul>
      {offers.length > shown && (
        <div className="p-3">
          <Button isWide onPress={() => setShown(shown + pageSize)}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}
