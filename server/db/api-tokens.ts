import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Role } from '@/lib/team/roles';
import type { Db } from './db';
import { apiTokens, memberships, people } from './schema';

type ApiTokenRow = typeof apiTokens.$inferSelect;

/** Stores a new token under its hash; answers its id. */
export async function insertApiToken(
  db: Db,
  token: Pick<
    ApiTokenRow,
    'orgId' | 'sandboxName' | 'name' | 'role' | 'tokenHash' | 'ending' | 'createdBy' | 'expiresAt'
  >,
): Promise<string> {
  const [row] = await db.insert(apiTokens).values(token).returning({ id: apiTokens.id });
  if (!row) throw new Error('The insert of an API token returned no row');
  return row.id;
}

export type UsableToken = {
  id: string;
  orgId: string;
  sandboxName: string;
  role: Role;
  lastUsedAt: Date | null;
  /** Who made it, with the role they have now. */
  maker: { id: string; name: string; role: Role };
};

/** The token with this hash while it opens something: neither revoked nor expired, and its maker is still a member. */
export async function findUsableToken(db: Db, tokenHash: string): Promise<UsableToken | undefined> {
  const [row] = await db
    .select({ token: apiTokens, name: people.name, makerRole: memberships.role })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.createdBy))
    .innerJoin(
      memberships,
      and(eq(memberships.personId, apiTokens.createdBy), eq(memberships.orgId, apiTokens.orgId)),
    )
    .where(
      and(
        eq(apiTokens.tokenHash, tokenHash),
        isNull(apiTokens.revokedAt),
        or(isNull(apiTokens.expiresAt), sql`${apiTokens.expiresAt} > now()`),
      ),
    );
  if (!row) return undefined;
  const { id, orgId, sandboxName, role, lastUsedAt, createdBy } = row.token;
  return {
    id,
    orgId,
    sandboxName,
    role,
    lastUsedAt,
    maker: { id: createdBy, name: row.name, role: row.makerRole },
  };
}

/** Notes that a token was used, at most once per `intervalMs`. */
export async function touchApiToken(
  db: Db,
  { id, at, intervalMs }: { id: string; at: Date; intervalMs: number },
): Promise<void> {
  await db
    .update(apiTokens)
    .set({ lastUsedAt: at })
    .where(
      and(
        eq(apiTokens.id, id),
        or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, new Date(at.getTime() - intervalMs))),
      ),
    );
}

/** All tokens of an organisation with the names of their makers, newest first; revoked ones too. */
export async function listApiTokens(
  db: Db,
  orgId: string,
): Promise<(Omit<ApiTokenRow, 'tokenHash'> & { createdByName: string })[]> {
  const rows = await db
    .select({ token: apiTokens, createdByName: people.name })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.createdBy))
    .where(eq(apiTokens.orgId, orgId))
    .orderBy(desc(apiTokens.createdAt))
    .limit(500);
  return rows.map(({ token: { tokenHash: _hash, ...token }, createdByName }) => ({
    ...token,
    createdByName,
  }));
}

/** Ends a token at once and gives back its name; undefined when there is no such token in the organisation, or it has ended already. */
export async function revokeApiToken(
  db: Db,
  { id, orgId }: { id: string; orgId: string },
): Promise<{ name: string } | undefined> {
  const [row] = await db
    .update(apiTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiTokens.id, id), eq(apiTokens.orgId, orgId), isNull(apiTokens.revokedAt)))
    .returning({ name: apiTokens.name });
  return row;
}
