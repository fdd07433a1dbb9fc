import 'server-only';
import { appendAudit } from '@/server/db/audit';
import { getDb } from '@/server/db/client';
import { deleteSession } from '@/server/db/sessions';
import { getEnv } from '@/server/env';
import { getLog } from '@/server/log';
import { revokeToken } from './revoke-token';
import { readSessionCookie } from './session-cookie';
import { hashSessionId } from './session-id';
import { unsealTokens } from './session-tokens';

/**
 * Ends the session of this request: from now on its cookie opens nothing, wherever a copy of it is. The issuer is asked
 * to revoke the person's tokens; when it cannot be reached they expire by themselves.
 */
export async function endSession(): Promise<void> {
  const cookie = await readSessionCookie();
  if (!cookie) return;
  const sessionId = hashSessionId(cookie.sid);
  const db = await getDb();
  const ended = await db.transaction(async (tx) => {
    const row = await deleteSession(tx, sessionId);
    if (row) {
      const { orgId, personId } = row;
      await appendAudit(tx, { orgId, personId, action: 'session.end', subject: personId });
    }
    return row;
  });
  if (!ended?.sealedTokens) return;
  await revokeTokens(ended.sealedTokens, { orgId: ended.orgId, sessionId });
}

async function revokeTokens(sealed: string, place: { orgId: string; sessionId: string }): Promise<void> {
  const env = getEnv();
  const { accessToken, refreshToken } = unsealTokens(sealed, place, env.nextAuthSecret);
  const tokens = [refreshToken, accessToken].filter((token) => token !== undefined);
  const outcomes = await Promise.allSettled(
    tokens.map((token) =>
      revokeToken({ imsBaseUrl: env.imsBaseUrl, ...env.signIn, token, fetch: globalThis.fetch }),
    ),
  );
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') getLog().warn({ err: outcome.reason }, 'a token was not revoked');
  }
}
