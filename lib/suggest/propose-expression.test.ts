import { describe, expect, it } from 'vitest';
import { parseExpression } from '@/lib/expression/parse';
import type { FieldType } from '@/lib/schema/field-type';
import type { FieldHint, FieldStatistics } from '@/lib/schema/statistics';
import { readTree } from './cases/read-cases';
import { suggest } from './suggest';

type Written = readonly [path: string, type: FieldType, hints?: readonly FieldHint[]];

/** The proposal for a source field and one target among those suggested. */
function proposalFor(
  tree: string,
  fields: readonly Written[],
  source: string,
  target: string,
): string | undefined {
  const statistics = new Map<string, FieldStatistics>(
    fields.map(([path, , hints]) => [
      path,
      { filledShare: 1, distinct: 3, examples: [], hints: hints ?? [] },
    ]),
  );
  const sourceFields = fields.map(([path, type]) => ({ path, type }));
  return suggest({ sourceFields, targetFields: readTree(tree), statistics })
    .find((one) => one.source === source)
    ?.suggestions.find((one) => one.target === target)?.proposal?.expression;
}

describe('proposeExpression', () => {
  it.each([
    [
      'Unix seconds',
      'profile-b2b',
      [['created', 'integer', ['epoch-seconds']]],
      'created',
      'extSourceSystemAudit.createdDate',
      `dformat(created * 1000, "yyyy-MM-dd'T'HH:mm:ss'Z'")`,
    ],
    [
      'cents',
      'ee-loyalty',
      [
        ['order.amount', 'integer'],
        ['order.currency', 'string'],
      ],
      'order.amount',
      'commerce.order.priceTotal',
      'order.amount / 100',
    ],
    [
      'a refusal',
      'profile-b2b',
      [['do_not_call', 'boolean']],
      'do_not_call',
      'consents.marketing.call.val',
      'iif(do_not_call, "n", "y")',
    ],
    [
      'a consent',
      'profile-b2b',
      [['newsletter_optin', 'boolean']],
      'newsletter_optin',
      'consents.marketing.email.val',
      'iif(newsletter_optin, "y", "n")',
    ],
    [
      'a street and its number',
      'profile-full',
      [
        ['street', 'string'],
        ['house_number', 'string'],
      ],
      'street',
      'homeAddress.street1',
      'trim(concat(street, " ", house_number))',
    ],
  ] as const)('calculates from %s', (_, tree, fields, source, target, expected) => {
    expect(proposalFor(tree, fields, source, target)).toBe(expected);
    expect(parseExpression(expected)).toMatchObject({ ok: true });
  });

  it('copies milliseconds, texts and amounts with decimals', () => {
    expect(
      proposalFor(
        'profile-b2b',
        [['created', 'long', ['epoch-milliseconds']]],
        'created',
        'extSourceSystemAudit.createdDate',
      ),
    ).toBeUndefined();
    expect(
      proposalFor('profile-b2b', [['surname', 'string']], 'surname', 'person.name.lastName'),
    ).toBeUndefined();
    const decimals: Written[] = [
      ['order.amount', 'number'],
      ['order.currency', 'string'],
    ];
    expect(proposalFor('ee-loyalty', decimals, 'order.amount', 'commerce.order.priceTotal')).toBeUndefined();
  });
});
