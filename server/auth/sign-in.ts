import 'server-only';
import type { Account } from 'next-auth';
import type { SignInProblem } from '@/lib/team/sign-in-problem';
import { appendAudit } from '@/server/db/audit';
import { getDb } from '@/server/db/client';
import { findPerson } from '@/server/db/people';
import { createSession, deleteExpiredSessions, deleteSession } from '@/server/db/sessions';
import { getEnv } from '@/server/env';
import { getLog } from '@/server/log';
import { admitPerson } from '@/server/team/admit-person';
import { type ImsProfile, imsProfileSchema } from './ims-provider';
import { readSessionCookie, type SessionCookie } from './session-cookie';
import { createSessionId, hashSessionId } from './session-id';
import { sessionAbsoluteMs, sessionIdleMs } from './session-limits';
import { sealTokens } from './session-tokens';

/** Whether somebody with this profile may come in; otherwise why not. Makes them a member when the team says so. */
export async function checkAdmission(profile: unknown): Promise<SignInProblem | undefined> {
  const parsed = imsProfileSchema.safeParse(profile);
  if (!parsed.success) return 'wrong-issuer';
  const problem = await admit(parsed.data);
  if (problem) {
    const subject = parsed.data.sub;
    getLog().warn({ subject, problem }, 'sign-in refused');
    const { orgId } = getEnv().service;
    await appendAudit(await getDb(), {
      orgId,
      personId: null,
      action: 'session.refuse',
      subject,
      facts: { problem },
    });
  }
  return problem;
}

/**
 * Starts a session for an admitted person: always a new id, the one this browser had before is ended. The answer is
 * all that goes into the cookie.
 */
export async function startSession(account: Account, profile: unknown): Promise<SessionCookie> {
  const env = getEnv();
  const { orgId } = env.service;
  const { iss, sub } = imsProfileSchema.parse(profile);
  const db = await getDb();
  const person = await findPerson(db, { issuer: iss, subject: sub });
  if (!person) throw new Error('A session was started for somebody who was not admitted');
  const previous = await readSessionCookie();
  const sid = createSessionId();
  const id = hashSessionId(sid);
  const now = new Date();
  await db.transaction(async (tx) => {
    if (previous) await deleteSession(tx, hashSessionId(previous.sid));
    await deleteExpiredSessions(tx, { now, idleMs: sessionIdleMs });
    await createSession(tx, {
      id,
      personId: person.id,
      orgId,
      sealedTokens: sealTokens(
        { accessToken: account.access_token, refreshToken: account.refresh_token },
        { orgId, sessionId: id },
        env.nextAuthSecret,
      ),
      authenticatedAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionAbsoluteMs),
    });
    await appendAudit(tx, { orgId, personId: person.id, action: 'session.start', subject: person.id });
  });
  return { sid, personId: person.id };
}

async function admit(profile: ImsProfile): Promise<SignInProblem | undefined> {
  const env = getEnv();
  // The client library trusts whatever issuer the discovery document names; only the configured one may vouch.
  if (profile.iss !== new URL(env.imsBaseUrl).origin) return 'wrong-issuer';
  if (!profile.email) return 'no-email';
  const admission = await admitPerson(await getDb(), {
    identity: {
      issuer: profile.iss,
      subject: profile.sub,
      email: profile.email,
      emailVerified: profile.email_verified ?? false,
      name: profile.name ?? '',
    },
    orgId: env.service.orgId,
    teamMembers: env.teamMembers,
  });
  return admission.admitted ? undefined : admission.reason;
}
