import type { Metadata } from 'next';
import { load } from '@/app/(workspace)/load';
import { ReviewStep } from '@/components/review/review-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { can } from '@/lib/team/roles';
import { pathTitle } from '@/lib/wizard/path-summary';
import { getEnv } from '@/server/env';
import { reviewPlan } from '@/server/onboarding/review-plan';
import { findOwnAccount } from '@/server/provisioning/request-work';
import { viewRun } from '@/server/provisioning/view-run';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'review');
  const { ctx, onboarding, run, canEdit } = page;
  const { id, name, source, draft, sandboxName } = onboarding;
  // Without the platform there is no plan, but what was decided and how far a run is are still shown.
  const review = await load('review-plan', (loadCtx) => reviewPlan(loadCtx, id));
  return (
    <WizardFrame {...page}>
      <ReviewStep
        canEdit={canEdit}
        canCreate={can(ctx.session.person.role, 'dataflow.create')}
        latest={run ? { run: await viewRun(ctx.db, run), planHash: run.planHash } : null}
        planError={review.ok ? undefined : review.error}
        view={{
          onboardingId: id,
          sourceId: source.id,
          name,
          sandboxName,
          baseUrl: getEnv().aepBaseUrl,
          plan: review.ok && review.data.plan ? { ...review.data.plan, facts: review.data.facts } : undefined,
          problems: review.ok ? review.data.problems : [],
          facts: {
            sourceTitle: source.title,
            accountName: draft.connect?.accountName ?? null,
            ownAccountName: run ? ((await findOwnAccount(ctx.db, run))?.name ?? null) : null,
            mode: draft.connect?.mode,
            paths: draft.paths.map(({ resourcePath, target, mapping }) => ({
              resourcePath,
              title: pathTitle(source.id, resourcePath),
              target,
              mappings: mapping?.state.mappings ?? [],
            })),
            schedule: draft.schedule,
          },
        }}
      />
    </WizardFrame>
  );
}
