import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/e2e/emulator/contract';
import { seedDemo } from '@/e2e/emulator/schema-registry/seed-demo';
import { type Answer, createHarness, type Harness } from '@/e2e/emulator/schema-registry/service-harness';
import { readCatalog } from './catalog-state';
import { addBatch, appendRecords, findDataset, keptRecords, readRecords } from './lookup';

let harness: Harness;
let schemaId: string;

beforeEach(() => {
  harness = createHarness();
  seedDemo(harness.organisation, harness.sandbox(), harness.newId, harness.nowMs());
  schemaId = Object.values(readCatalog(harness.sandbox()).dataSets)[0]?.schemaRef.id ?? '';
});

function send(
  method: string,
  url: string,
  body?: Json,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return harness.call('catalog', method, url, body === undefined ? { headers } : { body, headers });
}

const contentType = 'application/vnd.adobe.xed+json;version=1';

function dataset(more: { [key: string]: Json } = {}): Json {
  return { name: 'Stripe charges', schemaRef: { id: schemaId, contentType }, ...more };
}

async function create(more: { [key: string]: Json } = {}): Promise<string> {
  const answer = await send('POST', '/dataSets', dataset(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return String((answer.body as string[])[0]).replace('@/dataSets/', '');
}

async function read(id: string): Promise<Record<string, unknown>> {
  const { body } = await send('GET', `/dataSets/${id}`);
  return (body as Record<string, Record<string, unknown>>)[id] ?? {};
}

const names = (answer: Answer): unknown[] =>
  Object.values(answer.body as Record<string, { name: string }>).map(({ name }) => name);

describe('creating a dataset', () => {
  it('answers 201 with a list of one reference and a Location', async () => {
    const answer = await send('POST', '/dataSets?requestDataSource=true', dataset());
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual([expect.stringMatching(/^@\/dataSets\/[0-9a-f]{24}$/)]);
    expect(answer.headers.location).toContain('/data/foundation/catalog/dataSets/');
  });

  it('stores what public clients read of every dataset', async () => {
    const id = await create({ enableErrorDiagnostics: true, description: 'd', tags: { custom: ['a'] } });
    expect(await read(id)).toEqual({
      version: '1.0.0',
      imsOrg: 'TESTORG@AdobeOrg',
      sandboxId: 'sandbox-prod',
      name: 'Stripe charges',
      description: 'd',
      enableErrorDiagnostics: true,
      tags: { 'adobe/pqs/table': ['stripe_charges'], custom: ['a'] },
      schemaRef: { id: schemaId, contentType },
      fileDescription: { persisted: true, containerFormat: 'parquet', format: 'parquet' },
      created: expect.any(Number),
      updated: expect.any(Number),
      createdClient: 'client',
      createdUser: 'TA@techacct.adobe.com',
      updatedUser: 'TA@techacct.adobe.com',
      state: 'DRAFT',
      classification: { dataBehavior: 'record', managedBy: 'CUSTOMER' },
      files: `@/dataSetFiles?dataSetId=${id}`,
      viewId: expect.stringMatching(/^[0-9a-f]{24}$/),
      observableSchema: {},
    });
  });

  it('takes equal names but gives each its own table, unless the switch says otherwise', async () => {
    await create();
    const second = await create();
    expect((await read(second)).tags).toEqual({ 'adobe/pqs/table': ['stripe_charges_2'] });
    readCatalog(harness.sandbox()).switches.uniqueDatasetNames = true;
    expect((await send('POST', '/dataSets', dataset())).status).toBe(400);
  });

  it.each<[string, Json]>([
    ['a list', []],
    ['no name', { schemaRef: { id: 'x', contentType } }],
    ['no schema', { name: 'x' }],
    ['an unknown schema', { name: 'x', schemaRef: { id: 'https://ns.adobe.com/none', contentType } }],
  ])('refuses %s', async (_what, body) => {
    expect(await send('POST', '/dataSets', body)).toMatchObject({
      status: 400,
      body: { type: '/placeholder/type/uri' },
    });
  });

  it.each<[{ [key: string]: Json }]>([
    [{ name: ' ' }],
    [{ name: 'x'.repeat(256) }],
    [{ description: 1 }],
    [{ tags: ['a'] }],
    [{ tags: { a: 'b' } }],
    [{ tags: { a: [1] } }],
    [{ tags: { unifiedProfile: ['enabled:true'] } }],
    [{ enableErrorDiagnostics: 'yes' }],
    [{ fileDescription: 'parquet' }],
  ])('refuses %j', async (more) => {
    const before = JSON.stringify(harness.sandbox().services.catalog);
    expect((await send('POST', '/dataSets', dataset(more))).status).toBe(400);
    expect(JSON.stringify(harness.sandbox().services.catalog)).toBe(before);
  });

  it.each([
    'application/vnd.adobe.xed+json;version=2',
    'application/json',
    'application/vnd.adobe.xed+json',
    '1',
  ])('refuses the content type %s', async (odd) => {
    expect(
      (await send('POST', '/dataSets', dataset({ schemaRef: { id: schemaId, contentType: odd } }))).status,
    ).toBe(400);
  });

  it('goes into Profile when its schema is enabled for it', async () => {
    await harness.call('schemaRegistry', 'PATCH', `/tenant/schemas/${encodeURIComponent(schemaId)}`, {
      body: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }],
    });
    const id = await create({
      tags: { unifiedProfile: ['enabled:true'], unifiedIdentity: ['enabled:true'] },
    });
    expect((await read(id)).tags).toMatchObject({ unifiedProfile: ['enabled:true'] });
  });
});

describe('listing datasets', () => {
  it('filters by name, by pattern, by schema and by direct parameters', async () => {
    await create();
    const filter = (text: string) => send('GET', `/dataSets?property=${encodeURIComponent(text)}`);
    expect(names(await filter('name==Stripe charges'))).toEqual(['Stripe charges']);
    expect(names(await filter('name~^C.* events'))).toEqual(['Commerce events']);
    expect(names(await filter(`schemaRef.id==${schemaId}`))).toEqual(['Stripe charges', 'Customer profiles']);
    expect(names(await filter('classification.dataBehavior!=record'))).toEqual(['Commerce events']);
    expect(names(await send('GET', '/dataSets?name=Consent%20records'))).toEqual(['Consent records']);
    expect((await filter('name~(')).status).toBe(400);
  });

  it('answers a hostile pattern at once', async () => {
    await create({ name: 'a'.repeat(200) });
    const startedMs = performance.now();
    const answer = await send('GET', `/dataSets?property=${encodeURIComponent('name~^(a+)+$b')}`);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });

  it('sorts, pages and picks properties', async () => {
    const sorted = await send('GET', '/dataSets?orderBy=asc:name&limit=2&start=1&properties=name,tags');
    expect(names(sorted)).toEqual(['Consent records', 'Customer profiles']);
    expect(
      Object.values(sorted.body as Record<string, object>).map((item) => Object.keys(item).sort()),
    ).toEqual([
      ['name', 'tags'],
      ['name', 'tags'],
    ]);
    expect(names(await send('GET', '/dataSets?orderBy=desc:name'))[0]).toBe('Customer profiles');
  });

  it.each(['limit=101', 'limit=-1', 'limit=x', 'start=-1', 'orderBy=asc:', 'property='])(
    'refuses %s',
    async (query) => {
      expect((await send('GET', `/dataSets?${query}`)).status).toBe(400);
    },
  );

  it('shows nothing of another sandbox', async () => {
    expect((await harness.call('catalog', 'GET', '/dataSets', { sandbox: 'dev' })).body).toEqual({});
  });
});

describe('changing and deleting a dataset', () => {
  it('takes an object and a JSON Patch list under either media type', async () => {
    const id = await create();
    const reference = [`@/dataSets/${id}`];
    expect(await send('PATCH', `/dataSets/${id}`, { name: 'One' })).toMatchObject({
      status: 200,
      body: reference,
    });
    const patch = [{ op: 'add', path: '/tags/custom', value: ['a'] }];
    expect((await send('PATCH', `/dataSets/${id}`, patch)).status).toBe(200);
    const typed = { 'content-type': 'application/json-patch+json' };
    expect(
      (await send('PATCH', `/dataSets/${id}`, [{ op: 'replace', path: '/name', value: 'Two' }], typed))
        .status,
    ).toBe(200);
    expect(await read(id)).toMatchObject({
      name: 'Two',
      version: '1.0.3',
      tags: { custom: ['a'], 'adobe/pqs/table': ['stripe_charges'] },
    });
  });

  it('merges at every depth in version 2 and honours If-Match', async () => {
    const id = await create({ tags: { a: ['1'], b: ['2'] } });
    expect((await send('PATCH', `/v2/dataSets/${id}`, { tags: { a: ['3'], b: null } })).status).toBe(200);
    expect((await read(id)).tags).toEqual({ 'adobe/pqs/table': ['stripe_charges'], a: ['3'] });
    expect((await send('PATCH', `/v2/dataSets/${id}`, { name: 'x' }, { 'if-match': '1.0.0' })).status).toBe(
      412,
    );
    expect((await send('PATCH', `/v2/dataSets/${id}`, { name: 'x' }, { 'if-match': '1.0.1' })).status).toBe(
      200,
    );
  });

  it('changes nothing when it refuses', async () => {
    const id = await create();
    const before = await read(id);
    const other = Object.values(readCatalog(harness.sandbox()).dataSets).find(
      ({ schemaRef }) => schemaRef.id !== schemaId,
    );
    const refused: Json[] = [
      { created: 1 },
      { schemaRef: { id: other?.schemaRef.id ?? '', contentType } },
      { name: '' },
      [
        { op: 'replace', path: '/name', value: 'x' },
        { op: 'remove', path: '/none' },
      ],
      [{ op: 'replace', path: '/imsOrg', value: 'x' }],
    ];
    for (const body of refused) expect((await send('PATCH', `/dataSets/${id}`, body)).status).toBe(400);
    expect(await read(id)).toEqual(before);
  });

  it('is gone with its records and batches after a 200', async () => {
    const id = await create();
    appendRecords(harness.sandbox(), id, [{ a: 1 }]);
    addBatch(harness.sandbox(), {
      id: 'B1',
      status: 'success',
      created: 1,
      updated: 1,
      relatedObjects: [{ type: 'dataSet', id }],
    });
    expect(await send('DELETE', `/dataSets/${id}`)).toMatchObject({
      status: 200,
      body: [`@/dataSets/${id}`],
    });
    expect((await send('GET', `/dataSets/${id}`)).status).toBe(404);
    expect((await send('DELETE', `/dataSets/${id}`)).status).toBe(404);
    expect((await send('GET', '/batches')).body).toEqual({});
    expect(findDataset(harness.sandbox(), id)).toBeUndefined();
    expect(readRecords(harness.sandbox(), id)).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'ffffffffffffffffffffffff'])(
    'answers 404 for the id %s',
    async (id) => {
      expect((await send('GET', `/dataSets/${id}`)).status).toBe(404);
      expect(findDataset(harness.sandbox(), id)).toBeUndefined();
    },
  );
});

describe('batches and records', () => {
  it('lists batches by dataset and reads one', async () => {
    const id = await create();
    const batch = {
      id: 'B1',
      status: 'success',
      created: 5,
      updated: 6,
      relatedObjects: [{ type: 'dataSet', id }],
      recordCount: 3,
    };
    addBatch(harness.sandbox(), batch);
    addBatch(harness.sandbox(), {
      ...batch,
      id: 'B2',
      created: 7,
      relatedObjects: [{ type: 'dataSet', id: 'other' }],
    });
    const { id: _id, ...shown } = batch;
    expect((await send('GET', `/batches?dataSet=${id}&limit=20&orderBy=desc:created`)).body).toEqual({
      B1: shown,
    });
    expect(Object.keys((await send('GET', '/batches')).body as object)).toEqual(['B2', 'B1']);
    expect((await send('GET', '/batches/B1')).body).toEqual({ B1: shown });
    expect((await send('GET', '/batches/B3')).status).toBe(404);
  });

  it('keeps the newest records only', () => {
    const records = Array.from({ length: keptRecords }, (_, index) => ({ index }));
    appendRecords(harness.sandbox(), 'd', records);
    appendRecords(harness.sandbox(), 'd', [{ index: -1 }, { index: -2 }]);
    const kept = readRecords(harness.sandbox(), 'd');
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([keptRecords, { index: 2 }, { index: -2 }]);
  });
});
