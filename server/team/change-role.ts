import { AppFailure } from '@/lib/app-error';
import type { Role } from '@/lib/team/roles';
import { appendAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { hasOtherOwner, lockMemberships, setRole } from '@/server/db/people';

/**
 * Gives a member another role, in force with their next request. Throws `not-found` for somebody who is no member and
 * `invalid-input` when nobody would be left to manage the team.
 */
export async function changeRole(
  db: Db,
  { orgId, personId, role, changedBy }: { orgId: string; personId: string; role: Role; changedBy: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockMemberships(tx, orgId);
    if (role !== 'owner' && !(await hasOtherOwner(tx, { personId, orgId }))) {
      throw new AppFailure({
        kind: 'invalid-input',
        fieldErrors: { role: 'The team needs an owner: make somebody else an owner first.' },
      });
    }
    if (!(await setRole(tx, { personId, orgId, role }))) {
      throw new AppFailure({ kind: 'not-found', what: 'member' });
    }
    await appendAudit(tx, {
      orgId,
      personId: changedBy,
      action: 'team.change-role',
      subject: personId,
      facts: { role },
    });
  });
}
