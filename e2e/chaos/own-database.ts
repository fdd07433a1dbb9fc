import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from './stage';

const halfOfSteps: ReadonlySet<string> = new Set(['C1', 'C3a', 'C4', 'C6']);

/**
 * Whether a step meets a PostgreSQL server, where there is one, instead of the embedded database: one half of the steps
 * with an even seed, the other half with an odd one.
 */
export function isOnPostgres(
  { postgresUrl, seed }: Pick<Bench, 'postgresUrl' | 'seed'>,
  step: string,
): boolean {
  return postgresUrl !== '' && halfOfSteps.has(step) === (seed % 2 === 1);
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
export async function newDatabase(bench: Bench, name: string): Promise<string> {
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
export async function dropDatabase(bench: Bench, url: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: bench.postgresUrl });
  await client.connect();
  await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await client.end();
}
