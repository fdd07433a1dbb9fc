'use client';

import { useDeferredValue } from 'react';
import type { FieldRef } from './field-ref';
import type { Offer } from './suggest/offer-suggestions';
import type { Suggestions } from './suggest/use-suggestions';
import type { ActiveFields, EditorTrees } from './use-editor-trees';
import type { Gestures } from './use-gestures';

export type ActiveField = {
  /** The active field of each side. */
  told: ActiveFields;
  field: FieldRef;
  mappingIds: readonly string[];
  /** What is suggested for it, unless a field of its side is picked up. */
  offer: Offer | undefined;
};

/** What is told about the active field: a moment later than the field itself, which comes first. */
export function useActiveField(
  trees: EditorTrees,
  gestures: Gestures,
  suggestions: Suggestions | undefined,
): ActiveField {
  const told = useDeferredValue(trees.active);
  const { picked } = gestures;
  const field: FieldRef = { side: told.side, id: told[told.side] };
  const isBesidePicked = picked?.side === field.side && picked.id !== field.id;
  return {
    told,
    field,
    mappingIds: gestures.linksOf(field),
    offer: isBesidePicked ? undefined : suggestions?.offerOf(field),
  };
}
