'use server';

import { after } from 'next/server';
import { runIdSchema } from '@/lib/ids';
import { submitPlanInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { readSentFacts } from '@/server/onboarding/read-sent';
import { submitPlan as submitPlanUseCase } from '@/server/onboarding/submit-plan';
import { work } from '@/server/provisioning/work';

/** Starts creating the reviewed plan and returns at once; the ledger tells how far it is. */
export const submitPlan = action(
  { name: 'submit-plan', permission: 'dataflow.create', input: submitPlanInput },
  async (input, ctx) => {
    const facts = await readSentFacts(input.facts);
    const { run, started, platform } = await submitPlanUseCase(ctx, { ...input, facts });
    const runId = runIdSchema.parse(run.id);
    if (started) after(() => work(runId, { db: ctx.db, log: ctx.log, platform }));
    return { runId, started };
  },
);
