import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunId } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import { findRun, listRunSteps, prepareResume } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { recordCreated } from '@/server/suggestions/record-created';
import { driveRun } from './drive-run';
import { objectClients } from './object-clients';
import { readStepNote } from './step-note';

const owner = `${hostname()}:${process.pid}`;

export type WorkContext = { db: Db; log: Logger; platform: PlatformContext };

/**
 * Drives a run in this process until it rests, and again when a parked one is due. Never throws: what went wrong is in
 * the ledger and in the log.
 */
export async function work(runId: RunId, ctx: WorkContext): Promise<void> {
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
    await wakeWhenDue(runId, ctx);
    await recordCreated(runId, ctx);
  } catch (error) {
    ctx.log.error({ err: error, runId }, 'run not driven');
  }
}

/** The timer is a convenience: a process that ends takes it along, and the next look at the run resumes it instead. */
async function wakeWhenDue(runId: RunId, ctx: WorkContext): Promise<void> {
  const run = await findRun(ctx.db, runId);
  if (run?.state !== 'parked') return;
  const tries = (await listRunSteps(ctx.db, runId)).flatMap((step) => {
    const note = readStepNote(step.error);
    return note?.kind === 'waiting' ? [note.nextTryAtMs] : [];
  });
  if (tries.length === 0) return;
  const timer = setTimeout(
    () => {
      void prepareResume(ctx.db, runId).then(() => work(runId, ctx));
    },
    Math.max(0, Math.min(...tries) - ctx.platform.now()),
  );
  timer.unref();
}
