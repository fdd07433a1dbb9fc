'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { SuggestedPair } from '@/lib/mapping/mapping';
import type { FieldStatistics } from '@/lib/schema/statistics';
import type { SourceSuggestions } from '@/lib/suggest/suggestion';
import type { SuggestionHistory } from '@/lib/suggestion-history/suggestion-history';
import type { FieldRef } from '../field-ref';
import type { MappingModel } from '../use-mapping-model';
import type { Question, SuggestionSource } from './ask-worker';
import {
  candidatesFor,
  mergeHistory,
  type Offer,
  type OfferInput,
  offerSuggestions,
} from './offer-suggestions';

/** What suggestions are worked out from, besides the two schemas and the mappings. */
export type SuggestionData = {
  statistics: readonly (readonly [path: string, statistics: FieldStatistics])[];
  history: SuggestionHistory;
};

type Answer = { question: Question; results: readonly SourceSuggestions[] };

const nothingRejected: readonly SuggestedPair[] = [];
const noOffers: Offer[] = [];
const shown = 7;
// Several mappings in a row are one change.
const settledMs = 250;

/**
 * Suggestions for the fields that are open, worked out in a worker while the page is idle. An answer stays, marked as
 * stale, until the one for changed inputs is there; `data` undefined means not to ask at all.
 */
export function useSuggestions(model: MappingModel, data: SuggestionData | undefined) {
  const { sourceTree, targetTree, tenantRoot, state, coverage, marks } = model;
  const { mappings, rejectedSuggestions: rejected = nothingRejected } = state;
  const [answer, setAnswer] = useState<Answer>();
  const [hasFailed, setFailed] = useState(false);
  const source = useRef<SuggestionSource>(undefined);
  const hasAnswer = useRef(false);

  const history = useMemo(() => data && mergeHistory(data.history), [data]);
  const question = useMemo<Question | undefined>(
    () =>
      data && {
        sourceTree,
        targetTree,
        statistics: new Map(data.statistics),
        history: history ?? [],
        rejected,
        takenTargets: mappings.map(({ target }) => target),
        mappedSources: mappings.flatMap(({ kind, source: path }) => (kind === 'attribute' ? [path] : [])),
      },
    [data, history, sourceTree, targetTree, mappings, rejected],
  );

  useEffect(() => {
    if (!question) return;
    const stopping = new AbortController();
    const ask = async () => {
      try {
        const { startSuggestionSource } = await import('./ask-worker');
        if (stopping.signal.aborted) return;
        source.current ??= startSuggestionSource();
        const results = await source.current.ask(question, stopping.signal);
        hasAnswer.current = true;
        setAnswer({ question, results });
        setFailed(false);
      } catch {
        // Mapping works without; who asks for candidates is told.
        if (!stopping.signal.aborted) setFailed(true);
      }
    };
    const cancel = hasAnswer.current ? after(settledMs, ask) : whenIdle(ask);
    return () => {
      cancel();
      stopping.abort(new DOMException('Other inputs', 'AbortError'));
    };
  }, [question]);

  useEffect(
    () => () => {
      source.current?.stop();
      source.current = undefined;
    },
    [],
  );

  const input = useMemo<OfferInput | undefined>(
    () =>
      answer && {
        results: answer.results,
        sourceTree,
        targetTree,
        tenantRoot,
        rejected,
        history: history ?? [],
      },
    [answer, sourceTree, targetTree, tenantRoot, rejected, history],
  );
  const offers = useMemo(
    () =>
      input
        ? offerSuggestions({
            ...input,
            openSources: coverage.unusedSources,
            isTargetOpen: (id) => !marks.target.has(id),
          })
        : noOffers,
    [input, coverage, marks],
  );

  const byEnd = useMemo(
    () => ({
      source: new Map(offers.map((offer) => [offer.sourceId, offer])),
      target: new Map(offers.map((offer) => [offer.targetId, offer])),
    }),
    [offers],
  );

  return {
    offers,
    likely: offers.filter(({ band }) => band === 'high'),
    /** Worked out from inputs that have changed since. */
    isStale: answer !== undefined && answer.question !== question,
    state: hasFailed ? 'failed' : answer ? 'ready' : data ? 'working' : 'off',
    /** The offer that begins or ends at a field. */
    offerOf: ({ side, id }: FieldRef): Offer | undefined => byEnd[side].get(id),
    /** Up to seven choices for a field; none for one that is left out on purpose. */
    candidates: (field: FieldRef): Offer[] =>
      !input || marks[field.side].get(field.id)?.link === 'left-out'
        ? noOffers
        : candidatesFor(input, field, shown).filter(
            ({ sourceId }) => marks.source.get(sourceId)?.link !== 'left-out',
          ),
  } as const;
}

export type Suggestions = ReturnType<typeof useSuggestions>;

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function whenIdle(run: () => void): () => void {
  // Safari has none.
  if (typeof requestIdleCallback === 'undefined') return after(settledMs, run);
  const request = requestIdleCallback(run, { timeout: 1_000 });
  return () => cancelIdleCallback(request);
}
