import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { onboardingIdSchema, personIdSchema, runIdSchema } from '@/lib/ids';
import type { Plan } from '@/lib/plan/plan';
import type { Db } from '@/server/db/db';
import { findRun, type RunRow } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { driveRun } from './drive-run';
import { hashPlan } from './markers';
import { objectClients } from './object-clients';
import { startRun } from './start-run';

type World = { db: Db; platform: PlatformContext };

/** Submits a plan as Create does. */
export async function submitInTest(
  { db, platform }: World,
  input: { onboardingId: string; personId: string; plan: Plan; idempotencyKey?: string },
) {
  const { onboardingId, personId, plan, idempotencyKey = randomUUID() } = input;
  return await startRun(db, {
    onboardingId: onboardingIdSchema.parse(onboardingId),
    orgId: platform.orgId,
    sandboxName: platform.sandboxName,
    startedBy: personIdSchema.parse(personId),
    idempotencyKey,
    planHash: hashPlan(plan),
    plan,
  });
}

/** Works on a run for one slice, as one invocation does, without jitter; answers the run as it is then. */
export async function driveInTest({ db, platform }: World, id: string): Promise<RunRow> {
  const runId = runIdSchema.parse(id);
  await driveRun(
    {
      db,
      platform,
      clients: objectClients,
      log: pino({ level: 'silent' }),
      owner: randomUUID(),
      sleep: (realMs) => new Promise((resolve) => setTimeout(resolve, realMs)),
      monotonicMs: () => performance.now(),
      random: () => 0.5,
      every: (ms, call) => {
        const timer = setInterval(call, ms);
        return () => clearInterval(timer);
      },
    },
    runId,
  );
  const run = await findRun(db, runId);
  if (!run) throw new Error(`there is no run ${id}`);
  return run;
}
