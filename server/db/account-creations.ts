import { and, eq, lte, sql } from 'drizzle-orm';
import type { Db } from './db';
import { inMilliseconds } from './in-milliseconds';
import { accountCreations } from './schema';

type Key = { orgId: string; sandboxName: string; marker: string };

/** The intent to make an account; `sentAgoMs` while nobody knows what became of the request. */
export type AccountCreation = typeof accountCreations.$inferSelect & { sentAgoMs: number | undefined };

/** What is known of an account that was to be made under this marker. */
export async function findAccountCreation(db: Db, key: Key): Promise<AccountCreation | undefined> {
  const [found] = await db
    .select({
      row: accountCreations,
      sentAgoMs: sql<string | null>`extract(epoch from now() - ${accountCreations.sentAt}) * 1000`,
    })
    .from(accountCreations)
    .where(isKey(key));
  if (!found) return undefined;
  return { ...found.row, sentAgoMs: found.sentAgoMs === null ? undefined : Number(found.sentAgoMs) };
}

/** Stores the intent or what became of it; committed when this resolves. Absent properties stay as they are. */
export async function saveAccountCreation(
  db: Db,
  { orgId, sandboxName, marker }: Key,
  change: {
    connectionSpecId: string;
    sentAt?: 'now' | null;
    remoteId?: string;
    sweeps?: number;
    sweepInMs?: number | null;
  },
): Promise<void> {
  const { sentAt, sweepInMs, ...plain } = change;
  const set = {
    ...plain,
    ...(sentAt !== undefined && { sentAt: sentAt === null ? null : sql`now()` }),
    ...(sweepInMs !== undefined && { sweepAt: sweepInMs === null ? null : inMilliseconds(sweepInMs) }),
    updatedAt: sql`now()`,
  };
  await db
    .insert(accountCreations)
    .values({ orgId, sandboxName, marker, ...set })
    .onConflictDoUpdate({
      target: [accountCreations.orgId, accountCreations.sandboxName, accountCreations.marker],
      set,
    });
}

/** Accounts of an organisation for which it is time to look for late ones; at most 50. */
export async function listDueAccountCreations(
  db: Db,
  orgId: string,
): Promise<(typeof accountCreations.$inferSelect)[]> {
  return await db
    .select()
    .from(accountCreations)
    .where(and(eq(accountCreations.orgId, orgId), lte(accountCreations.sweepAt, sql`now()`)))
    .limit(50);
}

function isKey({ orgId, sandboxName, marker }: Key) {
  return and(
    eq(accountCreations.orgId, orgId),
    eq(accountCreations.sandboxName, sandboxName),
    eq(accountCreations.marker, marker),
  );
}
