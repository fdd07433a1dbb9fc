'use client';

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readJson } from '@/components/shell/read-json';
import { useExplored } from '@/components/wizard/use-explored';
import type { OnboardingId } from '@/lib/ids';
import { readSuggestionHistoryReply, readTargetReply } from '@/lib/wizard/replies';

/** What the target bar may ask for before it is saved. */
export type WantedTarget =
  | { kind: 'create' }
  | { kind: 'existing'; datasetId: string }
  | { kind: 'new-dataset'; schemaId: string };

export type MapReadsInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  draftVersion: number;
  exploredAtMs: number;
  canEdit: boolean;
};

// The schemas stay the same while people work on them: a new one would close their tree.
const forGood = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false };

/** What the mapping step asks the server for: the target, the sample, and what suggestions learn from. */
export function useMapReads(input: MapReadsInput) {
  const { onboardingId, resourcePath, canEdit } = input;
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<WantedTarget>();
  const target = useQuery(targetQuery(input, wanted));
  const sample = useExplored(onboardingId, resourcePath, {
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  const learned = useQuery({
    queryKey: ['suggestion-history', onboardingId],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/suggestion-history`, readSuggestionHistoryReply, signal),
    enabled: canEdit,
    retry: false,
    ...forGood,
  });
  // What cannot be read is left out: suggestions are also worked out from names alone.
  const isKnown = !sample.isPending && !learned.isPending;
  const suggestFrom = useMemo(
    () =>
      isKnown
        ? { statistics: sample.data?.statistics ?? [], history: learned.data ?? { own: [], team: [] } }
        : undefined,
    [isKnown, sample.data, learned.data],
  );
  return {
    target,
    sample,
    suggestFrom,
    /** Shows another target, and answers with it once it is read. */
    want: (choice: WantedTarget) => {
      setWanted(choice);
      return queries.fetchQuery(targetQuery(input, choice));
    },
  };
}

function targetQuery(
  { onboardingId, resourcePath, draftVersion, exploredAtMs }: MapReadsInput,
  wanted: WantedTarget | undefined,
) {
  return queryOptions({
    // The draft's version is part of it: who comes back must not find the target from before their last save.
    queryKey: ['target', onboardingId, resourcePath, draftVersion, exploredAtMs, wanted ?? null],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/target?${new URLSearchParams({ resourcePath, ...wanted })}`,
        readTargetReply,
        signal,
      ),
    ...forGood,
  });
}
