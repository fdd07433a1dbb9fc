import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Db } from './db';
import { migrationsFolder } from './migrations-folder';
import { DatabaseTimeout, withQueryDeadline } from './query-deadline';
import * as schema from './schema';
import { lockStore } from './store-lock';

/**
 * Opens the embedded database in a directory of its own and brings it up to date; the first time takes some seconds.
 * Throws `StoreLocked` when another process has it. `onBroken` is called when it stops answering: open it again then.
 */
export async function openEmbeddedDatabase(
  directory: string,
  { onBroken }: { onBroken: (error: unknown) => void },
): Promise<Db> {
  const path = resolve(directory);
  const release = await lockStore(`${path}.lock`);
  try {
    const client = await PGlite.create(path);
    await migrate(drizzle(client, { schema, casing: 'snake_case' }), {
      migrationsFolder: migrationsFolder(),
    });
    // The lock stays ours when the engine hangs: its files are still open, and only this process may open them again.
    const limited = withQueryDeadline(client, () => onBroken(new DatabaseTimeout()));
    return drizzle(limited, { schema, casing: 'snake_case' });
  } catch (error) {
    release();
    throw error;
  }
}
