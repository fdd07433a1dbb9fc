import { createEmulator } from '@/e2e/emulator/emulator';
import type {
  BaseConnectionId,
  DataflowId,
  DatasetId,
  FlowRunId,
  MappingSetId,
  XdmSchemaId,
} from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { fillReferences } from '@/lib/plan/fill-references';
import type { Plan, PlanKey } from '@/lib/plan/plan';
import { onetrust } from '@/lib/sources/onetrust';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { stripe } from '@/lib/sources/stripe';
import { listBatches } from '@/server/platform/catalog/batches';
import { listDatasets } from '@/server/platform/catalog/datasets';
import {
  getMappingSet,
  previewMappingSet,
  validateMappingSet,
} from '@/server/platform/data-prep/mapping-sets';
import {
  createBaseConnection,
  deleteBaseConnection,
  getBaseConnection,
  listBaseConnections,
  renameBaseConnection,
  testBaseConnection,
  updateBaseConnectionCredentials,
} from '@/server/platform/flow-service/base-connections';
import { getConnectionSpec } from '@/server/platform/flow-service/connection-specs';
import {
  disableDataflow,
  enableDataflow,
  getDataflow,
  listDataflows,
  updateDataflow,
} from '@/server/platform/flow-service/dataflows';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { createFlowRun, getFlowRun, listFlowRuns } from '@/server/platform/flow-service/flow-runs';
import { listIdentityNamespaces } from '@/server/platform/identity/identity-namespaces';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listSandboxes } from '@/server/platform/sandboxes/sandboxes';
import { createDescriptor, listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import { getResolvedSchema, listSchemas, patchSchema } from '@/server/platform/schema-registry/schemas';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { demoContext } from '@/server/platform/test-support';
import { makeMarkedPlan } from '@/server/provisioning/markers';
import { objectClients } from '@/server/provisioning/object-clients';
import { type CapturedRequest, captureRequests } from './captured-request';

type Case = {
  source: SourceDefinition;
  credentials: Record<string, string>;
  resourcePath: string;
  /** Source fields that are mapped to the target's field of the same name. */
  fields: string[];
  container: string;
  frequency: 'once' | 'hour';
};

const cases: Case[] = [
  {
    source: stripe,
    credentials: { accessToken: 'sk_test_tributary' },
    resourcePath: 'charges',
    fields: ['id', 'amount', 'currency'],
    container: 'charges_data',
    frequency: 'hour',
  },
  {
    source: onetrust,
    credentials: { accessToken: 'ot_tributary', host: 'demo.onetrust.example' },
    resourcePath: '',
    fields: ['Identifier', 'Language'],
    container: '',
    frequency: 'once',
  },
];

/** Runs what the product does with the platform, for both sources, against an emulator; returns what was sent. */
export async function runUseCases(): Promise<CapturedRequest[]> {
  const emulator = createEmulator({ quiet: true });
  const { url } = await emulator.listen(0);
  const capture = captureRequests();
  const ctx: PlatformContext = { ...demoContext(url), fetch: capture.fetch, timeScale: 0.01 };
  try {
    await listSandboxes(ctx);
    await listIdentityNamespaces(ctx);
    for (const one of cases) await onboard(ctx, one, (ms) => void emulator.control.advance(ms));
  } finally {
    await emulator.close();
  }
  return capture.requests;
}

async function onboard(ctx: PlatformContext, one: Case, advance: (ms: number) => void): Promise<void> {
  const { source } = one;
  const { baseConnectionId, schema, rows } = await connect(ctx, one);
  const tenantId = await getTenantId(ctx);
  const plan = planOf(one, tenantId, baseConnectionId, schema);
  const made = await provision(ctx, plan);
  await checkMapping(ctx, plan, made, rows);
  await describeTarget(ctx, made.schema as XdmSchemaId, `_${tenantId}`, one);
  await operate(ctx, made, one, advance);
  await cleanUp(ctx, plan, made);
  const { etag = '' } = await getBaseConnection(ctx, baseConnectionId);
  await renameBaseConnection(ctx, { id: baseConnectionId, etag, name: `${source.title} account` });
  await deleteBaseConnection(ctx, baseConnectionId);
}

async function connect(ctx: PlatformContext, { source, credentials, resourcePath }: Case) {
  await getConnectionSpec(ctx, source.connectionSpec.id);
  const created = await createBaseConnection(ctx, {
    name: source.title,
    description: 'For the contract test',
    connectionSpec: source.connectionSpec,
    authSpecName: source.authSpecName,
    credentials,
  });
  await listBaseConnections(ctx, {});
  await testBaseConnection(ctx, created.id);
  const { etag = '' } = await getBaseConnection(ctx, created.id);
  await updateBaseConnectionCredentials(ctx, { id: created.id, etag, credentials });
  const explored = await exploreSource(ctx, {
    baseConnectionId: created.id,
    sourceParams: source.sourceParams(resourcePath),
    preview: true,
  });
  return { baseConnectionId: created.id, schema: explored.schema, rows: explored.records };
}

function planOf(
  { source, resourcePath, fields, container, frequency }: Case,
  tenantId: string,
  baseConnectionId: BaseConnectionId,
  sourceSchema: unknown,
): Plan {
  const prefix = [`_${tenantId}`, container].filter((part) => part !== '').join('.');
  const mappings: FieldMapping[] = [
    ...fields.map(
      (field): FieldMapping => ({
        id: field,
        kind: 'attribute',
        source: `${source.recordRoot}.${field}`,
        target: `${prefix}.${field}`,
      }),
    ),
    { id: 'key', kind: 'expression', source: `${source.recordRoot}.${fields[0]}`, target: '_id' },
  ];
  const name = `Contract ${source.title}`;
  const startTimeSeconds = Math.floor(Date.now() / 1000) + 120;
  return makeMarkedPlan('contract', {
    name,
    source,
    tenantId,
    baseConnectionId,
    resourcePath,
    sourceSchema,
    target: {
      kind: 'create',
      fieldGroupTitle: `${name} fields`,
      schemaTitle: name,
      datasetName: `${name} dataset`,
      container,
      // One of them with a class of its own.
      ...(source === stripe && { classKind: 'record' as const, classTitle: `${name} class` }),
    },
    mappings,
    schedule:
      frequency === 'once'
        ? { frequency, startTimeSeconds, timeZone: 'UTC' }
        : { frequency, interval: 15, startTimeSeconds, timeZone: 'UTC', backfill: true },
  });
}

type Made = Record<PlanKey, string>;

async function provision(ctx: PlatformContext, plan: Plan): Promise<Made> {
  const made: Partial<Record<PlanKey, { id: string; version?: string | number }>> = {};
  for (const object of plan.objects) {
    const body = fillReferences(object, made);
    await objectClients[object.kind].find(ctx, object, body);
    made[object.kind] = await objectClients[object.kind].create(ctx, body);
  }
  return Object.fromEntries(Object.entries(made).map(([kind, { id }]) => [kind, id])) as Made;
}

async function checkMapping(ctx: PlatformContext, plan: Plan, made: Made, rows: readonly unknown[]) {
  const object = plan.objects.find(({ key }) => key === 'mappingSet');
  if (!object) throw new Error('the plan has no mapping set');
  const mappingSet = fillReferences(object, { schema: { id: made.schema, version: '1.0' } });
  await validateMappingSet(ctx, mappingSet);
  await previewMappingSet(ctx, { records: rows.slice(0, 2), mappingSet });
  await getMappingSet(ctx, made.mappingSet as MappingSetId, 0);
}

async function describeTarget(ctx: PlatformContext, schemaId: XdmSchemaId, tenant: string, one: Case) {
  await listSchemas(ctx, {});
  await getResolvedSchema(ctx, schemaId);
  const [first = ''] = one.fields;
  const path = [tenant, one.container, first].filter((part) => part !== '').join('/');
  await createDescriptor(ctx, {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': schemaId,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': `/${path}`,
    'xdm:namespace': 'Email',
    'xdm:property': 'xdm:code',
    'xdm:isPrimary': false,
  });
  await listIdentityDescriptors(ctx, schemaId);
  await patchSchema(ctx, schemaId, [{ op: 'replace', path: '/description', value: 'For the contract test' }]);
  await listDatasets(ctx, { limit: 20 });
}

async function operate(ctx: PlatformContext, made: Made, one: Case, advance: (ms: number) => void) {
  const id = made.dataflow as DataflowId;
  const { etag = '' } = await getDataflow(ctx, id);
  await updateDataflow(ctx, {
    id,
    etag,
    patch: [
      { op: 'replace', path: '/name', value: 'Renamed' },
      { op: 'replace', path: '/description', value: 'For the contract test' },
    ],
  });
  await disableDataflow(ctx, id);
  await enableDataflow(ctx, id);
  advance(3_600_000);
  if (one.frequency === 'once') {
    const seconds = Math.floor(Date.now() / 1000);
    await createFlowRun(ctx, {
      dataflowId: id,
      startTimeSeconds: seconds,
      windowStartTimeSeconds: seconds - 60,
      windowEndTimeSeconds: seconds,
    });
  }
  const [run] = await listFlowRuns(ctx, id, { limit: 20 });
  if (run) await getFlowRun(ctx, run.id as FlowRunId);
  await listBatches(ctx, made.dataset as DatasetId, { limit: 20 });
  await listDataflows(ctx, {});
}

async function cleanUp(ctx: PlatformContext, plan: Plan, made: Made): Promise<void> {
  for (const { kind } of [...plan.objects].reverse()) await objectClients[kind].remove?.(ctx, made[kind]);
}
