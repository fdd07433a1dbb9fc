import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { OnboardingId } from '@/lib/ids';
import type { Db } from './db';
import { onboardings } from './schema';

type OnboardingRow = typeof onboardings.$inferSelect;

export type OnboardingState = OnboardingRow['state'];

/** A stored onboarding. `draft` is as it was saved: parse it before use. */
export type Onboarding = Omit<OnboardingRow, 'id'> & { id: OnboardingId };

export type OnboardingSummary = Omit<Onboarding, 'draft'>;

type Key = { id: OnboardingId; orgId: string };

/** Stores a new onboarding at version 1. */
export async function createOnboarding(
  db: Db,
  input: {
    orgId: string;
    sandboxName: string;
    ownerId: string;
    name: string;
    sourceId: string;
    draft: unknown;
    draftVersion: number;
  },
): Promise<Onboarding> {
  const [row] = await db
    .insert(onboardings)
    .values({ ...input, updatedBy: input.ownerId })
    .returning();
  if (!row) throw new Error('The insert of an onboarding returned no row');
  return toOnboarding(row);
}

/** The onboarding, unless it was removed or belongs to another organisation. */
export async function findOnboarding(db: Db, key: Key): Promise<Onboarding | undefined> {
  const [row] = await db.select().from(onboardings).where(isLive(key));
  return row && toOnboarding(row);
}

/** Live onboardings of a sandbox without their drafts, the one changed last first; at most 500. */
export async function listOnboardings(
  db: Db,
  { orgId, sandboxName }: { orgId: string; sandboxName: string },
): Promise<OnboardingSummary[]> {
  const rows = await db.query.onboardings.findMany({
    columns: { draft: false },
    where: and(
      eq(onboardings.orgId, orgId),
      eq(onboardings.sandboxName, sandboxName),
      ne(onboardings.state, 'removed'),
    ),
    orderBy: [desc(onboardings.updatedAt), desc(onboardings.id)],
    limit: 500,
  });
  return rows.map((row) => ({ ...row, id: row.id as OnboardingId }));
}

/**
 * Saves a draft if nobody saved since `expectedVersion`; answers only after the commit. Otherwise nothing changes and
 * `current` is what is stored now (undefined: no such onboarding).
 */
export async function saveDraft(
  db: Db,
  {
    id,
    orgId,
    expectedVersion,
    draft,
    draftVersion,
    updatedBy,
  }: Key & { expectedVersion: number; draft: unknown; draftVersion?: number; updatedBy: string },
): Promise<{ ok: true; version: number } | { ok: false; current: Onboarding | undefined }> {
  const [saved] = await db
    .update(onboardings)
    .set({
      draft,
      updatedBy,
      updatedAt: new Date(),
      version: sql`${onboardings.version} + 1`,
      ...(draftVersion !== undefined && { draftVersion }),
    })
    .where(and(isLive({ id, orgId }), eq(onboardings.version, expectedVersion)))
    .returning({ version: onboardings.version });
  if (saved) return { ok: true, version: saved.version };
  return { ok: false, current: await findOnboarding(db, { id, orgId }) };
}

/** Gives an onboarding another name; false when there is no such onboarding. The draft's version stays. */
export async function renameOnboarding(
  db: Db,
  { name, updatedBy, ...key }: Key & { name: string; updatedBy: string },
): Promise<boolean> {
  const rows = await db
    .update(onboardings)
    .set({ name, updatedBy, updatedAt: new Date() })
    .where(isLive(key))
    .returning({ id: onboardings.id });
  return rows.length > 0;
}

/** Moves an onboarding from one state to another; false when it was not in `from`. */
export async function moveOnboarding(
  db: Db,
  { id, orgId, from, to }: Key & { from: OnboardingState; to: OnboardingState },
): Promise<boolean> {
  const rows = await db
    .update(onboardings)
    .set({ state: to, updatedAt: new Date() })
    .where(and(eq(onboardings.id, id), eq(onboardings.orgId, orgId), eq(onboardings.state, from)))
    .returning({ id: onboardings.id });
  return rows.length > 0;
}

/**
 * Removes an onboarding from every list; its runs keep their ledger. Refused (false) while a run is creating, and when
 * there is no such onboarding.
 */
export async function removeOnboarding(
  db: Db,
  { updatedBy, ...key }: Key & { updatedBy: string },
): Promise<boolean> {
  const rows = await db
    .update(onboardings)
    .set({ state: 'removed', updatedBy, updatedAt: new Date() })
    .where(and(isLive(key), ne(onboardings.state, 'creating')))
    .returning({ id: onboardings.id });
  return rows.length > 0;
}

/** Whether another live onboarding of the organisation has chosen this account. */
export async function isAccountChosenElsewhere(
  db: Db,
  { id, orgId, baseConnectionId }: Key & { baseConnectionId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: onboardings.id })
    .from(onboardings)
    .where(
      and(
        eq(onboardings.orgId, orgId),
        ne(onboardings.id, id),
        ne(onboardings.state, 'removed'),
        sql`${onboardings.draft}->'connect'->>'baseConnectionId' = ${baseConnectionId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

function isLive({ id, orgId }: Key) {
  return and(eq(onboardings.id, id), eq(onboardings.orgId, orgId), ne(onboardings.state, 'removed'));
}

function toOnboarding(row: OnboardingRow): Onboarding {
  return { ...row, id: row.id as OnboardingId };
}
