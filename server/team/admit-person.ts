import type { Role } from '@/lib/team/roles';
import { appendAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import {
  addMember,
  findPerson,
  findRole,
  listMembers,
  lockMemberships,
  savePerson,
} from '@/server/db/people';

/** What the issuer says about a person. */
export type Identity = {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
};

export type Admission =
  | { admitted: true; personId: string; role: Role }
  | { admitted: false; reason: 'not-a-member' | 'email-not-verified' | 'email-taken' };

/**
 * Decides whether somebody who signed in belongs to the team. Members are known by issuer and subject; an e-mail
 * address only opens the door once, at the first sign-in, and only when the issuer verified it. Without a configured
 * team the first person becomes the owner.
 */
export async function admitPerson(
  db: Db,
  {
    identity,
    orgId,
    teamMembers,
  }: { identity: Identity; orgId: string; teamMembers: ReadonlyMap<string, Role> },
): Promise<Admission> {
  return await db.transaction(async (tx) => {
    await lockMemberships(tx, orgId);
    const members = await listMembers(tx, orgId);
    const known = await findKnownMember(tx, { identity, orgId });
    if (known) return known;

    const email = identity.email.toLowerCase();
    const configured = teamMembers.get(email);
    const role = configured ?? (teamMembers.size === 0 && members.length === 0 ? 'owner' : undefined);
    if (!role) return { admitted: false, reason: 'not-a-member' };
    if (configured && !identity.emailVerified) return { admitted: false, reason: 'email-not-verified' };
    // The address was given to another account since: whoever holds it now is not the person who was invited.
    if (members.some((member) => member.email === email)) return { admitted: false, reason: 'email-taken' };

    const person = await savePerson(tx, toPersonInput(identity));
    await addMember(tx, { personId: person.id, orgId, role });
    await appendAudit(tx, {
      orgId,
      personId: person.id,
      action: 'team.join',
      subject: person.id,
      facts: { role },
    });
    return { admitted: true, personId: person.id, role };
  });
}

async function findKnownMember(
  tx: Db,
  { identity, orgId }: { identity: Identity; orgId: string },
): Promise<Admission | undefined> {
  const person = await findPerson(tx, identity);
  const role = person && (await findRole(tx, { personId: person.id, orgId }));
  if (!person || !role) return undefined;
  await savePerson(tx, toPersonInput(identity));
  return { admitted: true, personId: person.id, role };
}

function toPersonInput({ issuer, subject, email, name }: Identity) {
  return { issuer, subject, email: email.toLowerCase(), name: name || email };
}
