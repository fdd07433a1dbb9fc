import { sql } from 'drizzle-orm';
import type { Db } from './db';
import { rateLimits } from './schema';

export type Allowance = {
  isAllowed: boolean;
  /** How often more in this window. */
  left: number;
  /** Until the window ends, rounded up. */
  resetInSeconds: number;
};

/**
 * Takes one from what `key` may do within a window of the database's clock, which all processes share. Whoever is refused
 * counts too: hammering does not help.
 */
export async function takeFromLimit(
  db: Db,
  { key, most, windowSeconds }: { key: string; most: number; windowSeconds: number },
): Promise<Allowance> {
  const isOver = sql`${rateLimits.startedAt} <= now() - make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, startedAt: sql`now()`, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
        startedAt: sql`case when ${isOver} then now() else ${rateLimits.startedAt} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      leftSeconds: sql<string>`extract(epoch from ${rateLimits.startedAt} - now()) + ${windowSeconds}`,
    });
  if (!row) throw new Error('The rate limit returned no row');
  return {
    isAllowed: row.count <= most,
    left: Math.max(0, most - row.count),
    resetInSeconds: Math.max(1, Math.ceil(Number(row.leftSeconds))),
  };
}
