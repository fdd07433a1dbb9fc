import { describe, expect, it } from 'vitest';
import { seal, unseal } from './vault';

const secret = 'the secret of this installation, long enough';
const place = { orgId: 'A@AdobeOrg', recordId: 'row-1', purpose: 'session tokens' };

describe('the vault', () => {
  it('gives back what was sealed for the same record', () => {
    expect(unseal(seal('tøken', place, secret), place, secret)).toBe('tøken');
  });

  it('never seals the same text twice alike', () => {
    expect(seal('token', place, secret)).not.toBe(seal('token', place, secret));
  });

  it.each([
    ['another record', { ...place, recordId: 'row-2' }],
    ['another organisation', { ...place, orgId: 'B@AdobeOrg' }],
    ['another purpose', { ...place, purpose: 'credential' }],
    ['shifted boundaries', { ...place, orgId: 'A@AdobeOrgrow', recordId: '-1' }],
  ])('refuses a text moved to %s', (_what, elsewhere) => {
    expect(unseal(seal('token', place, secret), elsewhere, secret)).toBeUndefined();
  });

  it('refuses a text in which any character was changed, cut off or added', () => {
    const sealed = seal('token', place, secret);
    const altered = [...sealed].map((_, index) => {
      const other = sealed[index] === 'A' ? 'B' : 'A';
      return `${sealed.slice(0, index)}${other}${sealed.slice(index + 1)}`;
    });
    // The last character holds bits that base64 ignores, so only its bytes are compared.
    const bytes = (text: string) =>
      Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('hex') + text.slice(0, 12);
    for (const text of altered.filter((text) => bytes(text) !== bytes(sealed))) {
      expect(unseal(text, place, secret)).toBeUndefined();
    }
    for (const text of [
      '',
      'v1',
      sealed.slice(0, -5),
      `${sealed}AAAA`,
      `${sealed}.x`,
      `v2${sealed.slice(2)}`,
    ]) {
      expect(unseal(text, place, secret)).toBeUndefined();
    }
  });

  it('recognises by the key id that the secret changed', () => {
    const keyId = (sealed: string) => sealed.split('.')[1];
    const sealed = seal('token', place, secret);
    expect(unseal(sealed, place, `${secret}!`)).toBeUndefined();
    expect(keyId(sealed)).toBe(keyId(seal('other', place, secret)));
    expect(keyId(sealed)).not.toBe(keyId(seal('token', place, `${secret}!`)));
  });
});
