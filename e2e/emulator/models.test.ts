import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient } from './test-client';
import { stripeConnectionBody } from './test-objects';
import { addTenant } from './test-tenant';

let client: TestClient;
let other: Record<string, string>;
beforeAll(async () => {
  client = await startTestClient();
  other = (await addTenant(client, 'cell-0001')).headers;
  // The snapshot has the token.
  await client.call(connections);
  client.emulator.control.snapshot('clean');
});
afterAll(() => client.close());

const runs = { numRuns: 25 };
const connections = `${flowService}/connections`;
const reset = () => client.emulator.control.reset('clean');
type Headers = Record<string, string> | undefined;

async function create(name: string, headers?: Headers, sandbox = 'prod') {
  const reply = await client.call(connections, {
    body: { ...stripeConnectionBody(), name },
    headers,
    sandbox,
  });
  return { id: String(at(reply, 'body.id')), etag: String(at(reply, 'body.etag')) };
}

describe('etags', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('patch' as const), etag: fc.nat(6), name: fc.string({ minLength: 1 }) }),
    fc.record({ kind: fc.constant('read' as const) }),
  );

  test('only the newest etag changes anything, and each change makes a new one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        reset();
        const { id, etag } = await create('first');
        const etags = [etag];
        let name = 'first';
        for (const one of steps) {
          const newest = etags.at(-1);
          if (one.kind === 'patch') {
            const sent = etags[etags.length - 1 - (one.etag % etags.length)] ?? '';
            const reply = await client.call(`${connections}/${id}`, {
              method: 'PATCH',
              headers: { 'if-match': sent },
              body: [{ op: 'replace', path: '/name', value: one.name }],
            });
            if (one.name.trim() === '' && sent === newest) expect(reply.status).toBe(400);
            else expect(reply.status).toBe(sent === newest ? 200 : 412);
            if (reply.status === 200) {
              name = one.name;
              etags.push(String(at(reply, 'body.etag')));
            }
          }
          const item = at(await client.call(`${connections}/${id}`), 'body.items.0');
          expect([at(item, 'name'), at(item, 'etag'), at(item, 'version')]).toEqual([
            name,
            etags.at(-1),
            etags.at(-1),
          ]);
        }
        expect(new Set(etags).size).toBe(etags.length);
      }),
      runs,
    );
  });
});

describe('paging', () => {
  const plan = fc.record({
    count: fc.integer({ min: 0, max: 25 }),
    limit: fc.integer({ min: 1, max: 9 }),
    orderby: fc.constantFrom(undefined, '-createdAt', '%2Bname', '-name'),
    // After which page something is deleted or made, and what.
    deletions: fc.array(fc.record({ after: fc.nat(5), index: fc.nat(24) }), { maxLength: 3 }),
    additions: fc.array(fc.nat(5), { maxLength: 2 }),
  });

  test('everything that exists throughout is listed exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ count, limit, orderby, deletions, additions }) => {
        reset();
        const made: string[] = [];
        for (let n = 0; n < count; n += 1) {
          client.emulator.control.advance(1);
          made.push((await create(`n${String((n * 7) % 25).padStart(2, '0')}`)).id);
        }
        const gone = new Set<string>();
        const seen: string[] = [];
        let path = `/connections?limit=${limit}${orderby === undefined ? '' : `&orderby=${orderby}`}`;
        for (let page = 0; page < 60; page += 1) {
          const reply = await client.call(`${flowService}${path}`);
          const items = at(reply, 'body.items') as { id: string }[];
          expect(items.length).toBeLessThanOrEqual(limit);
          seen.push(...items.map((item) => item.id));
          for (const { after, index } of deletions) {
            const id = made[index];
            if (after !== page || id === undefined || gone.has(id)) continue;
            gone.add(id);
            await client.call(`${connections}/${id}`, { method: 'DELETE' });
          }
          for (const after of additions) if (after === page) await create('added');
          const next = at(reply, 'body._links.next.href');
          if (next === undefined) break;
          path = String(next);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(made.filter((id) => !gone.has(id) && !seen.includes(id))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('isolation', () => {
  const home: { headers: () => Headers; sandbox: string } = { headers: () => undefined, sandbox: 'prod' };
  const places: (typeof home)[] = [
    home,
    { headers: () => undefined, sandbox: 'dev' },
    { headers: () => other, sandbox: 'prod' },
    { headers: () => ({ ...other, 'x-sandbox-name': 'stage' }), sandbox: 'stage' },
  ];
  const step = fc.record({
    place: fc.nat(places.length - 1),
    kind: fc.constantFrom('create', 'foreign read', 'foreign delete'),
    target: fc.nat(20),
  });

  test('an object exists in its own organisation and sandbox and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        reset();
        const owned = places.map((): string[] => []);
        for (const { place, kind, target } of steps) {
          const { headers, sandbox } = places[place] ?? home;
          const foreign = owned.flatMap((ids, owner) => (owner === place ? [] : ids));
          if (kind === 'create') owned[place]?.push((await create('x', headers(), sandbox)).id);
          else if (foreign.length > 0) {
            const reply = await client.call(`${connections}/${foreign[target % foreign.length]}`, {
              method: kind === 'foreign read' ? 'GET' : 'DELETE',
              headers: headers(),
              sandbox,
            });
            expect(reply.status).toBe(404);
          }
        }
        for (const [index, { headers, sandbox }] of places.entries()) {
          const reply = await client.call(`${connections}?limit=100`, { headers: headers(), sandbox });
          const ids = (at(reply, 'body.items') as { id: string }[]).map((item) => item.id);
          expect(ids).toEqual(owned[index]);
        }
      }),
      runs,
    );
  });
});
