import clsx from 'clsx';
import { bandNames } from '@/lib/mapping/band-names';
import type { SuggestionBand } from '@/lib/mapping/mapping';

const filled: Readonly<Record<SuggestionBand, number>> = { high: 3, medium: 2, low: 1 };

/** How sure a suggestion is: a word, and as many dots as it deserves. */
export function BandMark({ band }: { band: SuggestionBand }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-xs font-medium whitespace-nowrap text-text-muted">
      <span aria-hidden className="inline-flex gap-0.5">
        {[1, 2, 3].map((dot) => (
          <span
            key={dot}
            className={clsx(
              'size-1.5 rounded-full border border-accent forced-color-adjust-none forced-colors:border-[CanvasText]',
              dot <= filled[band] && 'bg-accent forced-colors:bg-[CanvasText]',
            )}
          />
        ))}
      </span>
      {bandNames[band]}
    </span>
  );
}
