'use server';

import { after } from 'next/server';
import { runInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { requestUndo } from '@/server/provisioning/request-work';
import { work } from '@/server/provisioning/work';

/** Removes what an unfinished run has made; objects that are not ours are never touched. */
export const undoRun = action(
  { name: 'undo-run', permission: 'dataflow.create', input: runInput },
  async ({ runId }, ctx) => {
    const run = await requestUndo(ctx.db, {
      orgId: ctx.orgId,
      runId,
      personId: ctx.session.person.id,
    });
    const platform = await ctx.platform(run.sandboxName);
    after(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
    return { state: run.state };
  },
);
