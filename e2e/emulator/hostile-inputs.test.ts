import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileBodies, hostileJson, hostileQueries, hostileTexts } from './hostile-inputs';
import { imsRoutes } from './ims/ims-routes';
import { createServices } from './services';
import { defaultSwitches } from './switches';
import { startTestClient, type TestClient, type TestReply } from './test-client';

let client: TestClient;
let before: string;
beforeAll(async () => {
  client = await startTestClient();
  await client.call('/data/foundation/flowservice/connections');
  client.emulator.control.snapshot('clean');
  before = state();
});
afterAll(() => client.close());

const routes = createServices({
  pageSize: 20,
  switches: () => defaultSwitches,
  realNowMs: () => 0,
  historyEndsMs: () => 0,
  wake: () => undefined,
  startRun: () => {
    throw new Error('no runs here');
  },
}).flatMap((service) =>
  service.routes.map((route) => ({
    op: route.op,
    method: route.method,
    path: (id: string) => service.base + route.pattern.replace(/\{\w+\}/g, () => encodeURIComponent(id)),
  })),
);

function state(): string {
  const { organisations } = client.emulator.control.state() as { organisations: unknown };
  return createHash('sha256').update(JSON.stringify(organisations)).digest('hex');
}

/** The error shapes of the gateway, Flow Service, general services and namespaces; a success needs none. */
function hasRightShape({ status, body }: TestReply): boolean {
  if (status < 400) return true;
  if (typeof body !== 'object' || body === null) return false;
  const given = body as Record<string, unknown>;
  if (typeof given.error_code === 'string') return typeof given.message === 'string';
  return typeof given.type === 'string' && given.status === status && typeof given.title === 'string';
}

const accepts = [
  'application/json',
  'application/vnd.adobe.xed+json;version=1',
  'application/vnd.adobe.xdm-id+json',
];
const slowest = 1000;

async function probe(label: string, isWrite: boolean, send: () => Promise<TestReply>): Promise<string[]> {
  const startMs = performance.now();
  const reply = await send();
  const tookMs = performance.now() - startMs;
  // What is odd but right is carried out: take it back. What is refused must have changed nothing.
  if (reply.status < 300 && isWrite) client.emulator.control.reset('clean');
  const problems: string[] = [];
  if (tookMs > slowest) problems.push(`${label} took ${Math.round(tookMs)} ms`);
  if (reply.status >= 500) problems.push(`${label} answered ${reply.status}: ${reply.text.slice(0, 200)}`);
  if (!hasRightShape(reply))
    problems.push(`${label} has no error shape: ${reply.status} ${reply.text.slice(0, 200)}`);
  return problems;
}

const unknownId = '00000000-0000-4000-a000-000000000000';
const show = (value: unknown) => String(JSON.stringify(value)).slice(0, 60);

test.each(routes)(
  '$op answers hostile ids, queries and bodies and stays as it was',
  async (route) => {
    const problems: string[] = [];
    const isWrite = route.method !== 'GET';
    const send = (path: string, more: object = {}) => client.call(path, { method: route.method, ...more });
    for (const [index, query] of hostileQueries.entries()) {
      const headers = { accept: accepts[index % accepts.length] };
      const path = `${route.path(unknownId)}?${query}`;
      problems.push(...(await probe(query.slice(0, 60), isWrite, () => send(path, { headers }))));
    }
    if (route.path('a') !== route.path('b')) {
      // A lone surrogate has no percent-encoding.
      for (const id of hostileTexts.filter((text) => text !== '' && !text.includes('\ud800'))) {
        const headers = { accept: accepts[1] };
        problems.push(...(await probe(show(id), isWrite, () => send(route.path(id), { headers }))));
      }
    }
    if (isWrite) {
      const headers = { 'if-match': '"x"', 'content-type': 'application/json' };
      for (const body of [
        ...hostileBodies,
        ...hostileTexts.map((name) => ({ name, title: name, code: name })),
      ]) {
        const sent = { body: JSON.stringify(body), headers };
        problems.push(...(await probe(show(body), isWrite, () => send(route.path(unknownId), sent))));
      }
      for (const body of hostileJson) {
        problems.push(
          ...(await probe(body.slice(0, 60), isWrite, () => send(route.path(unknownId), { body, headers }))),
        );
      }
    }
    expect(problems).toEqual([]);
    expect(state()).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  },
  60_000,
);

test.each(imsRoutes)('$path answers hostile forms and queries', async ({ path, methods }) => {
  const problems: string[] = [];
  for (const value of hostileTexts) {
    const form = new URLSearchParams({ grant_type: value, client_id: value, token: value, code: value });
    for (const method of methods) {
      const query = method === 'GET' ? `?${form}` : '';
      const init = method === 'GET' ? { method } : { method, body: form };
      const startMs = performance.now();
      const reply = await client.raw(`${path}${query}`, init);
      if (reply.status >= 500) problems.push(`${show(value)} answered ${reply.status}`);
      if (performance.now() - startMs > slowest) problems.push(`${show(value)} was slow`);
    }
  }
  expect(problems).toEqual([]);
});
