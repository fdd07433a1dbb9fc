import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient, testNowMs } from '../test-client';
import { createResource, oneTrustConnectionBody, stripeConnectionBody, stripeSpec } from '../test-objects';

let client: TestClient;
let nowMs = testNowMs;
const count = 23;

beforeAll(async () => {
  client = await startTestClient({ nowMs: () => nowMs });
  for (let n = 0; n < count; n += 1) {
    const body = n % 4 === 3 ? oneTrustConnectionBody() : stripeConnectionBody();
    await createResource({ client }, 'connections', {
      ...body,
      name: `Account ${String(n).padStart(2, '0')}`,
    });
    nowMs += 1000;
  }
});
afterAll(() => client.close());

const list = (query: string, sandbox = 'prod') =>
  client.call(`${flowService}/connections?${query}`, { sandbox });
const names = (reply: unknown) => (at(reply, 'body.items') as { name: string }[]).map((item) => item.name);

/** Follows the links as clients do: what stands after the first equals sign is the token. */
async function readAll(query: string): Promise<string[]> {
  const found: string[] = [];
  let path = `/connections?${query}`;
  for (;;) {
    const reply = await client.call(flowService + path);
    found.push(...names(reply));
    const href = at(reply, 'body._links.next.href');
    if (href === undefined) return found;
    expect(href).toMatch(/^\/connections\?continuationToken=[\w-]+$/);
    path = String(href);
  }
}

test('pages are small by default, linked by a relative path, and the last has empty links', async () => {
  const first = await list('');
  expect(at(first, 'body.items.length')).toBe(20);
  expect(at(await client.call(flowService + at(first, 'body._links.next.href')), 'body')).toMatchObject({
    items: [{}, {}, {}],
    _links: {},
  });
});

test('every page size and order shows every account exactly once', async () => {
  const all = Array.from({ length: count }, (_, n) => `Account ${String(n).padStart(2, '0')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom('', '%2BcreatedAt', '-createdAt', '-name', '%2BconnectionSpec.id'),
      async (limit, orderby) => {
        const found = await readAll(`limit=${limit}${orderby === '' ? '' : `&orderby=${orderby}`}`);
        expect([...found].sort()).toEqual(all);
        if (orderby === '-createdAt' || orderby === '-name') expect(found).toEqual([...all].reverse());
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});

const filters: [string, number][] = [
  [`property=connectionSpec.id==${stripeSpec.id}`, 18],
  [`property=connectionSpec.id!=${stripeSpec.id}`, 5],
  ['property=name==Account%2003,Account%2007', 2],
  [`property=connectionSpec.id==${stripeSpec.id}&property=name==Account%2003`, 0],
  ['property=name%3EAccount%2020', 2],
  ['property=name%3E%3DAccount%2020&property=name%3CAccount%2022', 2],
  ['property=state==enabled', 23],
  ['property=state==disabled', 0],
];

test.each(filters)('the filter %s finds %i', async (query, expected) => {
  expect((await list(`${query}&count=true`)).body).toEqual({ count: expected });
});

const refused: [string, string][] = [
  ['count=true&limit=5', 'FLOW-1401-400'],
  ['limit=0', 'CONNECTOR-1312-400'],
  ['limit=abc', 'CONNECTOR-1312-400'],
  ['orderby=createdAt', 'FLOW-1432-400'],
  ['orderby=-secret', 'FLOW-1433-400'],
  ['property=name~x', 'FLOW-1440-400'],
  ['property=name', 'FLOW-1441-400'],
  ['property=name%3Ea,b', 'FLOW-1443-400'],
  ['property=auth.params.accessToken==x', 'FLOW-1448-400'],
  ['property=state==unknown', 'FLOW-1456-400'],
  ['continuationToken=nonsense', 'CONNECTOR-1312-400'],
];

test.each(refused)('a list with %s is refused', async (query, code) => {
  expect(errorCode(await list(query))).toBe(code);
});

test('search takes the same filters in a body', async () => {
  const search = (body: unknown) => client.call(`${flowService}/connections/search`, { body });
  const queryString = 'property=name==Account 03,Account 07';
  expect(names(await search({ queryString, limit: 1000, orderby: '-createdAt' }))).toEqual([
    'Account 07',
    'Account 03',
  ]);
  expect((await search({ queryString, count: true })).body).toEqual({ count: 2 });
  expect(errorCode(await search({ limit: 1001 }))).toBe('CONNECTOR-1312-400');
});

test('a page goes on in place when the row before it is deleted', async () => {
  const page = await list('limit=2&orderby=-createdAt');
  const last = at(page, 'body.items.1.id');
  const next = String(at(page, 'body._links.next.href'));
  const [expected] = names(await client.call(flowService + next));
  await client.call(`${flowService}/connections/${last}`, { method: 'DELETE' });
  expect(names(await client.call(flowService + next))[0]).toBe(expected);
});

test('another sandbox lists nothing', async () => {
  expect((await list('', 'dev')).body).toEqual({ items: [], _links: {} });
});
