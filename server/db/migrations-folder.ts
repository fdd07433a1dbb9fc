import { join } from 'node:path';

/** The SQL files. From the working directory: the built server runs from the project root and bundles no SQL. */
export function migrationsFolder(): string {
  return join(process.cwd(), 'server', 'db', 'migrations');
}
