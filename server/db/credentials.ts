import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { BaseConnectionId } from '@/lib/ids';
import type { Db } from './db';
import { credentials } from './schema';

type CredentialRow = typeof credentials.$inferSelect;

/** What is known about the credential of a base connection. */
export type Credential = Omit<CredentialRow, 'baseConnectionId'> & { baseConnectionId: BaseConnectionId };

type Place = { orgId: string; sandboxName: string };

/** Records a credential; for a base connection already known it replaces what was said about it. */
export async function recordCredential(
  db: Db,
  input: Place & {
    baseConnectionId: BaseConnectionId;
    sourceId: string;
    name: string;
    expiresOn: string | null;
    mode: string;
    createdBy: string;
  },
): Promise<void> {
  const { sourceId, name, expiresOn, mode } = input;
  await db
    .insert(credentials)
    .values(input)
    .onConflictDoUpdate({
      target: [credentials.orgId, credentials.sandboxName, credentials.baseConnectionId],
      set: { sourceId, name, expiresOn, mode, replacedAt: new Date() },
    });
}

/** The credential of one base connection. */
export async function findCredential(
  db: Db,
  place: Place & { baseConnectionId: BaseConnectionId },
): Promise<Credential | undefined> {
  const [row] = await db
    .select()
    .from(credentials)
    .where(and(isIn(place), eq(credentials.baseConnectionId, place.baseConnectionId)));
  return row && toCredential(row);
}

/** All credentials of a sandbox, the one that expires first first, those without a date last. */
export async function listCredentials(db: Db, place: Place): Promise<Credential[]> {
  const dated = await db
    .select()
    .from(credentials)
    .where(and(isIn(place), isNotNull(credentials.expiresOn)))
    .orderBy(asc(credentials.expiresOn), asc(credentials.name));
  const undated = await db
    .select()
    .from(credentials)
    .where(and(isIn(place), isNull(credentials.expiresOn)))
    .orderBy(asc(credentials.name));
  return [...dated, ...undated].map(toCredential);
}

function isIn({ orgId, sandboxName }: Place) {
  return and(eq(credentials.orgId, orgId), eq(credentials.sandboxName, sandboxName));
}

function toCredential(row: CredentialRow): Credential {
  return { ...row, baseConnectionId: row.baseConnectionId as BaseConnectionId };
}
