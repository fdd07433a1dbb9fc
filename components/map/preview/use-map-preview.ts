'use client';

import { useMemo, useState } from 'react';
import type { OnboardingId } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { currentRowErrors } from '@/lib/mapping/preview-errors';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { ExploredReply } from '@/lib/wizard/replies';
import { useLocalPreview } from './use-local-preview';
import { usePlatformPreview } from './use-platform-preview';
import { useRevealedSample } from './use-revealed-sample';

const noRecords: readonly unknown[] = [];

export type MapPreviewInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  /** Saves what is not saved yet. */
  flush: () => Promise<boolean>;
  mappings: readonly FieldMapping[];
  targetSchema: JsonSchemaNode | undefined;
  sample: { data: ExploredReply | undefined; isError: boolean };
};

/** What the sample records become, here and on the platform, and which record is on show. */
export function useMapPreview(input: MapPreviewInput) {
  const { onboardingId, resourcePath, flush, mappings, targetSchema, sample } = input;
  const [isOpen, setOpen] = useState(false);
  const [recordIndex, setRecordIndex] = useState(0);
  const platform = usePlatformPreview(onboardingId, resourcePath, flush, mappings);
  const revealed = useRevealedSample(onboardingId, resourcePath);
  const sampleRecords = revealed.rows ?? sample.data?.rows;
  const local = useLocalPreview({
    isWanted: isOpen,
    mappings,
    targetSchema,
    // A sample that cannot be read is told where it is asked for; here there are simply no records.
    records: sampleRecords ?? (sample.isError ? noRecords : undefined),
  });
  const { data, isStale } = platform;
  const rowErrors = useMemo(
    () =>
      (data || local) && {
        ...local?.rowProblems,
        // What the platform says counts more than what is worked out here.
        ...(data && currentRowErrors(data, mappings)),
      },
    [data, local, mappings],
  );
  return {
    panel: {
      isOpen,
      onOpenChange: setOpen,
      local,
      platform,
      revealed,
      mappings,
      recordIndex,
      onRecordChange: setRecordIndex,
    },
    sampleRecords,
    previewResults: data && !isStale ? data.records : local?.records,
    rowErrors,
  };
}
