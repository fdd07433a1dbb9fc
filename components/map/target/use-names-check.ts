'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readJson } from '@/components/shell/read-json';
import type { OnboardingId } from '@/lib/ids';
import type { NewTarget } from '@/lib/wizard/draft';
import { readNamesReply } from '@/lib/wizard/replies';

const quietMs = 400;

type Names = Pick<NewTarget, 'fieldGroupTitle' | 'schemaTitle' | 'datasetName' | 'classTitle'>;

/** Which names something else in the sandbox has already, asked when typing pauses. A failed look-up says nothing. */
export function useNamesCheck(onboardingId: OnboardingId, names: Names, isOn: boolean) {
  const asked = new URLSearchParams({
    fieldGroupTitle: names.fieldGroupTitle,
    schemaTitle: names.schemaTitle,
    datasetName: names.datasetName,
    ...(names.classTitle !== undefined && { classTitle: names.classTitle }),
  }).toString();
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), quietMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data } = useQuery({
    queryKey: ['names', onboardingId, settled],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/names?${settled}`, readNamesReply, signal),
    enabled: isOn && settled === asked,
    retry: false,
  });
  return settled === asked ? (data?.taken ?? []) : [];
}
