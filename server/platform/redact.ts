import { policy } from './policy';

const mark = '[removed]';

// What looks like a credential of anybody, for calls that were not given one but whose answer may quote it.
const credentialShapes = [
  /\b(?:sk|rk|pk)_(?:live|test)_[\w*.-]+/g,
  /\bwhsec_[\w*.-]+/g,
  /\bBearer\s+[\w.~+/=-]+/gi,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
];

/**
 * The platform's words without credentials: every value in `secrets`, however it was encoded on the way, and whatever
 * looks like a key or a token. Quoted request objects are shortened, the whole is cut at 500 characters.
 */
export function redact(text: string | undefined, secrets: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  let clean = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const form of encodingsOf(secret)) {
      if (!clean.includes(form)) continue;
      // Replacing one or two characters everywhere would leave a riddle that gives the value away.
      if (form.length < 4) return undefined;
      clean = clean.replaceAll(form, mark);
    }
  }
  for (const shape of credentialShapes) clean = clean.replace(shape, mark);
  clean = clean
    .replace(/\{[\s\S]{80,}\}/g, '{…}')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (clean === '') return undefined;
  return clean.length > policy.maximumDetailLength
    ? `${clean.slice(0, policy.maximumDetailLength - 1)}…`
    : clean;
}

function encodingsOf(secret: string): Set<string> {
  const bytes = Buffer.from(secret, 'utf8');
  return new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]);
}
