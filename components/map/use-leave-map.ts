'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { OnboardingId } from '@/lib/ids';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import type { PathSummary } from '@/lib/wizard/path-summary';
import { nextOpenPath } from '@/lib/wizard/progress';
import { announceArrival } from './path-switcher';
import type { MapDraft } from './use-map-draft';

export type LeaveMapInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  /** Every path of the onboarding, this one among them. */
  paths: readonly PathSummary[];
  canEdit: boolean;
  draft: MapDraft;
};

/** The ways from one mapping to the next and to the schedule, with the last change saved before. */
export function useLeaveMap({ onboardingId, resourcePath, paths, canEdit, draft }: LeaveMapInput) {
  const router = useRouter();
  const [isLeaving, startLeaving] = useTransition();
  const mappedCount = draft.history.state.mappings.length;
  const shownPaths = paths.map((path) =>
    path.resourcePath === resourcePath ? { ...path, mappedCount, isMapped: mappedCount > 0 } : path,
  );
  const nextPath = nextOpenPath(shownPaths, resourcePath);
  // Nobody leaves before the last change is saved; when it cannot be, they stay and read why.
  const leaveFor = (href: string) =>
    startLeaving(async () => {
      if (!canEdit || (await draft.save.flush())) router.push(href as Route);
    });
  const goToPath = (path: string) => {
    announceArrival(path);
    leaveFor(mapPath(onboardingId, path));
  };
  return {
    shownPaths,
    /** The path that is still to be mapped; undefined when the schedule comes next. */
    nextPath,
    isLeaving,
    goToPath,
    goOn: () => {
      draft.settle();
      if (nextPath === undefined) leaveFor(onboardingStepPath(onboardingId, 'schedule'));
      else goToPath(nextPath);
    },
  };
}
