import { describe, expect, it } from 'vitest';
import { readEnv, readLogLevel } from './env-schema';

const secret = 'a-secret-of-more-than-thirty-two-characters';

const publicDeployment = {
  NODE_ENV: 'production',
  IMS_CLIENT_ID: 'client',
  IMS_CLIENT_SECRET: 'p8-secret',
  IMS_ORG_ID: '1234ABCD@AdobeOrg',
  AUTH_IMS_CLIENT_ID: 'web',
  AUTH_IMS_CLIENT_SECRET: 's8-secret',
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: 'https://tributary.example.com/',
  DATABASE_URL: 'postgres://app:word@db.example.com/tributary',
};

const demo = {
  ...publicDeployment,
  AEP_BASE_URL: 'http://127.0.0.1:4010/',
  IMS_BASE_URL: 'http://127.0.0.1:4010',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  DATABASE_URL: '',
};

function problemsOf(source: Record<string, string | undefined>): string[] {
  const result = readEnv(source);
  return result.ok ? [] : result.error;
}

describe('the configuration', () => {
  it('takes Adobe’s addresses and the documented scopes unless told otherwise', () => {
    expect(readEnv(publicDeployment)).toEqual({
      ok: true,
      data: {
        production: true,
        hosted: false,
        development: false,
        aepBaseUrl: 'https://platform.adobe.io',
        imsBaseUrl: 'https://ims-na1.adobelogin.com',
        service: {
          clientId: 'client',
          clientSecret: 'p8-secret',
          orgId: '1234ABCD@AdobeOrg',
          scopes: 'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session',
        },
        signIn: { clientId: 'web', clientSecret: 's8-secret' },
        nextAuthSecret: secret,
        appUrl: 'https://tributary.example.com',
        databaseUrl: 'postgres://app:word@db.example.com/tributary',
        cronSecret: undefined,
        dataDir: '.data',
        teamMembers: new Map(),
        timeScale: 1,
        logLevel: 'info',
      },
    });
  });

  it('lists everything that is wrong at once and repeats no value', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      AEP_BASE_URL: 'http://platform.adobe.io',
      IMS_CLIENT_ID: 'two words',
      IMS_ORG_ID: 'not-an-org',
      NEXTAUTH_SECRET: 'short-canary',
      NEXTAUTH_URL: 'https://tributary.example.com/app',
      TEAM_MEMBERS: 'ana@example.com=king',
      TIME_SCALE: '0',
      LOG_LEVEL: 'loud',
    });
    expect(problems).toEqual([
      'AEP_BASE_URL must be an https address without user, query or fragment',
      'IMS_CLIENT_ID must be printable text without blanks',
      'IMS_CLIENT_SECRET is missing',
      'IMS_ORG_ID must look like 1234567890ABCDEF@AdobeOrg',
      'AUTH_IMS_CLIENT_ID is missing',
      'AUTH_IMS_CLIENT_SECRET is missing',
      'NEXTAUTH_SECRET must have at least 32 characters',
      'NEXTAUTH_URL must be an origin such as https://tributary.example.com, without a path',
      'TEAM_MEMBERS must be a list such as ana@example.com=owner, with the roles viewer, editor, approver, owner',
      'TIME_SCALE must be above 0',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
      'DATABASE_URL is missing: a deployment may not keep its data in an embedded database',
    ]);
    expect(problems.join()).not.toContain('canary');
  });

  it.each([
    'javascript:alert(1)',
    'https://user:word@platform.adobe.io',
    'https://platform.adobe.io?x=1',
    'http://localhost.example.com',
    'http://127.0.0.1.nip.io',
    'http://10.0.0.1',
    'ftp://127.0.0.1',
    'platform.adobe.io',
  ])('refuses %s as an upstream', (url) => {
    expect(problemsOf({ ...publicDeployment, AEP_BASE_URL: url })).toEqual([
      'AEP_BASE_URL must be an https address without user, query or fragment',
    ]);
  });

  it('lets a built server run on the emulator with the embedded database', () => {
    const result = readEnv({ ...demo, TIME_SCALE: '0.01' });
    expect(result).toMatchObject({
      ok: true,
      data: { aepBaseUrl: 'http://127.0.0.1:4010', databaseUrl: undefined, timeScale: 0.01 },
    });
  });

  it('ignores a time scale when any upstream is real', () => {
    expect(readEnv({ ...publicDeployment, TIME_SCALE: '0.01' })).toMatchObject({ data: { timeScale: 1 } });
  });

  it('refuses a public deployment, or a hosted one, on an upstream of this machine', () => {
    const refusal =
      'AEP_BASE_URL and IMS_BASE_URL point at this machine, which a public deployment must not use';
    expect(problemsOf({ ...demo, NEXTAUTH_URL: 'https://tributary.example.com' })).toEqual([refusal]);
    expect(problemsOf({ ...demo, VERCEL: '1' })).toEqual([
      refusal,
      'DATABASE_URL is missing: a deployment may not keep its data in an embedded database',
    ]);
  });

  it('refuses one real and one local upstream in production', () => {
    expect(problemsOf({ ...demo, AEP_BASE_URL: 'https://platform.adobe.io' })).toContain(
      'AEP_BASE_URL and IMS_BASE_URL must both be real services or both be on this machine',
    );
  });

  it('refuses a database address that drops the check of the certificate, except inside a private network', () => {
    const problem = "DATABASE_URL must not turn off the check of the server's certificate (sslmode)";
    const open = { ...publicDeployment, DATABASE_URL: 'postgres://a:b@db.example.com/x?sslmode=no-verify' };
    expect(problemsOf(open)).toEqual([problem]);
    expect(problemsOf({ ...open, DATABASE_URL: 'postgres://a:b@db/x?sslmode=disable' })).toEqual([]);
    expect(problemsOf({ ...open, DATABASE_URL: 'mysql://a:b@db/x' })).toEqual([
      'DATABASE_URL must be a postgres:// address',
    ]);
  });

  it('reads the team with addresses in lower case', () => {
    expect(
      readEnv({ ...demo, TEAM_MEMBERS: ' Ana@Example.com=owner, ben@example.com=editor,' }),
    ).toMatchObject({
      data: {
        teamMembers: new Map([
          ['ana@example.com', 'owner'],
          ['ben@example.com', 'editor'],
        ]),
      },
    });
  });

  it('falls back to info for the log level, so that a wrong configuration can be logged', () => {
    expect([
      readLogLevel({}),
      readLogLevel({ LOG_LEVEL: 'loud' }),
      readLogLevel({ LOG_LEVEL: 'warn' }),
    ]).toEqual(['info', 'info', 'warn']);
  });
});
