import type { RunId } from '@/lib/ids';
import type { RunRow } from '@/server/db/runs';
import { viewRun } from '@/server/provisioning/view-run';
import { work } from '@/server/provisioning/work';
import type { ApiContext } from './api-route';
import { findRunInSandbox } from './find-in-sandbox';
import { toRunReply } from './run-reply';

/**
 * Lets `request` change what is to become of a run, drives it after the answer has been sent, and answers the run as the
 * ledger tells it.
 */
export async function driveAfter(
  ctx: ApiContext,
  runId: RunId,
  request: (scope: { orgId: string; runId: RunId; personId: string }) => Promise<RunRow>,
): Promise<{ data: ReturnType<typeof toRunReply> }> {
  await findRunInSandbox(ctx, runId);
  const run = await request({ orgId: ctx.orgId, runId, personId: ctx.session.person.id });
  const platform = await ctx.platform();
  ctx.background(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
  return { data: toRunReply(await viewRun(ctx.db, run)) };
}
