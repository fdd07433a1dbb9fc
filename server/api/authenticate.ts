import { type SandboxName, sandboxNameSchema } from '@/lib/ids';
import { can, type Permission, type Role } from '@/lib/team/roles';
import { hashToken, readBearer } from '@/server/api-tokens/token-text';
import { findUsableToken, touchApiToken } from '@/server/db/api-tokens';
import type { Db } from '@/server/db/db';
import { ApiRefusal } from './problem';

const touchIntervalMs = 60_000;

/** Who asks with a token, and for which sandbox. */
export type ApiCaller = {
  tokenId: string;
  orgId: string;
  sandboxName: SandboxName;
  /** Whoever made the token answers for what is done with it. */
  person: { id: string; name: string; role: Role };
  may: (permission: Permission) => boolean;
};

/**
 * The caller behind an `Authorization` header. Throws `token-refused` for a token that is missing, unknown, expired,
 * revoked, another organisation's, or whose maker has left. A token never may more than its maker may now.
 */
export async function authenticate(
  db: Db,
  authorization: string | null,
  { orgId, nowMs }: { orgId: string; nowMs: number },
): Promise<ApiCaller> {
  const text = readBearer(authorization);
  const token = text === undefined ? undefined : await findUsableToken(db, hashToken(text));
  const sandboxName = sandboxNameSchema.safeParse(token?.sandboxName);
  if (!token || token.orgId !== orgId || !sandboxName.success) throw new ApiRefusal('token-refused');
  await touchApiToken(db, { id: token.id, at: new Date(nowMs), intervalMs: touchIntervalMs });
  return {
    tokenId: token.id,
    orgId: token.orgId,
    sandboxName: sandboxName.data,
    person: { id: token.maker.id, name: token.maker.name, role: token.role },
    may: (permission) => can(token.role, permission) && can(token.maker.role, permission),
  };
}
