const hidden = '[hidden]';

// Compared in lower case without separators, so that access_token, accessToken and Access-Token are one name.
const secretKeys = new Set(
  [
    'authorization',
    'proxyAuthorization',
    'accessToken',
    'refreshToken',
    'idToken',
    'token',
    'tokens',
    'sealedTokens',
    'clientSecret',
    'clientAssertion',
    'secret',
    'nextAuthSecret',
    'apiKey',
    'xApiKey',
    'password',
    'passwd',
    'passphrase',
    'credential',
    'credentials',
    'params',
    'auth',
    'cookie',
    'cookies',
    'setCookie',
    'sid',
    'code',
    'codeVerifier',
    'nonce',
    'privateKey',
    'databaseUrl',
    'connectionString',
    'rows',
    'sample',
    'samples',
  ].map(plainKey),
);

// `code` hides an authorization code; an error's code is a word of an API and worth reading.
const apiErrorCode = /^[A-Z][A-Z0-9_]+$|^[A-Z]+-\d+-\d+$|^\d{3,7}(?:-\d{3})?$|^[0-9A-Z]{5}$/;

const secretEnding = /(?:token|secret|password|apikey|privatekey)$/;

const secretTexts = [
  /\b(?:sk|rk|pk|whsec|ot)_[A-Za-z0-9_]{6,}/g,
  /\beyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}/gi,
  /\b(?:access_token|refresh_token|id_token|client_secret|code|password|token)=[^\s&"']+/gi,
  /(?<=:\/\/)[^\s/@:]+:[^\s/@]+(?=@)/g,
];

const longestText = 8_000;
const deepest = 12;
const mostKeys = 200;

/**
 * A copy that is safe to log: values under secret names are hidden at any depth, text that looks like a credential is
 * hidden wherever it stands, errors become plain objects, and size is bounded.
 */
export function redactForLog(value: unknown, depth = 0, seen: WeakSet<object> = new WeakSet()): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
  if (depth >= deepest || seen.has(value)) return '[cut]';
  seen.add(value);
  try {
    if (Array.isArray(value))
      return value.slice(0, mostKeys).map((item) => redactForLog(item, depth + 1, seen));
    if (value instanceof Headers || value instanceof URLSearchParams || value instanceof Map) {
      return redactEntries(
        [...value.entries()].map(([key, item]) => [String(key), item]),
        depth,
        seen,
      );
    }
    if (value instanceof Error) return redactEntries(entriesOf(value), depth, seen);
    if (value instanceof Set) return redactForLog([...value], depth + 1, seen);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
    return redactEntries(Object.entries(value), depth, seen);
  } finally {
    seen.delete(value);
  }
}

function redactEntries(entries: [string, unknown][], depth: number, seen: WeakSet<object>) {
  const safe = new Map<string, unknown>();
  for (const [key, item] of entries.slice(0, mostKeys)) {
    safe.set(key, isSecret(key, item) ? hidden : redactForLog(item, depth + 1, seen));
  }
  return Object.fromEntries(safe);
}

/** Own properties hold the facts of our errors; the three below are not enumerable and would be lost. */
function entriesOf(error: Error): [string, unknown][] {
  const { name, message, stack, cause, ...rest } = error;
  return [
    ['name', name],
    ['message', message],
    ...Object.entries(rest),
    ...(cause === undefined ? [] : [['cause', cause] satisfies [string, unknown]]),
    ['stack', stack],
  ];
}

function isSecret(key: string, item: unknown): boolean {
  if (item === undefined || item === null || typeof item === 'boolean') return false;
  const name = plainKey(key);
  if (name === 'code')
    return !(typeof item === 'number' || (typeof item === 'string' && apiErrorCode.test(item)));
  return secretKeys.has(name) || secretEnding.test(name);
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function scrub(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}[cut]` : text;
  return secretTexts.reduce((scrubbed, pattern) => scrubbed.replace(pattern, hidden), short);
}
