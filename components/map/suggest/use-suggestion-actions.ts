'use client';

import { useAnnounce } from '@/components/ui/live-region';
import type { Gestures } from '../use-gestures';
import type { MappingModel } from '../use-mapping-model';
import type { Offer } from './offer-suggestions';

/** What can be done with suggestions; each is one step that undo takes back. */
export function useSuggestionActions(model: MappingModel, gestures: Gestures) {
  const announce = useAnnounce();
  const say = (text: string) => {
    gestures.setNotice({ tone: 'positive', text });
    announce(text);
  };
  return {
    accept: (offers: readonly Offer[]) => {
      gestures.clearPick();
      const hasChanged = model.run({ type: 'accept-suggestions', pairs: offers.map(({ pair }) => pair) });
      const [only] = offers;
      if (!hasChanged) say('These fields are mapped already.');
      else if (offers.length === 1 && only) say(`Mapped ${only.pair.source} to ${only.pair.target}.`);
      else say(`${offers.length} suggestions accepted. One undo takes all of them back.`);
    },
    reject: ({ pair }: Offer) => {
      gestures.clearPick();
      model.run({ type: 'reject-suggestion', pair });
      say(`${pair.target} is not suggested for ${pair.source} again. Undo brings it back.`);
    },
    /** A choice of one's own among several: it may take the place of what filled the target. */
    choose: ({ pair }: Offer) => {
      gestures.clearPick();
      model.run({
        type: 'connect',
        mapping:
          pair.expression === undefined
            ? { kind: 'attribute', source: pair.source, target: pair.target }
            : { kind: 'expression', source: pair.expression, target: pair.target },
      });
      say(`Mapped ${pair.source} to ${pair.target}.`);
    },
    forgetRejections: () => {
      model.run({ type: 'forget-rejections' });
      say('Rejected suggestions may come back.');
    },
  };
}

export type SuggestionActions = ReturnType<typeof useSuggestionActions>;
