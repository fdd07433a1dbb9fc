import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Pool } from 'pg';
import type { Db } from '@/server/db/db';
import { overPool } from '@/server/db/postgres';
import * as schema from '@/server/db/schema';

/** Called before a statement leaves for the database; what it throws takes the place of the answer. */
export type Watch = (sql: string, params: readonly unknown[]) => void;

/** The same database with somebody looking at each statement before it is executed. */
export function watchedDb(db: Db, watch: Watch): Db {
  const logger = { logQuery: (sql: string, params: unknown[]) => watch(sql, params) };
  const client = (db as unknown as { $client: PGlite | Pool }).$client;
  return 'exec' in client
    ? drizzle(client, { schema, casing: 'snake_case', logger })
    : overPool(client, { logger });
}
