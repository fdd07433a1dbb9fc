import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunId } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import type { PlatformContext } from '@/server/platform/platform-context';
import { recordCreated } from '@/server/suggestions/record-created';
import { driveRun } from './drive-run';
import { objectClients } from './object-clients';

const owner = `${hostname()}:${process.pid}`;

export type WorkContext = { db: Db; log: Logger; platform: PlatformContext };

/**
 * Drives a run until it rests. Never throws: what went wrong is in the ledger and in the log, and whoever looks for due
 * runs next takes it up again.
 */
export async function work(runId: RunId, ctx: WorkContext): Promise<void> {
  try {
    const world = {
      ...ctx,
      clients: objectClients,
      owner,
      sleep: (realMs: number) => delay(realMs),
      monotonicMs: () => performance.now(),
      random: Math.random,
      every: (realMs: number, call: () => void) => {
        const timer = setInterval(call, realMs);
        timer.unref();
        return () => clearInterval(timer);
      },
    };
    while ((await driveRun(world, runId)).more);
    await recordCreated(runId, ctx);
  } catch (error) {
    ctx.log.error({ err: error, runId }, 'run not driven');
  }
}
