import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from './audit';
import type { Db } from './db';
import { createTestDatabase } from './test-database';

const orgId = 'A@AdobeOrg';
const entry = { orgId, personId: null, action: 'dataflow.create', subject: 'flow-1' };

let db: Db;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase(process.env.TEST_POSTGRES_URL));
});
afterAll(() => close());

/** What somebody with the rights of the database's owner could do. */
async function tamper(statement: ReturnType<typeof sql>) {
  await db.execute(sql`alter table audit disable trigger all`);
  await db.execute(statement);
  await db.execute(sql`alter table audit enable trigger all`);
}

beforeEach(() => tamper(sql`delete from audit`));

describe('the audit', () => {
  it('chains entries and verifies', async () => {
    await appendAudit(db, { ...entry, facts: { b: [1, { d: 'é', c: 1.5 }], a: null, when: new Date(0) } });
    await appendAudit(db, { ...entry, action: 'dataflow.delete', atMs: 1_800_000_000_123 });

    const [second, first] = await listAudit(db, { orgId });
    expect(second).toMatchObject({ seq: 2, previousHash: first?.hash, at: new Date(1_800_000_000_123) });
    expect(first).toMatchObject({
      seq: 1,
      facts: { a: null, b: [1, { c: 1.5, d: 'é' }], when: '1970-01-01T00:00:00.000Z' },
    });
    expect(await verifyAudit(db)).toEqual({ ok: true, rows: 2 });
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => appendAudit(db, { ...entry, subject: `flow-${i}` })),
    );
    expect(await verifyAudit(db)).toEqual({ ok: true, rows: 50 });
  });

  it('keeps no trace of an entry whose change was rolled back', async () => {
    const failing = db.transaction(async (tx) => {
      await appendAudit(tx, entry);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await appendAudit(db, entry);
    expect(await verifyAudit(db)).toEqual({ ok: true, rows: 1 });
  });

  it.each([
    ['an edited fact', sql`update audit set facts = '{"x":2}' where seq = 2`, 2],
    ['an edited person', sql`update audit set person_id = gen_random_uuid() where seq = 2`, 2],
    ['an edited time', sql`update audit set at = at + interval '1 ms' where seq = 2`, 2],
    ['a removed entry', sql`delete from audit where seq = 2`, 3],
    ['a removed beginning', sql`delete from audit where seq = 1`, 2],
  ])('shows %s', async (_what, statement, seq) => {
    for (let i = 0; i < 3; i += 1) await appendAudit(db, { ...entry, facts: { x: 1 } });
    await tamper(statement);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq });
  });

  it('shows an entry replaced by another one that is well-formed in itself', async () => {
    const chain = async (subject: string) => {
      await appendAudit(db, { ...entry, atMs: 1_000 });
      await appendAudit(db, { ...entry, subject, atMs: 2_000 });
      const [last] = await listAudit(db, { orgId, limit: 1 });
      return last?.hash;
    };
    const forged = await chain('forged');
    await tamper(sql`delete from audit`);
    await chain('true');
    await appendAudit(db, entry);
    await tamper(sql`update audit set subject = 'forged', hash = ${forged} where seq = 2`);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 3 });
  });

  it('lets nothing be changed or removed', async () => {
    await appendAudit(db, entry);
    const append = { cause: expect.objectContaining({ message: 'audit is append-only' }) };
    await expect(db.execute(sql`update audit set subject = 'x'`)).rejects.toMatchObject(append);
    await expect(db.execute(sql`delete from audit`)).rejects.toMatchObject(append);
    await expect(db.execute(sql`truncate audit`)).rejects.toMatchObject(append);
  });

  it('takes texts the database refuses, without control characters', async () => {
    await appendAudit(db, { ...entry, subject: 'a\0b\r\nc\u001b[31m', facts: { name: '\ud800\0' } });
    expect(await listAudit(db, { orgId })).toMatchObject([
      { subject: 'a b  c [31m', facts: { name: '\ufffd ' } },
    ]);
    expect(await verifyAudit(db)).toEqual({ ok: true, rows: 1 });
  });

  it('pages from the newest on, within one organisation', async () => {
    for (let i = 0; i < 5; i += 1) await appendAudit(db, entry);
    await appendAudit(db, { ...entry, orgId: 'B@AdobeOrg' });
    const seqs = async (beforeSeq?: number) =>
      (await listAudit(db, { orgId, limit: 2, ...(beforeSeq !== undefined && { beforeSeq }) })).map(
        (row) => row.seq,
      );
    expect([await seqs(), await seqs(4), await seqs(2), await seqs(1)]).toEqual([[5, 4], [3, 2], [1], []]);
  });
});
