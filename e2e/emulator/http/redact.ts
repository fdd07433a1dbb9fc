import { createHash } from 'node:crypto';
import { emptyTable, isObject } from '../plain-json';

const secretNames = new Set([
  'client_secret',
  'clientsecret',
  'access_token',
  'accesstoken',
  'refresh_token',
  'refreshtoken',
  'id_token_hint',
  'token',
  'password',
  'assertion',
  'code',
  'code_verifier',
  'authorization',
  'cookie',
  'set-cookie',
  'x-emu-key',
  'x-user-token',
]);
const mask = '***';

function isSecret(name: string): boolean {
  return secretNames.has(name.toLowerCase());
}

/** A copy for the journal in which credentials are `***`: secret names, and every value below `auth.params`. */
export function redactBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactPatch);
  return redactValue(value);
}

function redactPatch(item: unknown): unknown {
  if (isObject(item) && typeof item.path === 'string' && /^\/auth(?:\/|$)/.test(item.path)) {
    return { ...item, value: maskAll(item.value) };
  }
  return redactValue(item);
}

function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (!isObject(value)) return value;
  const copy = emptyTable<unknown>();
  for (const [key, child] of Object.entries(value)) {
    if (key === 'auth' && isObject(child)) copy[key] = { ...child, params: maskAll(child.params) };
    else copy[key] = isSecret(key) && typeof child === 'string' ? mask : redactValue(child);
  }
  return copy;
}

function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (!isObject(value)) return value === undefined || value === null ? value : mask;
  const copy = emptyTable<unknown>();
  for (const [key, child] of Object.entries(value)) copy[key] = maskAll(child);
  return copy;
}

/** Query parameters or form fields as an object; repeated names become lists. */
export function redactParams(params: URLSearchParams): Record<string, string | string[]> {
  const result = emptyTable<string | string[]>();
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).map((value) => (isSecret(name) ? mask : value));
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return result;
}

/** Headers with credentials replaced by a fingerprint that only tells them apart. */
export function redactHeaders(headers: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  // Header names are in lower case already.
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    result[name] = secretNames.has(name) ? fingerprint(value) : value;
  }
  return result;
}

const fingerprints = new Map<string, string>();

/** Eight hexadecimal digits that stand for a secret. Remembered, because every request carries one or two. */
export function fingerprint(secret: string): string {
  const known = fingerprints.get(secret);
  if (known !== undefined) return known;
  if (fingerprints.size >= 1000) fingerprints.clear();
  const made = `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;
  fingerprints.set(secret, made);
  return made;
}
