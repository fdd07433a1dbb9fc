import { apiRoute } from '@/server/api/api-route';
import { findRunInSandbox } from '@/server/api/find-in-sandbox';
import { operations } from '@/server/api/operations';
import { toRunReply } from '@/server/api/run-reply';
import { viewRun } from '@/server/provisioning/view-run';

/** How far a run is. */
export const GET = apiRoute(operations.getRun, async ({ params }, ctx) => ({
  data: toRunReply(await viewRun(ctx.db, await findRunInSandbox(ctx, params.runId))),
}));
