import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { RunId } from '@/lib/ids';
import type { OutcomesByBand } from '@/lib/mapping/suggestion-outcomes';
import type { SandboxType } from '@/lib/suggestion-history/suggestion-history';
import type { Db } from './db';
import { acceptedPairs, people, suggestionOptOuts, suggestionOutcomes } from './schema';

export type AcceptedPairRow = typeof acceptedPairs.$inferSelect;

type Member = { orgId: string; personId: string };
type NewPair = Pick<AcceptedPairRow, 'sourceId' | 'sourcePath' | 'targetPath'> & {
  expression: string | null;
};

const rowsPerInsert = 500;

/** Remembers pairs of a person once more each. */
export async function rememberPairs(
  db: Db,
  input: Member & { sandboxType: SandboxType; lastAt: Date; pairs: readonly NewPair[] },
): Promise<void> {
  const { pairs, ...shared } = input;
  const rows = new Map(
    pairs.map((pair) => {
      const id = pairId({ ...shared, ...pair });
      return [id, { id, ...shared, ...pair }];
    }),
  );
  const all = [...rows.values()];
  for (let first = 0; first < all.length; first += rowsPerInsert) {
    await db
      .insert(acceptedPairs)
      .values(all.slice(first, first + rowsPerInsert))
      .onConflictDoUpdate({
        target: acceptedPairs.id,
        set: { times: sql`${acceptedPairs.times} + 1`, lastAt: input.lastAt },
      });
  }
}

/** Pairs of an organisation with who accepted them, the latest first; `of` narrows to one source and sandbox type. */
export async function listPairs(
  db: Db,
  { orgId, of, limit }: { orgId: string; of?: { sandboxType: SandboxType; sourceId: string }; limit: number },
): Promise<(AcceptedPairRow & { personName: string })[]> {
  const rows = await db
    .select({ pair: acceptedPairs, personName: people.name })
    .from(acceptedPairs)
    .innerJoin(people, eq(people.id, acceptedPairs.personId))
    .where(
      and(
        eq(acceptedPairs.orgId, orgId),
        of && eq(acceptedPairs.sandboxType, of.sandboxType),
        of && eq(acceptedPairs.sourceId, of.sourceId),
      ),
    )
    .orderBy(desc(acceptedPairs.lastAt), acceptedPairs.sourcePath, acceptedPairs.id)
    .limit(limit);
  return rows.map(({ pair, personName }) => ({ ...pair, personName }));
}

/** Forgets pairs of an organisation; with `personId` only that person's. Returns how many there were. */
export async function forgetPairs(
  db: Db,
  { orgId, personId, ids }: { orgId: string; personId?: string; ids?: readonly string[] },
): Promise<number> {
  const gone = await db
    .delete(acceptedPairs)
    .where(
      and(
        eq(acceptedPairs.orgId, orgId),
        personId === undefined ? undefined : eq(acceptedPairs.personId, personId),
        ids && inArray(acceptedPairs.id, [...ids]),
      ),
    )
    .returning({ id: acceptedPairs.id });
  return gone.length;
}

/** Whether a person's pairs are kept and used in an organisation. */
export async function isHistoryOn(db: Db, { orgId, personId }: Member): Promise<boolean> {
  const [row] = await db
    .select({ personId: suggestionOptOuts.personId })
    .from(suggestionOptOuts)
    .where(and(eq(suggestionOptOuts.orgId, orgId), eq(suggestionOptOuts.personId, personId)));
  return row === undefined;
}

/** Switches the history of a person on or off; what is kept already stays until it is deleted. */
export async function setHistoryOn(
  db: Db,
  { orgId, personId, isOn }: Member & { isOn: boolean },
): Promise<void> {
  if (isOn) {
    await db
      .delete(suggestionOptOuts)
      .where(and(eq(suggestionOptOuts.orgId, orgId), eq(suggestionOptOuts.personId, personId)));
  } else await db.insert(suggestionOptOuts).values({ orgId, personId }).onConflictDoNothing();
}

/** People of an organisation whose history is off. */
export async function listOptedOut(db: Db, orgId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: suggestionOptOuts.personId })
    .from(suggestionOptOuts)
    .where(eq(suggestionOptOuts.orgId, orgId));
  return rows.map(({ personId }) => personId);
}

/** Stores what became of a run's suggestions; false when that was done before. */
export async function saveOutcomes(
  db: Db,
  row: { runId: RunId; orgId: string; sandboxType: SandboxType; at: Date; counts: OutcomesByBand },
): Promise<boolean> {
  const stored = await db
    .insert(suggestionOutcomes)
    .values(row)
    .onConflictDoNothing()
    .returning({ runId: suggestionOutcomes.runId });
  return stored.length > 0;
}

/** Outcomes of the latest 1,000 creations of an organisation. */
export async function listOutcomes(db: Db, orgId: string): Promise<OutcomesByBand[]> {
  const rows = await db
    .select({ counts: suggestionOutcomes.counts })
    .from(suggestionOutcomes)
    .where(eq(suggestionOutcomes.orgId, orgId))
    .orderBy(desc(suggestionOutcomes.at))
    .limit(1_000);
  return rows.map(({ counts }) => counts);
}

function pairId(pair: Member & NewPair & { sandboxType: SandboxType }): string {
  const { orgId, personId, sandboxType, sourceId, sourcePath, targetPath, expression } = pair;
  const parts = [orgId, personId, sandboxType, sourceId, sourcePath, targetPath, expression];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
