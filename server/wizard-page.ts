import 'server-only';
import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AppFailure } from '@/lib/app-error';
import { onboardingIdSchema, type SandboxName } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { isRefused } from '@/lib/plan/run-view';
import { can } from '@/lib/team/roles';
import { canEnter, firstOpenStep } from '@/lib/wizard/progress';
import type { Step } from '@/lib/wizard/steps';
import type { ActionContext } from './action';
import { findLatestRun, type RunRow } from './db/runs';
import { type LoadedOnboarding, loadOnboarding } from './onboarding/load-onboarding';
import { requirePage } from './page';

export type WizardPage = {
  ctx: ActionContext;
  onboarding: LoadedOnboarding;
  run: RunRow | undefined;
  canEdit: boolean;
  /** A run is at work or has succeeded: only Review is left. */
  isFixed: boolean;
  sessionSandbox: SandboxName | null;
};

/** The onboarding behind a wizard URL; an unknown id, or one of another organisation, is a page that does not exist. */
export async function requireOnboarding(params: Promise<{ onboardingId: string }>): Promise<WizardPage> {
  const ctx = await requirePage();
  const id = onboardingIdSchema.safeParse((await params).onboardingId);
  if (!id.success) notFound();
  try {
    const onboarding = await loadOnboarding(ctx, id.data);
    const run = await findLatestRun(ctx.db, id.data);
    return {
      ctx,
      onboarding,
      run,
      canEdit: can(ctx.session.person.role, 'onboarding.edit'),
      isFixed: run !== undefined && !isRefused(run) && run.state !== 'undone',
      sessionSandbox: ctx.session.sandboxName,
    };
  } catch (error) {
    if (error instanceof AppFailure && error.error.kind === 'not-found') notFound();
    throw error;
  }
}

/**
 * The same for one step: a step that needs earlier ones leads to the first of those, and while a run is at work, or has
 * succeeded, every step leads to Review, which shows it.
 */
export async function requireStep(
  params: Promise<{ onboardingId: string }>,
  step: Step,
): Promise<WizardPage & { step: Step }> {
  const page = await requireOnboarding(params);
  const { onboarding, isFixed } = page;
  if (isFixed) {
    if (step !== 'review') redirectToStep(onboarding.id, 'review');
  } else if (!canEnter(onboarding.draft, step)) {
    redirectToStep(onboarding.id, firstOpenStep(onboarding.draft));
  }
  return { ...page, step };
}

/** Typed routes know only literal addresses; `lib/paths` and its tests answer for this one. */
export function redirectToStep(id: LoadedOnboarding['id'], step: Step): never {
  redirect(onboardingStepPath(id, step) as Route);
}
