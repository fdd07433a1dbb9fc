import { createHash, timingSafeEqual } from 'node:crypto';
import { createPlatformContext } from '@/server/auth/require-platform-context';
import { getDb } from '@/server/db/client';
import { getEnv } from '@/server/env';
import { getLog } from '@/server/log';
import { workDue } from '@/server/provisioning/due-work';

export const dynamic = 'force-dynamic';
/** Seconds: one slice of a run and what it takes to end it. */
export const maxDuration = 120;

/**
 * Takes up runs that are due, where no process lives on between requests: a schedule calls it once a minute with the
 * secret. Without a configured secret there is no such route.
 */
export async function GET(request: Request): Promise<Response> {
  const { cronSecret, service } = getEnv();
  const given = request.headers.get('authorization') ?? '';
  if (cronSecret === undefined || !isSame(given, `Bearer ${cronSecret}`)) {
    return Response.json({ error: { kind: 'not-found', what: 'page' } }, { status: 404 });
  }
  const runs = await workDue({
    db: getDb,
    log: getLog(),
    orgId: service.orgId,
    platform: createPlatformContext,
  });
  return Response.json({ runs });
}

/** Compares in a time that tells nothing about where two texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
