'use client';

import { useEffect, useState, useTransition } from 'react';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { revealSample } from '@/server/actions/reveal-sample';

const revealMs = 60_000;

/** The sample with its real values, for a minute; who asked is written down. */
export function useRevealedSample(onboardingId: OnboardingId, resourcePath: string) {
  const [rows, setRows] = useState<unknown[]>();
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (!rows) return;
    const timer = setTimeout(() => setRows(undefined), revealMs);
    return () => clearTimeout(timer);
  }, [rows]);

  return {
    rows,
    error,
    isPending,
    toggle: () => {
      setError(undefined);
      if (rows) return setRows(undefined);
      startTransition(async () => {
        const result = await revealSample({ onboardingId, resourcePath });
        if (result.ok) setRows(result.data.rows);
        else setError(result.error);
      });
    },
  };
}

export type RevealedSample = ReturnType<typeof useRevealedSample>;
