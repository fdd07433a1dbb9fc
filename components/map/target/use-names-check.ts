'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readJson } from '@/components/shell/read-json';
import type { OnboardingId } from '@/lib/ids';
import { type TargetName, type TargetNames, targetNames } from '@/lib/target/names-in-common';
import { readNamesReply } from '@/lib/wizard/replies';

const quietMs = 400;

/** Which names something else in the sandbox has already, asked when typing pauses. A failed look-up says nothing. */
export function useNamesCheck(onboardingId: OnboardingId, names: TargetNames, isOn: boolean) {
  const asked = new URLSearchParams(
    (Object.keys(targetNames) as TargetName[]).flatMap((name) => {
      const value = names[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();
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
