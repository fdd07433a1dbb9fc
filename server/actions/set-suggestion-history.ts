'use server';

import { setSuggestionHistoryInput } from '@/lib/suggestion-history/inputs';
import { action } from '@/server/action';
import { setSuggestionHistory as setSuggestionHistoryUseCase } from '@/server/suggestions/suggestion-history';

/** Switches the history of the person who asks on or off. */
export const setSuggestionHistory = action(
  { name: 'set-suggestion-history', permission: 'onboarding.view', input: setSuggestionHistoryInput },
  async (input, ctx) => setSuggestionHistoryUseCase(ctx, input),
);
