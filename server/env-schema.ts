import * as z from 'zod';
import { err, ok, type Result } from '@/lib/result';
import { isRole, type Role, roles } from '@/lib/team/roles';

export type Env = {
  /** True for a deployment: `next start`, or a hosting platform. */
  production: boolean;
  /** On a hosting platform whose processes live only as long as a request. */
  hosted: boolean;
  /** `next dev`: relaxed content security policy. */
  development: boolean;
  /** Gateway, may carry a path; no trailing slash. */
  aepBaseUrl: string;
  /** No trailing slash. */
  imsBaseUrl: string;
  service: { clientId: string; clientSecret: string; orgId: string; scopes: string };
  signIn: { clientId: string; clientSecret: string };
  nextAuthSecret: string;
  /** Origin of this app, no trailing slash. */
  appUrl: string;
  databaseUrl: string | undefined;
  /** Opens the route that takes up due runs; closed without it. */
  cronSecret: string | undefined;
  dataDir: string;
  /** Role by lower-case e-mail address, applied at a person's first sign-in. */
  teamMembers: ReadonlyMap<string, Role>;
  /** Multiplies waits and deadlines; always 1 unless every upstream is loopback. */
  timeScale: number;
  logLevel: (typeof logLevels)[number];
};

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const defaultServiceScopes =
  'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session';

// These values travel in request headers and forms: no blanks, no control characters.
const token = z.string().regex(/^[\x21-\x7e]{1,2048}$/, 'must be printable text without blanks');

const variables = {
  AEP_BASE_URL: upstreamUrl().default('https://platform.adobe.io'),
  IMS_BASE_URL: upstreamUrl().default('https://ims-na1.adobelogin.com'),
  IMS_CLIENT_ID: token,
  IMS_CLIENT_SECRET: token,
  IMS_ORG_ID: z.string().regex(/^[\w-]+@AdobeOrg$/, 'must look like 1234567890ABCDEF@AdobeOrg'),
  IMS_SCOPES: z
    .string()
    .regex(/^[\w.,]+$/, 'must be a comma-separated list of scopes')
    .default(defaultServiceScopes),
  AUTH_IMS_CLIENT_ID: token,
  AUTH_IMS_CLIENT_SECRET: token,
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  NEXTAUTH_URL: upstreamUrl().refine(
    (value) => new URL(value).pathname === '/',
    'must be an origin such as https://tributary.example.com, without a path',
  ),
  DATABASE_URL: databaseUrl().optional(),
  CRON_SECRET: token.min(32, 'must have at least 32 characters').optional(),
  DATA_DIR: z.string().default('.data'),
  TEAM_MEMBERS: teamMembers().optional(),
  TIME_SCALE: z.coerce.number('must be a number').positive('must be above 0').max(100).default(1),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
};

/**
 * Turns environment variables into the configuration, or into the full list of what is wrong with them. Problems name
 * variables and never repeat a value.
 */
export function readEnv(source: Record<string, string | undefined>): Result<Env, string[]> {
  const problems: string[] = [];
  const read = <Name extends keyof typeof variables>(name: Name) => {
    // An empty variable is what a shell or a form leaves behind when a value was not given.
    const result = variables[name].safeParse(source[name] === '' ? undefined : source[name]);
    if (result.success) return result.data as z.output<(typeof variables)[Name]>;
    const missing = source[name] === undefined || source[name] === '';
    problems.push(`${name} ${missing ? 'is missing' : (result.error.issues[0]?.message ?? 'is malformed')}`);
    return undefined;
  };

  const values = {
    aepBaseUrl: read('AEP_BASE_URL'),
    imsBaseUrl: read('IMS_BASE_URL'),
    clientId: read('IMS_CLIENT_ID'),
    clientSecret: read('IMS_CLIENT_SECRET'),
    orgId: read('IMS_ORG_ID'),
    scopes: read('IMS_SCOPES'),
    signInClientId: read('AUTH_IMS_CLIENT_ID'),
    signInClientSecret: read('AUTH_IMS_CLIENT_SECRET'),
    nextAuthSecret: read('NEXTAUTH_SECRET'),
    appUrl: read('NEXTAUTH_URL'),
    databaseUrl: read('DATABASE_URL'),
    cronSecret: read('CRON_SECRET'),
    dataDir: read('DATA_DIR'),
    teamMembers: read('TEAM_MEMBERS'),
    timeScale: read('TIME_SCALE'),
    logLevel: read('LOG_LEVEL'),
  };
  const hosted = Boolean(source.VERCEL);
  const production = hosted || source.NODE_ENV === 'production';
  const databaseGiven = Boolean(source.DATABASE_URL);
  problems.push(...checkTogether(values, { hosted, production, databaseGiven }));
  if (problems.length > 0) return err(problems);

  const allLoopback = isLoopback(values.aepBaseUrl) && isLoopback(values.imsBaseUrl);
  return ok({
    production,
    hosted,
    development: source.NODE_ENV === 'development',
    aepBaseUrl: withoutTrailingSlash(values.aepBaseUrl),
    imsBaseUrl: withoutTrailingSlash(values.imsBaseUrl),
    service: {
      clientId: values.clientId ?? '',
      clientSecret: values.clientSecret ?? '',
      orgId: values.orgId ?? '',
      scopes: values.scopes ?? '',
    },
    signIn: { clientId: values.signInClientId ?? '', clientSecret: values.signInClientSecret ?? '' },
    nextAuthSecret: values.nextAuthSecret ?? '',
    appUrl: withoutTrailingSlash(values.appUrl),
    databaseUrl: values.databaseUrl,
    cronSecret: values.cronSecret,
    dataDir: values.dataDir ?? '.data',
    teamMembers: values.teamMembers ?? new Map(),
    timeScale: allLoopback ? (values.timeScale ?? 1) : 1,
    logLevel: values.logLevel ?? 'info',
  });
}

/** The log level; `info` when the variable is missing or no level. */
export function readLogLevel(source: Record<string, string | undefined>): Env['logLevel'] {
  return logLevels.find((level) => level === source.LOG_LEVEL) ?? 'info';
}

/** True for an address of this machine: 127.0.0.0/8, ::1 and localhost. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

type Together = {
  aepBaseUrl: string | undefined;
  imsBaseUrl: string | undefined;
  appUrl: string | undefined;
};

function checkTogether(
  values: Together,
  mode: { hosted: boolean; production: boolean; databaseGiven: boolean },
): string[] {
  if (!mode.production) return [];
  const problems: string[] = [];
  const upstreams = [values.aepBaseUrl, values.imsBaseUrl].filter((url) => url !== undefined);
  const loopbacks = upstreams.filter(isLoopback).length;
  if (loopbacks > 0 && loopbacks < upstreams.length) {
    problems.push('AEP_BASE_URL and IMS_BASE_URL must both be real services or both be on this machine');
  }
  // The emulator signs anybody in by name: reachable from outside it would be a back door.
  if (loopbacks > 0 && (mode.hosted || (values.appUrl !== undefined && !isLoopback(values.appUrl)))) {
    problems.push(
      'AEP_BASE_URL and IMS_BASE_URL point at this machine, which a public deployment must not use',
    );
  }
  if (!mode.databaseGiven && (mode.hosted || loopbacks < upstreams.length)) {
    problems.push('DATABASE_URL is missing: a deployment may not keep its data in an embedded database');
  }
  return problems;
}

function upstreamUrl() {
  return z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    if (url.username || url.password || url.search || url.hash) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  }, 'must be an https address without user, query or fragment');
}

function databaseUrl() {
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^postgres(?:ql)?:$/.test(new URL(value).protocol),
      'must be a postgres:// address',
    )
    .refine((value) => {
      if (!URL.canParse(value)) return true;
      const url = new URL(value);
      const weakened = ['disable', 'allow', 'prefer', 'no-verify'].includes(
        url.searchParams.get('sslmode') ?? '',
      );
      return !weakened || isPrivateDatabaseHost(url.hostname);
    }, "must not turn off the check of the server's certificate (sslmode)");
}

/** This machine, or a name without a dot: a neighbour in a container network, which has no public certificate. */
export function isPrivateDatabaseHost(host: string): boolean {
  return isLoopbackHost(host) || !host.includes('.');
}

function teamMembers() {
  return z.string().transform((value, context) => {
    const members = new Map<string, Role>();
    for (const entry of value.split(',').map((part) => part.trim())) {
      if (entry === '') continue;
      const [mail = '', role = '', ...rest] = entry.split('=').map((part) => part.trim());
      if (rest.length > 0 || !/^[^@\s]+@[^@\s]+$/.test(mail) || !isRole(role)) {
        context.addIssue({
          code: 'custom',
          message: `must be a list such as ana@example.com=owner, with the roles ${roles.join(', ')}`,
        });
        return z.NEVER;
      }
      members.set(mail.toLowerCase(), role);
    }
    return members;
  });
}

function isLoopback(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}

function withoutTrailingSlash(url: string | undefined): string {
  return (url ?? '').replace(/\/+$/, '');
}
