import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { isPrivateDatabaseHost } from '@/server/env-schema';
import { getLog } from '@/server/log';
import type { Db } from './db';
import { queryDeadlineMs } from './query-deadline';
import * as schema from './schema';

/** A pool on a Postgres server. It does not migrate: that is a step of the deployment. */
export function openPostgres(databaseUrl: string): Db {
  const pool = new Pool({
    ...toConnection(databaseUrl),
    // Serverless instances are many: each takes few connections.
    max: 5,
    connectionTimeoutMillis: queryDeadlineMs,
    query_timeout: queryDeadlineMs,
    statement_timeout: queryDeadlineMs,
    idle_in_transaction_session_timeout: 2 * queryDeadlineMs,
  });
  // An idle connection that the server closes is an event, and without a listener it would end the process.
  pool.on('error', (error) => getLog().warn({ err: error }, 'a database connection was lost'));
  return drizzle(pool, { schema, casing: 'snake_case' });
}

/**
 * On a public network the server's certificate is checked whatever the address says. What the address says would win
 * over the options, so it is taken out; a certificate authority given by `sslrootcert` stays.
 */
function toConnection(databaseUrl: string) {
  const url = new URL(databaseUrl);
  if (isPrivateDatabaseHost(url.hostname)) return { connectionString: databaseUrl };
  for (const name of ['ssl', 'sslmode', 'uselibpqcompat']) url.searchParams.delete(name);
  return { connectionString: url.href, ssl: { rejectUnauthorized: true } };
}
