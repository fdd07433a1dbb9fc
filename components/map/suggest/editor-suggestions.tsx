'use client';

import { lazy, Suspense } from 'react';
import type { FieldRef } from '../field-ref';
import type { MappingModel } from '../use-mapping-model';
import type { Offer } from './offer-suggestions';
import type { SuggestionActions } from './use-suggestion-actions';
import type { Suggestions } from './use-suggestions';

// Nobody waits for suggestions: their screens come with them, not with the page.
const SuggestionBar = lazy(() =>
  import('./suggestion-bar').then((module) => ({ default: module.SuggestionBar })),
);
const CandidatePopover = lazy(() =>
  import('./candidate-popover').then((module) => ({ default: module.CandidatePopover })),
);

export type EditorSuggestionsProps = {
  model: MappingModel;
  suggestions: Suggestions;
  actions: SuggestionActions;
  hasBar: boolean;
  /** The field whose candidates are on show. */
  choosing: FieldRef | undefined;
  rowOf: (field: FieldRef) => Element | null;
  /** Brings both fields into view. */
  onShow: (offer: Offer) => void;
  onAcceptLikely: () => void;
  onHide: () => void;
  onCloseCandidates: () => void;
};

/** What suggestions add below the views of the editor: their bar, and the choice for one field. */
export function EditorSuggestions(props: EditorSuggestionsProps) {
  const { model, suggestions, actions, choosing, rowOf } = props;
  return (
    <>
      {props.hasBar && suggestions.offers.length > 0 && (
        <Suspense>
          <SuggestionBar
            suggestions={suggestions}
            actions={actions}
            onShow={props.onShow}
            onAcceptLikely={props.onAcceptLikely}
            onHide={props.onHide}
          />
        </Suspense>
      )}
      {choosing && (
        <Suspense>
          <CandidatePopover
            field={choosing}
            model={model}
            suggestions={suggestions}
            rowOf={rowOf}
            onChoose={actions.choose}
            onClose={props.onCloseCandidates}
          />
        </Suspense>
      )}
    </>
  );
}
