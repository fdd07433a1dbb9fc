import { describe, expect, test } from 'vitest';
import { xdmSchemaIdSchema } from '@/lib/ids';
import { printFieldName } from '@/lib/schema/field-path';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { stripe } from '@/lib/sources/stripe';
import { withAdditions } from './field-addition';
import { fieldGroupExtensionSchema } from './field-addition-schema';
import { findMissingAdditions } from './missing-additions';
import { containersOf, type FieldGroupOutline, proposeExtension } from './propose-extension';

const text = { type: 'string' };
const sourceSchema = {
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        id: text,
        amount: { type: 'integer' },
        created: { type: 'integer' },
        Email: text,
        'näme with spaces': text,
        __proto__x: text,
        tags: { type: 'array', items: text },
        risk: { type: 'object', properties: { level: text, score: { type: 'integer' } } },
        lines: {
          type: 'array',
          items: { type: 'object', properties: { sku: text, qty: { type: 'integer' } } },
        },
      },
    },
  },
};

// What the field group declares, and the schema besides it by another field group.
const tenantObject = {
  type: 'object',
  properties: {
    charge: {
      type: 'object',
      properties: {
        id: { type: 'string', 'meta:xdmType': 'string' },
        amount: { type: 'string' },
        email: text,
        lines: { type: 'array', items: { type: 'object', properties: { sku: text } } },
      },
    },
    person: { $ref: 'https://ns.adobe.com/acme/datatypes/1', type: 'object' },
    total: { type: 'number' },
  },
};
const fieldGroup: FieldGroupOutline = {
  id: xdmSchemaIdSchema.parse('https://ns.adobe.com/acme/mixins/abc'),
  title: 'Charge fields',
  tenantPointer: '/definitions/customFields/properties/_acme',
  tenantObject,
  usedBy: ['Orders'],
};
const schema = {
  type: 'object',
  properties: {
    _id: text,
    _acme: {
      type: 'object',
      properties: {
        ...tenantObject.properties,
        person: { type: 'object', properties: { name: text } },
        refund: { type: 'object', properties: { id: text } },
      },
    },
  },
};

const propose = (container: string, ...fields: string[]) =>
  proposeExtension({
    source: stripe,
    sourceSchema,
    tenantId: 'acme',
    schema,
    fieldGroup,
    container,
    fields: fields.map((source) => ({ source: `data.${source}` })),
  });
const shortly = (proposed: ReturnType<typeof propose>) =>
  proposed.rows.map(({ target, state, note }) => [target, state, note]);

describe('fields for a field group that exists', () => {
  test('what is there with its type is mapped onto, what differs gets another name, the rest is added', () => {
    const proposed = propose('charge', 'id', 'amount', 'Email', 'created');
    expect(shortly(proposed)).toEqual([
      ['_acme.charge.id', 'present', 'The schema has it already, with this type.'],
      ['_acme.charge.amount_2', 'added', '“amount” exists beside it with another type.'],
      ['_acme.charge.created', 'added', undefined],
      ['_acme.charge.Email_2', 'added', '“Email” exists beside it with another type.'],
    ]);
    expect(proposed.additions.map(({ pointer, field }) => [pointer, field.type])).toEqual([
      ['/definitions/customFields/properties/_acme/properties/charge/properties/amount_2', 'integer'],
      ['/definitions/customFields/properties/_acme/properties/charge/properties/created', 'integer'],
      ['/definitions/customFields/properties/_acme/properties/charge/properties/Email_2', 'string'],
    ]);
  });

  test('an object that is new comes whole, in one piece, and a list that exists gets its fields inside', () => {
    const { additions } = propose(
      'charge',
      'risk.level',
      'risk.score',
      'lines[*].sku',
      'lines[*].qty',
      'tags',
    );
    const charge = '/definitions/customFields/properties/_acme/properties/charge/properties';
    const long = { minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_992 };
    expect(additions).toEqual([
      {
        pointer: `${charge}/tags`,
        field: { type: 'array', title: 'Tags', items: { type: 'string', title: 'Tags' } },
      },
      {
        pointer: `${charge}/risk`,
        field: {
          type: 'object',
          title: 'Risk',
          properties: {
            level: { type: 'string', title: 'Level' },
            score: { type: 'integer', title: 'Score', ...long },
          },
        },
      },
      {
        pointer: `${charge}/lines/items/properties/qty`,
        field: { type: 'integer', title: 'Qty', ...long },
      },
    ]);
  });

  test('a new list of objects holds the chosen fields only', () => {
    const { additions } = propose('', 'lines[*].sku');
    expect(additions).toEqual([
      {
        pointer: '/definitions/customFields/properties/_acme/properties/lines',
        field: {
          type: 'array',
          title: 'Lines',
          items: { type: 'object', title: 'Lines', properties: { sku: { type: 'string', title: 'Sku' } } },
        },
      },
    ]);
  });

  test('an object of another field group is declared again for the new fields alone', () => {
    const { additions } = propose('refund', 'id', 'amount');
    expect(additions.map(({ pointer, field }) => [pointer, Object.keys(field.properties ?? {})])).toEqual([
      ['/definitions/customFields/properties/_acme/properties/refund', ['amount']],
    ]);
  });

  test('a place in a data type, or in something that holds no fields, is refused with the reason', () => {
    expect(shortly(propose('person', 'amount'))).toEqual([
      [
        '_acme.person.amount',
        'refused',
        '“_acme.person” is declared by a data type, which other field groups share. Choose another object.',
      ],
    ]);
    expect(shortly(propose('total', 'amount'))).toEqual([
      ['_acme.total.amount', 'refused', '“_acme.total” exists and holds no fields of its own.'],
    ]);
    expect(shortly(propose('Charge', 'amount'))).toEqual([
      [
        '_acme.Charge.amount',
        'refused',
        '“_acme.charge” exists, and the registry does not tell capitals apart.',
      ],
    ]);
  });

  test('a name somebody gave is never changed for them', () => {
    const { rows, additions } = proposeExtension({
      source: stripe,
      sourceSchema,
      tenantId: 'acme',
      schema,
      fieldGroup,
      container: 'charge',
      fields: [{ source: 'data.created', name: 'amount' }],
    });
    expect(rows.map(({ state, note }) => [state, note])).toEqual([
      ['refused', '“amount” exists beside it with another type. Choose another name.'],
    ]);
    expect(additions).toEqual([]);
  });

  test('names that XDM does not take are made legal, and what is stored can be nothing else', () => {
    const { rows, additions } = propose('', printFieldName('näme with spaces'), '__proto__x');
    expect(rows.map(({ target }) => target)).toEqual(['_acme.na_me_with_spaces', '_acme.proto__x']);
    const extension = {
      fieldGroupId: fieldGroup.id,
      fieldGroupTitle: fieldGroup.title,
      container: '',
      fields: rows.map(({ field }) => ({ source: field.source })),
      additions,
    };
    expect(fieldGroupExtensionSchema.safeParse(extension).success).toBe(true);
    for (const pointer of [
      '/title',
      '/definitions/customFields/properties/_acme',
      '/definitions/customFields/properties/charge/properties/x',
      '/definitions/customFields/properties/_acme/properties/_x',
      '/definitions/customFields/properties/_acme/properties/a~1b',
      '/definitions/customFields/properties/_acme/required/0',
      '/meta:immutableTags/-',
    ]) {
      const hostile = { ...extension, additions: [{ pointer, field: { type: 'string', title: 'x' } }] };
      expect([pointer, fieldGroupExtensionSchema.safeParse(hostile).success]).toEqual([pointer, false]);
    }
    const named = { type: 'object', title: 'x', properties: { 'a.b': { type: 'string', title: 'x' } } };
    const illegal = { ...extension, additions: [{ pointer: additions[0]?.pointer, field: named }] };
    expect(fieldGroupExtensionSchema.safeParse(illegal).success).toBe(false);
  });

  test('5,000 fields are proposed in a moment', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`field${at}`, text]));
    const startedMs = performance.now();
    const { additions } = proposeExtension({
      source: stripe,
      sourceSchema: { type: 'object', properties: { data: { type: 'object', properties: many } } },
      tenantId: 'acme',
      schema: {
        properties: {
          _acme: { type: 'object', properties: { charge: { type: 'object', properties: many } } },
        },
      },
      fieldGroup,
      container: 'charge',
      fields: Object.keys(many).map((name) => ({ source: `data.${name}`, type: 'boolean' as const })),
    });
    expect(additions).toHaveLength(5_000);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  test('the objects that can take fields are offered, those of a data type are not', () => {
    expect(containersOf(fieldGroup)).toEqual(['', 'charge']);
  });
});

describe('the schema with its additions', () => {
  test('has them beside what it has, and the schema that was given stays as it is', () => {
    const before = structuredClone(schema);
    const { additions } = propose('charge', 'risk.level', 'lines[*].qty', 'created');
    const tree = buildSchemaTree(withAdditions(schema, additions));
    const added = tree.path.filter((path) => !buildSchemaTree(schema).idOfPath.has(path));
    expect(added).toEqual([
      '_acme.charge.lines[*].qty',
      '_acme.charge.created',
      '_acme.charge.risk',
      '_acme.charge.risk.level',
    ]);
    expect(schema).toEqual(before);
  });

  test('is the same when they are there already', () => {
    const { additions } = propose('charge', 'risk.level', 'created');
    const once = withAdditions(schema, additions);
    expect(withAdditions(once, additions)).toEqual(once);
  });
});

describe('what of it is still missing', () => {
  const document = { definitions: { customFields: { properties: { _acme: tenantObject } } } };
  const { additions } = propose('charge', 'risk.level', 'risk.score', 'created');

  test('everything at first, nothing once it is there, and the rest when a part of it is', () => {
    expect(findMissingAdditions(document, additions)).toEqual({ missing: additions, taken: [] });
    const changed = (risk: object | undefined) => ({
      definitions: {
        customFields: {
          properties: {
            _acme: {
              ...tenantObject,
              properties: {
                charge: {
                  properties: { ...tenantObject.properties.charge.properties, ...(risk && { risk }) },
                },
              },
            },
          },
        },
      },
    });
    const part = { type: 'object', properties: { level: { type: 'string', 'meta:xdmType': 'string' } } };
    const { missing, taken } = findMissingAdditions(changed(part), additions);
    expect(taken).toEqual([]);
    expect(missing.map(({ pointer }) => pointer.split('/charge/').at(-1))).toEqual([
      'properties/created',
      'properties/risk/properties/score',
    ]);
    expect(findMissingAdditions(changed({ type: 'string' }), additions).taken).toEqual([
      {
        pointer: '/definitions/customFields/properties/_acme/properties/charge/properties/risk',
        reason: 'It exists with another type.',
      },
    ]);
    expect(findMissingAdditions({}, additions).taken).toHaveLength(2);
  });
});
