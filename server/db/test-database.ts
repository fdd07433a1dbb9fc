import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import type { Db } from './db';
import { migrationsFolder } from './migrations-folder';
import * as schema from './schema';

type TestDatabase = { db: Db; close: () => Promise<void> };

/**
 * A migrated database in memory, for tests: one per file, closed in `afterAll`. The first one takes seconds and leaves a
 * template behind, from which all later ones start at once. Given the
 * address of a Postgres server, it is a new database on that server.
 */
export async function createTestDatabase(serverUrl?: string): Promise<TestDatabase> {
  if (serverUrl) return await createOnServer(serverUrl);
  const template = templateFile();
  const client = existsSync(template)
    ? await PGlite.create({ loadDataDir: new Blob([readFileSync(template)]) })
    : await createTemplate(template);
  return { db: toDb(client), close: () => client.close() };
}

async function createOnServer(serverUrl: string): Promise<TestDatabase> {
  const name = `tributary_test_${randomBytes(6).toString('hex')}`;
  const server = new Pool({ connectionString: serverUrl, max: 1 });
  await server.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = new Pool({ connectionString: url.href, max: 5 });
  const db = drizzlePostgres(pool, { schema, casing: 'snake_case' });
  await migratePostgres(db, { migrationsFolder: migrationsFolder() });
  return {
    db,
    async close() {
      await pool.end();
      await server.query(`drop database ${name}`);
      await server.end();
    },
  };
}

async function createTemplate(template: string): Promise<PGlite> {
  const client = await PGlite.create();
  await migrate(toDb(client), { migrationsFolder: migrationsFolder() });
  const dump = await client.dumpDataDir('none');
  // Several test files may come here at once: each moves a complete file into place.
  const own = `${template}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, template);
  return client;
}

function templateFile(): string {
  const hash = createHash('sha256');
  const folder = migrationsFolder();
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(folder, name)));
  }
  const directory = join(process.cwd(), '.test');
  mkdirSync(directory, { recursive: true });
  return join(directory, `database-${hash.digest('hex').slice(0, 16)}.tar`);
}

function toDb(client: PGlite) {
  return drizzle(client, { schema, casing: 'snake_case' });
}
