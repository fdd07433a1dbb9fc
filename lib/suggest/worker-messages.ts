import type { SourceSuggestions, SuggestInput } from './suggestion';

/** To the worker. Each question has an id of its own; a new one does not stop an older one. */
export type SuggestRequest =
  | { readonly type: 'suggest'; readonly id: number; readonly input: SuggestInput }
  | { readonly type: 'cancel'; readonly id: number };

/** From the worker; the last three end a question. */
export type SuggestAnswer =
  | { readonly type: 'progress'; readonly id: number; readonly progress: number }
  | { readonly type: 'done'; readonly id: number; readonly results: readonly SourceSuggestions[] }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
