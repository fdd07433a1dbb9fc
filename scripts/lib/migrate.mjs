import { existsSync } from 'node:fs';
import { PlainError } from './plain-error.mjs';
import { inProject } from './project.mjs';

// Any number, the same for everyone who migrates this product's database.
const lockKey = 7_401_822;

/**
 * Brings a PostgreSQL database to the newest migration. Migrators that start together wait for each other:
 * the migrator itself takes no lock. Errors are one sentence and never hold the address with its password.
 */
export async function migrateDatabase(databaseUrl) {
  const folder = inProject('server', 'db', 'migrations');
  if (!existsSync(inProject('server', 'db', 'migrations', 'meta', '_journal.json'))) {
    throw new PlainError('There are no migrations in server/db/migrations: run "npm run db:generate".');
  }
  const { default: pg } = await import('pg');
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  const client = await connect(pg, databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await migrate(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    throw new PlainError(`The migration failed and was rolled back: ${(error.cause ?? error).message}.`);
  } finally {
    await client.end();
  }
}

async function connect(pg, databaseUrl) {
  let client;
  try {
    const { protocol } = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new TypeError('wrong protocol');
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  } catch {
    throw new PlainError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  try {
    await client.connect();
    return client;
  } catch (error) {
    const reason = error.message || error.code || 'no answer';
    throw new PlainError(`The database of DATABASE_URL could not be opened: ${reason}.`);
  }
}
