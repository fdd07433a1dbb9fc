import 'server-only';
import { getDb } from './db/client';
import { StoreLocked } from './db/store-lock';
import { describeEnvProblems, findEnvProblems, getEnv } from './env';
import { getLog } from './log';

/** Checks the configuration and opens the embedded database; ends the process with a plain reason when either fails. */
export async function prepareServer(): Promise<void> {
  const problems = findEnvProblems();
  if (problems.length > 0) stop(describeEnvProblems(problems));
  // A Postgres server may come up later than we do; requests fail until then, and the health check says so.
  if (getEnv().databaseUrl) return;
  try {
    await getDb();
  } catch (error) {
    if (error instanceof StoreLocked) stop(error.message);
    getLog().error({ err: error }, 'the embedded database could not be opened');
  }
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
