import 'server-only';
import { createPlatformContext } from './auth/require-platform-context';
import { getDb } from './db/client';
import { StoreLocked } from './db/store-lock';
import { describeEnvProblems, findEnvProblems, getEnv } from './env';
import { getLog } from './log';
import { startDueWork } from './provisioning/due-work';

/** Checks the configuration and opens the embedded database; ends the process with a plain reason when either fails. */
export async function prepareServer(): Promise<void> {
  const problems = findEnvProblems();
  if (problems.length > 0) stop(describeEnvProblems(problems));
  // A Postgres server may come up later than we do; requests fail until then, and the health check says so.
  if (getEnv().databaseUrl) {
    takeUpRuns();
    return;
  }
  try {
    await getDb();
    takeUpRuns();
  } catch (error) {
    if (error instanceof StoreLocked) stop(error.message);
    getLog().error({ err: error }, 'the embedded database could not be opened');
  }
}

declare global {
  // On globalThis so that a hot reload does not start a second loop.
  var tributaryStopDueWork: (() => void) | undefined;
}

/** Runs that a former process left unfinished, that rest until now, or that nobody has taken up. */
function takeUpRuns(): void {
  const { service, timeScale, hosted } = getEnv();
  // A function of a hosting platform has no process that lives on: there a schedule calls the route instead.
  if (hosted) return;
  globalThis.tributaryStopDueWork?.();
  globalThis.tributaryStopDueWork = startDueWork({
    db: getDb,
    log: getLog(),
    orgId: service.orgId,
    platform: createPlatformContext,
    timeScale,
  });
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
