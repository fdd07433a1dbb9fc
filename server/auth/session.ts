import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type SandboxName, sandboxNameSchema } from '@/lib/ids';
import { toCallbackPath } from '@/lib/team/callback-path';
import type { Role } from '@/lib/team/roles';
import { getDb } from '@/server/db/client';
import { findSession, type StoredSession, touchSession } from '@/server/db/sessions';
import { getEnv } from '@/server/env';
import { requestPathHeader } from '@/server/request-headers';
import { readSessionCookie } from './session-cookie';
import { hashSessionId } from './session-id';
import { isWithinLimits, touchIntervalMs } from './session-limits';

export type Session = {
  /** The id in the database: a hash, no use as a cookie. */
  sessionId: string;
  person: { id: string; name: string; email: string; role: Role };
  orgId: string;
  sandboxName: SandboxName | null;
  /** Epoch milliseconds of the sign-in; old ones must sign in again before dangerous changes. */
  authenticatedAtMs: number;
};

/**
 * Who is asking, with the role they have now, or null. Read once per request; null as soon as the session was ended,
 * idle or lived too long, or the person left the team.
 */
export const getSession: () => Promise<Session | null> = cache(async () => {
  const cookie = await readSessionCookie();
  if (!cookie) return null;
  const db = await getDb();
  const stored = await findSession(db, hashSessionId(cookie.sid));
  const nowMs = Date.now();
  if (!stored || !isAcceptable(stored, cookie.personId, nowMs)) return null;
  await touchSession(db, { id: stored.id, at: new Date(nowMs), intervalMs: touchIntervalMs });
  const sandboxName = sandboxNameSchema.safeParse(stored.sandboxName);
  return {
    sessionId: stored.id,
    person: stored.person,
    orgId: stored.orgId,
    sandboxName: sandboxName.success ? sandboxName.data : null,
    authenticatedAtMs: stored.authenticatedAt.getTime(),
  };
});

/** For pages: the session, or a redirect to the sign-in page that leads back here. */
export async function requireSession(): Promise<Session> {
  const session = await getSession();
  if (session) return session;
  const path = toCallbackPath((await headers()).get(requestPathHeader));
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

function isAcceptable(stored: StoredSession, personId: string, nowMs: number): boolean {
  return (
    stored.person.id === personId && stored.orgId === getEnv().service.orgId && isWithinLimits(stored, nowMs)
  );
}
