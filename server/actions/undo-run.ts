'use server';

import { after } from 'next/server';
import { undoRunInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { requestUndo } from '@/server/provisioning/request-work';
import { work } from '@/server/provisioning/work';

/** Removes what an unfinished run has made; objects that are not ours are never touched. */
export const undoRun = action(
  { name: 'undo-run', permission: 'dataflow.create', input: undoRunInput },
  async ({ runId, withAccount }, ctx) => {
    const scope = { orgId: ctx.orgId, runId, personId: ctx.session.person.id };
    const run = await requestUndo(ctx.db, scope, { withAccount });
    const platform = await ctx.platform(run.sandboxName);
    after(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
    return { state: run.state };
  },
);
