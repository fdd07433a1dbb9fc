import { migrateDatabase } from './lib/migrate.mjs';
import { PlainError, reportFailure } from './lib/plain-error.mjs';

try {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new PlainError('Set DATABASE_URL to the PostgreSQL database that is to be migrated.');
  await migrateDatabase(databaseUrl);
  console.log('The database is up to date.');
} catch (error) {
  reportFailure(error);
}
