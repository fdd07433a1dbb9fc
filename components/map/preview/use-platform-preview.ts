'use client';

import { useQuery } from '@tanstack/react-query';
import { readJson } from '@/components/shell/read-json';
import type { OnboardingId } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { type PreviewReply, readPreviewReply } from '@/lib/wizard/replies';

/** The platform's answer, with the rows it was about. */
type Checked = PreviewReply & { mappings: readonly FieldMapping[] };

export type PlatformPreview = {
  data: Checked | undefined;
  error: unknown;
  isFetching: boolean;
  /** Mappings have changed since. */
  isStale: boolean;
  run: () => void;
};

/** Asks the platform what it makes of the sample with the saved mappings; `flush` saves what is not saved yet. */
export function usePlatformPreview(
  onboardingId: OnboardingId,
  resourcePath: string,
  flush: () => Promise<boolean>,
  mappings: readonly FieldMapping[],
): PlatformPreview {
  const query = useQuery({
    queryKey: ['preview', onboardingId, resourcePath],
    queryFn: async ({ signal }) => {
      await flush();
      const reply = await readJson(
        `/api/onboardings/${onboardingId}/preview?${new URLSearchParams({ resourcePath })}`,
        readPreviewReply,
        signal,
      );
      return { ...reply, mappings };
    },
    enabled: false,
    retry: false,
  });
  return {
    data: query.data,
    error: query.error,
    isFetching: query.isFetching,
    isStale: query.data !== undefined && query.data.mappings !== mappings,
    run: () => void query.refetch(),
  };
}
