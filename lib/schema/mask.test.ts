import { describe, expect, it } from 'vitest';
import { classifyPersonalValue, maskRecord, maskValue } from './mask';

const canaries = {
  data: {
    id: 'cus_NffrFeUfNV2Hib9',
    email: 'jenny.rosen@example.com',
    name: 'Jenny Rosen',
    phone: '+49 170 5551234',
    description: 'Paid by Jenny Rosen',
    billing_details: {
      name: 'Jenny Canary',
      address: { line1: '12 Canary Row', city: 'Berlin', postal_code: '10115', state: 'BE', country: 'DE' },
    },
    payment_method_details: {
      card: { last4: '4242', fingerprint: 'Xt5EWLLDS7FJjR1c', number: '4242 4242 4242 4242' },
    },
    metadata: { nickname: 'Canary', 'jenny@canary.example': 'x' },
    ip: '203.0.113.77',
    ip6: '2001:db8::8a2e:370:7334',
    bank: { iban: 'DE89370400440532013000', value: 'GB33BUKB20201555555555' },
    api: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    receipt_url: 'https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8x',
    tc: 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA',
    people: [{ Identifier: 'subject@canary.example' }, { Identifier: 'device-778899' }],
    dateOfBirth: '1980-04-01',
  },
};

const mayStay = /^(x|Canary|BE|DE)$/;

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

describe('masking a record', () => {
  it('lets no original personal value survive, in values or in keys', () => {
    const shown = JSON.stringify(maskRecord(canaries));
    for (const value of stringsOf(canaries)) {
      if (!mayStay.test(value)) expect(shown).not.toContain(value);
    }
    expect(shown).not.toMatch(/jenny|rosen|canary|berlin|4242|10115|203\.0|37040|4eC39/i);
  });

  it('keeps amounts, currencies, states, flags and times of objects as they are', () => {
    const harmless = {
      data: {
        amount: 1099,
        currency: 'usd',
        status: 'succeeded',
        livemode: false,
        created: 1679090539,
        CreatedDate: '2018-05-02T03:14:28Z',
        Status: 'ACTIVE',
        brand: 'visa',
        receipt_email: null,
      },
    };
    expect(maskRecord(harmless)).toEqual(harmless);
  });

  it('keeps the shape, so that people recognise what a field holds', () => {
    expect(maskValue('data.email', 'jenny@example.com')).toBe('j•••@e•••.com');
    expect(maskValue('content.Identifier', 'subject@example.com')).toBe('s•••@e•••.com');
    expect(maskValue('data.card.last4', '4242')).toBe('•••• ••••');
    expect(maskValue('data.customer', 'cus_NffrFeUfNV2Hib1')).toBe('cus_••••');
    expect(maskValue('data.phone', 491705551234)).toBe('••• ••••');
  });

  it('is not misled by a prototype key', () => {
    const record: unknown = JSON.parse('{"__proto__":{"email":"a@b.example"},"amount":1}');
    const masked = maskRecord(record);
    expect(JSON.stringify(masked)).toBe('{"__proto__":{"email":"a•••@b•••.example"},"amount":1}');
    expect(Object.getPrototypeOf(masked)).toBe(Object.prototype);
  });

  it('judges by the value before the name', () => {
    expect(classifyPersonalValue('data.status', 'someone@example.com')).toBe('email');
    expect(classifyPersonalValue('data.status', 'succeeded')).toBeUndefined();
  });
});
