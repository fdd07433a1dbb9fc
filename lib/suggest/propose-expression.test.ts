import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '@/lib/expression/evaluate';
import type { FieldType } from '@/lib/schema/field-type';
import type { FieldHint, FieldStatistics } from '@/lib/schema/statistics';
import { readTree } from './cases/read-cases';
import { suggest } from './suggest';
import type { SuggestField } from './suggestion';

type Written = readonly [path: string, type: FieldType, seen?: Seen];
type Seen = { readonly hints?: readonly FieldHint[]; readonly examples?: readonly string[] };

/** The proposal for a source field and one target among those suggested. */
function proposalFor(
  targetFields: readonly SuggestField[],
  fields: readonly Written[],
  source: string,
  target: string,
): string | undefined {
  const statistics = new Map<string, FieldStatistics>(
    fields.map(([path, , seen]) => [
      path,
      {
        filledShare: 1,
        distinct: seen?.examples?.length ?? 5,
        examples: seen?.examples ?? [],
        hints: seen?.hints ?? [],
      },
    ]),
  );
  const sourceFields = fields.map(([path, type]) => ({ path, type }));
  return suggest({ sourceFields, targetFields, statistics })
    .find((one) => one.source === source)
    ?.suggestions.find((one) => one.target === target)?.proposal?.expression;
}

/** What a proposal makes of some records; fails where there is none or it does not run. */
function valuesOf(expression: string | undefined, records: readonly unknown[]): unknown[] {
  return records.map((record) => {
    const result = evaluateExpression(expression ?? '', record);
    return result.ok ? result.value : `error: ${result.error.message}`;
  });
}

type Calculation = readonly [
  name: string,
  tree: string,
  fields: readonly Written[],
  target: string,
  results: readonly (readonly [record: unknown, value: unknown])[],
];

const calculations: readonly Calculation[] = [
  [
    'Unix seconds',
    'profile-b2b',
    [['created', 'integer', { hints: ['epoch-seconds'] }]],
    'extSourceSystemAudit.createdDate',
    [[{ created: 1_700_000_000 }, '2023-11-14T22:13:20Z']],
  ],
  [
    'Unix seconds of a day',
    'profile-b2b',
    [['birthdate', 'integer', { hints: ['epoch-seconds'] }]],
    'person.birthDate',
    [[{ birthdate: 1_700_000_000 }, '2023-11-14']],
  ],
  [
    'a day and a time of day',
    'ee-loyalty',
    [
      ['order_date', 'string'],
      ['order_time', 'string'],
    ],
    'commerce.order.createdDate',
    [[{ order_date: '2026-05-01', order_time: '09:30:00' }, '2026-05-01T09:30:00Z']],
  ],
  [
    'the smallest unit of a currency, which some currencies lack',
    'ee-loyalty',
    [
      ['order.amount', 'integer'],
      ['order.currency', 'string'],
    ],
    'commerce.order.priceTotal',
    [
      [{ order: { amount: 1250, currency: 'eur' } }, 12.5],
      [{ order: { amount: 1250, currency: 'JPY' } }, 1250],
    ],
  ],
  [
    'a refusal',
    'profile-b2b',
    [['do_not_call', 'boolean']],
    'consents.marketing.call.val',
    [
      [{ do_not_call: true }, 'n'],
      [{ do_not_call: false }, 'y'],
    ],
  ],
  [
    'a consent',
    'profile-b2b',
    [['newsletter_optin', 'boolean']],
    'consents.marketing.email.val',
    [
      [{ newsletter_optin: true }, 'y'],
      [{ newsletter_optin: false }, 'n'],
    ],
  ],
  [
    'the status of a consent',
    'profile-b2b',
    [['email_consent_status', 'string']],
    'consents.marketing.email.val',
    [
      [{ email_consent_status: 'ACTIVE' }, 'y'],
      [{ email_consent_status: 'Opted in' }, 'y'],
      [{ email_consent_status: 'WITHDRAWN' }, 'n'],
    ],
  ],
  [
    'a consent in numbers',
    'profile-b2b',
    [['sms_consent', 'integer']],
    'consents.marketing.sms.val',
    [
      [{ sms_consent: 1 }, 'y'],
      [{ sms_consent: 0 }, 'n'],
    ],
  ],
  [
    'a flag in numbers',
    'profile-b2b',
    [['is_deleted', 'integer']],
    'isDeleted',
    [
      [{ is_deleted: 1 }, true],
      [{ is_deleted: 0 }, false],
    ],
  ],
  [
    'a flag in words',
    'profile-b2b',
    [['is_deleted', 'string', { examples: ['Y', 'N'] }]],
    'isDeleted',
    [
      [{ is_deleted: 'Y' }, true],
      [{ is_deleted: 'No' }, false],
    ],
  ],
  [
    'the letters of genders',
    'profile-b2b',
    [['gender', 'string', { examples: ['M', 'F'] }]],
    'person.gender',
    [
      [{ gender: 'M' }, 'male'],
      [{ gender: 'f' }, 'female'],
      [{ gender: 'Female' }, 'female'],
    ],
  ],
  [
    'the numbers of genders',
    'profile-b2b',
    [['gender_code', 'integer']],
    'person.gender',
    [
      [{ gender_code: 1 }, 'male'],
      [{ gender_code: 2 }, 'female'],
      [{ gender_code: 7 }, null],
    ],
  ],
  [
    'one value for a list',
    'profile-full',
    [['member_number', 'string']],
    'loyalty.loyaltyID',
    [[{ member_number: 'L-1' }, ['L-1']]],
  ],
  [
    'a street and its number',
    'profile-full',
    [
      ['street', 'string'],
      ['house_number', 'string'],
    ],
    'homeAddress.street1',
    [[{ street: 'Main Street', house_number: '5a' }, 'Main Street 5a']],
  ],
];

describe('proposeExpression', () => {
  it.each(calculations)('calculates from %s', (_, tree, fields, target, results) => {
    const expression = proposalFor(readTree(tree), fields, fields[0]?.[0] ?? '', target);
    expect(
      valuesOf(
        expression,
        results.map(([record]) => record),
      ),
    ).toEqual(results.map(([, value]) => value));
  });

  it.each<readonly [name: string, tree: string, fields: readonly Written[], target: string]>([
    [
      'milliseconds',
      'profile-b2b',
      [['created', 'long', { hints: ['epoch-milliseconds'] }]],
      'extSourceSystemAudit.createdDate',
    ],
    ['a text', 'profile-b2b', [['surname', 'string']], 'person.name.lastName'],
    [
      'an amount with decimals',
      'ee-loyalty',
      [
        ['order.amount', 'number'],
        ['order.currency', 'string'],
      ],
      'commerce.order.priceTotal',
    ],
    [
      'a choice that is “y” or “n” already',
      'profile-b2b',
      [['email_optin', 'string', { examples: ['y', 'n'] }]],
      'consents.marketing.email.val',
    ],
    [
      'a flag in “true” and “false”',
      'profile-b2b',
      [['is_deleted', 'string', { examples: ['true', 'false'] }]],
      'isDeleted',
    ],
    [
      'elements of a list',
      'ee-loyalty',
      [
        ['items[*].amount', 'integer'],
        ['items[*].currency', 'string'],
      ],
      'productListItems.priceTotal',
    ],
  ])('copies %s', (_, tree, fields, target) => {
    expect(proposalFor(readTree(tree), fields, fields[0]?.[0] ?? '', target)).toBeUndefined();
  });

  it('makes a full name of a first and a last one where the target has no others', () => {
    const expression = proposalFor(
      [{ path: 'person.name.fullName', type: 'string', title: 'Full name' }],
      [
        ['first_name', 'string'],
        ['last_name', 'string'],
      ],
      'first_name',
      'person.name.fullName',
    );
    expect(valuesOf(expression, [{ first_name: 'Ada', last_name: 'King' }])).toEqual(['Ada King']);
  });

  it('reads the values of one list in those of another', () => {
    const targets: readonly SuggestField[] = [
      { path: 'loyalty.status', type: 'string', enumValues: ['active', 'expired', 'in-review'] },
    ];
    const from = (examples: readonly string[]) =>
      proposalFor(targets, [['loyalty_status', 'string', { examples }]], 'loyalty_status', 'loyalty.status');
    expect(from(['active', 'expired'])).toBeUndefined();
    expect(from(['ACTIVE', 'Expired'])).toBe('lower(loyalty_status)');
    expect(from(['IN_REVIEW', 'Lapsed', 'GONE "away"'])).toBe(
      'decode(loyalty_status, "IN_REVIEW", "in-review", "Lapsed", "expired", null)',
    );
    expect(from(['red', 'green'])).toBeUndefined();
  });
});
