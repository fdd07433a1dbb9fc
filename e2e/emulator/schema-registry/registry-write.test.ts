import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/e2e/emulator/contract';
import { resolveSchema } from './lookup';
import { isObject } from './registry-state';
import { type Answer, createHarness, type Harness } from './service-harness';
import { xdm } from './standard/standard-ids';

let harness: Harness;

beforeEach(() => {
  harness = createHarness();
});

function send(method: string, url: string, body?: Json, headers?: Record<string, string>): Promise<Answer> {
  const call = { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
  return harness.call('schemaRegistry', method, url, call);
}

function idOf(answer: Answer): string {
  return isObject(answer.body) && typeof answer.body.$id === 'string'
    ? answer.body.$id
    : JSON.stringify(answer.body);
}

function fieldGroup(title: string, properties: Json, more: { [key: string]: Json } = {}): Json {
  return {
    type: 'object',
    title,
    'meta:intendedToExtend': [xdm.profile],
    definitions: {
      customFields: { type: 'object', properties: { _testtenant: { type: 'object', properties } } },
    },
    allOf: [{ $ref: '#/definitions/customFields', type: 'object' }],
    ...more,
  };
}

function schema(title: string, ...parts: string[]): Json {
  return { type: 'object', title, allOf: parts.map(($ref) => ({ $ref })) };
}

async function create(collection: string, body: Json): Promise<string> {
  const answer = await send('POST', `/tenant/${collection}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return idOf(answer);
}

const url = (collection: string, id: string): string => `/tenant/${collection}/${encodeURIComponent(id)}`;

function snapshot(): string {
  return JSON.stringify(harness.sandbox().services.schemaRegistry);
}

describe('creating', () => {
  it('stores a field group with the ids, metadata and types that the registry writes', async () => {
    const answer = await send(
      'POST',
      '/tenant/fieldgroups',
      fieldGroup('Loyal', { tier: { type: 'string' } }),
    );
    expect(answer).toMatchObject({
      status: 201,
      body: {
        $id: expect.stringMatching(/^https:\/\/ns\.adobe\.com\/testtenant\/mixins\/[0-9a-f]{48}$/),
        'meta:altId': expect.stringMatching(/^_testtenant\.mixins\.[0-9a-f]{48}$/),
        'meta:resourceType': 'mixins',
        version: '1.0',
        title: 'Loyal',
        imsOrg: 'TESTORG@AdobeOrg',
        'meta:containerId': 'tenant',
        'meta:tenantNamespace': '_testtenant',
        'meta:registryMetadata': {
          'xdm:createdClientId': 'client',
          eTag: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        definitions: {
          customFields: {
            properties: {
              _testtenant: { properties: { tier: { type: 'string', 'meta:xdmType': 'string' } } },
            },
          },
        },
      },
    });
  });

  it('stores a schema of title and allOf alone and derives its class and parts', async () => {
    const group = await create('fieldgroups', fieldGroup('G', { tier: { type: 'string' } }));
    const answer = await send('POST', '/tenant/schemas', {
      title: 'S',
      allOf: [{ $ref: xdm.profile }, { $ref: group }, { $ref: xdm.identityMap }],
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        'meta:class': xdm.profile,
        refs: [xdm.profile, group, xdm.identityMap],
        'meta:abstract': false,
      },
    });
    expect((answer.body as Record<string, unknown>)['meta:extends']).toEqual(
      expect.arrayContaining([xdm.record, xdm.profile, group, xdm.identityMap]),
    );
  });

  it('takes fields in a root properties object too', async () => {
    const body = {
      title: 'Root',
      'meta:intendedToExtend': [xdm.profile],
      properties: { _testtenant: { type: 'object', properties: { a: { type: 'string' } } } },
    };
    const group = await create('fieldgroups', body);
    const id = await create('schemas', schema('S', xdm.profile, group));
    const resolved = resolveSchema(harness.organisation, harness.sandbox(), id);
    expect(resolved?.properties?._testtenant?.properties?.a?.type).toBe('string');
  });

  it('merges the tenant fields of several groups and resolves data types of the tenant', async () => {
    const type = await create('datatypes', {
      title: 'Card',
      type: 'object',
      properties: { brand: { type: 'string' } },
    });
    const one = await create('fieldgroups', fieldGroup('One', { card: { type: 'object', $ref: type } }));
    const two = await create(
      'fieldgroups',
      fieldGroup('Two', { cards: { type: 'array', items: { $ref: type } } }),
    );
    const id = await create('schemas', schema('S', xdm.profile, one, two));
    const tenant = resolveSchema(harness.organisation, harness.sandbox(), id)?.properties?._testtenant;
    expect(Object.keys(tenant?.properties ?? {}).sort()).toEqual(['card', 'cards']);
    expect(tenant?.properties?.card?.properties?.brand?.type).toBe('string');
    expect(tenant?.properties?.cards?.items?.properties?.brand?.type).toBe('string');
  });

  it('makes classes that extend one behavior, and schemas of them', async () => {
    const body = {
      title: 'Price',
      type: 'object',
      allOf: [{ $ref: xdm.record }, { $ref: '#/definitions/own' }],
      definitions: {
        own: { properties: { _testtenant: { type: 'object', properties: { sku: { type: 'string' } } } } },
      },
    };
    const id = await create('classes', body);
    const schemaId = await create('schemas', schema('Prices', id));
    const resolved = resolveSchema(harness.organisation, harness.sandbox(), schemaId);
    expect(resolved?.properties?._testtenant?.properties?.sku?.type).toBe('string');
    expect(resolved?.properties?._id?.type).toBe('string');
  });

  it('refuses equal titles per kind and sandbox only', async () => {
    const id = await create('fieldgroups', fieldGroup('Same', { a: { type: 'string' } }));
    const again = await send('POST', '/tenant/fieldgroups', fieldGroup('Same', { b: { type: 'string' } }));
    expect(again).toMatchObject({
      status: 400,
      body: {
        title: 'BadRequestError',
        detail: `Title must be unique. An object ${id} already exists with the same title`,
      },
    });
    await create('datatypes', { title: 'Same', type: 'object', properties: { a: { type: 'string' } } });
    const other = await harness.call('schemaRegistry', 'POST', '/tenant/fieldgroups', {
      body: fieldGroup('Same', { a: { type: 'string' } }),
      sandbox: 'dev',
    });
    expect(other.status).toBe(201);
  });

  it.each<[string, Json, RegExp]>([
    ['no title', { type: 'object', properties: {} }, /title is required/],
    ['a list', [], /must be a JSON object/],
    [
      'a field outside the tenant namespace',
      { title: 'x', properties: { amount: { type: 'string' } } },
      /top level field named _testtenant/,
    ],
    [
      'another tenant',
      { title: 'x', properties: { _other: { type: 'object', properties: {} } } },
      /top level field named _testtenant/,
    ],
    ['a leading underscore below', fieldGroup('x', { _a: { type: 'string' } }), /not allowed/],
    ['a name with a space', fieldGroup('x', { 'a b': { type: 'string' } }), /not allowed/],
    ['a name with a dot', fieldGroup('x', { 'a.b': { type: 'string' } }), /not allowed/],
    [
      'a nested bad name',
      fieldGroup('x', { a: { type: 'object', properties: { '%': { type: 'string' } } } }),
      /a\.% has a name/,
    ],
    ['no type', fieldGroup('x', { a: {} }), /has no type/],
    ['an unknown type', fieldGroup('x', { a: { type: 'text' } }), /XDM does not know/],
    ['a type list', fieldGroup('x', { a: { type: ['string', 'null'] } }), /XDM does not know/],
    ['an array without items', fieldGroup('x', { a: { type: 'array' } }), /without items/],
    ['an object without properties', fieldGroup('x', { a: { type: 'object' } }), /without properties/],
    [
      'a map with properties',
      fieldGroup('x', { a: { type: 'object', properties: {}, additionalProperties: { type: 'string' } } }),
      /is a map/,
    ],
    ['an unknown format', fieldGroup('x', { a: { type: 'string', format: 'epoch' } }), /unknown format/],
    ['a broken pattern', fieldGroup('x', { a: { type: 'string', pattern: '(' } }), /regular expression/],
    ['an empty enum', fieldGroup('x', { a: { type: 'string', enum: [] } }), /enum/],
    ['an enum of another type', fieldGroup('x', { a: { type: 'integer', enum: ['1'] } }), /enum values/],
    [
      'bounds the wrong way round',
      fieldGroup('x', { a: { type: 'integer', minimum: 2, maximum: 1 } }),
      /minimum above/,
    ],
    [
      'a dangling local reference',
      { title: 'x', allOf: [{ $ref: '#/definitions/none' }] },
      /points to nothing/,
    ],
    ['an unknown reference', fieldGroup('x', { a: { $ref: 'https://ns.adobe.com/none' } }), /does not exist/],
    [
      'a reference to a class in a field',
      fieldGroup('x', { a: { $ref: xdm.profile } }),
      /must refer to a data type/,
    ],
    [
      'an unknown class to extend',
      fieldGroup('x', { a: { type: 'string' } }, { 'meta:intendedToExtend': ['https://x.y'] }),
      /not a class/,
    ],
    ['a field that is no object', fieldGroup('x', { a: 'string' }), /is not an object/],
  ])('refuses a field group with %s and stores nothing', async (_what, body, detail) => {
    const before = snapshot();
    const answer = await send('POST', '/tenant/fieldgroups', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { type: '/placeholder/type/uri', detail: expect.stringMatching(detail) },
    });
    expect(snapshot()).toBe(before);
  });

  it.each<[string, string[], RegExp]>([
    ['no class', [xdm.profileConsents], /exactly one class/],
    ['two classes', [xdm.profile, xdm.experienceEvent], /exactly one class/],
    ['a field group of another class', [xdm.profile, xdm.eventCommerce], /not compatible/],
    ['a data type as a part', [xdm.profile, xdm.address], /neither a class nor a field group/],
    ['an unknown part', [xdm.profile, 'https://ns.adobe.com/testtenant/mixins/0'], /does not exist/],
    ['a part twice', [xdm.profile, xdm.profileConsents, xdm.profileConsents], /twice/],
  ])('refuses a schema with %s', async (_what, parts, detail) => {
    const answer = await send('POST', '/tenant/schemas', schema('S', ...parts));
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });

  it('refuses a schema whose parts give one field two types', async () => {
    const one = await create('fieldgroups', fieldGroup('One', { a: { type: 'string' } }));
    const two = await create('fieldgroups', fieldGroup('Two', { a: { type: 'integer' } }));
    const answer = await send('POST', '/tenant/schemas', schema('S', xdm.profile, one, two));
    expect(answer).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/_testtenant\.a different types/) },
    });
  });

  it('resolves data types that refer to each other without end', async () => {
    const inner = (ref?: string): Json => ({
      title: ref === undefined ? 'A' : 'B',
      type: 'object',
      properties: { x: ref === undefined ? { type: 'string' } : { $ref: ref } },
    });
    const a = await create('datatypes', inner());
    const b = await create('datatypes', inner(a));
    const patch = [{ op: 'add', path: '/properties/back', value: { $ref: b } }];
    expect((await send('PATCH', url('datatypes', a), patch)).status).toBe(200);
    const group = await create('fieldgroups', fieldGroup('G', { a: { $ref: a } }));
    const id = await create('schemas', schema('S', xdm.profile, group));
    const field = resolveSchema(harness.organisation, harness.sandbox(), id)?.properties?._testtenant
      ?.properties?.a;
    expect(field?.properties?.back?.properties?.x).toEqual({ type: 'object', 'meta:referencedFrom': a });
  });

  it('refuses bodies that nest without end instead of failing', async () => {
    let field: Json = { type: 'string' };
    for (let depth = 0; depth < 5000; depth += 1) field = { type: 'object', properties: { a: field } };
    expect((await send('POST', '/tenant/fieldgroups', fieldGroup('x', { a: field }))).status).toBe(400);
  });

  it.each([
    ['application/json-patch+json', 415],
    ['text/plain', 415],
    ['', 400],
  ])('answers Content-Type %s with %i', async (type, status) => {
    const group = await create('fieldgroups', fieldGroup('G', { a: { type: 'string' } }));
    const patch = [{ op: 'replace', path: '/title', value: 'New' }];
    expect((await send('PATCH', url('fieldgroups', group), patch, { 'content-type': type })).status).toBe(
      status,
    );
  });
});

describe('changing', () => {
  it('raises the minor version and the etag, and readers see the change at once', async () => {
    const group = await create('fieldgroups', fieldGroup('G', { a: { type: 'string' } }));
    const id = await create('schemas', schema('S', xdm.profile, group));
    const before = resolveSchema(harness.organisation, harness.sandbox(), id);
    const path = '/definitions/customFields/properties/_testtenant/properties/b';
    const answer = await send('PATCH', url('fieldgroups', group), [
      { op: 'add', path, value: { type: 'boolean' } },
    ]);
    expect(answer).toMatchObject({ status: 200, body: { $id: group, version: '1.1' } });
    const after = resolveSchema(harness.organisation, harness.sandbox(), id);
    expect(before?.properties?._testtenant?.properties?.b).toBeUndefined();
    expect(after?.properties?._testtenant?.properties?.b?.type).toBe('boolean');
    expect(resolveSchema(harness.organisation, harness.sandbox(), id)).toBe(after);
  });

  it('replaces everything but ids and creation with PUT, read back and sent again', async () => {
    const answer = await send('POST', '/tenant/fieldgroups', fieldGroup('G', { a: { type: 'string' } }));
    const body = { ...(answer.body as { [key: string]: Json }), title: 'Renamed', version: '9.9', $id: 'x' };
    const put = await send('PUT', url('fieldgroups', idOf(answer)), body);
    expect(put).toMatchObject({ status: 200, body: { $id: idOf(answer), version: '1.1', title: 'Renamed' } });
  });

  it('changes nothing when any operation is refused', async () => {
    const group = await create('fieldgroups', fieldGroup('G', { a: { type: 'string' } }));
    const before = snapshot();
    const bodies: Json[] = [
      [
        { op: 'replace', path: '/title', value: 'New' },
        { op: 'remove', path: '/nothing' },
      ],
      [{ op: 'replace', path: '/title', value: '' }],
      [{ op: 'replace', path: '/$id', value: 'x' }],
      [{ op: 'add', path: '/meta:altId', value: 'x' }],
      [{ op: 'replace', path: '/version', value: '7.0' }],
      { title: 'New' },
      [],
    ];
    for (const body of bodies)
      expect((await send('PATCH', url('fieldgroups', group), body)).status).toBe(400);
    expect(snapshot()).toBe(before);
  });

  it('refuses writes to the global container and to what does not exist', async () => {
    const patch = [{ op: 'replace', path: '/title', value: 'Mine' }];
    expect((await send('PATCH', url('fieldgroups', xdm.profileConsents), patch)).status).toBe(403);
    expect((await send('DELETE', url('schemas', 'https://ns.adobe.com/testtenant/schemas/0'))).status).toBe(
      404,
    );
  });

  it('refuses changes that break data: removal, retyping, new requirements, fewer values, through field groups too', async () => {
    const group = await create(
      'fieldgroups',
      fieldGroup('G', { a: { type: 'string' }, b: { type: 'string' } }),
    );
    const id = await create('schemas', schema('S', xdm.profile, group));
    const base = '/definitions/customFields/properties/_testtenant';
    const removal = [{ op: 'remove', path: `${base}/properties/b` }];
    expect((await send('PATCH', url('fieldgroups', group), removal)).status).toBe(200);
    await harness.call('catalog', 'POST', '/dataSets', { body: { name: 'D', schemaRef: { id } } });
    const before = snapshot();
    const refused: [string, Json][] = [
      [url('fieldgroups', group), [{ op: 'remove', path: `${base}/properties/a` }]],
      [url('fieldgroups', group), [{ op: 'replace', path: `${base}/properties/a/type`, value: 'integer' }]],
      [url('fieldgroups', group), [{ op: 'add', path: `${base}/required`, value: ['a'] }]],
      [url('fieldgroups', group), [{ op: 'add', path: `${base}/properties/a`, value: { type: 'number' } }]],
      [url('fieldgroups', group), [{ op: 'add', path: `${base}/properties/a/maxLength`, value: 3 }]],
      [url('fieldgroups', group), [{ op: 'add', path: `${base}/properties/a/enum`, value: ['x'] }]],
      [url('schemas', id), [{ op: 'remove', path: '/allOf/1' }]],
    ];
    for (const [target, body] of refused) {
      expect(await send('PATCH', target, body)).toMatchObject({
        status: 400,
        body: { detail: expect.stringMatching(/would break/) },
      });
    }
    expect(snapshot()).toBe(before);
    const harmless = [{ op: 'add', path: `${base}/properties/c`, value: { type: 'number' } }];
    expect((await send('PATCH', url('fieldgroups', group), harmless)).status).toBe(200);
  });

  it('refuses a field that another part of the schema has with another type, or in other capitals beside it', async () => {
    const group = await create('fieldgroups', fieldGroup('G', { a: { type: 'string' } }));
    const other = await create('fieldgroups', fieldGroup('H', { b: { type: 'string' } }));
    await create('schemas', schema('S', xdm.profile, group, other));
    const before = snapshot();
    const add = (name: string, type: string) => [
      {
        op: 'add',
        path: `/definitions/customFields/properties/_testtenant/properties/${name}`,
        value: { type },
      },
    ];
    for (const [body, detail] of [
      [add('a', 'integer'), /give the field _testtenant\.a different types/],
      [add('B', 'string'), /B differs from b by capitals only/],
    ] as const) {
      expect(await send('PATCH', url('fieldgroups', other), body)).toMatchObject({
        status: 400,
        body: { detail: expect.stringMatching(detail) },
      });
    }
    expect(snapshot()).toBe(before);
    expect((await send('PATCH', url('fieldgroups', other), add('a', 'string'))).status).toBe(200);
  });
});

describe('deleting', () => {
  it('is refused while something refers to the resource, and works from the top down', async () => {
    const type = await create('datatypes', {
      title: 'T',
      type: 'object',
      properties: { a: { type: 'string' } },
    });
    const group = await create('fieldgroups', fieldGroup('G', { t: { $ref: type } }));
    const id = await create('schemas', schema('S', xdm.profile, group));
    const made = await harness.call('catalog', 'POST', '/dataSets', {
      body: { name: 'D', schemaRef: { id } },
    });
    const dataset = String((made.body as string[])[0]).replace('@/dataSets/', '');
    expect((await send('DELETE', url('datatypes', type))).status).toBe(400);
    expect((await send('DELETE', url('fieldgroups', group))).status).toBe(400);
    expect((await send('DELETE', url('schemas', id))).status).toBe(400);
    await harness.call('catalog', 'DELETE', `/dataSets/${dataset}`);
    expect((await send('DELETE', url('schemas', id))).status).toBe(204);
    expect((await send('DELETE', url('fieldgroups', group))).status).toBe(204);
    expect((await send('DELETE', url('datatypes', type))).status).toBe(204);
    expect((await send('DELETE', url('datatypes', type))).status).toBe(404);
  });
});

describe('descriptors', () => {
  async function setUp(): Promise<{ id: string; descriptor: { [key: string]: Json } }> {
    const group = await create(
      'fieldgroups',
      fieldGroup('G', {
        mail: { type: 'string' },
        other: { type: 'string' },
        count: { type: 'integer' },
        list: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      }),
    );
    const id = await create('schemas', schema('S', xdm.profile, group));
    const descriptor = {
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': id,
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': '/_testtenant/mail',
      'xdm:namespace': 'Email',
      'xdm:property': 'xdm:code',
      'xdm:isPrimary': true,
    };
    return { id, descriptor };
  }

  it('are stored, listed in every form, rewritten and deleted', async () => {
    const { descriptor } = await setUp();
    const made = await send('POST', '/tenant/descriptors', descriptor);
    expect(made).toMatchObject({
      status: 201,
      body: { ...descriptor, imsOrg: 'TESTORG@AdobeOrg', version: '1', 'meta:containerId': 'tenant' },
    });
    const id = String((made.body as Record<string, unknown>)['@id']);
    const listed = async (form: string) =>
      (await send('GET', '/tenant/descriptors', undefined, { accept: `application/vnd.adobe.${form}+json` }))
        .body;
    expect(await listed('xdm')).toEqual({ 'xdm:descriptorIdentity': [made.body] });
    expect(await listed('xdm-id')).toEqual({ 'xdm:descriptorIdentity': [id] });
    expect(await listed('xdm-link')).toEqual({ 'xdm:descriptorIdentity': [`/tenant/descriptors/${id}`] });
    expect(await listed('xdm-v2')).toMatchObject({ results: [made.body], _page: { count: 1, next: null } });
    expect((await send('GET', `/tenant/descriptors/${id}`)).body).toEqual(made.body);
    const put = await send('PUT', `/tenant/descriptors/${id}`, { ...descriptor, 'xdm:isPrimary': false });
    expect(put).toMatchObject({ status: 200, body: { '@id': id, version: '2', 'xdm:isPrimary': false } });
    expect((await send('DELETE', `/tenant/descriptors/${id}`)).status).toBe(204);
    expect((await send('GET', `/tenant/descriptors/${id}`)).status).toBe(404);
  });

  it('take a namespace by its number as well', async () => {
    const { descriptor } = await setUp();
    const body = { ...descriptor, 'xdm:namespace': 6, 'xdm:property': 'xdm:id' };
    expect((await send('POST', '/tenant/descriptors', body)).status).toBe(201);
  });

  it.each<[string, { [key: string]: Json }, RegExp]>([
    ['an unknown type', { '@type': 'xdm:descriptorOdd' }, /not a known descriptor/],
    ['an unknown schema', { 'xdm:sourceSchema': 'https://ns.adobe.com/x' }, /does not exist/],
    ['another major version', { 'xdm:sourceVersion': 2 }, /major version/],
    ['an unknown field', { 'xdm:sourceProperty': '/_testtenant/none' }, /does not exist in the schema/],
    ['a path without a slash', { 'xdm:sourceProperty': '_testtenant/mail' }, /starts with/],
    ['a number field', { 'xdm:sourceProperty': '/_testtenant/count' }, /not a string/],
    ['the tenant object', { 'xdm:sourceProperty': '/_testtenant' }, /not a string/],
    ['a field inside an array', { 'xdm:sourceProperty': '/_testtenant/list/id' }, /inside an array/],
    ['an unknown namespace', { 'xdm:namespace': 'Loyalty' }, /not a known identity namespace/],
    ['a code as a number', { 'xdm:namespace': 6 }, /not a known identity namespace/],
    ['an odd property', { 'xdm:property': 'code' }, /xdm:code or xdm:id/],
    ['a primary that is text', { 'xdm:isPrimary': 'true' }, /boolean/],
  ])('are refused for %s', async (_what, change, detail) => {
    const { descriptor } = await setUp();
    const answer = await send('POST', '/tenant/descriptors', { ...descriptor, ...change });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });

  it('allow one primary identity per schema and one identity per field', async () => {
    const { descriptor } = await setUp();
    await send('POST', '/tenant/descriptors', descriptor);
    const second = { ...descriptor, 'xdm:sourceProperty': '/_testtenant/other' };
    expect((await send('POST', '/tenant/descriptors', second)).status).toBe(400);
    expect(
      (await send('POST', '/tenant/descriptors', { ...descriptor, 'xdm:isPrimary': false })).status,
    ).toBe(400);
    expect((await send('POST', '/tenant/descriptors', { ...second, 'xdm:isPrimary': false })).status).toBe(
      201,
    );
  });

  it('go with their schema', async () => {
    const { id, descriptor } = await setUp();
    await send('POST', '/tenant/descriptors', descriptor);
    await send('DELETE', url('schemas', id));
    const listed = await send('GET', '/tenant/descriptors', undefined, {
      accept: 'application/vnd.adobe.xdm+json',
    });
    expect(listed.body).toEqual({});
  });

  it('decide whether a schema can be enabled for Profile, which cannot be undone', async () => {
    const { id, descriptor } = await setUp();
    const enable = [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }];
    expect(await send('PATCH', url('schemas', id), enable)).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/^To enable profile datasets the schema should be valid/) },
    });
    const made = await send('POST', '/tenant/descriptors', descriptor);
    expect(await send('PATCH', url('schemas', id), enable)).toMatchObject({
      status: 200,
      body: { 'meta:immutableTags': ['union'] },
    });
    expect(
      (await send('PATCH', url('schemas', id), [{ op: 'remove', path: '/meta:immutableTags' }])).status,
    ).toBe(400);
    expect((await send('DELETE', url('schemas', id))).status).toBe(400);
    const primary = String((made.body as Record<string, unknown>)['@id']);
    expect((await send('DELETE', `/tenant/descriptors/${primary}`)).status).toBe(400);
    const union = await send(
      'GET',
      `/tenant/unions/${encodeURIComponent(`${xdm.profile}__union`)}`,
      undefined,
      {
        accept: 'application/vnd.adobe.xed-full+json; version=1',
      },
    );
    expect(union).toMatchObject({
      status: 200,
      body: { properties: { _testtenant: { properties: { mail: {} } } } },
    });
  });

  it('are not needed where the schema has an identityMap', async () => {
    const id = await create('schemas', schema('M', xdm.profile, xdm.identityMap));
    const enable = [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }];
    expect((await send('PATCH', url('schemas', id), enable)).status).toBe(200);
  });
});
