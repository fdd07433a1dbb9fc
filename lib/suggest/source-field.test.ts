import { describe, expect, it } from 'vitest';
import type { FieldType } from '@/lib/schema/field-type';
import { readTree } from './cases/read-cases';
import { suggest } from './suggest';

const appliedTo = (tree: string, fields: Readonly<Record<string, FieldType>>) =>
  Object.fromEntries(
    suggest({
      sourceFields: Object.entries(fields).map(([path, type]) => ({ path, type })),
      targetFields: readTree(tree),
    }).flatMap(({ suggestions }) =>
      suggestions.flatMap(({ source, target, isApplied }) => (isApplied ? [[source, target]] : [])),
    ),
  );

const audit = 'extSourceSystemAudit';

describe('names of sources', () => {
  it.each([
    ['CreatedByUserId', 'string', 'createdBy'],
    ['user_created', 'string', 'createdBy'],
    ['created_who', 'string', 'createdBy'],
    ['inserted_when', 'date-time', 'createdDate'],
    ['DATE_ENTERED', 'date', 'createdDate'],
    ['LastChangedByUserId', 'string', 'lastUpdatedBy'],
    ['amendedBy', 'string', 'lastUpdatedBy'],
    ['lastAlteredOn', 'date-time', 'lastUpdatedDate'],
    ['opened_last_on', 'date-time', 'lastViewedDate'],
  ] as const)('say of %s who or when it was', (name, type, leaf) => {
    expect(appliedTo('account-b2b', { org_id: 'string', org_name: 'string', [name]: type })[name]).toBe(
      `${audit}.${leaf}`,
    );
  });

  it('mean a moment where they end in what happened and hold a date', () => {
    const applied = (type: FieldType) =>
      appliedTo('ee-loyalty', { order_number: 'string', order_total: 'number', order_cancelled: type });
    expect(applied('date-time')).toMatchObject({ order_cancelled: 'commerce.order.cancelDate' });
    expect(applied('boolean')).not.toHaveProperty('order_cancelled');
  });

  it('mean e-mail by mail where they never say e-mail, and letters where they do', () => {
    const person = { surname: 'string', born_on: 'date' } as const;
    expect(appliedTo('profile-full', { ...person, mail: 'string', mail_format: 'string' })).toMatchObject({
      mail: 'personalEmail.address',
      mail_format: 'emailFormat',
    });
    expect(
      appliedTo('profile-full', {
        ...person,
        email: 'string',
        email_consent: 'string',
        mail_consent: 'string',
      }),
    ).toMatchObject({
      email_consent: 'consents.marketing.email.val',
      mail_consent: 'consents.marketing.postalMail.val',
    });
  });

  it('mean the status of a member by its state, though addresses stand beside it', () => {
    expect(
      appliedTo('profile-full', {
        member_number: 'string',
        member_state: 'string',
        city: 'string',
        zip: 'string',
      }),
    ).toMatchObject({ member_state: 'loyalty.status' });
  });

  it('are not those of a namesake where they say what they stand below', () => {
    const confidenceOf = (path: string) =>
      suggest({
        sourceFields: [
          ...'number date total tax coupon'.split(' ').map((name) => `order.${name}`),
          'lineItems[*].sku',
          path,
        ].map((path) => ({ path, type: 'string' })),
        targetFields: readTree('ee-loyalty'),
      })
        .find(({ source }) => source === path)
        ?.suggestions.find(({ target }) => target === 'environment.browserDetails.vendor')?.confidence;
    expect(confidenceOf('browser.vendor')).toBeGreaterThan(0.95);
    expect(confidenceOf('lineItems[*].vendor')).toBeLessThan(0.7);
  });
});
