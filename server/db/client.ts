import 'server-only';
import { join } from 'node:path';
import { getEnv } from '@/server/env';
import { getLog } from '@/server/log';
import type { Db } from './db';
import { openEmbeddedDatabase } from './embedded';
import { openPostgres } from './postgres';

type Handle = { db: Promise<Db>; failures: number; retryAtMs: number };

declare global {
  // On globalThis so that a hot reload does not open the same directory a second time.
  var tributaryDatabase: Handle | undefined;
}

const longestPauseMs = 30_000;

/**
 * The database of this process: Postgres when `DATABASE_URL` is set, else the embedded one in `DATA_DIR/pg`, opened and
 * migrated at the first call. After a failure it is opened again, not before a growing pause has passed.
 */
export async function getDb(): Promise<Db> {
  const handle = globalThis.tributaryDatabase;
  if (handle && (handle.failures === 0 || Date.now() < handle.retryAtMs)) return await handle.db;
  return await open(handle?.failures ?? 0);
}

function open(failures: number): Promise<Db> {
  const giveUp = (error: unknown) => {
    if (handle.failures > 0) return;
    handle.failures = failures + 1;
    handle.retryAtMs = Date.now() + Math.min(longestPauseMs, 500 * 2 ** failures);
    handle.db = Promise.reject(error);
    // Whoever asks gets the rejection; unasked it must not end the process.
    handle.db.catch(() => undefined);
    getLog().error({ err: error, failures: handle.failures }, 'the database is not usable');
  };
  const handle: Handle = { db: start(giveUp), failures: 0, retryAtMs: 0 };
  handle.db.catch(giveUp);
  globalThis.tributaryDatabase = handle;
  return handle.db;
}

async function start(onBroken: (error: unknown) => void): Promise<Db> {
  const env = getEnv();
  if (env.databaseUrl) return openPostgres(env.databaseUrl);
  return await openEmbeddedDatabase(join(env.dataDir, 'pg'), { onBroken });
}
