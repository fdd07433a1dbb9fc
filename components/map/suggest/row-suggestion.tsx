'use client';

import { lazy, Suspense } from 'react';
import type { FieldRef } from '../field-ref';
import type { Offer } from './offer-suggestions';
import type { SuggestionActions } from './use-suggestion-actions';

const SuggestionLine = lazy(() =>
  import('./suggestion-line').then((module) => ({ default: module.SuggestionLine })),
);

export type RowSuggestionProps = {
  offer: Offer;
  /** The field that is looked at; without it the line only explains. */
  field?: FieldRef;
  actions: SuggestionActions;
  onFocusField: (field: FieldRef) => void;
  onCandidates: (field: FieldRef) => void;
};

/** The suggestion of the active field, or of the line under the pointer, in the bar above the trees. */
export function RowSuggestion({ offer, field, actions, onFocusField, onCandidates }: RowSuggestionProps) {
  const { source, target } = offer.pair;
  // The pressed button goes with the suggestion.
  const leave = () => field && onFocusField(field);
  return (
    <Suspense>
      <SuggestionLine
        offer={offer}
        otherPath={field?.side === 'target' ? source : target}
        {...(field && {
          decide: {
            onAccept: () => {
              leave();
              actions.accept([offer]);
            },
            onReject: () => {
              leave();
              actions.reject(offer);
            },
            onMore: () => onCandidates(field),
          },
        })}
      />
    </Suspense>
  );
}
