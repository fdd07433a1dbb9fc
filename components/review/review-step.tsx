'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { useClock } from '@/components/shell/clock';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StepFooter } from '@/components/wizard/step-footer';
import type { AppError } from '@/lib/app-error';
import { isRefused, type RunView } from '@/lib/plan/run-view';
import { pathTitle } from '@/lib/wizard/path-summary';
import { createWords } from './create-words';
import { DraftCards } from './draft-cards';
import { MovedNotice } from './moved-notice';
import { PlanCard } from './plan-card';
import { PlanChanges } from './plan-changes';
import { ProblemList } from './problem-list';
import type { ReviewView } from './review-view';
import { RunProgress } from './run-progress';
import { useCreate } from './use-create';
import { useRun } from './use-run';

export type ReviewStepProps = {
  view: ReviewView;
  /** Why there is no plan, when the platform could not be asked for it. */
  planError: AppError | undefined;
  /** The newest run, with the hash of the plan it carries out. */
  latest: { run: RunView; planHash: string } | null;
  canEdit: boolean;
  canCreate: boolean;
};

/** The plan before it is carried out, and on the same page how far that is. */
export function ReviewStep({ view, planError, latest, canEdit, canCreate }: ReviewStepProps) {
  const { onboardingId, facts, plan, problems } = view;
  const { timeZone, nowMs } = useClock();
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  const { run, refetch, error: pollError, isFetching } = useRun(onboardingId, latest?.run ?? null);
  const { create, isPending, error, outdated, settle } = useCreate(onboardingId, plan, refetch);
  const titleOf = (resourcePath: string) => pathTitle(view.sourceId, resourcePath);
  const progress = useRef<HTMLDivElement>(null);
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What moved stands at the top of the page, far from the button that was pressed.
    if (error) refusal.current?.focus();
  }, [error]);
  const knownRunId = useRef(latest?.run.id);
  const runId = run?.id;
  useEffect(() => {
    if (runId === undefined || runId === knownRunId.current) return;
    knownRunId.current = runId;
    // The button that was pressed is gone, and what it began stands at the top of the page.
    progress.current?.focus();
  }, [runId]);
  const showNewPlan = () =>
    startReading(() => {
      router.refresh();
      settle();
    });

  // While a run is at work, and after it has succeeded, the draft is what the run carries out.
  const isOpen = !run || isRefused(run) || run.state === 'undone';
  const isSamePlan =
    run !== null && isRefused(run) && (latest?.run.id !== run.id || !plan || latest.planHash === plan.hash);
  const shownProblems = isOpen ? problems : [];
  const isStale = error?.kind === 'stale';
  const moved = error?.kind === 'stale' ? error.moved : undefined;

  return (
    <>
      <div className="flex min-w-0 flex-col gap-4">
        {moved && isOpen && (
          <div ref={refusal} tabIndex={-1} className="min-w-0 scroll-mt-24 outline-none">
            <MovedNotice
              onboardingId={onboardingId}
              moved={moved}
              titleOf={titleOf}
              canEdit={canEdit}
              onLookAgain={showNewPlan}
              isLooking={isReading}
            />
          </div>
        )}
        {outdated && plan && isOpen && <PlanChanges before={outdated.objects} after={plan.objects} />}
        {isStale && !moved && (
          <Notice
            tone="caution"
            announce="alert"
            headingLevel={2}
            title="The draft has changed since this page was opened"
            actions={
              <Button size="small" onPress={showNewPlan} isPending={isReading} pendingLabel="Reading it">
                Show the new plan
              </Button>
            }
          >
            <p>Nothing was created. Look at the new plan, then create it.</p>
          </Notice>
        )}
        {error && !isStale && isOpen && (
          <AppErrorNotice
            error={error}
            headingLevel={2}
            onRetry={create}
            isRetrying={isPending}
            {...(error.kind === 'outcome-unknown' && {
              actions: (
                <Button size="small" onPress={() => void refetch()} isPending={isFetching}>
                  Check now
                </Button>
              ),
            })}
          />
        )}
        {run && (
          <div ref={progress} tabIndex={-1} className="min-w-0 scroll-mt-24 outline-none">
            <RunProgress
              onboardingId={onboardingId}
              run={run}
              titleOf={titleOf}
              ownAccountName={facts.ownAccountName}
              canCreate={canCreate}
              canEdit={canEdit}
              pollError={pollError}
              isFetching={isFetching}
              onRefetch={refetch}
            />
          </div>
        )}
        {planError && isOpen && (
          <AppErrorNotice
            error={planError}
            announce="none"
            headingLevel={2}
            onRetry={showNewPlan}
            isRetrying={isReading}
          />
        )}
        {shownProblems.length > 0 && (
          <ProblemList onboardingId={onboardingId} problems={shownProblems} paths={facts.paths} />
        )}
        <DraftCards onboardingId={onboardingId} facts={facts} canChange={canEdit && isOpen} />
        {plan && (
          <PlanCard
            name={view.name}
            plan={plan}
            accountName={facts.accountName}
            titleOf={titleOf}
            curlTarget={view}
          />
        )}
      </div>
      {isOpen && !isSamePlan && (
        <StepFooter onboardingId={onboardingId} step="review">
          <Button
            variant="primary"
            onPress={create}
            isPending={isPending}
            pendingLabel="Starting"
            disabledReason={reasonAgainst({
              canCreate,
              hasProblems: shownProblems.length > 0,
              hasPlan: !!plan,
              isStale,
            })}
          >
            {createWords(facts.schedule, facts.paths.length, nowMs, timeZone)}
          </Button>
        </StepFooter>
      )}
    </>
  );
}

function reasonAgainst(facts: {
  canCreate: boolean;
  hasProblems: boolean;
  hasPlan: boolean;
  isStale: boolean;
}): string | undefined {
  if (!facts.canCreate) return 'Your role may look, not create. Ask an editor, an approver or an owner.';
  if (facts.hasProblems) return 'Settle what is listed at the top of this page first.';
  if (!facts.hasPlan) return 'The plan could not be read. Try again at the top of this page.';
  if (facts.isStale) return 'Something has changed since. Look at the top of this page first.';
  return undefined;
}
