'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useClock } from '@/components/shell/clock';
import { readJson } from '@/components/shell/read-json';
import { useAnnounce } from '@/components/ui/live-region';
import { formatTime, formatZone } from '@/lib/format/dates';
import type { OnboardingId } from '@/lib/ids';
import { describeRunStep } from '@/lib/plan/describe-run-step';
import type { RunStepView, RunView } from '@/lib/plan/run-view';
import { readRunReply } from '@/lib/wizard/replies';
import { describeRun } from './run-words';

const isOnTheWay: ReadonlySet<RunStepView['state']> = new Set(['waiting', 'working', 'done', 'undone']);
const workingPollMs = 1_000;
const restingPollMs = 5_000;

/** Follows the newest run of an onboarding, starting from what the server already read, and says every change aloud. */
export function useRun(onboardingId: OnboardingId, initialRun: RunView | null) {
  const query = useQuery({
    queryKey: ['run', onboardingId],
    queryFn: ({ signal }) => readJson(`/api/onboardings/${onboardingId}/run`, readRunReply, signal),
    initialData: { run: initialRun },
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => pollMs(state.data?.run ?? null),
  });
  const { run } = query.data;
  const { refetch } = query;
  useSpokenChanges(run);

  return { run, refetch, error: query.error, isFetching: query.isFetching };
}

function pollMs(run: RunView | null): number | false {
  if (run?.state === 'running' || run?.state === 'undoing') return workingPollMs;
  // Somebody else, or another tab, may create, resume or undo at any time; only success is the end.
  return run?.state === 'succeeded' ? false : restingPollMs;
}

/** Announces what changed since the poll before, and reads the page's own facts again when the run changes its state. */
function useSpokenChanges(run: RunView | null) {
  const announce = useAnnounce();
  const router = useRouter();
  const { timeZone } = useClock();
  const before = useRef(run);
  useEffect(() => {
    const known = before.current;
    before.current = run;
    if (!run || known === run) return;
    const clock = (ms: number) => `${formatTime(ms, timeZone)} ${formatZone(ms, timeZone)}`;
    const isSameRun = known?.id === run.id;
    const changed = run.steps.filter(
      (step) => known?.steps.find((old) => isSameRun && old.key === step.key)?.state !== step.state,
    );
    const isOneOfSeveral = run.steps.filter(({ kind }) => kind === 'dataflow').length > 1;
    const sentences = changed
      // Of several dataflows with all their objects only what ends one of them is said, under its name.
      .filter(({ kind, state }) =>
        isOneOfSeveral ? kind === 'dataflow' || !isOnTheWay.has(state) : state !== 'waiting',
      )
      .map((step) => `${isOneOfSeveral ? step.name : step.title}: ${describeRunStep(step, clock)}`);
    const hasNewState = !isSameRun || known?.state !== run.state;
    if (hasNewState) sentences.push(describeRun(run).title);
    if (sentences.length > 0) announce(sentences.join('. '));
    if (hasNewState) router.refresh();
  }, [announce, router, run, timeZone]);
}
