import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from './db';
import { audit, onboardings } from './schema';

export type AuditEntry = typeof audit.$inferSelect;

export type AuditInput = {
  orgId: string;
  personId: string | null;
  /** Dotted verb such as `dataflow.create`. */
  action: string;
  /** What it was done to: an id or a name, nothing personal. */
  subject: string;
  /** Plain JSON without secrets or personal data. */
  facts?: Record<string, unknown>;
  /** Epoch milliseconds; now unless given. */
  atMs?: number;
};

const firstHash = '0'.repeat(64);

/**
 * Appends to the audit. Give it the transaction of the change it records, so that neither exists without the other.
 * Writers wait for each other until the end of that transaction: append last.
 */
export async function appendAudit(db: Db, input: AuditInput): Promise<void> {
  await db.execute(sql`select ${auditAppended(input)}`);
}

/** The same as an expression, for a statement that changes what the entry is about. */
export function auditAppended(input: AuditInput): SQL<unknown> {
  return sql`audit_append(${describe(input)})`;
}

function describe({ orgId, personId, action, subject, facts = {}, atMs = Date.now() }: AuditInput): string {
  return canonical([
    new Date(atMs).toISOString(),
    clean(orgId),
    personId,
    clean(action),
    clean(subject),
    cleanFacts(facts),
  ]);
}

/**
 * Entries of an organisation, newest first; `beforeSeq` continues after the last one of a page. With a `sandboxName` only
 * those that name it, or an onboarding in it.
 */
export async function listAudit(
  db: Db,
  {
    orgId,
    beforeSeq,
    limit = 100,
    sandboxName,
  }: { orgId: string; beforeSeq?: number | undefined; limit?: number; sandboxName?: string },
): Promise<AuditEntry[]> {
  const inSandbox = db
    .select({ id: sql`${onboardings.id}::text` })
    .from(onboardings)
    .where(and(eq(onboardings.orgId, orgId), eq(onboardings.sandboxName, sandboxName ?? '')));
  return await db
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.orgId, orgId),
        beforeSeq === undefined ? undefined : lt(audit.seq, beforeSeq),
        sandboxName === undefined
          ? undefined
          : or(sql`${audit.facts}->>'sandbox' = ${sandboxName}`, inArray(audit.subject, inSandbox)),
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit);
}

/** Reads the whole chain and says whether it is unbroken, or which row is the first that does not fit. */
export async function verifyAudit(db: Db): Promise<{ ok: true; rows: number } | { ok: false; seq: number }> {
  let previous = { seq: 0, hash: firstHash };
  for (;;) {
    const rows = await db
      .select()
      .from(audit)
      .where(gt(audit.seq, previous.seq))
      .orderBy(asc(audit.seq))
      .limit(500);
    for (const row of rows) {
      const fits =
        row.seq === previous.seq + 1 && row.previousHash === previous.hash && row.hash === hashOf(row);
      if (!fits) return { ok: false, seq: row.seq };
      previous = row;
    }
    if (rows.length === 0) return { ok: true, rows: previous.seq };
  }
}

function hashOf(row: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, orgId, personId, action, subject, facts, previousHash } = row;
  const text = canonical([previousHash, seq, at.toISOString(), orgId, personId, action, subject, facts]);
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with sorted keys: the database keeps the value of `facts`, not the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Control characters could forge lines where the audit is exported; NUL and lone surrogates the database refuses. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, ' ');
}

function cleanFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(facts, (_key, part: unknown) => (typeof part === 'string' ? clean(part) : part)),
  );
}
