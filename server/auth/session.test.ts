import { sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAudit } from '@/server/db/audit';
import type { Db } from '@/server/db/db';
import { addMember, savePerson, setRole } from '@/server/db/people';
import { sessions } from '@/server/db/schema';
import { createTestDatabase } from '@/server/db/test-database';
import { hashSessionId } from './session-id';
import { sessionAbsoluteMs, sessionIdleMs } from './session-limits';

const secret = 'a-secret-of-more-than-thirty-two-characters';
const issuer = 'https://ims-na1.adobelogin.com';
const orgId = 'A@AdobeOrg';
const startMs = Date.UTC(2027, 0, 1);

const world = vi.hoisted(() => ({
  db: undefined as unknown,
  cookie: undefined as string | undefined,
  orgId: '',
  path: '',
}));

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === '__Host-tributary.session' ? { value: world.cookie } : undefined),
  }),
  headers: async () => new Headers({ 'x-request-path': world.path }),
}));
// Outside a render there is no request to remember a session for.
vi.mock('react', () => ({ cache: (work: unknown) => work }));
vi.mock('@/server/db/client', () => ({ getDb: async () => world.db }));
vi.mock('@/server/log', async () => {
  const { createLog } = await import('@/server/create-log');
  return { getLog: () => createLog('silent') };
});
vi.mock('@/server/env', () => ({
  getEnv: () => ({
    appUrl: 'https://tributary.example.com',
    imsBaseUrl: issuer,
    nextAuthSecret: secret,
    service: { orgId: world.orgId },
    signIn: { clientId: 'web', clientSecret: 'web-secret' },
    teamMembers: new Map([['ana@example.com', 'owner']]),
  }),
}));

const { getSession, requireSession } = await import('./session');
const { checkAdmission, startSession } = await import('./sign-in');
const { endSession } = await import('./end-session');

const profile = { iss: issuer, sub: 'ana-1', email: 'ana@example.com', email_verified: 'true', name: 'Ana' };
const account = {
  provider: 'ims',
  type: 'oauth',
  providerAccountId: 'ana-1',
  access_token: 'access-canary',
  refresh_token: 'refresh-canary',
} as const;

let db: Db;
let close: () => Promise<void>;
const revoked: string[] = [];

beforeAll(async () => {
  ({ db, close } = await createTestDatabase(process.env.TEST_POSTGRES_URL));
  world.db = db;
});
afterAll(() => close());

beforeEach(async () => {
  await db.execute(sql`truncate people cascade`);
  world.orgId = orgId;
  world.cookie = undefined;
  revoked.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], now: startMs });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const basic = Buffer.from('web:web-secret').toString('base64');
    expect([url, init.headers]).toEqual([`${issuer}/ims/revoke`, { authorization: `Basic ${basic}` }]);
    revoked.push(String(init.body));
    return new Response(null);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function signIn() {
  expect(await checkAdmission(profile)).toBeUndefined();
  const claims = await startSession(account, profile);
  // The library measures the life of its cookie on its own clock, which stands still here.
  world.cookie = await encode({ token: claims, secret, maxAge: 10 * sessionAbsoluteMs });
  return claims;
}

function sessionIds() {
  return db.select({ id: sessions.id }).from(sessions);
}

describe('a session', () => {
  it('tells who is asking, and only the hash of its id is stored', async () => {
    const { sid, personId } = await signIn();
    expect(await getSession()).toEqual({
      sessionId: hashSessionId(sid),
      person: { id: personId, name: 'Ana', email: 'ana@example.com', role: 'owner' },
      orgId,
      sandboxName: null,
      authenticatedAtMs: startMs,
    });
    const stored = JSON.stringify(await db.select().from(sessions));
    expect(stored).not.toContain(sid);
    expect(stored).not.toContain('canary');
  });

  it('ends after its idle time, which every request renews, and after its absolute time', async () => {
    await signIn();
    vi.setSystemTime(startMs + sessionIdleMs - 1);
    expect(await getSession()).not.toBeNull();
    vi.setSystemTime(startMs + 2 * sessionIdleMs - 2);
    expect(await getSession()).not.toBeNull();
    vi.setSystemTime(startMs + 3 * sessionIdleMs);
    expect(await getSession()).toBeNull();
  });

  it('ends after its absolute time, however much it is used', async () => {
    await signIn();
    for (let ms = 0; ms < sessionAbsoluteMs; ms += sessionIdleMs / 2) {
      vi.setSystemTime(startMs + ms);
      expect(await getSession()).not.toBeNull();
    }
    vi.setSystemTime(startMs + sessionAbsoluteMs);
    expect(await getSession()).toBeNull();
  });

  it('has the role of the moment, and ends with the membership', async () => {
    const { personId } = await signIn();
    await setRole(db, { personId, orgId, role: 'viewer' });
    expect(await getSession()).toMatchObject({ person: { role: 'viewer' } });
    await db.execute(sql`delete from memberships`);
    expect(await getSession()).toBeNull();
  });

  it('is worth nothing in another organisation', async () => {
    await signIn();
    world.orgId = 'B@AdobeOrg';
    expect(await getSession()).toBeNull();
  });

  it.each([
    ['no cookie', async () => undefined],
    [
      'a cookie of another secret',
      async (token: object) => encode({ token: { ...token }, secret: `${secret}!` }),
    ],
    [
      'a cookie with more than text',
      async (token: object) => encode({ token: { ...token, sid: ['x'] }, secret }),
    ],
    [
      'the session of somebody else',
      async (token: object) => {
        const other = await savePerson(db, { issuer, subject: 'eve', email: 'eve@example.com', name: 'Eve' });
        await addMember(db, { personId: other.id, orgId, role: 'viewer' });
        return encode({ token: { ...token, personId: other.id }, secret });
      },
    ],
    [
      'the stored hash as the id',
      async (token: { sid: string }) =>
        encode({ token: { ...token, sid: hashSessionId(token.sid) }, secret }),
    ],
    ['nonsense', async () => 'nonsense'],
  ])('is not opened by %s', async (_what, forge) => {
    const claims = await signIn();
    world.cookie = await forge(claims);
    expect(await getSession()).toBeNull();
  });

  it('gets a new id at each sign-in, and the one before is ended', async () => {
    const first = await signIn();
    const second = await signIn();
    expect(second.sid).not.toBe(first.sid);
    expect(await sessionIds()).toEqual([{ id: hashSessionId(second.sid) }]);
  });

  it('is over everywhere after signing out, and its tokens are revoked', async () => {
    const { personId } = await signIn();
    const stolen = world.cookie;
    await endSession();
    world.cookie = stolen;
    expect(await getSession()).toBeNull();
    expect(revoked).toEqual(['token=refresh-canary', 'token=access-canary']);
    const [entry] = await listAudit(db, { orgId, limit: 1 });
    expect(entry).toMatchObject({ action: 'session.end', personId });
    await endSession();
    expect(revoked).toHaveLength(2);
  });

  it('ends here even when the issuer cannot be reached', async () => {
    await signIn();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    await endSession();
    expect(await sessionIds()).toEqual([]);
  });

  it('is asked for on the sign-in page, which leads back to a path of this app only', async () => {
    const target = async (path: string) => {
      world.path = path;
      const error: unknown = await requireSession().catch((thrown: unknown) => thrown);
      return error instanceof Error && 'digest' in error ? String(error.digest).split(';')[2] : error;
    };
    expect([await target('/dataflows?x=1'), await target('//e.example')]).toEqual([
      '/sign-in?callbackUrl=%2Fdataflows%3Fx%3D1',
      '/sign-in?callbackUrl=%2F',
    ]);
  });
});

describe('a sign-in', () => {
  it.each([
    ['another issuer', { ...profile, iss: 'https://ims.evil.example' }, 'wrong-issuer'],
    ['a look-alike issuer', { ...profile, iss: `${issuer}@evil.example` }, 'wrong-issuer'],
    ['an issuer with a slash more', { ...profile, iss: `${issuer}/` }, 'wrong-issuer'],
    ['an error instead of a profile', { error: 'server_error' }, 'wrong-issuer'],
    ['no profile', undefined, 'wrong-issuer'],
    ['a profile without an address', { iss: issuer, sub: 'x' }, 'no-email'],
    ['an address that is not verified', { ...profile, email_verified: 'false' }, 'email-not-verified'],
    ['a stranger', { ...profile, sub: 'eve', email: 'eve@example.com' }, 'not-a-member'],
  ])('is refused for %s', async (_what, claims, problem) => {
    expect(await checkAdmission(claims)).toBe(problem);
    await expect(startSession(account, claims)).rejects.toThrow();
    expect(await sessionIds()).toEqual([]);
  });

  it('that was refused is in the audit, without an address', async () => {
    await checkAdmission({ ...profile, sub: 'eve-1', email: 'eve@example.com' });
    const [row] = await listAudit(db, { orgId, limit: 1 });
    expect(row).toMatchObject({
      action: 'session.refuse',
      subject: 'eve-1',
      facts: { problem: 'not-a-member' },
    });
    expect(JSON.stringify(row)).not.toContain('eve@');
  });
});
