import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import type { Db } from '@/server/db/db';
import { openPostgres } from '@/server/db/postgres';
import { createTestDatabase } from '@/server/db/test-database';
import type { Bench } from './stage';

type Server = Pick<Bench, 'postgresUrl'>;

const halfOfSteps: ReadonlySet<string> = new Set(['C1', 'C3a', 'C4', 'C6']);

/**
 * Whether what happens to a process, or to its database, meets a PostgreSQL server instead of the embedded database. Where
 * there is a server, and not everything is to be on it, one half of the steps does with an even seed, the other with an odd one.
 */
export function isOnPostgres(
  { postgresUrl, seed, isAllOnPostgres }: Omit<Bench, 'lane' | 'db'>,
  step: string,
): boolean {
  return postgresUrl !== '' && (isAllOnPostgres || halfOfSteps.has(step) === (seed % 2 === 1));
}

/** The database that the cells of one process share. */
export async function openSharedDatabase({
  postgresUrl,
  isAllOnPostgres,
}: Omit<Bench, 'lane' | 'db'>): Promise<{ db: Db; close: () => Promise<void> }> {
  if (!isAllOnPostgres) return await createTestDatabase();
  const url = await newDatabase({ postgresUrl }, 'shared');
  const db = openPostgres(url);
  return {
    db,
    async close() {
      await (db as unknown as { $client: Pool }).$client.end();
      await dropDatabase({ postgresUrl }, url);
    },
  };
}

let template: Promise<string> | undefined;

/** A migrated folder of the embedded database, made once: the first opening takes seconds. */
export async function templateFolder(): Promise<string> {
  template ??= (async () => {
    const { openEmbeddedDatabase } = await import('@/server/db/embedded');
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'chaos-template-')), 'pg');
    const db = await openEmbeddedDatabase(folder, { onBroken: () => undefined });
    await (db as unknown as { $client: { close: () => Promise<void> } }).$client.close();
    return folder;
  })();
  return await template;
}

let databases = 0;

/** A migrated database of its own on the server. */
export async function newDatabase(bench: Server, name: string): Promise<string> {
  const { Client } = await import('pg');
  databases += 1;
  const database = `chaos_${process.pid}_${databases}_${name.replace(/\W/g, '').toLowerCase()}`;
  const client = new Client({ connectionString: bench.postgresUrl });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const url = new URL(bench.postgresUrl);
  url.pathname = `/${database}`;
  const { migrateDatabase } = await import('./migrate-database');
  await migrateDatabase(url.href);
  return url.href;
}

/** Removes it, whoever is still connected. */
export async function dropDatabase(bench: Server, url: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: bench.postgresUrl });
  await client.connect();
  await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await client.end();
}
