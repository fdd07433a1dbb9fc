import type { Logger } from 'drizzle-orm/logger';
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
  // A connection that the server closes is an event, and without a listener it would end the process: the pool hears of
  // idle ones only, and in the middle of a transaction nobody else listens between two queries.
  const onLost = (error: Error) => getLog().warn({ err: error }, 'a database connection was lost');
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return overPool(pool);
}

/**
 * Queries and transactions over a pool. Each transaction gives its connection back however it ends; one that ends badly
 * takes its connection along, whose state nobody knows then.
 */
export function overPool(pool: Pool, options: { logger?: Logger } = {}): Db {
  const settings = { schema, casing: 'snake_case' as const, ...options };
  const db: Db = drizzle(pool, settings);
  // The library's own keeps the connection for ever when not even the beginning gets through.
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    let isSound = false;
    try {
      const result = await drizzle(client, settings).transaction(work, config);
      isSound = true;
      return result;
    } finally {
      client.release(!isSound);
    }
  };
  return db;
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
