import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Role } from '@/lib/team/roles';
import type { Db } from './db';
import { memberships, people } from './schema';

export type Person = typeof people.$inferSelect;

export type Member = { personId: string; name: string; email: string; role: Role; since: Date };

/** The person behind an issuer's subject. */
export async function findPerson(
  db: Db,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<Person | undefined> {
  const [row] = await db
    .select()
    .from(people)
    .where(and(eq(people.issuer, issuer), eq(people.subject, subject)));
  return row;
}

/** Stores a person, or takes over the e-mail and name the issuer states now. */
export async function savePerson(
  db: Db,
  input: { issuer: string; subject: string; email: string; name: string },
): Promise<Person> {
  const { email, name } = input;
  const [row] = await db
    .insert(people)
    .values(input)
    .onConflictDoUpdate({ target: [people.issuer, people.subject], set: { email, name } })
    .returning();
  if (!row) throw new Error('The insert of a person returned no row');
  return row;
}

/** The role of a person in an organisation; undefined for somebody who is no member. */
export async function findRole(
  db: Db,
  { personId, orgId }: { personId: string; orgId: string },
): Promise<Role | undefined> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.orgId, orgId)));
  return row?.role;
}

/** Makes a person a member; the role of somebody who is one already stays. */
export async function addMember(
  db: Db,
  input: { personId: string; orgId: string; role: Role },
): Promise<void> {
  await db.insert(memberships).values(input).onConflictDoNothing();
}

/** All members of an organisation by name. */
export async function listMembers(db: Db, orgId: string): Promise<Member[]> {
  return await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.orgId, orgId))
    .orderBy(asc(people.name), asc(people.id));
}

/** Gives a member another role; false for somebody who is no member. */
export async function setRole(
  db: Db,
  { personId, orgId, role }: { personId: string; orgId: string; role: Role },
): Promise<boolean> {
  const rows = await db
    .update(memberships)
    .set({ role })
    .where(and(eq(memberships.personId, personId), eq(memberships.orgId, orgId)))
    .returning({ personId: memberships.personId });
  return rows.length > 0;
}

/** Whether anybody but this person owns the organisation's workspace. */
export async function hasOtherOwner(
  db: Db,
  { personId, orgId }: { personId: string; orgId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(eq(memberships.orgId, orgId), eq(memberships.role, 'owner'), ne(memberships.personId, personId)),
    )
    .limit(1);
  return row !== undefined;
}

/** Lets one transaction at a time change who belongs to an organisation; released at its end. */
export async function lockMemberships(tx: Db, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('memberships'), hashtext(${orgId}))`);
}
