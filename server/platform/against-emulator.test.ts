import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { type SandboxName, sandboxNameSchema } from '@/lib/ids';
import { createServiceTokenSource } from '../ims/service-token';
import { listBatches } from './catalog/batches';
import {
  createDataset,
  deleteDataset,
  findDatasetsByName,
  getDataset,
  listDatasets,
} from './catalog/datasets';
import {
  createMappingSet,
  findMappingSets,
  getMappingSet,
  previewMappingSet,
  validateMappingSet,
} from './data-prep/mapping-sets';
import {
  createBaseConnection,
  deleteBaseConnection,
  getBaseConnection,
  listBaseConnections,
  renameBaseConnection,
  testBaseConnection,
  updateBaseConnectionCredentials,
} from './flow-service/base-connections';
import { getConnectionSpec } from './flow-service/connection-specs';
import {
  createDataflow,
  deleteDataflow,
  disableDataflow,
  enableDataflow,
  getDataflow,
  listDataflows,
  updateDataflow,
} from './flow-service/dataflows';
import { exploreSource } from './flow-service/explore';
import { createFlowRun, getFlowRun, listFlowRuns, retryFlowRun } from './flow-service/flow-runs';
import {
  createSourceConnection,
  deleteSourceConnection,
  getSourceConnection,
  listSourceConnections,
} from './flow-service/source-connections';
import { readSourceRefusal } from './flow-service/source-refusal';
import {
  createTargetConnection,
  deleteTargetConnection,
  getTargetConnection,
  listTargetConnections,
} from './flow-service/target-connections';
import { listIdentityNamespaces } from './identity/identity-namespaces';
import type { PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';
import { listSandboxes } from './sandboxes/sandboxes';
import { createDescriptor, deleteDescriptor, listIdentityDescriptors } from './schema-registry/descriptors';
import {
  createFieldGroup,
  deleteFieldGroup,
  findFieldGroupsByTitle,
  getFieldGroup,
} from './schema-registry/field-groups';
import { isTitleTaken } from './schema-registry/registry-resource';
import {
  createSchema,
  deleteSchema,
  findSchemasByTitle,
  getResolvedSchema,
  getSchema,
  listSchemas,
} from './schema-registry/schemas';
import { getTenantId } from './schema-registry/stats';

const stripeSpec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };
const onetrustSpec = { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' };
const dataLakeSpec = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' };
const flowSpec = { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' };
const profileClass = 'https://ns.adobe.com/xdm/context/profile';
const hourMs = 3_600_000;

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = context('prod');
});
afterAll(() => emulator.close());

function context(sandbox: string): PlatformContext {
  const clientId = 'tributary-demo';
  const source = createServiceTokenSource({
    imsBaseUrl: baseUrl,
    clientId,
    clientSecret: 'tributary-demo-secret',
    scopes: ['openid', 'AdobeID', 'read_organizations', 'additional_info.projectedProductContext', 'session'],
    fetch: globalThis.fetch,
    now: Date.now,
    timeScale: 1,
  });
  return {
    baseUrl,
    orgId: 'TRIBUTARYDEMO@AdobeOrg',
    clientId,
    sandboxName: sandboxNameSchema.parse(sandbox),
    accessToken: source.accessToken,
    fetch: globalThis.fetch,
    now: () => emulator.control.nowMs(),
    timeScale: 0.05,
  };
}

function createAccount(name: string, accessToken = 'sk_test_tributary') {
  return createBaseConnection(ctx, {
    name,
    description: 'marker-1',
    connectionSpec: stripeSpec,
    authSpecName: 'OAuth2 Refresh Code',
    credentials: { accessToken },
  });
}

async function failureOf(promise: Promise<unknown>): Promise<PlatformError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PlatformError);
  return error as PlatformError;
}

function etagOf(created: { etag?: string | undefined }): string {
  expect(created.etag).toMatch(/^".+"$/);
  return created.etag ?? '';
}

describe('what an organisation has', () => {
  it('lists its active sandboxes without naming one, the default first', async () => {
    const { sandboxName: _, ...organisation } = ctx;
    expect(await listSandboxes(organisation)).toEqual([
      { name: 'prod', title: 'Production', type: 'production', isDefault: true, region: 'VA7' },
      { name: 'dev', title: 'Dev', type: 'development', isDefault: false, region: 'VA7' },
    ]);
  });

  it('tells its tenant, and the namespaces of identities', async () => {
    expect(await getTenantId(ctx)).toBe('tributarydemo');
    const email = (await listIdentityNamespaces(ctx)).find(({ code }) => code === 'Email');
    expect(email).toMatchObject({ code: 'Email', idType: 'EMAIL', custom: false });
  });

  it('refuses a sandbox that does not exist', async () => {
    const elsewhere = { ...ctx, sandboxName: 'nowhere' as SandboxName };
    expect(await failureOf(getTenantId(elsewhere))).toBeInstanceOf(PlatformError);
    expect(await failureOf(listDataflows(elsewhere))).toMatchObject({ kind: 'not-found' });
  });

  it('declares what a source asks for', async () => {
    const spec = await getConnectionSpec(ctx, onetrustSpec.id);
    expect(spec.authSpecs).toMatchObject([{ name: 'OAuth2 Refresh Code' }]);
    const names = spec.authSpecs[0]?.properties.map(({ name, secret }) => ({ name, secret }));
    expect(names).toContainEqual({ name: 'accessToken', secret: true });
    expect(names).toContainEqual({ name: 'host', secret: false });
  });
});

describe('accounts', () => {
  it('are created, read, listed, renamed, given another key, tried and deleted', async () => {
    const created = await createAccount('Round trip');
    const account = await getBaseConnection(ctx, created.id);
    expect(account).toEqual({
      id: created.id,
      name: 'Round trip',
      description: 'marker-1',
      connectionSpecId: stripeSpec.id,
      authSpecName: 'OAuth2 Refresh Code',
      state: 'enabled',
      createdAtMs: expect.any(Number),
      updatedAtMs: expect.any(Number),
      etag: created.etag,
    });
    expect(await listBaseConnections(ctx, { connectionSpecId: stripeSpec.id, name: 'Round trip' })).toEqual({
      items: [account],
      complete: true,
    });
    expect((await listBaseConnections(ctx, { connectionSpecId: onetrustSpec.id })).items).toEqual([]);

    const renamed = await renameBaseConnection(ctx, {
      id: created.id,
      etag: etagOf(created),
      name: 'Other name',
    });
    const stale = renameBaseConnection(ctx, { id: created.id, etag: etagOf(created), name: 'Third' });
    expect(await failureOf(stale)).toMatchObject({ kind: 'stale', code: 'FLOW-1404-412', status: 412 });
    expect(await testBaseConnection(ctx, created.id)).toBe(true);
    await updateBaseConnectionCredentials(ctx, {
      id: created.id,
      etag: etagOf(renamed),
      credentials: { accessToken: 'sk_test_expired' },
    });
    expect(await testBaseConnection(ctx, created.id)).toBe(false);
    await deleteBaseConnection(ctx, created.id);
    await deleteBaseConnection(ctx, created.id);
    expect(await failureOf(getBaseConnection(ctx, created.id))).toMatchObject({ kind: 'not-found' });
  });

  it('are listed over several pages, whatever characters their names have', async () => {
    const name = 'Comma, equals = and & more';
    const created = [];
    for (let n = 0; n < 105; n += 1) created.push(await createAccount(n === 3 ? name : `Many ${n}`));
    const all = await listBaseConnections(ctx);
    expect({ complete: all.complete, ids: new Set(all.items.map(({ id }) => id)).size }).toEqual({
      complete: true,
      ids: all.items.length,
    });
    expect(all.items.length).toBeGreaterThanOrEqual(105);
    expect((await listBaseConnections(ctx, { name })).items.map(({ id }) => id)).toEqual([created[3]?.id]);
    for (const { id } of created) await deleteBaseConnection(ctx, id);
  });
});

describe('explore', () => {
  it('shows schema and records of a resource, and no record unless asked', async () => {
    const { id } = await createAccount('Explore');
    const request = { baseConnectionId: id, sourceParams: { resourcePath: 'charges' } };
    const { schema, records } = await exploreSource(ctx, { ...request, preview: true });
    expect(schema).toMatchObject({ type: 'object', properties: { data: { type: 'object' } } });
    expect(records.length).toBe(10);
    expect(records[0]).toMatchObject({ data: { object: 'charge' } });
    expect((await exploreSource(ctx, { ...request, preview: false })).records).toEqual([]);
  });

  it('of a source with one stream sends no parameters', async () => {
    const { id } = await createBaseConnection(ctx, {
      name: 'OneTrust',
      description: '',
      connectionSpec: onetrustSpec,
      authSpecName: 'OAuth2 Refresh Code',
      credentials: { host: 'demo.onetrust.example', accessToken: 'ot_tributary' },
    });
    const { records } = await exploreSource(ctx, { baseConnectionId: id, sourceParams: {}, preview: true });
    expect(records[0]).toMatchObject({ content: { Identifier: expect.any(String) } });
    const [row] = emulator.control.journal({ op: 'flow.connections.explore' }).slice(-1);
    expect(JSON.stringify(row)).not.toContain('sourceParams');
  });

  it.each([
    ['sk_test_expired', 'charges', 'key-expired'],
    ['sk_test_somethingwrong', 'charges', 'key-invalid'],
    ['rk_test_charges_only', 'refunds', 'permission-missing'],
  ])('with the key %s for %s ends in %s', async (accessToken, resourcePath, reason) => {
    const { id } = await createAccount('Refused', accessToken);
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: { resourcePath }, preview: true }),
    );
    expect(readSourceRefusal(error)?.reason).toBe(reason);
    expect(error.detail).not.toContain(accessToken);
  });

  it.each([
    ['other.onetrust.example', 'ot_tributary', 'host-unreachable'],
    ['demo.onetrust.example', 'ot_expired', 'key-expired'],
    ['demo.onetrust.example', 'ot_wrong', 'key-invalid'],
  ])('at the host %s with %s ends in %s', async (host, accessToken, reason) => {
    const { id } = await createBaseConnection(ctx, {
      name: 'OneTrust',
      description: '',
      connectionSpec: onetrustSpec,
      authSpecName: 'OAuth2 Refresh Code',
      credentials: { host, accessToken },
    });
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: {}, preview: false }),
    );
    expect(readSourceRefusal(error)?.reason).toBe(reason);
  });

  it('of a path that does not exist is no refusal of the source', async () => {
    const { id } = await createAccount('Wrong path');
    const error = await failureOf(
      exploreSource(ctx, { baseConnectionId: id, sourceParams: { resourcePath: 'payouts' }, preview: true }),
    );
    expect({ kind: error.kind, refusal: readSourceRefusal(error) }).toEqual({
      kind: 'rejected',
      refusal: undefined,
    });
  });
});

async function createTarget(title: string) {
  const tenant = `_${await getTenantId(ctx)}`;
  const fieldGroup = await createFieldGroup(ctx, {
    type: 'object',
    title: `${title} fields`,
    description: 'marker-3a',
    'meta:intendedToExtend': [profileClass],
    definitions: {
      customFields: {
        type: 'object',
        properties: {
          [tenant]: {
            type: 'object',
            properties: {
              charge: {
                type: 'object',
                properties: {
                  id: { type: 'string' },
                  amount: { type: 'integer' },
                  email: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
    allOf: [{ $ref: '#/definitions/customFields', type: 'object', 'meta:xdmType': 'object' }],
  });
  const schema = await createSchema(ctx, {
    type: 'object',
    title,
    description: 'marker-3b',
    allOf: [
      { $ref: profileClass, type: 'object', 'meta:xdmType': 'object' },
      { $ref: fieldGroup.id, type: 'object', 'meta:xdmType': 'object' },
    ],
  });
  const dataset = await createDataset(ctx, {
    name: `${title} dataset`,
    description: 'marker-4',
    schemaRef: { id: schema.id, contentType: 'application/vnd.adobe.xed+json;version=1' },
    fileDescription: { persisted: true, containerFormat: 'parquet', format: 'parquet' },
    enableErrorDiagnostics: true,
    tags: { tributary: ['marker-4'] },
  });
  const mappingSetBody = {
    outputSchema: {
      schemaRef: { id: schema.id, contentType: 'application/vnd.adobe.xed-full+json;version=1' },
    },
    mappings: [
      { sourceType: 'ATTRIBUTE', source: 'data.id', destination: '_id' },
      { sourceType: 'ATTRIBUTE', source: 'data.id', destination: `${tenant}.charge.id` },
      { sourceType: 'ATTRIBUTE', source: 'data.amount', destination: `${tenant}.charge.amount` },
    ],
  };
  return { tenant, fieldGroup, schema, dataset, mappingSetBody };
}

describe('targets', () => {
  it('are created, found by title and name, read, and deleted from the outside in', async () => {
    const { tenant, fieldGroup, schema, dataset } = await createTarget('Charges round trip');
    const foundFieldGroups = await findFieldGroupsByTitle(ctx, 'Charges round trip fields');
    expect(foundFieldGroups).toEqual({
      items: [
        {
          id: fieldGroup.id,
          altId: fieldGroup.altId,
          version: fieldGroup.version,
          title: 'Charges round trip fields',
          description: 'marker-3a',
          classId: undefined,
        },
      ],
      complete: true,
    });
    expect(await getFieldGroup(ctx, fieldGroup.id)).toEqual(foundFieldGroups.items[0]);

    const foundSchemas = await findSchemasByTitle(ctx, 'Charges round trip');
    expect(foundSchemas.items).toEqual([
      {
        id: schema.id,
        altId: schema.altId,
        version: schema.version,
        title: 'Charges round trip',
        description: 'marker-3b',
        classId: profileClass,
      },
    ]);
    expect(await getSchema(ctx, schema.id)).toEqual(foundSchemas.items[0]);
    expect((await listSchemas(ctx, { search: 'ROUND trip' })).items.map(({ id }) => id)).toEqual([schema.id]);
    const resolved = await getResolvedSchema(ctx, schema.id);
    expect(resolved.jsonSchema).toMatchObject({
      properties: { [tenant]: { properties: { charge: { properties: { amount: { type: 'integer' } } } } } },
    });

    expect(await getDataset(ctx, dataset.id)).toMatchObject({
      id: dataset.id,
      name: 'Charges round trip dataset',
      description: 'marker-4',
      schemaId: schema.id,
      tags: { tributary: ['marker-4'] },
      isProfileEnabled: false,
      hasErrorDiagnostics: true,
    });
    expect((await findDatasetsByName(ctx, 'Charges round trip dataset')).items.map(({ id }) => id)).toEqual([
      dataset.id,
    ]);
    expect((await listDatasets(ctx, { search: 'round TRIP', limit: 5 })).items.length).toBe(1);

    await deleteDataset(ctx, dataset.id);
    await deleteDataset(ctx, dataset.id);
    await deleteSchema(ctx, schema.id);
    await deleteSchema(ctx, schema.id);
    await deleteFieldGroup(ctx, fieldGroup.id);
    await deleteFieldGroup(ctx, fieldGroup.id);
    expect(await failureOf(getDataset(ctx, dataset.id))).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(getSchema(ctx, schema.id))).toMatchObject({ kind: 'not-found' });
  });

  it('cannot have a title twice, and the refusal can be told from others', async () => {
    await createTarget('Twice');
    const error = await failureOf(createTarget('Twice'));
    expect({ kind: error.kind, status: error.status, taken: isTitleTaken(error) }).toEqual({
      kind: 'rejected',
      status: 400,
      taken: true,
    });
  });

  it('have identities', async () => {
    const { tenant, schema } = await createTarget('With identity');
    const created = await createDescriptor(ctx, {
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': schema.id,
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': `/${tenant}/charge/email`,
      'xdm:namespace': 'Email',
      'xdm:property': 'xdm:code',
      'xdm:isPrimary': true,
    });
    expect(await listIdentityDescriptors(ctx, schema.id)).toEqual([
      {
        id: created.id,
        schemaId: schema.id,
        sourceProperty: `/${tenant}/charge/email`,
        namespace: 'Email',
        namespaceIs: 'code',
        isPrimary: true,
      },
    ]);
    await deleteDescriptor(ctx, created.id);
    await deleteDescriptor(ctx, created.id);
    expect(await listIdentityDescriptors(ctx, schema.id)).toEqual([]);
  });
});

describe('mappings', () => {
  it('are validated row by row, previewed, stored and found', async () => {
    const { tenant, schema, mappingSetBody } = await createTarget('Mapping');
    const wrong = {
      ...mappingSetBody,
      mappings: [
        ...mappingSetBody.mappings,
        { sourceType: 'EXPRESSION', source: 'concat(', destination: `${tenant}.charge.email` },
      ],
    };
    const verdicts = await validateMappingSet(ctx, wrong);
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(verdicts[3]).toMatchObject({ message: expect.any(String) });

    const records = [{ data: { id: 'ch_1', amount: 1099 } }, { data: { id: 'ch_2', amount: 5 } }];
    const previewed = await previewMappingSet(ctx, { records, mappingSet: mappingSetBody });
    expect(previewed).toEqual([
      { data: { _id: 'ch_1', [tenant]: { charge: { id: 'ch_1', amount: 1099 } } }, errors: [] },
      { data: { _id: 'ch_2', [tenant]: { charge: { id: 'ch_2', amount: 5 } } }, errors: [] },
    ]);

    const created = await createMappingSet(ctx, { ...mappingSetBody, name: 'Charges ~marker6' });
    expect(created.version).toBe(0);
    const mappingSet = await getMappingSet(ctx, created.id, created.version);
    expect(mappingSet).toMatchObject({
      id: created.id,
      version: 0,
      schemaId: schema.id,
      mappings: [
        { source: 'data.id', destination: '_id' },
        { source: 'data.id', destination: `${tenant}.charge.id` },
        { source: 'data.amount', destination: `${tenant}.charge.amount` },
      ],
    });
    const found = await findMappingSets(ctx, { schemaId: schema.id });
    expect(found).toEqual({ items: [expect.objectContaining({ id: created.id })], complete: true });
    expect((await findMappingSets(ctx, { name: 'Charges ~marker6' })).items.map(({ id }) => id)).toEqual([
      created.id,
    ]);
  });
});

async function createFlow(
  title: string,
  schedule: Record<string, unknown>,
  accessToken = 'sk_test_tributary',
) {
  const target = await createTarget(title);
  const account = await createAccount(`${title} account`, accessToken);
  const source = await createSourceConnection(ctx, {
    name: `${title} source`,
    description: 'marker-2',
    baseConnectionId: account.id,
    connectionSpec: stripeSpec,
    data: { format: 'json' },
    params: { resourcePath: 'charges' },
  });
  const destination = await createTargetConnection(ctx, {
    name: `${title} target`,
    description: 'marker-5',
    connectionSpec: dataLakeSpec,
    data: {
      format: 'parquet_xdm',
      schema: { id: target.schema.id, version: 'application/vnd.adobe.xed-full+json;version=1.0' },
    },
    params: { dataSetId: target.dataset.id },
  });
  const mappingSet = await createMappingSet(ctx, target.mappingSetBody);
  const startTimeSeconds = Math.floor(emulator.control.nowMs() / 1000) + 120;
  const dataflow = await createDataflow(ctx, {
    name: title,
    description: 'marker-7',
    flowSpec,
    sourceConnectionIds: [source.id],
    targetConnectionIds: [destination.id],
    transformations: [
      { name: 'Mapping', params: { mappingId: mappingSet.id, mappingVersion: mappingSet.version } },
    ],
    scheduleParams: { startTime: startTimeSeconds, ...schedule },
    options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 5 },
  });
  return { ...target, account, source, destination, mappingSet, dataflow, startTimeSeconds };
}

describe('dataflows', () => {
  it('are created, read, listed, changed, stopped, started and deleted with all they stand on', async () => {
    const made = await createFlow('Charges flow', { frequency: 'hour', interval: 6, backfill: true });
    const dataflow = await getDataflow(ctx, made.dataflow.id);
    expect(dataflow).toEqual({
      id: made.dataflow.id,
      name: 'Charges flow',
      description: 'marker-7',
      state: 'enabled',
      flowSpecId: flowSpec.id,
      schedule: {
        startTimeSeconds: made.startTimeSeconds,
        frequency: 'hour',
        interval: 6,
        backfill: true,
      },
      sourceConnectionId: made.source.id,
      targetConnectionId: made.destination.id,
      mapping: { id: made.mappingSet.id, version: made.mappingSet.version },
      baseConnectionId: made.account.id,
      connectionSpecId: stripeSpec.id,
      createdAtMs: expect.any(Number),
      updatedAtMs: expect.any(Number),
      etag: made.dataflow.etag,
      lastRun: undefined,
    });
    const byEachFilter = [
      { name: 'Charges flow' },
      { flowSpecId: flowSpec.id, name: 'Charges flow' },
      { sourceConnectionId: made.source.id },
      { targetConnectionId: made.destination.id },
      { baseConnectionId: made.account.id },
      { connectionSpecId: stripeSpec.id, name: 'Charges flow' },
    ];
    for (const filter of byEachFilter) {
      expect(await listDataflows(ctx, filter)).toEqual({ items: [dataflow], complete: true });
    }
    expect((await listDataflows(ctx, { name: 'No such flow' })).items).toEqual([]);

    expect(await getSourceConnection(ctx, made.source.id)).toMatchObject({
      id: made.source.id,
      name: 'Charges flow source',
      description: 'marker-2',
      baseConnectionId: made.account.id,
      connectionSpecId: stripeSpec.id,
      params: { resourcePath: 'charges' },
    });
    expect(
      (await listSourceConnections(ctx, { baseConnectionId: made.account.id })).items.map(({ id }) => id),
    ).toEqual([made.source.id]);
    expect(await getTargetConnection(ctx, made.destination.id)).toMatchObject({
      id: made.destination.id,
      datasetId: made.dataset.id,
      xdmSchemaId: made.schema.id,
    });
    expect(
      (
        await listTargetConnections(ctx, { datasetId: made.dataset.id, connectionSpecId: dataLakeSpec.id })
      ).items.map(({ id }) => id),
    ).toEqual([made.destination.id]);

    const updated = await updateDataflow(ctx, {
      id: made.dataflow.id,
      etag: etagOf(made.dataflow),
      patch: [
        { op: 'replace', path: '/scheduleParams/frequency', value: 'day' },
        { op: 'replace', path: '/scheduleParams/interval', value: 1 },
        { op: 'replace', path: '/name', value: 'Charges daily' },
      ],
    });
    expect(await getDataflow(ctx, made.dataflow.id)).toMatchObject({
      name: 'Charges daily',
      schedule: { frequency: 'day', interval: 1 },
      etag: updated.etag,
    });
    const stale = updateDataflow(ctx, { id: made.dataflow.id, etag: etagOf(made.dataflow), patch: [] });
    expect((await failureOf(stale)).kind).not.toBe('not-found');
    await disableDataflow(ctx, made.dataflow.id);
    expect((await getDataflow(ctx, made.dataflow.id)).state).toBe('disabled');
    await enableDataflow(ctx, made.dataflow.id);
    expect((await getDataflow(ctx, made.dataflow.id)).state).toBe('enabled');

    expect(await failureOf(deleteBaseConnection(ctx, made.account.id))).toMatchObject({
      kind: 'rejected',
      code: 'FLOW-1418-400',
    });
    await deleteDataflow(ctx, made.dataflow.id);
    await deleteDataflow(ctx, made.dataflow.id);
    await deleteTargetConnection(ctx, made.destination.id);
    await deleteSourceConnection(ctx, made.source.id);
    await deleteBaseConnection(ctx, made.account.id);
    expect(await failureOf(getDataflow(ctx, made.dataflow.id))).toMatchObject({
      kind: 'not-found',
      code: 'FLOW-1439-404',
    });
  });

  it('that start in the past are refused by code', async () => {
    const error = await failureOf(createFlow('Past', { startTime: 1_600_000_000, frequency: 'once' }));
    expect(error).toMatchObject({ kind: 'rejected', status: 400 });
    expect(error.code).toMatch(/-1360-400$/);
  });

  it('run when their time has come', async () => {
    const made = await createFlow('Runs', { frequency: 'hour', interval: 1, backfill: true });
    expect(await listFlowRuns(ctx, made.dataflow.id, { limit: 10 })).toEqual([]);
    emulator.control.advance(3 * hourMs);
    const runs = await listFlowRuns(ctx, made.dataflow.id, { limit: 10 });
    expect(runs.length).toBeGreaterThanOrEqual(2);
    const oldest = runs.at(-1);
    expect(oldest).toMatchObject({
      dataflowId: made.dataflow.id,
      status: expect.stringMatching(/^success/),
      startedAtMs: expect.any(Number),
      completedAtMs: expect.any(Number),
      inputRecords: expect.any(Number),
      outputRecords: expect.any(Number),
    });
    if (oldest) expect(await getFlowRun(ctx, oldest.id)).toEqual(oldest);
    expect((await getDataflow(ctx, made.dataflow.id)).lastRun).toMatchObject({
      status: expect.stringMatching(/^success/),
    });
    const batches = await listBatches(ctx, made.dataset.id, { limit: 10 });
    expect(batches[0]).toMatchObject({ status: 'success', recordCount: expect.any(Number) });
    expect((await listFlowRuns(ctx, made.dataflow.id, { limit: 1 })).length).toBe(1);
  });

  it('fail when the key ends, and the run can be repeated', async () => {
    const made = await createFlow('Failing', { frequency: 'hour', interval: 1, backfill: true });
    const account = await getBaseConnection(ctx, made.account.id);
    await updateBaseConnectionCredentials(ctx, {
      id: account.id,
      etag: etagOf(account),
      credentials: { accessToken: 'sk_test_expired' },
    });
    emulator.control.advance(2 * hourMs);
    const failed = (await listFlowRuns(ctx, made.dataflow.id, { limit: 10 })).find(
      ({ status }) => status === 'failed',
    );
    expect(failed?.errors.length).toBeGreaterThan(0);
    if (failed) expect((await retryFlowRun(ctx, failed.id)).id).not.toBe(failed.id);
  });

  it('that run once can be started by hand', async () => {
    const made = await createFlow('Once', { frequency: 'once' });
    expect((await getDataflow(ctx, made.dataflow.id)).schedule).toEqual({
      startTimeSeconds: made.startTimeSeconds,
      frequency: 'once',
      interval: undefined,
      backfill: undefined,
    });
    emulator.control.advance(hourMs);
    const nowSeconds = Math.floor(emulator.control.nowMs() / 1000);
    const run = await createFlowRun(ctx, {
      dataflowId: made.dataflow.id,
      startTimeSeconds: nowSeconds + 60,
      windowStartTimeSeconds: nowSeconds - 86_400,
      windowEndTimeSeconds: nowSeconds,
    });
    expect(run.id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('tokens', () => {
  it('that were revoked are renewed without anybody noticing', async () => {
    await getTenantId(ctx);
    emulator.control.tokens({ revoke: 'service' });
    expect(await getTenantId(ctx)).toBe('tributarydemo');
  });

  it('for a wrong secret are refused by IMS', async () => {
    const source = createServiceTokenSource({
      imsBaseUrl: baseUrl,
      clientId: 'tributary-demo',
      clientSecret: 'wrong-secret',
      scopes: ['openid'],
      fetch: globalThis.fetch,
      now: Date.now,
      timeScale: 1,
    });
    const error = await failureOf(source.accessToken());
    expect({ endpoint: error.endpoint, code: error.code }).toEqual({
      endpoint: 'POST /ims/token/v3',
      code: 'invalid_client',
    });
  });
});

describe('lists that lie', () => {
  it('are checked hit by hit, and a page that repeats is no list', async () => {
    const account = await createAccount('Liar');
    emulator.control.faults.put({
      rules: [
        { match: { op: 'flow.connections.list' }, action: { type: 'listPartial', mode: 'ignoreFilter' } },
      ],
    });
    const found = await listBaseConnections(ctx, { name: 'Liar' });
    emulator.control.faults.put({
      rules: [{ match: { op: 'flow.connections.list' }, action: { type: 'listPartial', mode: 'loopToken' } }],
    });
    const looped = await listBaseConnections(ctx, { name: 'Liar' }).catch((error: unknown) => error);
    emulator.control.faults.clear();
    expect(found.items.map(({ id }) => id)).toEqual([account.id]);
    expect(looped).toMatchObject({ kind: 'unreadable' });
  });
});
