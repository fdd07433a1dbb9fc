import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, startTestClient, type TestClient } from '../test-client';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const base = '/data/foundation/sandbox-management';
const withoutSandbox = { headers: { 'x-sandbox-name': undefined } };

test('the list needs no sandbox header and pages by limit and offset', async () => {
  const all = await client.call(`${base}/`, withoutSandbox);
  expect(at(all, 'body.sandboxes.0')).toEqual({
    name: 'prod',
    title: 'Production',
    state: 'active',
    type: 'production',
    region: 'VA7',
    isDefault: true,
    etag: 1,
    createdDate: '2027-01-12T09:30:00Z',
    lastModifiedDate: '2027-01-12T09:30:00Z',
    createdBy: 'system',
    modifiedBy: 'system',
  });
  const second = await client.call(`${base}/?limit=1&offset=1`, withoutSandbox);
  expect(at(second, 'body.sandboxes.0.name')).toBe('dev');
  expect(at(second, 'body._page')).toEqual({ limit: 1, count: 1 });
  expect((await client.call(`${base}/?limit=-1`, withoutSandbox)).status).toBe(400);
});

test('one sandbox, an unknown one and the types', async () => {
  expect(at(await client.call(`${base}/sandboxes/dev`, withoutSandbox), 'body.type')).toBe('development');
  expect((await client.call(`${base}/sandboxes/__proto__`, withoutSandbox)).body).toEqual({
    status: 404,
    title: 'The requested sandbox is not found.',
    type: 'http://ns.adobe.com/aep/errors/SMS-2100-404',
  });
  expect((await client.call(`${base}/sandboxTypes`, withoutSandbox)).body).toEqual({
    sandboxTypes: ['production', 'development'],
  });
});
