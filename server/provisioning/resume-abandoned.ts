import type { Logger } from 'pino';
import { runIdSchema, type SandboxName, sandboxNameSchema } from '@/lib/ids';
import type { Db } from '@/server/db/db';
import { listAbandonedRuns } from '@/server/db/runs';
import type { PlatformContext } from '@/server/platform/platform-context';
import { work } from './work';

/** Takes up the runs that a process left behind when it ended. Called when the server starts; never throws. */
export async function resumeAbandonedRuns(deps: {
  db: Db;
  log: Logger;
  orgId: string;
  platform: (sandboxName: SandboxName) => PlatformContext;
}): Promise<void> {
  try {
    const runs = (await listAbandonedRuns(deps.db)).filter((run) => run.orgId === deps.orgId);
    await Promise.all(
      runs.map((run) =>
        work(runIdSchema.parse(run.id), {
          db: deps.db,
          log: deps.log,
          platform: deps.platform(sandboxNameSchema.parse(run.sandboxName)),
        }),
      ),
    );
  } catch (error) {
    deps.log.error({ err: error }, 'abandoned runs not resumed');
  }
}
