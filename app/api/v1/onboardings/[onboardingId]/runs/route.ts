import { apiRoute } from '@/server/api/api-route';
import { findOnboardingInSandbox } from '@/server/api/find-in-sandbox';
import { operations } from '@/server/api/operations';
import { toRunReply } from '@/server/api/run-reply';
import { startRunUnderKey } from '@/server/api/start-run';
import { viewRun } from '@/server/provisioning/view-run';

/** Starts creating the reviewed plan; the run tells how far it is. */
export const POST = apiRoute(operations.startRun, async ({ params, body, headers }, ctx) => {
  const { id } = await findOnboardingInSandbox(ctx, params.onboardingId);
  const { run, isNew } = await startRunUnderKey(ctx, {
    onboardingId: id,
    planHash: body.planHash,
    facts: body.facts,
    key: headers.get('idempotency-key'),
  });
  return {
    data: toRunReply(await viewRun(ctx.db, run)),
    headers: { location: `/api/v1/runs/${run.id}`, ...(!isNew && { 'idempotency-replayed': 'true' }) },
  };
});
