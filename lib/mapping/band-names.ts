import type { SuggestionBand } from './mapping';

/** How sure a suggestion is, in the word that screens use. */
export const bandNames: Readonly<Record<SuggestionBand, string>> = {
  high: 'Likely',
  medium: 'Possible',
  low: 'Unlikely',
};
