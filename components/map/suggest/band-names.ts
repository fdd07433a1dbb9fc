import type { SuggestionBand } from '@/lib/mapping/mapping';

/** How sure a suggestion is, in a word. */
export const bandNames: Readonly<Record<SuggestionBand, string>> = {
  high: 'Likely',
  medium: 'Possible',
  low: 'Unlikely',
};
