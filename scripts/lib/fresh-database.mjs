import { randomBytes } from 'node:crypto';
import { migrateDatabase } from './migrate.mjs';

/** Makes an empty, migrated database on a PostgreSQL server. Answers its address and how to drop it. */
export async function createFreshDatabase(serverUrl) {
  const name = `tributary_test_${randomBytes(6).toString('hex')}`;
  await query(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  return { url: url.href, drop: () => query(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function query(url, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
