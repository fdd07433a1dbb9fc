import { describe, expect, test } from 'vitest';
import { datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { FieldAddition, FieldGroupExtension } from '@/lib/target/field-addition';
import type { IdentityChoice } from '@/lib/target/new-target';
import { emptyDraft, type NewTarget, type Target, type TargetOnSchema } from '@/lib/wizard/draft';
import { findSharedProblems } from './find-shared-problems';

const schema = (name: string) => xdmSchemaIdSchema.parse(`https://ns.adobe.com/acme/schemas/${name}`);
const group = (name: string) => xdmSchemaIdSchema.parse(`https://ns.adobe.com/acme/mixins/${name}`);

const onSchema = (changes: Partial<Omit<TargetOnSchema, 'kind'>> = {}, schemaName = 'orders') =>
  ({
    kind: 'existing',
    datasetId: datasetIdSchema.parse('5f0000000000000000000001'),
    datasetName: 'Orders',
    schemaId: schema(schemaName),
    ...changes,
  }) as TargetOnSchema;
const identity = (target: string, changes: Partial<IdentityChoice> = {}): IdentityChoice => ({
  target,
  namespace: 'Email',
  isPrimary: false,
  ...changes,
});
const order = '/definitions/customFields/properties/_acme/properties/order';
const text = (title: string) => ({ type: 'string', title }) as const;
const number = (title: string) => ({ type: 'integer', title }) as const;
const adds = (additions: FieldAddition[], groupName = 'order-fields'): FieldGroupExtension => ({
  fieldGroupId: group(groupName),
  fieldGroupTitle: 'Order fields',
  container: 'order',
  fields: [{ source: 'data.amount' }],
  additions,
});
const onlyField = (name: string, field: FieldAddition['field'], pointer = order): FieldAddition[] => [
  { pointer: `${pointer}/properties/${name}`, field },
];
const newTarget = (changes: Partial<NewTarget> = {}): NewTarget => ({
  kind: 'create',
  fieldGroupTitle: 'Refund fields',
  schemaTitle: 'Refunds',
  datasetName: 'Refunds dataset',
  container: 'data',
  ...changes,
});

/** What is said of refunds, which come after charges. */
function problemsOf(charges: Target | null, refunds: Target | null) {
  const path = (resourcePath: string, target: Target | null) => ({
    resourcePath,
    sourceSchema: {},
    exploredAtMs: 1,
    target,
    mapping: null,
  });
  const draft = { ...emptyDraft('stripe'), paths: [path('charges', charges), path('refunds', refunds)] };
  return findSharedProblems(draft);
}

describe('what two paths cannot both have', () => {
  test.each<[what: string, charges: Target | null, refunds: Target | null, sentences: string[]]>([
    ['nothing while one of them has no target', null, newTarget(), []],
    [
      'nothing where all names differ',
      newTarget({ schemaTitle: 'A', datasetName: 'B', fieldGroupTitle: 'C' }),
      newTarget(),
      [],
    ],
    [
      'every name that both would make',
      newTarget({ classTitle: 'Payment' }),
      newTarget({ classTitle: 'Payment', schemaTitle: 'Other' }),
      [
        'The field group for charges is called “Refund fields” too. Choose another name for one of them.',
        'The dataset for charges is called “Refunds dataset” too. Choose another name for one of them.',
        'The class for charges is called “Payment” too. Choose another name for one of them.',
      ],
    ],
    [
      'the name of a dataset, one of them on a schema that exists',
      newTarget(),
      {
        kind: 'new-dataset',
        datasetName: 'Refunds dataset',
        schemaId: schema('orders'),
        schemaTitle: 'Orders',
      },
      ['The dataset for charges is called “Refunds dataset” too. Choose another name for one of them.'],
    ],
    [
      'two primary identities of one schema',
      onSchema({ identities: [identity('email', { isPrimary: true })] }),
      onSchema({ identities: [identity('crmId', { isPrimary: true, namespace: 'CRM' })] }),
      [
        'Both share one schema, which has one primary identity: here it is “crmId”, for charges “email”. Agree on one.',
      ],
    ],
    [
      'one field in two namespaces',
      onSchema({ identities: [identity('email')] }),
      onSchema({ identities: [identity('email', { namespace: 'CRM' })] }),
      ['“email” is an identity for charges too, in another way. Both share one schema: make them the same.'],
    ],
    [
      'one field as the primary and as a further identity',
      onSchema({ identities: [identity('email', { isPrimary: true })] }),
      onSchema({ identities: [identity('email')] }),
      ['“email” is an identity for charges too, in another way. Both share one schema: make them the same.'],
    ],
    [
      'nothing where both say the same',
      onSchema({
        identities: [identity('email', { isPrimary: true })],
        extension: adds(onlyField('amount', number('Amount'))),
      }),
      onSchema({
        identities: [identity('email', { isPrimary: true })],
        extension: adds(onlyField('amount', number('Sum'))),
      }),
      [],
    ],
    [
      'nothing where the schemas differ',
      onSchema({ identities: [identity('email', { isPrimary: true })] }),
      onSchema({ identities: [identity('crmId', { isPrimary: true })] }, 'returns'),
      [],
    ],
    [
      'a field of one field group with two types',
      onSchema({ extension: adds(onlyField('amount', number('Amount'))) }),
      onSchema({ extension: adds(onlyField('amount', text('Amount'))) }),
      [
        'The field “amount” is added for charges too, with another type. Both share one field group: give one of them another name.',
      ],
    ],
    [
      'a text and a time',
      onSchema({ extension: adds(onlyField('paid', text('Paid'))) }),
      onSchema({ extension: adds(onlyField('paid', { ...text('Paid'), format: 'date-time' })) }),
      [
        'The field “paid” is added for charges too, with another type. Both share one field group: give one of them another name.',
      ],
    ],
    [
      'lists of different things',
      onSchema({
        extension: adds(onlyField('codes', { type: 'array', title: 'Codes', items: text('Code') })),
      }),
      onSchema({
        extension: adds(onlyField('codes', { type: 'array', title: 'Codes', items: number('Code') })),
      }),
      [
        'The field “codes” is added for charges too, with another type. Both share one field group: give one of them another name.',
      ],
    ],
    [
      'a field below an object that both make',
      onSchema({
        extension: adds(
          onlyField('card', { type: 'object', title: 'Card', properties: { last4: text('Last') } }),
        ),
      }),
      onSchema({
        extension: adds(
          onlyField('card', {
            type: 'object',
            title: 'Card',
            properties: { brand: text('Brand'), last4: number('Last') },
          }),
        ),
      }),
      [
        'The field “last4” is added for charges too, with another type. Both share one field group: give one of them another name.',
      ],
    ],
    [
      'a field group that two schemas share',
      onSchema({ extension: adds(onlyField('amount', number('Amount'))) }),
      onSchema({ extension: adds(onlyField('amount', text('Amount'))) }, 'returns'),
      [
        'The field “amount” is added for charges too, with another type. Both share one field group: give one of them another name.',
      ],
    ],
    [
      'two field groups of one schema, at the same place',
      onSchema({ extension: adds(onlyField('amount', number('Amount'))) }),
      onSchema({
        extension: adds(
          onlyField('amount', text('Amount'), '/definitions/others/properties/_acme/properties/order'),
          'other-fields',
        ),
      }),
      [
        'The field “amount” is added for charges too, with another type. Both share one schema: give one of them another name.',
      ],
    ],
    [
      'nothing where neither field group nor schema is shared',
      onSchema({ extension: adds(onlyField('amount', number('Amount'))) }),
      onSchema({ extension: adds(onlyField('amount', text('Amount')), 'other-fields') }, 'returns'),
      [],
    ],
    [
      'names that only capitals tell apart',
      onSchema({ extension: adds(onlyField('Amount', number('Amount'))) }),
      onSchema({ extension: adds(onlyField('amount', number('Amount'))) }),
      [
        'The field “amount” is added for charges too, as “Amount”. The registry does not tell small and capital letters apart: write both the same, or give one another name.',
      ],
    ],
  ])('%s', (_, charges, refunds, sentences) => {
    expect(problemsOf(charges, refunds)).toEqual(
      sentences.map((sentence) => ({ step: 'map', resourcePath: 'refunds', sentence })),
    );
  });

  test('a path that the source no longer lists is called by its own word', () => {
    const part = { sourceSchema: {}, exploredAtMs: 1, target: newTarget(), mapping: null };
    const paths = [
      { resourcePath: 'faxes', ...part },
      { resourcePath: 'refunds', ...part },
    ];
    expect(findSharedProblems({ ...emptyDraft('stripe'), paths })[0]?.sentence).toContain(
      'for faxes is called',
    );
  });
});
