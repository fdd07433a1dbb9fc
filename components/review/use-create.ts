'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { AppError } from '@/lib/app-error';
import { compressText } from '@/lib/compressed-text';
import type { OnboardingId } from '@/lib/ids';
import { submitPlan } from '@/server/actions/submit-plan';
import type { ReviewedPlan } from './review-view';

/**
 * Submits the reviewed plan once: every press, retry and double click carries the same key until the server has taken it.
 * An error belongs to the plan it was answered for and goes when another plan is shown.
 */
export function useCreate(
  onboardingId: OnboardingId,
  plan: ReviewedPlan | undefined,
  onSubmitted: () => Promise<unknown>,
) {
  const router = useRouter();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<{ plan: ReviewedPlan; error: AppError; isSettled?: true }>();
  const [isPending, startTransition] = useTransition();

  const create = () => {
    if (plan === undefined || isPending) return;
    setRefusal(undefined);
    startTransition(async () => {
      const facts = await packFacts(plan.facts);
      const result = await submitPlan({
        onboardingId,
        planHash: plan.hash,
        facts,
        idempotencyKey,
      }).catch(() => ({
        ok: false as const,
        error: { kind: 'outcome-unknown', what: 'the dataflow' } satisfies AppError,
      }));
      if (!result.ok) {
        setRefusal({ plan, error: result.error });
        // The request may have arrived although its answer did not.
        if (result.error.kind === 'outcome-unknown') await onSubmitted();
        return;
      }
      setIdempotencyKey(crypto.randomUUID());
      await onSubmitted();
      router.refresh();
    });
  };
  const isAnswered = refusal !== undefined && plan !== undefined && isSamePlan(refusal.plan, plan);
  return {
    create,
    isPending,
    error: isAnswered && !refusal.isSettled ? refusal.error : undefined,
    /** The plan has been looked at again, and may be what it was: the refusal is no longer about it. */
    settle: () => setRefusal((known) => known && { ...known, isSettled: true }),
    /** What was about to be created when it turned out that the plan is another one by now. */
    outdated: refusal?.error.kind === 'stale' && !isAnswered ? refusal.plan : undefined,
  };
}

/** Longer ones are sent compressed: a request holds 1 MB. */
const compressAbove = 100_000;

async function packFacts(facts: ReviewedPlan['facts']): Promise<string> {
  const text = JSON.stringify(facts);
  return text.length > compressAbove ? await compressText(text) : text;
}

function isSamePlan(one: ReviewedPlan, other: ReviewedPlan): boolean {
  return one.hash === other.hash && JSON.stringify(one.facts) === JSON.stringify(other.facts);
}
