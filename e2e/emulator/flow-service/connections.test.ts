import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestClient } from '../test-client';
import {
  createResource,
  dataLakeSpec,
  oneTrustConnectionBody,
  stripeConnectionBody,
  stripeSpec,
} from '../test-objects';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const explorePath = (id: string, query: Record<string, string>) =>
  `${flowService}/connections/${id}/explore?${new URLSearchParams({ objectType: 'rest', object: 'json', fileType: 'json', preview: 'true', ...query })}`;
const encoded = (resourcePath: string) => Buffer.from(JSON.stringify({ resourcePath })).toString('base64');

const bodies: [string, Record<string, unknown>, string][] = [
  ['no name', { name: undefined }, 'CONNECTOR-1304-400'],
  ['no auth', { auth: undefined }, 'CONNECTOR-1304-400'],
  ['an unknown spec', { connectionSpec: { id: 'nope', version: '1.0' } }, 'FLOW-1413-400'],
  ['the data lake’s spec', { connectionSpec: dataLakeSpec }, 'FLOW-1413-400'],
  ['no spec version', { connectionSpec: { id: stripeSpec.id } }, 'CONNECTOR-1304-400'],
  [
    'another auth spec name',
    { auth: { specName: 'oAuth2RefreshCode', params: { accessToken: 'x' } } },
    'FLOW-1415-400',
  ],
  ['no token', { auth: { specName: 'OAuth2 Refresh Code', params: {} } }, 'CONNECTOR-1304-400'],
  [
    'a parameter the spec does not have',
    { auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'x', host: 'a.example' } } },
    'CONNECTOR-1312-400',
  ],
  ['an unknown field', { color: 'blue' }, 'CONNECTOR-1312-400'],
];

test.each(bodies)('a base connection with %s is refused', async (_label, change, code) => {
  const reply = await client.call(`${flowService}/connections`, {
    body: { ...stripeConnectionBody(), ...change },
  });
  expect({ status: reply.status, code: errorCode(reply) }).toEqual({ status: 400, code });
});

test('an empty body is 1405, a missing OneTrust host 1304, one with a scheme 1312', async () => {
  const post = async (body: unknown) => errorCode(await client.call(`${flowService}/connections`, { body }));
  expect(await post({})).toBe('FLOW-1405-400');
  expect(await post(oneTrustConnectionBody('ot_tributary', ''))).toBe('CONNECTOR-1304-400');
  expect(await post(oneTrustConnectionBody('ot_tributary', 'https://demo.onetrust.example'))).toBe(
    'CONNECTOR-1312-400',
  );
});

const credentials: [string, string, boolean, string, string | undefined][] = [
  ['sk_test_tributary', 'customers', true, '', undefined],
  ['rk_test_charges_only', 'charges', true, '', undefined],
  ['rk_test_charges_only', 'customers', true, 'rak_customer_read', 'CONNECTOR-1308-400'],
  ['sk_test_expired', 'charges', false, 'Expired API Key', 'CONNECTOR-1308-400'],
  ['sk_live_somebody_elses', 'charges', false, 'Invalid API Key', 'CONNECTOR-1308-400'],
];

test.each(credentials)(
  'the Stripe token %s is accepted at creation and shows what it is when exploring %s',
  async (accessToken, resourcePath, works, words, code) => {
    const { id } = await createResource({ client }, 'connections', stripeConnectionBody(accessToken));
    expect((await client.call(`${flowService}/connections/${id}/test`)).body).toEqual({ result: works });
    const explored = await client.call(explorePath(id, { sourceParams: encoded(resourcePath) }));
    expect(errorCode(explored)).toBe(code);
    if (code !== undefined) {
      expect(at(explored, 'body.report.detailed-message')).toContain(words);
      expect(explored.text).not.toContain(accessToken);
    }
    const source = await client.call(`${flowService}/sourceConnections`, {
      body: {
        name: 'Source',
        baseConnectionId: id,
        connectionSpec: stripeSpec,
        data: { format: 'json' },
        params: { resourcePath },
      },
    });
    expect(errorCode(source)).toBe(code);
  },
);

test('OneTrust refuses a wrong host and an expired token by name', async () => {
  const messages: unknown[] = [];
  for (const [token, host] of [
    ['ot_tributary', 'other.onetrust.example'],
    ['ot_expired', 'demo.onetrust.example'],
    ['anything', 'demo.onetrust.example'],
  ]) {
    const { id } = await createResource({ client }, 'connections', oneTrustConnectionBody(token, host));
    messages.push(at(await client.call(explorePath(id, {})), 'body.errorMessage'));
  }
  expect(messages).toEqual([
    'The source responded with status 502: The host name of the OneTrust environment could not be resolved.',
    'The source responded with status 401: The access token has expired.',
    'The source responded with status 401: The access token is invalid.',
  ]);
});

test('explore shows ten wrapped records and a schema that knows every field of the published sample', async () => {
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  const reply = await client.call(explorePath(id, { sourceParams: encoded('charges') }));
  expect(at(reply, 'body.format')).toBe('hierarchical');
  expect(at(reply, 'body.data.length')).toBe(10);
  expect(Object.keys(at(reply, 'body.data.0') as object)).toEqual(['data']);
  const fields = 'body.schema.properties.data.properties';
  expect(at(reply, `${fields}.amount`)).toEqual({
    type: 'integer',
    minimum: -9_007_199_254_740_992,
    maximum: 9_007_199_254_740_991,
  });
  expect(at(reply, `${fields}.application`)).toEqual({});
  expect(at(reply, `${fields}.radar_options`)).toEqual({ type: 'object', properties: {} });
  for (const name of ['customer', 'payment_intent', 'balance_transaction', 'receipt_url', 'status']) {
    expect(at(reply, `${fields}.${name}`)).toEqual({ type: 'string' });
  }
  const card = `${fields}.payment_method_details.properties.card.properties`;
  expect(at(reply, `${card}.overcapture.properties.maximum_amount_capturable.type`)).toBe('integer');
  expect(at(reply, `${card}.network_token.properties.used`)).toEqual({ type: 'boolean' });
  const plain = await client.call(explorePath(id, { sourceParams: encoded('charges'), preview: 'false' }));
  expect(plain.body).not.toHaveProperty('data');
  expect(at(plain, 'body.schema')).toEqual(at(reply, 'body.schema'));
});

test.each(['charges', 'subscriptions', 'refunds', 'balance_transactions', 'customers', 'prices'])(
  'explore of %s has records with an id and a creation time',
  async (resourcePath) => {
    const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
    const reply = await client.call(explorePath(id, { sourceParams: encoded(resourcePath) }));
    expect(at(reply, 'body.data.0.data.id')).toEqual(expect.any(String));
    expect(at(reply, 'body.schema.properties.data.properties.created.type')).toBe('integer');
  },
);

test('OneTrust records lie under content inside the paging envelope', async () => {
  const { id } = await createResource({ client }, 'connections', oneTrustConnectionBody());
  const reply = await client.call(explorePath(id, {}));
  expect(Object.keys(at(reply, 'body.schema.properties') as object).sort()).toEqual(
    ['content', 'empty', 'first', 'last', 'number', 'numberOfElements', 'pageable', 'size', 'sort'].sort(),
  );
  expect(at(reply, 'body.schema.properties.content.properties.Purposes.items.properties.Status')).toEqual({
    type: 'string',
  });
  expect(
    at(reply, 'body.schema.properties.content.properties.Purposes.items.properties.PurposeNote'),
  ).toEqual({});
});

const queries: [string, Record<string, string>, string][] = [
  ['another object type', { objectType: 'table' }, 'CONNECTOR-1358-400'],
  ['another file type', { fileType: 'csv' }, 'CONNECTOR-1399-400'],
  ['an empty object', { object: '' }, 'CONNECTOR-1337-400'],
  ['empty source parameters', { sourceParams: '' }, 'CONNECTOR-1337-400'],
  [
    'doubly encoded source parameters',
    { sourceParams: encoded('charges').replace('=', '%3D') },
    'CONNECTOR-1389-400',
  ],
  [
    'source parameters that are not base64',
    { sourceParams: '{"resourcePath":"charges"}' },
    'CONNECTOR-1389-400',
  ],
  ['source parameters that are not an object', { sourceParams: 'MQ==' }, 'CONNECTOR-1389-400'],
  ['an unknown resource path', { sourceParams: encoded('invoices') }, 'CONNECTOR-1312-400'],
  ['a preview that is no boolean', { preview: 'yes' }, 'CONNECTOR-1312-400'],
];

test.each(queries)('explore with %s is refused', async (_label, query, code) => {
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  const reply = await client.call(explorePath(id, { sourceParams: encoded('charges'), ...query }));
  expect({ status: reply.status, code: errorCode(reply) }).toEqual({ status: 400, code });
});

test('the specs are lists of one and name the credential fields', async () => {
  const spec = await client.call(`${flowService}/connectionSpecs/cf16d886-c627-4872-9936-fb08d6cba8cc`);
  expect(at(spec, 'body.items.0.authSpec.0')).toMatchObject({
    name: 'OAuth2 Refresh Code',
    type: 'OAuth2RefreshCode',
    spec: { required: ['host', 'accessToken'], properties: { accessToken: { format: 'password' } } },
  });
  const flowSpec = await client.call(`${flowService}/flowSpecs/6499120c-0b15-42dc-936e-847ea3c24d72`);
  expect(at(flowSpec, 'body.items.0.scheduleSpec.spec.else.then.properties.interval.minimum')).toBe(15);
  expect((await client.call(`${flowService}/connectionSpecs/none`)).status).toBe(404);
});

test('credentials are in reads unless the switch hides them', async () => {
  const { id } = await createResource({ client }, 'connections', stripeConnectionBody());
  const read = async () => at(await client.call(`${flowService}/connections/${id}`), 'body.items.0.auth');
  expect(await read()).toEqual({
    specName: 'OAuth2 Refresh Code',
    params: { accessToken: 'sk_test_tributary' },
  });
  client.emulator.control.switches({ credentialsInReads: false });
  expect(await read()).toEqual({ specName: 'OAuth2 Refresh Code' });
  client.emulator.control.switches({ credentialsInReads: true });
});
