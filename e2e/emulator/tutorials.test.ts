import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient, testNowMs } from './test-client';
import { createDataset, createSchema } from './test-objects';

let client: TestClient;
beforeEach(async () => {
  client = await startTestClient();
});
afterEach(() => client.close());

async function post(path: string, body: unknown, status = 201) {
  const reply = await client.call(path, { body });
  expect([path, reply.status, reply.status === status ? '' : reply.text]).toEqual([path, status, '']);
  return reply;
}

const long = { type: 'integer', minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_992 };
const string = { type: 'string' };
const boolean = { type: 'boolean' };
const withStatus = { type: 'object', properties: { status: string } };

const chargesFields = {
  charges_data: {
    type: 'object',
    title: 'Charges data',
    properties: {
      id: string,
      refunded: boolean,
      disputed: boolean,
      livemode: boolean,
      status: string,
      receipt_url: string,
      payment_intent: string,
      amount: long,
      customer: string,
      amount_captured: long,
      payment_method: string,
      object: string,
      captured: boolean,
      created: long,
      paid: boolean,
      amount_refunded: long,
      currency: string,
      calculated_statement_descriptor: string,
      balance_transaction: string,
      outcome: { type: 'object', properties: { risk_level: string, risk_score: long, type: string } },
      payment_method_details: {
        type: 'object',
        properties: {
          type: string,
          card: {
            type: 'object',
            properties: {
              last4: string,
              fingerprint: string,
              funding: string,
              country: string,
              exp_year: long,
              exp_month: long,
              amount_authorized: long,
              network: string,
              brand: string,
              overcapture: {
                type: 'object',
                properties: { maximum_amount_capturable: long, status: string },
              },
              network_token: { type: 'object', properties: { used: boolean } },
              incremental_authorization: withStatus,
              multicapture: withStatus,
              extended_authorization: withStatus,
            },
          },
        },
      },
    },
  },
};

const chargesPaths = [
  ...[
    'id',
    'refunded',
    'disputed',
    'livemode',
    'status',
    'receipt_url',
    'payment_intent',
    'amount',
    'customer',
  ],
  ...[
    'amount_captured',
    'payment_method',
    'object',
    'captured',
    'created',
    'paid',
    'amount_refunded',
    'currency',
  ],
  ...['calculated_statement_descriptor', 'balance_transaction', 'outcome', 'payment_method_details'],
  ...[
    'last4',
    'overcapture.maximum_amount_capturable',
    'fingerprint',
    'overcapture.status',
    'network_token.used',
    'funding',
    'incremental_authorization.status',
    'multicapture.status',
    'country',
    'exp_year',
    'amount_authorized',
    'network',
    'exp_month',
    'brand',
    'extended_authorization.status',
  ].map((path) => `payment_method_details.card.${path}`),
];

test('the Stripe tutorial, from account to records, with its own mapping dialect', async () => {
  expect(chargesPaths.length).toBe(36);
  const spec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };
  const account = await post(`${flowService}/connections`, {
    name: 'Stripe base connection',
    description: 'Authenticated account for Stripe',
    connectionSpec: spec,
    auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk_test_tributary' } },
  });
  const explored = await client.call(
    `${flowService}/connections/${at(account, 'body.id')}/explore?objectType=rest&object=json&fileType=json&preview=false&sourceParams=eyJyZXNvdXJjZVBhdGgiOiJjaGFyZ2VzIn0%3D`,
  );
  for (const path of chargesPaths) {
    const node = `body.schema.properties.data.properties.${path.replaceAll('.', '.properties.')}.type`;
    expect([path, at(explored, node)]).toEqual([path, expect.any(String)]);
  }
  const source = await post(`${flowService}/sourceConnections`, {
    name: 'Stripe source connection for charges',
    description: 'Charges',
    baseConnectionId: at(account, 'body.id'),
    connectionSpec: spec,
    data: { format: 'json' },
    params: { resourcePath: 'charges' },
  });
  const schema = await createSchema({ client }, 'Stripe charges', chargesFields);
  const dataSetId = await createDataset({ client }, 'Stripe charges', schema.id);
  const target = await post(`${flowService}/targetConnections`, {
    name: 'Stripe target connection for charges',
    description: 'Charges',
    connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
    data: {
      format: 'parquet_xdm',
      schema: { id: schema.id, version: 'application/vnd.adobe.xed-full+json;version=1.0' },
    },
    params: { dataSetId },
  });
  const mapping = await post(
    '/data/foundation/conversion/mappingSets',
    {
      version: 0,
      xdmSchema: schema.id,
      xdmVersion: '1.0',
      id: null,
      mappings: chargesPaths.map((path) => ({
        destinationXdmPath: `_tributarydemo.charges_data.${path}`,
        sourceAttribute: `data.${path}`,
        identity: false,
        version: 0,
      })),
    },
    200,
  );
  const flow = await post(`${flowService}/flows`, {
    name: 'Stripe Connector Flow',
    description: 'Charges to the data lake',
    flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' },
    sourceConnectionIds: [at(source, 'body.id')],
    targetConnectionIds: [at(target, 'body.id')],
    transformations: [{ name: 'Mapping', params: { mappingId: at(mapping, 'body.id'), mappingVersion: 0 } }],
    scheduleParams: {
      startTime: String(Math.floor(testNowMs / 1000) + 60),
      frequency: 'minute',
      interval: 15,
    },
  });
  await expectRecords(String(at(flow, 'body.id')), dataSetId, 480);
  const records = client.emulator.control.records(dataSetId);
  expect(at(records?.[0], '_tributarydemo.charges_data')).toMatchObject({
    id: expect.stringMatching(/^ch_/),
    created: expect.any(Number),
    payment_method_details: { card: { last4: expect.any(String), overcapture: { status: 'unavailable' } } },
  });
});

test('the OneTrust tutorial, from account to records', async () => {
  const spec = { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' };
  const account = await post(`${flowService}/connections`, {
    name: 'ONETRUST base connection',
    description: 'Account for OneTrust',
    connectionSpec: spec,
    auth: {
      specName: 'OAuth2 Refresh Code',
      params: { host: 'demo.onetrust.example', accessToken: 'ot_tributary' },
    },
  });
  const explored = await client.call(
    `${flowService}/connections/${at(account, 'body.id')}/explore?objectType=rest&object=json&fileType=json&preview=true`,
  );
  expect(at(explored, 'body.data.0.content.Identifier')).toMatch(/@example\.com$/);
  const source = await post(`${flowService}/sourceConnections`, {
    name: 'ONETRUST source connection',
    description: 'Consents',
    baseConnectionId: at(account, 'body.id'),
    connectionSpec: spec,
    data: { format: 'json' },
    params: {},
  });
  const purpose = { type: 'object', properties: { Id: string, Name: string, Status: string, Version: long } };
  const schema = await createSchema({ client }, 'OneTrust consents', {
    Identifier: string,
    Language: string,
    CreatedDate: string,
    LastUpdatedDate: string,
    DataElements: { type: 'array', items: { type: 'object', properties: { Name: string, Value: string } } },
    Purposes: { type: 'array', items: purpose },
  });
  const dataSetId = await createDataset({ client }, 'OneTrust consents', schema.id);
  const target = await post(`${flowService}/targetConnections`, {
    name: 'ONETRUST target connection',
    description: 'Consents',
    connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
    data: { format: 'json' },
    params: { dataSetId },
  });
  const names = ['Identifier', 'Language', 'CreatedDate', 'LastUpdatedDate', 'DataElements', 'Purposes'];
  const mapping = await post(
    '/data/foundation/conversion/mappingSets',
    {
      version: 0,
      xdmSchema: schema.id,
      xdmVersion: '1.0',
      id: null,
      mappings: [
        {
          sourceType: 'ATTRIBUTE',
          source: 'content.Identifier',
          destination: '_id',
          name: 'id',
          description: 'Identifier',
        },
        ...names.map((name) => ({
          sourceType: 'ATTRIBUTE',
          source: `content.${name}`,
          destination: `_tributarydemo.${name}`,
        })),
      ],
    },
    200,
  );
  const flow = await post(`${flowService}/flows`, {
    name: 'ONETRUST dataflow',
    description: 'Consents to the data lake',
    flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' },
    sourceConnectionIds: [at(source, 'body.id')],
    targetConnectionIds: [at(target, 'body.id')],
    transformations: [{ name: 'Mapping', params: { mappingId: at(mapping, 'body.id'), mappingVersion: 0 } }],
    scheduleParams: {
      startTime: String(Math.floor(testNowMs / 1000) + 60),
      frequency: 'minute',
      interval: 15,
    },
  });
  await expectRecords(String(at(flow, 'body.id')), dataSetId, 208);
  expect(at(client.emulator.control.records(dataSetId)?.[0], '_tributarydemo.Purposes.0')).toEqual({
    Id: expect.any(String),
    Name: 'Email marketing',
    Status: expect.any(String),
    Version: expect.any(Number),
  });
});

async function expectRecords(flowId: string, dataSetId: string, count: number) {
  client.emulator.control.advance(5 * 60_000);
  const runs = await client.call(`${flowService}/runs?property=flowId==${flowId}`);
  expect(at(runs, 'body.items.0.metrics')).toMatchObject({
    recordSummary: {
      inputRecordCount: count,
      outputRecordCount: count,
      failedRecordCount: 0,
      warningRecordCount: 0,
    },
    statusSummary: { status: 'success', errors: [] },
  });
  expect(client.emulator.control.records(dataSetId)?.length).toBe(count);
}
