'use server';

import { after } from 'next/server';
import { answerInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { answerConflict } from '@/server/provisioning/request-work';
import { work } from '@/server/provisioning/work';

/** Answers the question of a name that somebody else has, and lets the run go on. */
export const answerRun = action(
  { name: 'answer-run', permission: 'dataflow.create', input: answerInput },
  async ({ runId, key, answer }, ctx) => {
    const scope = { orgId: ctx.orgId, runId, personId: ctx.session.person.id };
    const run = await answerConflict(ctx.db, scope, { key, answer });
    const platform = await ctx.platform(run.sandboxName);
    after(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
    return { state: run.state };
  },
);
