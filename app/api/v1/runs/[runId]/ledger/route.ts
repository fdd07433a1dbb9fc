import { apiRoute } from '@/server/api/api-route';
import { findRunInSandbox } from '@/server/api/find-in-sandbox';
import { operations } from '@/server/api/operations';
import { toLedgerReply } from '@/server/api/run-reply';
import { listRunSteps } from '@/server/db/run-steps';

/** The ledger of a run: what was intended, sent and made. */
export const GET = apiRoute(operations.getLedger, async ({ params }, ctx) => {
  const { id } = await findRunInSandbox(ctx, params.runId);
  return { data: toLedgerReply(await listRunSteps(ctx.db, id)) };
});
