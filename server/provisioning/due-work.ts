import type { Logger } from 'pino';
import { runIdSchema, type SandboxName, sandboxNameSchema } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import { listDueRuns, prepareResume } from '@/server/db/run-requests';
import type { PlatformContext } from '@/server/platform/platform-context';
import { policy } from '@/server/platform/policy';
import { sweepAccounts } from './create-account';
import { work } from './work';

export type DueWork = {
  /** Asked for on every round: a store that broke is opened again behind it. */
  db: () => Promise<Db>;
  log: Logger;
  orgId: string;
  platform: (sandboxName: SandboxName) => PlatformContext;
};

const shortestPollMs = 500;

/**
 * Takes up every run for which there is something to do and that nobody drives: started and never taken up, left behind
 * by a process that ended, resting until now, or due for a look for late objects. Resolves when all of them rest.
 */
export async function workDue({ db: openDb, log, orgId, platform }: DueWork): Promise<number> {
  const db = await openDb();
  const runs = await listDueRuns(db, orgId);
  await Promise.all(
    runs.map(async (run) => {
      const runId = runIdSchema.parse(run.id);
      if (run.state === 'parked') await prepareResume(db, run.id, { byItself: true });
      await work(runId, { db, log, platform: platform(sandboxNameSchema.parse(run.sandboxName)) });
    }),
  );
  await sweepAccounts(db, { log, orgId, platform });
  return runs.length;
}

/** Looks for due work again and again, as long as the process lives. Returns a function that stops it. */
export function startDueWork(deps: DueWork & { timeScale: number }): () => void {
  const pollMs = Math.max(shortestPollMs, policy.provisioning.duePollMs * deps.timeScale);
  let rounds = 0;
  const round = () => {
    // A run may wait long for an answer: others that become due meanwhile do not wait for it, but rounds do not pile up.
    if (rounds >= policy.callsAtOnce) return;
    rounds += 1;
    workDue(deps)
      .catch((error: unknown) => deps.log.error({ err: error }, 'due runs not taken up'))
      .finally(() => {
        rounds -= 1;
      });
  };
  round();
  const timer = setInterval(round, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}
