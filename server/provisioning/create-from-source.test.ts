import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { checkMappings } from '@/lib/mapping/check-mappings';
import { measureCoverage } from '@/lib/mapping/coverage';
import { tenantRootOf } from '@/lib/mapping/preset';
import { fillReferences, type MadeObject } from '@/lib/plan/fill-references';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { mergeObserved } from '@/lib/schema/merge-observed';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { collectStatistics } from '@/lib/schema/statistics';
import { onetrust } from '@/lib/sources/onetrust';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { stripe } from '@/lib/sources/stripe';
import { proposeDesign } from '@/lib/target/propose-design';
import { proposeMappings } from '@/lib/target/propose-mappings';
import { proposeNames, proposeSchema } from '@/lib/target/propose-target';
import { targetClasses } from '@/lib/target/target-class';
import type { NewTarget } from '@/lib/wizard/draft';
import { previewMappingSet, validateMappingSet } from '@/server/platform/data-prep/mapping-sets';
import { createBaseConnection } from '@/server/platform/flow-service/base-connections';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { listIdentityNamespaces } from '@/server/platform/identity/identity-namespaces';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import { getResolvedSchema } from '@/server/platform/schema-registry/schemas';
import { demoContext } from '@/server/platform/test-support';
import { makeMarkedPlan } from './markers';
import { objectClients } from './object-clients';

const emulator = createEmulator({ quiet: true });
let platform: PlatformContext;
let baseUrl: string;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  platform = demoContext(baseUrl);
});
afterAll(() => emulator.close());

const cases: [SourceDefinition, string][] = [
  ...stripe.resourcePaths.map(({ path }): [SourceDefinition, string] => [stripe, path]),
  [onetrust, ''],
];

/** What Map does by itself: explore, propose, map everything. */
async function design(source: SourceDefinition, resourcePath: string, change: Partial<NewTarget> = {}) {
  const account = await createBaseConnection(platform, {
    name: `Account ${randomUUID()}`,
    description: '',
    connectionSpec: source.connectionSpec,
    authSpecName: source.authSpecName,
    credentials:
      source.id === 'stripe'
        ? { accessToken: 'sk_test_tributary' }
        : { accessToken: 'ot_tributary', host: 'demo.onetrust.example' },
  });
  const explored = await exploreSource(platform, {
    baseConnectionId: account.id,
    sourceParams: source.sourceParams(resourcePath),
    preview: true,
  });
  const sourceSchema = mergeObserved(jsonSchemaNodeSchema.parse(explored.schema), explored.records);
  const names = proposeNames(source, resourcePath);
  const suffix = randomUUID().slice(0, 8);
  const target: NewTarget = {
    ...proposeDesign(source, resourcePath, sourceSchema, names, {
      tenantId: 'tributarydemo',
      namespaces: await listIdentityNamespaces(platform),
      statistics: collectStatistics(explored.records),
    }),
    fieldGroupTitle: `${names.fieldGroupTitle} ${suffix}`,
    schemaTitle: `${names.schemaTitle} ${suffix}`,
    datasetName: `${names.datasetName} ${suffix}`,
    classTitle: `Class ${suffix}`,
    ...change,
  };
  const mappings = proposeMappings(source, resourcePath, sourceSchema, 'tributarydemo', target).map(
    (mapping, at) => ({ ...mapping, id: `m${at}` }),
  );
  return { account, explored, sourceSchema, target, mappings };
}

type Design = Awaited<ReturnType<typeof design>>;

function planOf(source: SourceDefinition, resourcePath: string, made: Design) {
  return makeMarkedPlan(randomUUID(), {
    name: made.target.schemaTitle,
    source,
    tenantId: 'tributarydemo',
    baseConnectionId: made.account.id,
    resourcePath,
    sourceSchema: made.sourceSchema,
    target: made.target,
    mappings: made.mappings,
    schedule: {
      frequency: 'minute',
      interval: 15,
      startTimeSeconds: Math.floor(Date.now() / 1000) + 120,
      timeZone: 'UTC',
      backfill: true,
    },
  });
}

/** Makes every object in the order of the plan. */
async function provision(plan: ReturnType<typeof planOf>): Promise<Record<string, MadeObject>> {
  const made: Record<string, MadeObject> = {};
  for (const object of plan.objects) {
    const body = fillReferences(object, made);
    const created = await objectClients[object.kind].create(platform, body);
    const { items } = await objectClients[object.kind].find(platform, object, body);
    expect({ key: object.key, found: items.filter(({ marked }) => marked).map(({ id }) => id) }).toEqual({
      key: object.key,
      found: [created.id],
    });
    made[object.key] = created;
  }
  return made;
}

const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${baseUrl}/__emu/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.json();
};

describe.each(cases)('%#: created from the source without any edit', (source, resourcePath) => {
  test(`${source.id} ${resourcePath}: a valid schema, a complete mapping, and records that arrive`, async () => {
    const made = await design(source, resourcePath);
    const sourceTree = buildSchemaTree(made.sourceSchema, { hide: source.envelopeFields });
    const targetTree = buildSchemaTree(
      proposeSchema(source, made.sourceSchema, 'tributarydemo', made.target),
    );
    const state = { mappings: made.mappings, unmappedOnPurpose: [] };
    const tenantRoot = tenantRootOf('tributarydemo');
    const checked = checkMappings(state, { sourceTree, targetTree, tenantRoot });
    expect(checked.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
    const coverage = measureCoverage({
      state,
      checked,
      sourceTree,
      targetTree,
      requiredTargets: targetClasses[made.target.classKind ?? 'profile'].required,
      identityTargets: (made.target.identities ?? []).map(({ target }) => target),
    });
    // What is left is objects whose keys nobody knows.
    const unused = coverage.unusedSources.map((id) => sourceTree.path[id]);
    const unknown = unused.filter(
      (path) => !/metadata|radar_options|fraud_details|attributes|default_tax_rates/.test(path ?? ''),
    );
    expect({ requiredLeft: coverage.requiredLeft, unknown }).toEqual({ requiredLeft: [], unknown: [] });

    const plan = planOf(source, resourcePath, made);
    const objects = await provision(plan);
    const mappingSet = plan.objects.find(({ kind }) => kind === 'mappingSet');
    if (!mappingSet) throw new Error('no mapping set');
    const body = fillReferences(mappingSet, objects);
    const verdicts = await validateMappingSet(platform, body);
    expect(verdicts.filter((verdict) => !verdict.ok)).toEqual([]);
    const previewed = await previewMappingSet(platform, { records: made.explored.records, mappingSet: body });
    expect(previewed.flatMap(({ errors }) => errors)).toEqual([]);

    await control('POST', 'clock', { advanceMs: 3_600_000 });
    const { records } = (await control('GET', `datasets/${objects.dataset?.id}/records`)) as {
      records: Record<string, unknown>[];
    };
    expect(records.length).toBeGreaterThan(20);
    if (made.target.classKind === 'event') {
      expect(records[0]).toMatchObject({
        _id: expect.any(String),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        eventType: `stripe.${resourcePath}`,
      });
    }
  });
});

test('classes and identities are the ones the data asks for', async () => {
  const shapes = await Promise.all(
    cases.map(async ([source, resourcePath]) => {
      const { target } = await design(source, resourcePath);
      return [resourcePath, target.classKind, target.identities?.map(({ target: path }) => path)];
    }),
  );
  expect(shapes).toEqual([
    ['charges', 'event', ['_tributarydemo.charges_data.billing_details.email']],
    ['subscriptions', 'event', undefined],
    ['refunds', 'event', undefined],
    ['balance_transactions', 'event', undefined],
    ['customers', 'profile', ['_tributarydemo.customers_data.email']],
    ['prices', 'record', undefined],
    ['', 'profile', ['_tributarydemo.Identifier']],
  ]);
});

test('a schema joins Profile after its primary identity, and its dataset after that', async () => {
  const made = await design(stripe, 'customers', { isProfileEnabled: true });
  const plan = planOf(stripe, 'customers', made);
  expect(plan.objects.map(({ key, request }) => `${request.method} ${key}`)).toEqual([
    'POST sourceConnection',
    'POST fieldGroup',
    'POST schema',
    'POST identity',
    'PATCH profileSchema',
    'POST dataset',
    'POST targetConnection',
    'POST mappingSet',
    'POST dataflow',
  ]);
  const objects = await provision(plan);
  const schemaId = objects.schema?.id as Parameters<typeof getResolvedSchema>[1];
  expect((await getResolvedSchema(platform, schemaId)).jsonSchema['meta:immutableTags']).toEqual(['union']);
  expect(await listIdentityDescriptors(platform, schemaId)).toMatchObject([
    { sourceProperty: '/_tributarydemo/customers_data/email', namespace: 'Email', isPrimary: true },
  ]);
});

test('a class of its own is made first, and everything goes away in the reverse order', async () => {
  const made = await design(stripe, 'prices');
  const plan = planOf(stripe, 'prices', made);
  const objects = await provision(plan);
  for (const { key, kind } of [...plan.objects].reverse()) {
    await objectClients[kind].remove?.(platform, objects[key]?.id ?? '');
  }
  for (const object of plan.objects.filter(({ kind }) => objectClients[kind].remove)) {
    const { items } = await objectClients[object.kind].find(
      platform,
      object,
      fillReferences(object, objects),
    );
    expect({ key: object.key, left: items.filter(({ marked }) => marked) }).toEqual({
      key: object.key,
      left: [],
    });
  }
});
