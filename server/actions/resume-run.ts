'use server';

import { after } from 'next/server';
import { runInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { requestResume } from '@/server/provisioning/request-work';
import { work } from '@/server/provisioning/work';

/** Lets a run go on that rests or was interrupted. Harmless for one that is at work. */
export const resumeRun = action(
  { name: 'resume-run', permission: 'dataflow.create', input: runInput },
  async ({ runId }, ctx) => {
    const run = await requestResume(ctx.db, {
      orgId: ctx.orgId,
      runId,
      personId: ctx.session.person.id,
    });
    const platform = await ctx.platform(run.sandboxName);
    after(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
    return { state: run.state };
  },
);
