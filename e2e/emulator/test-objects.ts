import { at, flowService, type TestClient, testNowMs } from './test-client';

export const stripeSpec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };
export const oneTrustSpec = { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' };
export const dataLakeSpec = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' };
export const restFlowSpec = { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' };

type Target = { client: TestClient; sandbox?: string };

async function create(
  { client, sandbox = 'prod' }: Target,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const reply = await client.call(path, { body, sandbox, headers });
  if (reply.status >= 300) throw new Error(`${path} answered ${reply.status}: ${reply.text}`);
  return reply;
}

/** The body of a Stripe base connection. */
export function stripeConnectionBody(accessToken = 'sk_test_tributary') {
  return {
    name: 'Stripe base connection',
    description: 'Account for tests',
    connectionSpec: stripeSpec,
    auth: { specName: 'OAuth2 Refresh Code', params: { accessToken } },
  };
}

/** The body of a OneTrust base connection. */
export function oneTrustConnectionBody(accessToken = 'ot_tributary', host = 'demo.onetrust.example') {
  return {
    name: 'OneTrust base connection',
    connectionSpec: oneTrustSpec,
    auth: { specName: 'OAuth2 Refresh Code', params: { host, accessToken } },
  };
}

/** Creates a Flow Service resource and returns id and etag. */
export async function createResource(target: Target, collection: string, body: unknown) {
  const reply = await create(target, `${flowService}/${collection}`, body);
  return { id: String(at(reply, 'body.id')), etag: String(at(reply, 'body.etag')) };
}

/** A schema of the profile class with one field group whose fields lie below the tenant object. */
export async function createSchema(target: Target, title: string, fields: Record<string, unknown>) {
  const registry = '/data/foundation/schemaregistry/tenant';
  const profile = 'https://ns.adobe.com/xdm/context/profile';
  const accept = { accept: 'application/json' };
  const fieldGroup = await create(
    target,
    `${registry}/fieldgroups`,
    {
      type: 'object',
      title: `${title} fields`,
      description: 'Fields for tests',
      'meta:intendedToExtend': [profile],
      definitions: {
        customFields: {
          type: 'object',
          properties: { _tributarydemo: { type: 'object', properties: fields } },
        },
      },
      allOf: [{ $ref: '#/definitions/customFields', type: 'object', 'meta:xdmType': 'object' }],
    },
    accept,
  );
  const schema = await create(
    target,
    `${registry}/schemas`,
    {
      type: 'object',
      title,
      description: 'A schema for tests',
      allOf: [
        { $ref: profile, type: 'object', 'meta:xdmType': 'object' },
        { $ref: at(fieldGroup, 'body.$id'), type: 'object', 'meta:xdmType': 'object' },
      ],
    },
    accept,
  );
  return { id: String(at(schema, 'body.$id')), version: String(at(schema, 'body.version')) };
}

/** A dataset of the schema. */
export async function createDataset(target: Target, name: string, schemaId: string): Promise<string> {
  const reply = await create(target, '/data/foundation/catalog/dataSets', {
    name,
    schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed+json;version=1' },
    enableErrorDiagnostics: true,
  });
  return String(at(reply, 'body.0')).replace('@/dataSets/', '');
}

type MappingRow = { source: string; destination: string; sourceType?: string };

/** A mapping set for the schema; rows are attributes unless they say otherwise. */
export async function createMappingSet(
  target: Target,
  schemaId: string,
  rows: MappingRow[],
): Promise<string> {
  const reply = await create(target, '/data/foundation/conversion/mappingSets', {
    outputSchema: {
      schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' },
    },
    mappings: rows.map((row) => ({ sourceType: 'ATTRIBUTE', ...row })),
  });
  return String(at(reply, 'body.id'));
}

/** Everything a charges dataflow needs, and the body that would create it. */
export async function prepareChargesFlow(client: TestClient, label = 'Charges', sandbox = 'prod') {
  const target = { client, sandbox };
  const schema = await createSchema(target, label, {
    charges_data: {
      type: 'object',
      title: 'Charges',
      properties: {
        id: { type: 'string' },
        amount: { type: 'integer', minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_992 },
        currency: { type: 'string' },
        refunded: { type: 'boolean' },
      },
    },
  });
  const datasetId = await createDataset(target, label, schema.id);
  const baseConnection = await createResource(target, 'connections', stripeConnectionBody());
  const sourceConnection = await createResource(target, 'sourceConnections', {
    name: `${label} source`,
    baseConnectionId: baseConnection.id,
    connectionSpec: stripeSpec,
    data: { format: 'json' },
    params: { resourcePath: 'charges' },
  });
  const targetConnection = await createResource(target, 'targetConnections', {
    name: `${label} target`,
    connectionSpec: dataLakeSpec,
    data: {
      format: 'parquet_xdm',
      schema: { id: schema.id, version: `application/vnd.adobe.xed-full+json;version=${schema.version}` },
    },
    params: { dataSetId: datasetId },
  });
  const mappingId = await createMappingSet(target, schema.id, [
    { source: 'data.id', destination: '_id' },
    { source: 'data.id', destination: '_tributarydemo.charges_data.id' },
    { source: 'data.amount', destination: '_tributarydemo.charges_data.amount' },
    { source: 'data.currency', destination: '_tributarydemo.charges_data.currency' },
    { source: 'data.refunded', destination: '_tributarydemo.charges_data.refunded' },
  ]);
  const body = {
    name: `${label} to data lake`,
    flowSpec: restFlowSpec,
    sourceConnectionIds: [sourceConnection.id],
    targetConnectionIds: [targetConnection.id],
    transformations: [{ name: 'Mapping', params: { mappingId, mappingVersion: 0 } }],
    scheduleParams: {
      startTime: String(Math.floor(testNowMs / 1000) + 60),
      frequency: 'minute',
      interval: 15,
    } as Record<string, unknown>,
  };
  return { schema, datasetId, baseConnection, sourceConnection, targetConnection, mappingId, body };
}
