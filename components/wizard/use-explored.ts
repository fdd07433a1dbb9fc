'use client';

import { useQuery } from '@tanstack/react-query';
import { readJson } from '@/components/shell/read-json';
import type { OnboardingId } from '@/lib/ids';
import { readExploredReply } from '@/lib/wizard/replies';

export type ExploredAge = {
  /** What was read so long ago is good enough. */
  staleTime: number;
  /** Reads again what is older when somebody comes back to the page; yes when left out. */
  refetchOnWindowFocus?: boolean;
};

/** The fields of one resource path and a sample of its records, as the source gives them; read once for all steps. */
export function useExplored(onboardingId: OnboardingId, resourcePath: string, age: ExploredAge) {
  return useQuery({
    queryKey: ['explore', onboardingId, resourcePath],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/explore?${new URLSearchParams({ resourcePath })}`,
        readExploredReply,
        signal,
      ),
    ...age,
  });
}
