import { LeaseLost } from '@/server/db/run-leases';
import { policy } from '@/server/platform/policy';
import type { DriveContext } from './drive-context';

/**
 * Writes what the platform has answered, and keeps trying for a minute when the database does not take it: the object
 * exists. When it stays down the id goes to standard error, and the intent in the ledger is enough to find it again.
 */
export async function record(ctx: DriveContext, facts: string, write: () => Promise<void>): Promise<void> {
  const giveUpAtMs = ctx.monotonicMs() + policy.provisioning.recordMs * ctx.platform.timeScale;
  for (let pauseMs = 100; ; pauseMs = Math.min(5_000, pauseMs * 2)) {
    try {
      return await write();
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (ctx.monotonicMs() >= giveUpAtMs) {
        process.stderr.write(`not recorded: run ${ctx.lease.runId}, ${facts}\n`);
        throw error;
      }
      await ctx.sleep(Math.max(5, pauseMs * ctx.platform.timeScale));
    }
  }
}
