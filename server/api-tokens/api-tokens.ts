import type * as z from 'zod';
import type { ApiToken, createApiTokenInput } from '@/lib/api-tokens/api-token';
import { AppFailure } from '@/lib/app-error';
import { can } from '@/lib/team/roles';
import { insertApiToken, listApiTokens, revokeApiToken } from '@/server/db/api-tokens';
import { appendAudit } from '@/server/db/audit';
import type { TeamContext } from '@/server/onboarding/team-context';
import { createTokenText, hashToken } from './token-text';

const dayMs = 86_400_000;

/** Every token of the organisation, newest first. Throws `not-allowed` for anybody but an owner. */
export async function loadApiTokens(ctx: Pick<TeamContext, 'db' | 'orgId' | 'session'>): Promise<ApiToken[]> {
  if (!can(ctx.session.person.role, 'team.manage')) {
    throw new AppFailure({ kind: 'not-allowed', permission: 'team.manage' });
  }
  const rows = await listApiTokens(ctx.db, ctx.orgId);
  return rows.map(({ createdAt, expiresAt, lastUsedAt, revokedAt, ...row }) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    sandboxName: row.sandboxName,
    ending: row.ending,
    createdByName: row.createdByName,
    createdAtMs: createdAt.getTime(),
    expiresAtMs: expiresAt?.getTime(),
    lastUsedAtMs: lastUsedAt?.getTime(),
    revokedAtMs: revokedAt?.getTime(),
  }));
}

/** Makes a token and answers it, this once: only its hash is kept. Throws `not-found` for a sandbox that is not listed. */
export async function createApiToken(
  ctx: TeamContext,
  input: z.output<typeof createApiTokenInput>,
): Promise<{ id: string; token: string }> {
  const { sandboxName } = await ctx.platform(input.sandboxName);
  const token = createTokenText();
  const id = await ctx.db.transaction(async (tx) => {
    const tokenId = await insertApiToken(tx, {
      orgId: ctx.orgId,
      sandboxName,
      name: input.name,
      role: input.role,
      tokenHash: hashToken(token),
      ending: token.slice(-4),
      createdBy: ctx.session.person.id,
      expiresAt: input.lifetime === 'never' ? null : new Date(ctx.now() + Number(input.lifetime) * dayMs),
    });
    await appendAudit(tx, {
      orgId: ctx.orgId,
      personId: ctx.session.person.id,
      action: 'api-token.created',
      subject: tokenId,
      facts: { name: input.name, role: input.role, sandbox: sandboxName, lifetime: input.lifetime },
    });
    return tokenId;
  });
  return { id, token };
}

/** Ends a token at once. Throws `not-found` for one that is another organisation's or has ended before. */
export async function endApiToken(ctx: TeamContext, tokenId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const revoked = await revokeApiToken(tx, { id: tokenId, orgId: ctx.orgId });
    if (!revoked) throw new AppFailure({ kind: 'not-found', what: 'token' });
    await appendAudit(tx, {
      orgId: ctx.orgId,
      personId: ctx.session.person.id,
      action: 'api-token.revoked',
      subject: tokenId,
      facts: { name: revoked.name },
    });
  });
}
