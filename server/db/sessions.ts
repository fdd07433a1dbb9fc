import { and, eq, lt, or } from 'drizzle-orm';
import type { Role } from '@/lib/team/roles';
import type { Db } from './db';
import { memberships, people, sessions } from './schema';

export type StoredSession = {
  id: string;
  person: { id: string; name: string; email: string; role: Role };
  orgId: string;
  sandboxName: string | null;
  authenticatedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

/** Stores a session under the hash of its id. */
export async function createSession(db: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row);
}

/** A session with the person's role as it is now; undefined without a membership. Limits are the caller's to check. */
export async function findSession(db: Db, id: string): Promise<StoredSession | undefined> {
  const [row] = await db
    .select({ session: sessions, person: people, role: memberships.role })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(
      memberships,
      and(eq(memberships.personId, sessions.personId), eq(memberships.orgId, sessions.orgId)),
    )
    .where(eq(sessions.id, id));
  if (!row) return undefined;
  const { session, person, role } = row;
  return {
    id: session.id,
    person: { id: person.id, name: person.name, email: person.email, role },
    orgId: session.orgId,
    sandboxName: session.sandboxName,
    authenticatedAt: session.authenticatedAt,
    lastSeenAt: session.lastSeenAt,
    expiresAt: session.expiresAt,
  };
}

/** Notes that a session was used, at most once per `intervalMs`. */
export async function touchSession(
  db: Db,
  { id, at, intervalMs }: { id: string; at: Date; intervalMs: number },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, new Date(at.getTime() - intervalMs))));
}

/** Sets the sandbox a session works in. */
export async function setSessionSandbox(
  db: Db,
  { id, sandboxName }: { id: string; sandboxName: string },
): Promise<void> {
  await db.update(sessions).set({ sandboxName }).where(eq(sessions.id, id));
}

/** Ends a session at once and gives back its sealed tokens, so that the issuer can be told. */
export async function deleteSession(
  db: Db,
  id: string,
): Promise<{ orgId: string; personId: string; sealedTokens: string | null } | undefined> {
  const [row] = await db.delete(sessions).where(eq(sessions.id, id)).returning({
    orgId: sessions.orgId,
    personId: sessions.personId,
    sealedTokens: sessions.sealedTokens,
  });
  return row;
}

/** Clears away sessions past their limits. */
export async function deleteExpiredSessions(
  db: Db,
  { now, idleMs }: { now: Date; idleMs: number },
): Promise<void> {
  await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, new Date(now.getTime() - idleMs))));
}
