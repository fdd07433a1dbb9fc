import { type SQL, sql } from 'drizzle-orm';

/** A moment so many milliseconds from now, by the database's clock. */
export function inMilliseconds(ms: number): SQL {
  return sql`now() + ${`${Math.ceil(ms)} milliseconds`}::interval`;
}
