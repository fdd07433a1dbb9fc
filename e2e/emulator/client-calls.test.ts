import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient } from './test-client';
import {
  createDataset,
  createMappingSet,
  createResource,
  createSchema,
  prepareChargesFlow,
  stripeConnectionBody,
} from './test-objects';

// The calls of published clients that differ from the published specification.

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const conversion = '/data/foundation/conversion/mappingSets';
const registry = '/data/foundation/schemaregistry';

test('IMS takes a multipart form, and the token can be validated and invalidated', async () => {
  const form = new FormData();
  form.append('grant_type', 'client_credentials');
  form.append('client_id', 'tributary-demo');
  form.append('client_secret', 'tributary-demo-secret');
  form.append('org_id', 'TRIBUTARYDEMO@AdobeOrg');
  form.append('scope', 'openid,AdobeID');
  const token = String(
    at(await client.raw('/ims/token/v2', { method: 'POST', body: form }), 'body.access_token'),
  );
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(payload).toMatchObject({ type: 'access_token', client_id: 'tributary-demo' });

  const check = async () => {
    const fields = new FormData();
    fields.append('type', 'access_token');
    fields.append('client_id', 'tributary-demo');
    const headers = { authorization: `Bearer ${token}` };
    return at(
      await client.raw('/ims/validate_token/v1', { method: 'POST', body: fields, headers }),
      'body.valid',
    );
  };
  expect(await check()).toBe(true);
  const gone = new FormData();
  for (const [name, value] of Object.entries({ token, client_id: 'tributary-demo', cascading: 'all' })) {
    gone.append(name, value);
  }
  expect((await client.raw('/ims/invalidate_token/v2', { method: 'POST', body: gone })).status).toBe(200);
  expect(await check()).toBe(false);
});

test('everything of a token request may stand in the query', async () => {
  const query = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'tributary-demo',
    client_secret: 'tributary-demo-secret',
    scope: 'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session',
  });
  const reply = await client.raw(`/ims/token/v2?${query}`, { method: 'POST' });
  expect(reply.body).toMatchObject({ token_type: 'bearer', expires_in: 86_399 });
});

test('paging, counting and filtering as aepp writes them', async () => {
  const names = ['a', 'b', 'c'];
  for (const name of names) {
    await createResource({ client }, 'connections', { ...stripeConnectionBody(), name });
  }
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const first = await client.call(`${flowService}/connections?limit=2&count=False`, { headers });
  const href = String(at(first, 'body._links.next.href'));
  expect(href.split('=')).toHaveLength(2);
  // It appends its own parameters to the link, or takes the token out of it.
  for (const path of [
    `${href}&limit=2`,
    `/connections?limit=2&count=False&continuationToken=${href.split('=')[1]}`,
  ]) {
    const next = await client.call(`${flowService}${path}`, { headers });
    expect([at(next, 'body.items.0.name'), at(next, 'body._links')]).toEqual(['c', {}]);
  }
  const filter = encodeURIComponent('inheritedAttributes.properties.isSourceFlow==true');
  expect((await client.call(`${flowService}/flows?property=${filter}`, { headers })).status).toBe(200);
  const destinations = encodeURIComponent('inheritedAttributes.properties.isDestinationFlow==true');
  const none = await client.call(`${flowService}/flows?limit=100&count=False&property=${destinations}`, {
    headers,
  });
  expect(none.body).toEqual({ items: [], _links: {} });
});

test('if-match may stand in the query until the switch says no', async () => {
  const { id, etag } = await createResource({ client }, 'connections', stripeConnectionBody());
  const patch = (ifMatch: string) =>
    client.call(`${flowService}/connections/${id}/?if-match=${encodeURIComponent(ifMatch)}`, {
      method: 'PATCH',
      body: [{ op: 'Replace', path: '/name', value: 'New' }],
    });
  const changed = await patch(etag);
  expect(changed.status).toBe(200);
  client.emulator.control.switches({ ifMatchInQuery: false });
  expect(errorCode(await patch(String(at(changed, 'body.etag'))))).toBe('FLOW-1403-400');
  client.emulator.control.switches({ ifMatchInQuery: true });
});

test('x-sandbox-id is refused by each service in its own shape', async () => {
  const headers = { 'x-sandbox-id': 'f5c2b1a0' };
  expect(errorCode(await client.call(`${flowService}/flows`, { headers }))).toBe('FLOW-2110-400');
  expect((await client.call(`${registry}/stats/`, { headers })).status).toBe(400);
});

test('rows of a mapping set can be added, changed and taken out, each as a new version', async () => {
  const schema = await createSchema({ client }, 'Rows', { a: { type: 'string' } });
  const id = await createMappingSet({ client }, schema.id, [{ source: 'data.id', destination: '_id' }]);
  const path = `${conversion}/${id}`;
  const row = { sourceType: 'ATTRIBUTE', source: 'data.a', destination: '_tributarydemo.a' };
  const rowId = String(at(await client.call(`${path}/mappings`, { body: row }), 'body.id'));
  const changed = { method: 'PUT', body: { ...row, source: 'data.b' } };
  expect(at(await client.call(`${path}/mappings/${rowId}`, changed), 'body.source')).toBe('data.b');
  const sources = async (version: number) => {
    const set = at(await client.call(`${path}?version=${version}`), 'body.mappings') as { source: string }[];
    return set.map(({ source }) => source);
  };
  expect((await client.call(`${path}/mappings/${rowId}`, { method: 'DELETE' })).status).toBe(204);
  expect([await sources(0), await sources(1), await sources(2), await sources(3)]).toEqual([
    ['data.id'],
    ['data.id', 'data.a'],
    ['data.id', 'data.b'],
    ['data.id'],
  ]);
  expect((await client.call(path, { method: 'DELETE' })).status).toBe(204);
});

test('a mapping set that a dataflow applies stays', async () => {
  const { body, mappingId } = await prepareChargesFlow(client, 'Used');
  await createResource({ client }, 'flows', body);
  expect((await client.call(`${conversion}/${mappingId}`, { method: 'DELETE' })).status).toBe(400);
});

test('a schema moves to another sandbox by export and import, whole or not at all', async () => {
  const schema = await createSchema({ client }, 'Moving', { a: { type: 'string' } });
  const accept = { accept: 'application/vnd.adobe.xed+json; version=1' };
  const exported = await client.call(`${registry}/rpc/export/${encodeURIComponent(schema.id)}`, {
    headers: accept,
  });
  expect(exported.text).toContain('<XDM_TENANTID_PLACEHOLDER>');
  expect(exported.text).not.toContain('tributarydemo');
  const send = () => client.call(`${registry}/rpc/import`, { body: exported.body, sandbox: 'dev' });
  expect((await send()).status).toBe(200);
  const there = await client.call(`${registry}/tenant/schemas/${encodeURIComponent(schema.id)}`, {
    headers: { accept: 'application/vnd.adobe.xed-full+json; version=1' },
    sandbox: 'dev',
  });
  expect(at(there, 'body.properties._tributarydemo.properties.a.type')).toBe('string');
  expect(errorCode(await send())).toBe('XDM-3005-400');
});

test('the audit log tells what became of a resource', async () => {
  const schema = await createSchema({ client }, 'Logged', {});
  const path = `${registry}/tenant/schemas/${encodeURIComponent(schema.id)}`;
  await client.call(path, { method: 'PATCH', body: [{ op: 'replace', path: '/title', value: 'Renamed' }] });
  const log = await client.call(`${registry}/rpc/auditlog/${encodeURIComponent(schema.id)}`);
  expect(at(log, 'body.0')).toMatchObject({ id: schema.id, clientId: 'tributary-demo' });
  expect(at(log, 'body.0.updates')).toContainEqual({
    id: schema.id,
    xdmType: 'schemas',
    action: 'replace',
    path: '/title',
    value: 'Renamed',
  });
});

test('a dataset can be replaced, has one view, and namespaces can be renamed', async () => {
  const schema = await createSchema({ client }, 'Replaced', {});
  const id = await createDataset({ client }, 'Before', schema.id);
  const path = `/data/foundation/catalog/dataSets/${id}`;
  const put = { method: 'PUT', body: { name: 'After', schemaRef: { id: schema.id } } };
  expect((await client.call(path, put)).body).toEqual([`@/dataSets/${id}`]);
  const dataset = at(await client.call(path), `body.${id}`);
  expect(dataset).toMatchObject({ name: 'After', tags: { 'adobe/pqs/table': [expect.any(String)] } });
  expect(Object.keys((await client.call(`${path}/views`)).body as object)).toEqual([at(dataset, 'viewId')]);

  const namespaces = '/data/core/idnamespace/identities';
  const body = { name: 'Loyalty', code: 'Loyalty', idType: 'CROSS_DEVICE' };
  const made = await client.call(namespaces, { body });
  const renamed = { method: 'PUT', body: { ...body, name: 'Club' } };
  const own = `${namespaces}/${at(made, 'body.id')}`;
  expect(at(await client.call(own, renamed), 'body.name')).toBe('Club');
  expect((await client.call(own, { method: 'PUT', body: { ...body, code: 'Other' } })).status).toBe(400);
});
