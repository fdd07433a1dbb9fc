import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed text belongs to. It opens only under exactly the same three. */
export type SealedFor = { orgId: string; recordId: string; purpose: string };

const format = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a text for one record with AES-256-GCM. The answer names the key, so that a changed secret is recognised. */
export function seal(text: string, sealedFor: SealedFor, secret: string): string {
  const key = deriveKey(secret);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(sealedFor, key.id));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${format}.${key.id}.${sealed.toString('base64url')}`;
}

/** The text that was sealed for this record; undefined when it was altered, moved, or sealed under another secret. */
export function unseal(sealed: string, sealedFor: SealedFor, secret: string): string | undefined {
  const [version, keyId, body, ...rest] = sealed.split('.');
  const key = deriveKey(secret);
  if (version !== format || keyId !== key.id || body === undefined || rest.length > 0) return undefined;
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(sealedFor, key.id));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    // The only thing that throws here is a tag that does not fit.
    return undefined;
  }
}

function boundTo({ orgId, recordId, purpose }: SealedFor, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([format, keyId, orgId, recordId, purpose]), 'utf8');
}

function deriveKey(secret: string): { id: string; bytes: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'tributary', 'vault aes-256-gcm', 32));
  const id = createHash('sha256').update('key id').update(bytes).digest('base64url').slice(0, 8);
  return { id, bytes };
}
