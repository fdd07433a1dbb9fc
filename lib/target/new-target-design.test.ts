import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseConnectionIdSchema } from '@/lib/ids';
import { findTargetProblems, refuseIdentity } from '@/lib/plan/find-target-problems';
import { makePlan } from '@/lib/plan/make-plan';
import { type PlanKey, planKeys } from '@/lib/plan/plan';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { stripe } from '@/lib/sources/stripe';
import { type NewTarget, newTargetSchema } from '@/lib/wizard/draft';
import { editField, leaveOutFields } from './edit-field';
import { fromSourceProperty, toSourceProperty } from './identity-property';
import { moveDesign, movedTargets } from './move-design';
import type { FieldEdit } from './new-target';
import { proposeFields } from './propose-fields';
import { proposeMappings } from './propose-mappings';
import { proposeNames, proposeSchema } from './propose-target';

const text = { type: 'string' };
const sourceSchema = {
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        id: text,
        created: { type: 'integer' },
        amount: { type: 'integer' },
        or: text,
        'e-mail': text,
        Email: text,
        email: text,
        tags: { type: 'array', items: text },
        card: { type: 'object', properties: { last4: text, brand: text } },
        lines: {
          type: 'array',
          items: { type: 'object', properties: { sku: text, price: { type: 'integer' } } },
        },
      },
    },
  },
};
const target = (changes: Partial<NewTarget> = {}): NewTarget => ({
  ...proposeNames(stripe, 'charges'),
  ...changes,
});
const fieldOf = (edits: FieldEdit[], source: string) =>
  proposeFields(stripe, sourceSchema, edits).fields.find((field) => field.source === source);
const rowsOf = (changes: Partial<NewTarget> = {}) =>
  proposeMappings(stripe, 'charges', sourceSchema, 'acme', target(changes)).map(
    ({ kind, source, target: path }) => [kind, source, path.replace('_acme.charges_data.', '')],
  );

describe('edited fields', () => {
  test('names that XDM does not take are changed, and the change can be seen', () => {
    const { fields } = proposeFields(stripe, sourceSchema);
    expect(
      fields.flatMap(({ renamedFrom, name }) => (renamedFrom === undefined ? [] : [[renamedFrom, name]])),
    ).toEqual([
      ['or', 'or_field'],
      ['email', 'email_2'],
    ]);
  });

  test('a name somebody chose makes the proposals give way', () => {
    const edits: FieldEdit[] = [{ source: 'data.card', name: 'amount' }];
    const { fields, properties } = proposeFields(stripe, sourceSchema, edits);
    expect(fields.find(({ source }) => source === 'data.card')?.name).toBe('amount');
    expect(fields.find(({ source }) => source === 'data.amount')?.name).toBe('amount_2');
    expect(Object.keys(properties.amount?.properties ?? {})).toEqual(['last4', 'brand']);
  });

  test('types, titles and descriptions are taken over, for the entries of a list too', () => {
    const { properties } = proposeFields(stripe, sourceSchema, [
      { source: 'data.created', type: 'date-time', title: 'Made', description: 'When' },
      { source: 'data.tags', type: 'uri' },
    ]);
    expect(properties.created).toEqual({
      type: 'string',
      title: 'Made',
      description: 'When',
      format: 'date-time',
    });
    expect(properties.tags).toEqual({
      type: 'array',
      title: 'Tags',
      items: { type: 'string', title: 'Tags', format: 'uri' },
    });
  });

  test('a field that is left out stays in the list, so that it can be put back', () => {
    const edits = leaveOutFields(undefined, ['data.card.last4', 'data.card.brand'], true);
    const { properties, fields } = proposeFields(stripe, sourceSchema, edits);
    expect(properties.card).toBeUndefined();
    expect(fields.filter(({ isLeftOut }) => isLeftOut).map(({ source }) => source)).toEqual([
      'data.card.last4',
      'data.card.brand',
    ]);
    expect(leaveOutFields(edits, ['data.card.last4', 'data.card.brand'], false)).toEqual([]);
  });

  test('an edit that goes back to the proposal leaves nothing behind', () => {
    const once = editField(undefined, 'data.id', { title: 'Key', type: 'uri' });
    expect(once).toEqual([{ source: 'data.id', title: 'Key', type: 'uri' }]);
    expect(editField(once, 'data.id', { title: ' ', type: undefined })).toEqual([]);
  });

  test('edits of fields that are gone, and hostile names, do no harm', () => {
    const edits: FieldEdit[] = [
      { source: 'data.gone', name: 'x' },
      { source: 'data.id', name: '__proto__' },
    ];
    expect(newTargetSchema.safeParse(target({ fieldEdits: edits })).success).toBe(false);
    expect(fieldOf(edits, 'data.id')?.name).toBe('proto');
  });

  test('five thousand fields with any names become as many legal, different ones', () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `${at % 7 === 0 ? '_' : ''}Field ${at % 4_000}`);
    const properties = Object.fromEntries(
      names.map((name, at) => [`${name}${'\u200b'.repeat(at % 3)}`, text]),
    );
    const schema = { properties: { data: { type: 'object', properties } } };
    const { fields } = proposeFields(stripe, schema);
    expect(fields).toHaveLength(Object.keys(properties).length);
    expect(new Set(fields.map(({ name }) => name.toLowerCase())).size).toBe(fields.length);
  });
});

describe('proposed mappings', () => {
  test('fill every field, and an unchanged list as a whole', () => {
    expect(rowsOf()).toEqual([
      ['attribute', 'data.id', '_id'],
      ['attribute', 'data.id', 'id'],
      ['attribute', 'data.created', 'created'],
      ['attribute', 'data.amount', 'amount'],
      ['attribute', 'data.${or}', 'or_field'],
      ['attribute', 'data.${e-mail}', '${e-mail}'],
      ['attribute', 'data.Email', 'Email'],
      ['attribute', 'data.email', 'email_2'],
      ['attribute', 'data.tags', 'tags'],
      ['attribute', 'data.card.last4', 'card.last4'],
      ['attribute', 'data.card.brand', 'card.brand'],
      ['attribute', 'data.lines', 'lines'],
    ]);
  });

  test('turn seconds into times, name the event, and open a changed list', () => {
    const rows = rowsOf({
      classKind: 'event',
      fieldEdits: [
        { source: 'data.created', type: 'date-time' },
        { source: 'data.lines[*].price', name: 'priceMinor' },
        ...leaveOutFields(
          undefined,
          ['data.or', 'data.${or}', 'data.${e-mail}', 'data.Email', 'data.email'],
          true,
        ),
      ],
    });
    const seconds = `dformat(data.created * 1000, "yyyy-MM-dd'T'HH:mm:ss.SSSX")`;
    expect(rows).toEqual([
      ['attribute', 'data.id', '_id'],
      ['expression', seconds, 'timestamp'],
      ['constant', 'stripe.charges', 'eventType'],
      ['attribute', 'data.id', 'id'],
      ['expression', seconds, 'created'],
      ['attribute', 'data.amount', 'amount'],
      ['attribute', 'data.tags', 'tags'],
      ['attribute', 'data.card.last4', 'card.last4'],
      ['attribute', 'data.card.brand', 'card.brand'],
      ['attribute', 'data.lines[*].sku', 'lines[*].sku'],
      ['attribute', 'data.lines[*].price', 'lines[*].priceMinor'],
    ]);
  });
});

test('identities and mappings follow a field to another name and object', () => {
  const before = target({
    identities: [
      { target: '_acme.charges_data.id', namespace: 'Email', isPrimary: true },
      { target: '_acme.charges_data.card.brand', namespace: 'Phone', isPrimary: false },
    ],
  });
  const after: NewTarget = {
    ...before,
    container: 'payments',
    fieldEdits: [
      { source: 'data.id', name: 'chargeId' },
      { source: 'data.card.brand', isLeftOut: true },
    ],
  };
  expect(moveDesign(stripe, sourceSchema, 'acme', before, after).identities).toEqual([
    { target: '_acme.payments.chargeId', namespace: 'Email', isPrimary: true },
  ]);
  const moved = movedTargets(stripe, sourceSchema, 'acme', before, after);
  expect(moved.get('_acme.charges_data.id')).toBe('_acme.payments.chargeId');
  expect(moved.get('_acme.charges_data')).toBe('_acme.payments');
  expect([moved.has('_id'), moved.has('_acme.charges_data.card.brand')]).toEqual([false, false]);
});

describe('what the platform would refuse is said before', () => {
  const design = target({
    classKind: 'event',
    identities: [
      { target: '_acme.charges_data.id', namespace: 'Email', isPrimary: true },
      { target: '_acme.charges_data.amount', namespace: 'Email', isPrimary: false },
      { target: '_acme.charges_data.card.last4', namespace: 'Nobody', isPrimary: false },
    ],
  });
  const tree = buildSchemaTree(proposeSchema(stripe, sourceSchema, 'acme', design));
  const facts = {
    target: design,
    tree,
    requiredTargets: ['_id', 'timestamp'],
    present: [],
    isInProfile: false,
    namespaces: new Set(['Email']),
    mappings: [
      { id: '1', kind: 'attribute' as const, source: 'data.id', target: '_id' },
      { id: '2', kind: 'attribute' as const, source: 'data.card', target: '_acme.charges_data.card' },
    ],
  };

  test('required fields, identities that are empty, of another type or in no namespace', () => {
    expect(findTargetProblems(facts)).toEqual([
      'The schema requires “timestamp”, which nothing fills: the platform would reject every record. Map a field to it.',
      '“_acme.charges_data.id” is an identity, and nothing fills it. Map a field to it, or remove the identity.',
      '“_acme.charges_data.amount” cannot be an identity: only texts identify somebody.',
      'This sandbox has no identity namespace “Nobody”. Choose another one for “_acme.charges_data.card.last4”.',
    ]);
  });

  test('Profile without a primary identity, or with a class that cannot join', () => {
    const profile = target({ classKind: 'record', isProfileEnabled: true });
    expect(findTargetProblems({ ...facts, target: profile, requiredTargets: [] })).toEqual([
      'A schema in Profile needs a primary identity. Set one, or leave Profile out.',
      'Records of a class of their own do not join Profile. Choose another class, or leave Profile out.',
    ]);
  });

  test('a second primary identity, and one that exists', () => {
    const own = { target: '_acme.charges_data.card.brand', namespace: 'Email', isPrimary: true };
    expect(
      findTargetProblems({
        ...facts,
        target: { ...design, identities: [own] },
        requiredTargets: [],
        present: [own],
      }),
    ).toEqual([
      '“_acme.charges_data.card.brand” is an identity of the schema already.',
      'A schema has one primary identity. Make the other one a further identity.',
    ]);
  });

  test.each([
    ['_acme.charges_data.tags', 'only texts identify somebody.'],
    ['_acme.charges_data.lines[*].sku', 'it lies inside a list.'],
    ['_id', '“_id” tells records apart, not people.'],
    ['nothing', 'the schema has no such field.'],
    ['_acme.charges_data.id', undefined],
  ])('%s: %s', (path, sentence) => {
    expect(refuseIdentity(tree, tree.idOfPath.get(path) ?? -1)).toBe(sentence);
  });
});

test('an identity’s path becomes the descriptor’s and back', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/), { minLength: 1 }), (names) => {
      const property = `/${names.join('/')}`;
      expect(toSourceProperty(fromSourceProperty(property))).toBe(property);
    }),
  );
});

test('the plan has a class, identities and Profile only where they are wanted, each after what it needs', () => {
  const markers = Object.fromEntries(planKeys.map((key) => [key, `trib-${key}`])) as Record<PlanKey, string>;
  const planOf = (changes: Partial<NewTarget>) =>
    makePlan({
      name: 'Payments',
      source: stripe,
      tenantId: 'acme',
      baseConnectionId: baseConnectionIdSchema.parse('a9950001-a386-4642-a0cd-5eaac6db5556'),
      resourcePath: 'charges',
      sourceSchema,
      target: target(changes),
      mappings: [{ id: '1', kind: 'attribute', source: 'data.id', target: '_acme.charges_data.id' }],
      schedule: { frequency: 'once', startTimeSeconds: 1_795_392_000, timeZone: 'UTC' },
      markers,
    });
  const identity = { target: '_acme.charges_data.id', namespace: 'Email' };
  const full = planOf({
    classKind: 'event',
    isProfileEnabled: true,
    identities: [
      { ...identity, isPrimary: true },
      { target: '_acme.charges_data.email_2', namespace: 'Phone', isPrimary: false },
    ],
  });
  expect(full.objects.map(({ key, kind, after }) => [key, kind, after ?? []])).toEqual([
    ['sourceConnection', 'sourceConnection', []],
    ['fieldGroup', 'fieldGroup', []],
    ['schema', 'schema', []],
    ['identity', 'identity', []],
    ['identity2', 'identity', []],
    ['profileSchema', 'profileSchema', ['identity', 'identity2']],
    ['dataset', 'dataset', ['profileSchema']],
    ['targetConnection', 'targetConnection', []],
    ['mappingSet', 'mappingSet', []],
    ['dataflow', 'dataflow', ['identity', 'identity2', 'profileSchema']],
  ]);
  expect(full.objects[5]?.request).toEqual({
    method: 'PATCH',
    path: '/data/foundation/schemaregistry/tenant/schemas/{id}',
    body: {
      id: '(id of the schema)',
      operations: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }],
    },
  });
  const record = planOf({ classKind: 'record', classTitle: 'Payments class' });
  expect(record.objects[1]?.request).toEqual({
    method: 'POST',
    path: '/data/foundation/schemaregistry/tenant/classes',
    body: {
      type: 'object',
      title: 'Payments class',
      description: 'Created with Tributary for Stripe. [trib-schemaClass]',
      allOf: [{ $ref: 'https://ns.adobe.com/xdm/data/record', type: 'object', 'meta:xdmType': 'object' }],
    },
  });
  expect(record.objects[2]?.references).toEqual([
    { pointer: '/meta:intendedToExtend/0', from: 'schemaClass', value: 'id' },
  ]);
});
