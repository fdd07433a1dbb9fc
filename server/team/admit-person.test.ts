import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/team/roles';
import { listAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { listMembers } from '@/server/db/people';
import { createTestDatabase } from '@/server/db/test-database';
import { admitPerson, type Identity } from './admit-person';
import { changeRole } from './change-role';

const orgId = 'A@AdobeOrg';
const team = new Map<string, Role>([
  ['ana@example.com', 'owner'],
  ['ben@example.com', 'editor'],
]);

let db: Db;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = await createTestDatabase(process.env.TEST_POSTGRES_URL));
});
afterAll(() => close());
beforeEach(() => db.execute(sql`truncate people cascade`));

function aPerson(over: Partial<Identity> = {}): Identity {
  return {
    issuer: 'https://ims.example',
    subject: 'ana-1',
    email: 'Ana@Example.com',
    emailVerified: true,
    name: 'Ana',
    ...over,
  };
}

function admit(identity: Identity, teamMembers: ReadonlyMap<string, Role> = team) {
  return admitPerson(db, { identity, orgId, teamMembers });
}

describe('who belongs to the team', () => {
  it('lets configured people in with their role, and records it', async () => {
    const admission = await admit(aPerson());
    expect(admission).toEqual({ admitted: true, personId: expect.any(String), role: 'owner' });
    const [entry] = await listAudit(db, { orgId, limit: 1 });
    expect(entry).toMatchObject({ action: 'team.join', facts: { role: 'owner' } });
  });

  it('turns away everybody else, and keeps nothing about them', async () => {
    expect(await admit(aPerson({ subject: 'eve', email: 'eve@example.com' }))).toEqual({
      admitted: false,
      reason: 'not-a-member',
    });
    expect(await listMembers(db, orgId)).toEqual([]);
  });

  it('does not trust an address that the issuer has not verified', async () => {
    expect(await admit(aPerson({ emailVerified: false }))).toEqual({
      admitted: false,
      reason: 'email-not-verified',
    });
  });

  it('knows people by issuer and subject, not by their address', async () => {
    const first = await admit(aPerson());
    expect(await admit(aPerson({ subject: 'ana-2' }))).toEqual({ admitted: false, reason: 'email-taken' });
    expect(await admit(aPerson({ issuer: 'https://other.example' }))).toEqual({
      admitted: false,
      reason: 'email-taken',
    });
    expect(await admit(aPerson({ email: 'ana.married@example.com', emailVerified: false }))).toEqual(first);
  });

  it('keeps a role that was changed since, whatever the configuration says', async () => {
    const ana = await admit(aPerson());
    const ben = await admit(aPerson({ subject: 'ben-1', email: 'ben@example.com', name: 'Ben' }));
    if (!ana.admitted || !ben.admitted) throw new Error('both belong to the team');
    await changeRole(db, { orgId, personId: ben.personId, role: 'viewer', changedBy: ana.personId });
    expect(await admit(aPerson({ subject: 'ben-1', email: 'ben@example.com' }))).toMatchObject({
      role: 'viewer',
    });
  });

  it('makes exactly one of several first people the owner when no team is configured', async () => {
    const admissions = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        admit(aPerson({ subject: `p${i}`, email: `p${i}@example.com` }), new Map()),
      ),
    );
    expect(admissions.filter(({ admitted }) => admitted)).toHaveLength(1);
    expect(await listMembers(db, orgId)).toMatchObject([{ role: 'owner' }]);
  });
});

describe('a change of role', () => {
  it('never leaves the team without an owner', async () => {
    const ana = await admit(aPerson());
    if (!ana.admitted) throw new Error('Ana belongs to the team');
    const demote = changeRole(db, { orgId, personId: ana.personId, role: 'editor', changedBy: ana.personId });
    await expect(demote).rejects.toMatchObject({
      error: { kind: 'invalid-input', fieldErrors: { role: expect.stringContaining('owner') } },
    });
    expect(await listMembers(db, orgId)).toMatchObject([{ role: 'owner' }]);
  });

  it('is refused for somebody who is no member', async () => {
    await admit(aPerson());
    const personId = '00000000-0000-4000-8000-000000000000';
    await expect(
      changeRole(db, { orgId, personId, role: 'viewer', changedBy: personId }),
    ).rejects.toMatchObject({
      error: { kind: 'not-found', what: 'member' },
    });
  });
});
