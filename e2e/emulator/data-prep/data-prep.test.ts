import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/e2e/emulator/contract';
import { resolveSchema } from '@/e2e/emulator/schema-registry/lookup';
import { type Answer, createHarness, type Harness } from '@/e2e/emulator/schema-registry/service-harness';
import { xdm } from '@/e2e/emulator/schema-registry/standard/standard-ids';
import { applyMappingSet, findMappingSet, validateMappingSet } from './lookup';

let harness: Harness;
let schemaId: string;

const tenantProperties: Json = {
  id: { type: 'string' },
  amount: { type: 'integer' },
  ratio: { type: 'number' },
  paid: { type: 'boolean' },
  created: { type: 'string', format: 'date-time' },
  kind: { type: 'string', enum: ['charge', 'refund'] },
  address: {
    type: 'object',
    properties: { city: { type: 'string' }, zip: { type: 'string' }, addrLine1: { type: 'string' } },
  },
  names: { type: 'array', items: { type: 'string' } },
  emails: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        email: { type: 'string' },
        codes: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      },
    },
  },
};

async function makeSchema(title: string, properties: Json): Promise<string> {
  const group = await harness.call('schemaRegistry', 'POST', '/tenant/fieldgroups', {
    body: {
      title: `${title} fields`,
      'meta:intendedToExtend': [xdm.profile],
      properties: { _testtenant: { type: 'object', properties } },
    },
  });
  const schema = await harness.call('schemaRegistry', 'POST', '/tenant/schemas', {
    body: {
      title,
      allOf: [xdm.profile, xdm.profileDemographic, (group.body as { $id: string }).$id].map(($ref) => ({
        $ref,
      })),
    },
  });
  expect(schema.status).toBe(201);
  return (schema.body as { $id: string }).$id;
}

beforeEach(async () => {
  harness = createHarness();
  schemaId = await makeSchema('Target', tenantProperties);
});

function send(
  method: string,
  url: string,
  body?: Json,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return harness.call('dataPrep', method, url, body === undefined ? { headers } : { body, headers });
}

type Row = { [key: string]: Json };

const attribute = (source: string, destination: string): Row => ({
  sourceType: 'ATTRIBUTE',
  source,
  destination: destination.startsWith('person') ? destination : `_testtenant.${destination}`,
});
const older = (source: string, destination: string): Row => ({
  sourceAttribute: source,
  destinationXdmPath: `_testtenant.${destination}`,
  identity: false,
  version: 0,
});

function dialectA(mappings: Json[], id = schemaId): { [key: string]: Json } {
  return {
    outputSchema: { schemaRef: { id, contentType: 'application/vnd.adobe.xed-full+json;version=1' } },
    mappings,
  };
}

function dialectB(mappings: Json[], id = schemaId): { [key: string]: Json } {
  return { version: 0, xdmSchema: id, xdmVersion: '1.0', id: null, mappings };
}

async function create(body: Json): Promise<string> {
  const answer = await send('POST', '/mappingSets', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as { id: string }).id;
}

async function preview(mappings: Json[], record: Json): Promise<{ data: unknown; errors: unknown }> {
  const answer = await send('POST', '/mappingSets/preview', {
    data: [record],
    mappingSet: dialectA(mappings),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const [result] = answer.body as { data: unknown; errors: unknown }[];
  return result ?? { data: undefined, errors: undefined };
}

describe('creating a mapping set', () => {
  it('answers 200 with numbers for dates, and reads back with the names of both dialects', async () => {
    const made = await send(
      'POST',
      '/mappingSets',
      dialectA([{ ...attribute('data.id', 'id'), name: 'id', description: 'd' }]),
    );
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        version: 0,
        createdDate: expect.any(Number),
        modifiedDate: expect.any(Number),
        createdBy: 'TA@techacct.adobe.com',
        modifiedBy: 'TA@techacct.adobe.com',
      },
    });
    const { id } = made.body as { id: string };
    expect((await send('GET', `/mappingSets/${id}`)).body).toMatchObject({
      id,
      version: 0,
      supportVersion: '1.1',
      xdmSchema: schemaId,
      xdmVersion: 'application/vnd.adobe.xed-full+json;version=1',
      schemaRef: { id: schemaId },
      outputSchema: { schemaRef: { id: schemaId } },
      mappings: [
        {
          sourceType: 'text/x.schema-path',
          source: 'data.id',
          sourceAttribute: 'data.id',
          destination: '_testtenant.id',
          destinationXdmPath: '_testtenant.id',
          identity: false,
          primaryIdentity: false,
          matchScore: 0,
          functionVersion: 1,
          name: 'id',
          description: 'd',
        },
      ],
    });
  });

  it('takes the older dialect with a null id, and rows of one dialect in the envelope of the other', async () => {
    const envelopes = [
      dialectB([older('data.id', 'id')]),
      dialectB([attribute('data.id', 'id')]),
      dialectA([older('data.id', 'id')]),
    ];
    for (const body of envelopes) {
      const { body: stored } = await send('GET', `/mappingSets/${await create(body)}`);
      expect(stored).toMatchObject({
        mappings: [{ source: 'data.id', destinationXdmPath: '_testtenant.id' }],
      });
    }
    const { body } = await send('GET', `/mappingSets/${await create(dialectB([older('data.id', 'id')]))}`);
    expect(body).toMatchObject({ xdmVersion: '1.0', schemaRef: { id: schemaId, contentType: '1.0' } });
  });

  it.each<[string, Json]>([
    ['no source', { sourceType: 'ATTRIBUTE', destination: '_testtenant.id' }],
    ['no destination', { sourceType: 'ATTRIBUTE', source: 'a' }],
    ['an empty source', { sourceType: 'ATTRIBUTE', source: '', destination: '_testtenant.id' }],
    ['a number as source', { source: 1, destination: '_testtenant.id' }],
    ['an unknown kind', { sourceType: 'FORMULA', source: 'a', destination: '_testtenant.id' }],
    ['a kind in lower case', { sourceType: 'attribute', source: 'a', destination: '_testtenant.id' }],
    ['two sources that differ', { source: 'a', sourceAttribute: 'b', destination: '_testtenant.id' }],
    ['an identity that is text', { source: 'a', destination: '_testtenant.id', identity: 'false' }],
    [
      'an expression that is too long',
      { sourceType: 'EXPRESSION', source: `"${'x'.repeat(4096)}"`, destination: '_testtenant.id' },
    ],
    ['text as a row', 'a'],
    ['null as a row', null],
  ])('refuses %s', async (_what, row) => {
    const before = JSON.stringify(harness.sandbox().services.dataPrep);
    expect(await send('POST', '/mappingSets', dialectA([row]))).toMatchObject({
      status: 400,
      body: { title: 'BadRequestError' },
    });
    expect(JSON.stringify(harness.sandbox().services.dataPrep)).toBe(before);
  });

  it('refuses envelopes without a schema, with an unknown or another schema, with an id, and odd values', async () => {
    const rows = [attribute('a', 'id')];
    const bodies: Json[] = [
      null,
      [],
      { mappings: rows },
      { ...dialectB(rows), xdmSchema: 'https://ns.adobe.com/testtenant/schemas/0' },
      { ...dialectB(rows), xdmVersion: '2.0' },
      { ...dialectB(rows), id: 'mine' },
      { ...dialectB(rows), version: 'zero' },
      { ...dialectB(rows), mappings: null },
      { ...dialectA(rows), xdmSchema: `${schemaId}0` },
      { ...dialectA(rows), allowNullValues: 'no' },
    ];
    for (const body of bodies)
      expect((await send('POST', '/mappingSets', body)).status, JSON.stringify(body)).toBe(400);
  });

  it('checks the destinations only when asked to', async () => {
    const body = dialectA([attribute('a', 'unknown')]);
    expect((await send('POST', '/mappingSets?validate=true', body)).status).toBe(400);
    expect((await send('POST', '/mappingSets', body)).status).toBe(200);
  });
});

describe('versions', () => {
  it('rise with each PUT, older ones stay readable, and the default is 0', async () => {
    const id = await create(dialectA([attribute('a', 'id')]));
    const read = (await send('GET', `/mappingSets/${id}`)).body as { [key: string]: Json };
    const put = await send('PUT', `/mappingSets/${id}`, { ...read, mappings: [attribute('b', 'id')] });
    expect(put).toMatchObject({ status: 200, body: { id, version: 1, mappings: [{ source: 'b' }] } });
    expect((await send('GET', `/mappingSets/${id}`)).body).toEqual(read);
    expect((await send('GET', `/mappingSets/${id}?version=1`)).body).toEqual(put.body);
    expect((await send('GET', `/mappingSets/${id}?version=2`)).status).toBe(404);
    expect((await send('GET', `/mappingSets/${id}?version=x`)).status).toBe(400);
    expect(findMappingSet(harness.sandbox(), id)?.version).toBe(1);
    expect(findMappingSet(harness.sandbox(), id, 0)?.mappings[0]?.source).toBe('a');
    expect(findMappingSet(harness.sandbox(), '__proto__')).toBeUndefined();
  });

  it('lists rows and one row, lists sets with limit and start, and deletes', async () => {
    const id = await create({ ...dialectA([attribute('a', 'id'), attribute('b', 'amount')]), name: 'Mine' });
    const rows = (await send('GET', `/mappingSets/${id}/mappings`)).body as { id: string; source: string }[];
    expect(rows.map((row) => row.source)).toEqual(['a', 'b']);
    expect((await send('GET', `/mappingSets/${id}/mappings/${rows[1]?.id}`)).body).toEqual(rows[1]);
    const newer = await create(dialectA([attribute('c', 'id')]));
    const page = await send('GET', '/mappingSets?limit=1&start=0&orderBy=-createdDate');
    expect(page.body).toMatchObject({
      data: [{ id: newer }],
      _page: { count: 1, limit: 1 },
      _links: { next: { href: '/data/foundation/conversion/mappingSets?limit=1&start=1' } },
    });
    expect((await send('GET', '/mappingSets?limit=5&start=0&name=Mine')).body).toMatchObject({
      data: [{ id }],
    });
    expect((await send('GET', '/mappingSets')).status).toBe(400);
    expect((await send('GET', '/mappingSets?limit=1')).body).toMatchObject({ data: [{ id: newer }] });
    expect((await send('GET', '/mappingSets?start=0')).status).toBe(400);
    expect((await send('DELETE', `/mappingSets/${id}`)).status).toBe(204);
    expect((await send('GET', `/mappingSets/${id}`)).status).toBe(404);
  });

  it('show the resolved schema only when asked to', async () => {
    const id = await create(dialectA([attribute('a', 'id')]));
    const { body } = await send('GET', `/mappingSets/${id}?expandSchema=true`);
    expect(body).toMatchObject({ outputSchema: { jsonSchema: { properties: { _testtenant: {} } } } });
  });

  it('belong to their sandbox', async () => {
    const id = await create(dialectA([attribute('a', 'id')]));
    expect((await harness.call('dataPrep', 'GET', `/mappingSets/${id}`, { sandbox: 'dev' })).status).toBe(
      404,
    );
  });
});

describe('validation', () => {
  it('gives one verdict for each row in order, with 200', async () => {
    const rows: Json[] = [
      attribute('data.id', 'id'),
      attribute('data.id', 'nothing'),
      attribute('data id', 'id'),
      { sourceType: 'EXPRESSION', source: 'upper(', destination: '_testtenant.id' },
      { sourceType: 'EXPRESSION', source: 'nosuchfunction(a)', destination: '_testtenant.id' },
      { sourceType: 'EXPRESSION', source: 'upper(a)', destination: '_testtenant.id' },
      { sourceType: 'STATIC', source: 'charge', destination: '_testtenant.kind' },
      { sourceType: 'STATIC', source: 'payout', destination: '_testtenant.kind' },
      { sourceType: 'STATIC', source: 'x', destination: '_testtenant.amount' },
      attribute('a', 'emails.email'),
      attribute('a', 'emails[0].email'),
      attribute('a[*].b', 'emails[*].email'),
      attribute('a', 'id[0]'),
      { sourceType: 'ATTRIBUTE', source: 'a' },
    ];
    const { status, body } = await send('POST', '/mappingSets/validate', dialectA(rows));
    const { validationResponse } = body as {
      validationResponse: { status: string; errors: { exception: string }[] | null }[];
    };
    expect(status).toBe(200);
    expect(validationResponse.map((verdict) => verdict.status === 'SUCCESS')).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(validationResponse[0]).toEqual({ status: 'SUCCESS', errors: null });
    expect(validationResponse[1]).toEqual({
      status: 'FAILED',
      errors: [
        {
          source: 'data.id',
          destination: '_testtenant.nothing',
          sourceType: 'ATTRIBUTE',
          columnName: null,
          exception: expect.stringContaining('nothing'),
        },
      ],
    });
  });

  it('is there for stored sets too', async () => {
    const id = await create(dialectB([older('a', 'id'), older('a', 'none')]));
    const mappingSet = findMappingSet(harness.sandbox(), id);
    const schema = resolveSchema(harness.organisation, harness.sandbox(), schemaId);
    if (mappingSet === undefined || schema === undefined) throw new Error('nothing stored');
    expect(validateMappingSet(mappingSet, schema).map(({ status }) => status)).toEqual(['SUCCESS', 'FAILED']);
  });
});

describe('preview', () => {
  it('stringifies a number for a text field, as in the published sample', async () => {
    const rows = [
      {
        sourceType: 'ATTRIBUTE',
        source: 'id',
        destination: '_id',
        name: 'id',
        description: 'Identifier field',
      },
      attribute('firstName', 'person.name.firstName'),
      attribute('lastName', 'person.name.lastName'),
    ];
    expect(await preview(rows, { id: 1234, firstName: 'Jim', lastName: 'Seltzer' })).toEqual({
      data: { _id: '1234', person: { name: { firstName: 'Jim', lastName: 'Seltzer' } } },
      errors: null,
    });
  });

  it('answers a list with a list and one record with one result', async () => {
    const mappingSet = dialectB([older('id', 'id')]);
    const many = await send('POST', '/mappingSets/preview', { data: [{ id: 1 }, { id: 2 }], mappingSet });
    expect(many.body).toEqual([
      { data: { _testtenant: { id: '1' } }, errors: null },
      { data: { _testtenant: { id: '2' } }, errors: null },
    ]);
    const one = await send('POST', '/mappingSets/preview', { data: { id: 1 }, mappingSet });
    expect(one.body).toEqual({ data: { _testtenant: { id: '1' } }, errors: null });
    for (const data of [null, 'x', ['x']]) {
      expect((await send('POST', '/mappingSets/preview', { data, mappingSet })).status).toBe(400);
    }
    expect((await send('POST', '/mappingSets/preview', { data: [{}] })).status).toBe(400);
  });

  it('tries a mapping against a schema that the body brings along, and stores none for it', async () => {
    const mappingSet = {
      outputSchema: { jsonSchema: { type: 'object', properties: { total: { type: 'string' } } } },
      mappings: ['total', 'missing'].map((destination) => ({
        sourceType: 'ATTRIBUTE',
        source: 'amount',
        destination,
      })),
    };
    const previewed = await send('POST', '/mappingSets/preview', {
      data: [{ amount: 7 }],
      mappingSet: { ...mappingSet, mappings: mappingSet.mappings.slice(0, 1) },
    });
    expect(previewed.body).toEqual([{ data: { total: '7' }, errors: null }]);
    const validated = await send('POST', '/mappingSets/validate', mappingSet);
    expect(validated.body).toMatchObject({
      validationResponse: [{ status: 'SUCCESS' }, { status: 'FAILED' }],
    });
    expect((await send('POST', '/mappingSets', mappingSet)).status).toBe(400);
  });

  it('copies an object by equal names and puts rows for single children on top, in any order', async () => {
    const record = { address: { line1: '1 Main St', city: 'Berlin', zip: 10115, other: 'x' } };
    const rows = [attribute('address.line1', 'address.addrLine1'), attribute('address', 'address')];
    const expected = { _testtenant: { address: { addrLine1: '1 Main St', city: 'Berlin', zip: '10115' } } };
    expect(await preview(rows, record)).toEqual({ data: expected, errors: null });
    expect(await preview([...rows].reverse(), record)).toEqual({ data: expected, errors: null });
    const overriding = [attribute('elsewhere', 'address.city'), attribute('address', 'address')];
    const mapped = { data: { _testtenant: { address: { city: 'Bonn', zip: '10115' } } }, errors: null };
    expect(await preview(overriding, { ...record, elsewhere: 'Bonn' })).toEqual(mapped);
    expect(await preview([...overriding].reverse(), { ...record, elsewhere: 'Bonn' })).toEqual(mapped);
  });

  it('copies arrays, takes and places elements, iterates, and collects', async () => {
    const record = { people: [{ name: 'A', email: 'a@x', x: 1 }, { email: 'b@x' }], name: 'John Smith' };
    expect(await preview([attribute('people', 'emails')], record)).toMatchObject({
      data: { _testtenant: { emails: [{ name: 'A', email: 'a@x' }, { email: 'b@x' }] } },
      errors: null,
    });
    expect(
      await preview([attribute('people[1].email', 'id'), attribute('name', 'names[0]')], record),
    ).toMatchObject({
      data: { _testtenant: { id: 'b@x', names: ['John Smith'] } },
    });
    const iterated = [
      attribute('people[*].email', 'emails[*].email'),
      attribute('people[*].name', 'emails[*].name'),
      attribute('people[*].x', 'emails[*].codes[0].id'),
    ];
    expect(await preview(iterated, record)).toMatchObject({
      data: {
        _testtenant: { emails: [{ email: 'a@x', name: 'A', codes: [{ id: '1' }] }, { email: 'b@x' }] },
      },
    });
    expect(await preview([attribute('people[*].email', 'names')], record)).toMatchObject({
      data: { _testtenant: { names: ['a@x', 'b@x'] } },
    });
  });

  it('reads names with dots, spaces and quotes', async () => {
    const record = { 'First.Name': 'a', 'First Name': 'b', inner: { 'x y': 'c' } };
    const rows = [
      attribute('First\\.Name', 'id'),
      attribute('${First Name}', 'names[0]'),
      attribute('inner."x y"', 'names[1]'),
    ];
    expect(await preview(rows, record)).toEqual({
      data: { _testtenant: { id: 'a', names: ['b', 'c'] } },
      errors: null,
    });
  });

  it('evaluates expressions and constants and converts what they give', async () => {
    const rows: Json[] = [
      { sourceType: 'EXPRESSION', source: 'concat("stripe-", data.id)', destination: '_testtenant.id' },
      { sourceType: 'EXPRESSION', source: 'data.amount / 100.0', destination: '_testtenant.ratio' },
      { sourceType: 'STATIC', source: 'charge', destination: '_testtenant.kind' },
      { sourceType: 'STATIC', source: '7', destination: '_testtenant.amount' },
      { sourceType: 'STATIC', source: 'yes', destination: '_testtenant.paid' },
    ];
    expect(await preview(rows, { data: { id: 'ch_1', amount: 1099 } })).toEqual({
      data: { _testtenant: { id: 'stripe-ch_1', ratio: 10.99, kind: 'charge', amount: 7, paid: true } },
      errors: null,
    });
  });

  it('omits what is missing or null without an error, and reports what cannot be converted', async () => {
    const rows = [
      attribute('a', 'id'),
      attribute('b', 'amount'),
      attribute('c', 'created'),
      attribute('d', 'paid'),
    ];
    expect(await preview(rows, { a: null, c: 1_700_000_000, d: 'maybe' })).toEqual({
      data: {},
      errors: [
        {
          source: 'c',
          destination: '_testtenant.created',
          sourceType: 'ATTRIBUTE',
          columnName: null,
          exception: expect.any(String),
        },
        {
          source: 'd',
          destination: '_testtenant.paid',
          sourceType: 'ATTRIBUTE',
          columnName: null,
          exception: expect.any(String),
        },
      ],
    });
  });

  it('reads own fields only and leaves every prototype alone', async () => {
    const rows = [attribute('constructor.name', 'id'), attribute('__proto__.x', 'names[0]')];
    expect(await preview(rows, { a: 1 })).toEqual({ data: {}, errors: null });
    const refused = await preview([attribute('a', '__proto__.polluted')], { a: 1 });
    expect(refused.errors).toHaveLength(1);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses to fill an array beyond its limit', async () => {
    expect((await preview([attribute('a', 'names[999999]')], { a: 'x' })).errors).toHaveLength(1);
  });
});

describe('the expression language', () => {
  it('is validated flat and nested', async () => {
    const expression = 'concat("Hi", ",", "there", "!")';
    expect((await send('POST', '/languages/el/validate', { expression })).body).toBe(true);
    expect((await send('POST', '/languages/el/validate', { expression: { expression } })).body).toBe(true);
    expect((await send('POST', '/languages/el/validate', { expression: 'concat(' })).body).toBe(false);
    expect((await send('POST', '/languages/el/validate', {})).status).toBe(400);
  });

  it('lists functions and operators in the published shape', async () => {
    const functions = (await send('GET', '/languages/el/functions')).body as { function: string }[];
    expect(functions.find((item) => item.function === 'concat')).toMatchObject({
      category: 'String',
      syntax: expect.stringContaining('concat('),
      returnType: 'java.lang.String',
      params: [{ position: 1 }],
      since: 1,
    });
    const operators = (await send('GET', '/languages/el/operators')).body as { operatorSymbol: string }[];
    expect(operators.find((item) => item.operatorSymbol === '+')).toMatchObject({
      methodName: 'add',
      numberOfOperands: 2,
    });
  });
});

const word: Json = { type: 'string' };
const flagField: Json = { type: 'boolean' };
const whole: Json = { type: 'integer', minimum: -9007199254740992, maximum: 9007199254740992 };
const statusOnly: Json = { type: 'object', properties: { status: word } };

const chargeFields: Json = {
  charges_data: {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        [
          'id',
          'status',
          'receipt_url',
          'payment_intent',
          'customer',
          'payment_method',
          'object',
          'currency',
          'calculated_statement_descriptor',
          'balance_transaction',
        ].map((name) => [name, word]),
      ),
      ...Object.fromEntries(
        ['refunded', 'disputed', 'livemode', 'captured', 'paid'].map((name) => [name, flagField]),
      ),
      ...Object.fromEntries(
        ['amount', 'amount_captured', 'amount_refunded', 'created'].map((name) => [name, whole]),
      ),
      outcome: { type: 'object', properties: { network_status: word, risk_score: whole, type: word } },
      payment_method_details: {
        type: 'object',
        properties: {
          type: word,
          card: {
            type: 'object',
            properties: {
              ...Object.fromEntries(
                ['last4', 'fingerprint', 'funding', 'country', 'network', 'brand'].map((name) => [
                  name,
                  word,
                ]),
              ),
              ...Object.fromEntries(
                ['exp_year', 'exp_month', 'amount_authorized'].map((name) => [name, whole]),
              ),
              overcapture: { type: 'object', properties: { maximum_amount_capturable: whole, status: word } },
              network_token: { type: 'object', properties: { used: flagField } },
              incremental_authorization: statusOnly,
              multicapture: statusOnly,
              extended_authorization: statusOnly,
            },
          },
        },
      },
    },
  },
};

const card = 'payment_method_details.card';

/** The 36 rows of the published Stripe mapping, in its order: the target repeats the names of the source. */
const chargeRows = [
  'id',
  'refunded',
  'disputed',
  `${card}.last4`,
  'livemode',
  'status',
  `${card}.overcapture.maximum_amount_capturable`,
  'receipt_url',
  `${card}.fingerprint`,
  'payment_intent',
  `${card}.overcapture.status`,
  `${card}.network_token.used`,
  `${card}.funding`,
  'amount',
  'customer',
  `${card}.incremental_authorization.status`,
  `${card}.multicapture.status`,
  'amount_captured',
  'payment_method',
  'object',
  'captured',
  'created',
  'paid',
  'amount_refunded',
  'currency',
  `${card}.country`,
  `${card}.exp_year`,
  `${card}.amount_authorized`,
  `${card}.network`,
  'payment_method_details',
  `${card}.exp_month`,
  'calculated_statement_descriptor',
  `${card}.brand`,
  'balance_transaction',
  `${card}.extended_authorization.status`,
  'outcome',
];

const details = {
  type: 'card',
  card: {
    last4: '4242',
    fingerprint: 'fp',
    funding: 'credit',
    country: 'US',
    network: 'visa',
    brand: 'visa',
    exp_year: 2030,
    exp_month: 4,
    amount_authorized: 1099,
    overcapture: { maximum_amount_capturable: 1099, status: 'unavailable' },
    network_token: { used: false },
    incremental_authorization: { status: 'unavailable' },
    multicapture: { status: 'unavailable' },
    extended_authorization: { status: 'disabled' },
  },
};

const charge = {
  id: 'ch_1',
  object: 'charge',
  status: 'succeeded',
  receipt_url: 'https://pay.example.com/r',
  payment_intent: 'pi_1',
  customer: 'cus_1',
  payment_method: 'pm_1',
  currency: 'usd',
  calculated_statement_descriptor: 'SHOP',
  balance_transaction: 'txn_1',
  refunded: false,
  disputed: false,
  livemode: false,
  captured: true,
  paid: true,
  amount: 1099,
  amount_captured: 1099,
  amount_refunded: 0,
  created: 1_700_000_000,
  outcome: { network_status: 'approved_by_network', risk_score: 12, type: 'authorized' },
  payment_method_details: details,
};

describe('the published mappings', () => {
  it('brings a Stripe charge over whole with its 36 rows, and thousands in a second', async () => {
    const id = await makeSchema('Charges', chargeFields);
    const rows = chargeRows.map((path) => older(`data.${path}`, `charges_data.${path}`));
    expect(rows).toHaveLength(36);
    const mappingSet = findMappingSet(harness.sandbox(), await create(dialectB(rows, id)));
    const schema = resolveSchema(harness.organisation, harness.sandbox(), id);
    if (mappingSet === undefined || schema === undefined) throw new Error('nothing stored');
    expect(validateMappingSet(mappingSet, schema).filter(({ status }) => status === 'FAILED')).toEqual([]);
    const record = {
      data: { ...charge, metadata: { order: 1 }, payment_method_details: { ...details, extra: 1 } },
    };
    expect(applyMappingSet(mappingSet, record, schema)).toEqual({
      data: { _testtenant: { charges_data: charge } },
      errors: [],
    });
    const startedMs = performance.now();
    for (let round = 0; round < 4000; round += 1) applyMappingSet(mappingSet, record, schema);
    expect(performance.now() - startedMs).toBeLessThan(4000);
  });

  it('brings a OneTrust consent over with its 7 rows', async () => {
    const purposes = {
      type: 'array',
      items: { type: 'object', properties: { Id: word, Name: word, Status: word, Version: whole } },
    };
    const moment = { type: 'string', format: 'date-time' };
    const id = await makeSchema('Consents', {
      Identifier: word,
      Language: word,
      CreatedDate: moment,
      LastUpdatedDate: moment,
      DataElements: { type: 'array', items: { type: 'object', properties: { Name: word, Value: word } } },
      Purposes: purposes,
    });
    const names = ['Identifier', 'Language', 'CreatedDate', 'LastUpdatedDate', 'DataElements', 'Purposes'];
    const rows: Json[] = [
      {
        sourceType: 'ATTRIBUTE',
        source: 'content.Identifier',
        destination: '_id',
        name: 'id',
        description: 'Identifier field',
      },
      ...names.map((name) => attribute(`content.${name}`, name)),
    ];
    const mappingSet = findMappingSet(harness.sandbox(), await create(dialectB(rows, id)));
    const schema = resolveSchema(harness.organisation, harness.sandbox(), id);
    if (mappingSet === undefined || schema === undefined) throw new Error('nothing stored');
    const content = {
      Identifier: 'ana@example.com',
      Language: 'en',
      CreatedDate: '2019-06-05T12:02:07Z',
      LastUpdatedDate: '2019-06-06T12:02:07.123Z',
      DataElements: [],
      Purposes: [{ Id: 'p1', Name: 'News', Status: 'ACTIVE', Version: 2 }],
    };
    const withMore = {
      ...content,
      Purposes: [{ ...content.Purposes[0], Unknown: true }],
      TestDataSubject: false,
    };
    expect(applyMappingSet(mappingSet, { content: withMore, number: 0 }, schema)).toEqual({
      data: { _id: 'ana@example.com', _testtenant: content },
      errors: [],
    });
  });
});
