import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunId } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import type { PlatformContext } from '@/server/platform/platform-context';
import { driveRun } from './drive-run';
import { objectClients } from './object-clients';

const owner = `${hostname()}:${process.pid}`;

/** Drives a run in this process until it rests. Never throws: what went wrong is in the ledger and in the log. */
export async function work(runId: RunId, ctx: { db: Db; log: Logger; platform: PlatformContext }): Promise<void> {
  try {
    await driveRun(
      {
        ...ctx,
        clients: objectClients,
        owner,
        sleep: (ms) => delay(ms * ctx.platform.timeScale),
        random: Math.random,
        every: (ms, call) => {
          const timer = setInterval(call, ms);
          timer.unref();
          return () => clearInterval(timer);
        },
      },
      runId,
    );
  } catch (error) {
    ctx.log.error({ err: error, runId }, 'run not driven');
  }
}
