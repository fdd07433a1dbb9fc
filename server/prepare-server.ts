import 'server-only';
import { createPlatformContext } from './auth/require-platform-context';
import { getDb } from './db/client';
import { StoreLocked } from './db/store-lock';
import { describeEnvProblems, findEnvProblems, getEnv } from './env';
import { getLog } from './log';
import { resumeAbandonedRuns } from './provisioning/resume-abandoned';

/** Checks the configuration and opens the embedded database; ends the process with a plain reason when either fails. */
export async function prepareServer(): Promise<void> {
  const problems = findEnvProblems();
  if (problems.length > 0) stop(describeEnvProblems(problems));
  // A Postgres server may come up later than we do; requests fail until then, and the health check says so.
  if (getEnv().databaseUrl) {
    void resumeRuns();
    return;
  }
  try {
    await getDb();
    void resumeRuns();
  } catch (error) {
    if (error instanceof StoreLocked) stop(error.message);
    getLog().error({ err: error }, 'the embedded database could not be opened');
  }
}

/** What a former process left unfinished goes on; the server does not wait for it. */
async function resumeRuns(): Promise<void> {
  const log = getLog();
  try {
    const db = await getDb();
    await resumeAbandonedRuns({ db, log, orgId: getEnv().service.orgId, platform: createPlatformContext });
  } catch (error) {
    log.error({ err: error }, 'abandoned runs not resumed');
  }
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
