'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { submitPlan } from '@/server/actions/submit-plan';

/**
 * Submits the reviewed plan once: every press, retry and double click carries the same key until the server has taken it.
 * An error belongs to the plan it was answered for and goes when another plan is shown.
 */
export function useCreate(
  onboardingId: OnboardingId,
  planHash: string | undefined,
  onSubmitted: () => Promise<unknown>,
) {
  const router = useRouter();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<{ planHash: string; error: AppError }>();
  const [isPending, startTransition] = useTransition();

  const create = () => {
    if (planHash === undefined || isPending) return;
    setRefusal(undefined);
    startTransition(async () => {
      const result = await submitPlan({ onboardingId, planHash, idempotencyKey }).catch(() => ({
        ok: false as const,
        error: { kind: 'outcome-unknown', what: 'the dataflow' } satisfies AppError,
      }));
      if (!result.ok) {
        setRefusal({ planHash, error: result.error });
        // The request may have arrived although its answer did not.
        if (result.error.kind === 'outcome-unknown') await onSubmitted();
        return;
      }
      setIdempotencyKey(crypto.randomUUID());
      await onSubmitted();
      router.refresh();
    });
  };
  return { create, isPending, error: refusal?.planHash === planHash ? refusal?.error : undefined };
}
