import { AppFailure } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import type { StoredHistory } from '@/lib/mapping/stored-history';
import { checkSchedule } from '@/lib/schedule/check-schedule';
import type { Schedule } from '@/lib/schedule/schedule';
import { withPathWork } from '@/lib/wizard/change-draft';
import type { Target } from '@/lib/wizard/draft';
import { loadOnboarding, saveChangedDraft } from './load-onboarding';
import type { TeamContext } from './team-context';

type Save = { onboardingId: OnboardingId; expectedVersion: number };

/**
 * Saves target and mappings of one resource path as they are, right or wrong: work in progress is never refused. Throws
 * `stale` when the path has been removed meanwhile, `not-found` when it never was part of the onboarding.
 */
export async function saveMapping(
  ctx: TeamContext,
  input: Save & { resourcePath: string; target: Target; mapping: StoredHistory },
): Promise<{ version: number }> {
  const { id, draft, version } = await loadOnboarding(ctx, input.onboardingId);
  const { target, mapping } = input;
  const changed = withPathWork(draft, input.resourcePath, { target, mapping });
  if (!changed) {
    throw new AppFailure(
      version === input.expectedVersion
        ? { kind: 'not-found', what: 'resource path' }
        : { kind: 'stale', what: 'draft' },
    );
  }
  return { version: await saveChangedDraft(ctx, id, input.expectedVersion, changed) };
}

/** Saves the schedule when the source's rules allow it; else `invalid-input` names the field and the nearest value. */
export async function saveSchedule(
  ctx: TeamContext,
  input: Save & { schedule: Schedule },
): Promise<{ version: number }> {
  const { id, draft, source } = await loadOnboarding(ctx, input.onboardingId);
  const errors = checkSchedule(source, input.schedule, Math.floor(ctx.now() / 1000));
  const fieldErrors = Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [`schedule.${field}`, sentence]),
  );
  if (Object.keys(fieldErrors).length > 0) throw new AppFailure({ kind: 'invalid-input', fieldErrors });
  const changed = { ...draft, schedule: input.schedule };
  return { version: await saveChangedDraft(ctx, id, input.expectedVersion, changed) };
}
