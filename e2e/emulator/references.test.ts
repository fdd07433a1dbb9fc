import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, flowService, startTestClient, type TestClient, testNowMs } from './test-client';
import {
  createDataset,
  createMappingSet,
  createResource,
  createSchema,
  dataLakeSpec,
  restFlowSpec,
  stripeConnectionBody,
  stripeSpec,
} from './test-objects';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ seed: 'demo' });
  // The snapshot has the token.
  await client.call(`${flowService}/connections`);
  client.emulator.control.snapshot('clean');
});
afterAll(() => client.close());

const registry = '/data/foundation/schemaregistry/tenant';
const kinds = ['schema', 'dataset', 'base', 'source', 'target', 'mapping', 'flow'] as const;
type Kind = (typeof kinds)[number];
type World = Record<Kind | 'fieldGroup', string[]>;

/** Where an object of each kind is deleted. */
const addresses: Record<keyof World, (id: string) => string> = {
  fieldGroup: (id) => `${registry}/fieldgroups/${encodeURIComponent(id)}`,
  schema: (id) => `${registry}/schemas/${encodeURIComponent(id)}`,
  dataset: (id) => `/data/foundation/catalog/dataSets/${id}`,
  base: (id) => `${flowService}/connections/${id}`,
  source: (id) => `${flowService}/sourceConnections/${id}`,
  target: (id) => `${flowService}/targetConnections/${id}`,
  mapping: (id) => `/data/foundation/conversion/mappingSets/${id}`,
  flow: (id) => `${flowService}/flows/${id}`,
};

const pick = (ids: string[], n: number) => ids[n % Math.max(1, ids.length)];

async function make(kind: Kind, world: World, n: number): Promise<string | undefined> {
  const target = { client };
  const [schema, base, dataset] = [pick(world.schema, n), pick(world.base, n), pick(world.dataset, n)];
  switch (kind) {
    case 'schema': {
      const { id } = await createSchema(target, `Schema ${world.schema.length}-${n}`, {
        a: { type: 'string' },
      });
      const parts = at(
        await client.call(addresses.schema(id), {
          headers: { accept: 'application/vnd.adobe.xed+json;version=1' },
        }),
        'body.allOf.1.$ref',
      );
      world.fieldGroup.push(String(parts));
      return id;
    }
    case 'dataset':
      return schema && (await createDataset(target, `Dataset ${n}`, schema));
    case 'base':
      return (await createResource(target, 'connections', stripeConnectionBody())).id;
    case 'source':
      return (
        base &&
        (
          await createResource(target, 'sourceConnections', {
            name: 'Source',
            baseConnectionId: base,
            connectionSpec: stripeSpec,
            data: { format: 'json' },
            params: { resourcePath: 'charges' },
          })
        ).id
      );
    case 'target':
      return (
        dataset &&
        (
          await createResource(target, 'targetConnections', {
            name: 'Target',
            connectionSpec: dataLakeSpec,
            data: { format: 'json' },
            params: { dataSetId: dataset },
          })
        ).id
      );
    case 'mapping':
      return schema && (await createMappingSet(target, schema, [{ source: 'data.id', destination: '_id' }]));
    case 'flow': {
      const [source, to, mappingId] = [pick(world.source, n), pick(world.target, n), pick(world.mapping, n)];
      if (!source || !to || !mappingId) return undefined;
      // Refused when mapping and dataset have different schemas: no object then.
      const reply = await client.call(`${flowService}/flows`, {
        body: {
          name: 'Flow',
          flowSpec: restFlowSpec,
          sourceConnectionIds: [source],
          targetConnectionIds: [to],
          transformations: [{ name: 'Mapping', params: { mappingId, mappingVersion: 0 } }],
          scheduleParams: { startTime: testNowMs / 1000 + 60, frequency: 'hour', interval: 1 },
        },
      });
      return reply.status === 201 ? String(at(reply, 'body.id')) : undefined;
    }
  }
}

/** Every reference that leads nowhere, read from the state as it is kept. */
function dangling(): string[] {
  const sandbox = at(client.emulator.control.state(), 'organisations') as Record<
    string,
    { sandboxes: { prod: { services: Record<string, never> } } }
  >;
  const services = sandbox['TRIBUTARYDEMO@AdobeOrg']?.sandboxes.prod.services as Record<string, unknown>;
  const table = (path: string) => (at(services, path) ?? {}) as Record<string, Record<string, unknown>>;
  const lost: string[] = [];
  const check = (from: string, id: unknown, ...tables: Record<string, unknown>[]) => {
    if (!tables.some((one) => Object.hasOwn(one, String(id)))) lost.push(`${from} -> ${String(id)}`);
  };
  const bases = table('flowservice.connections');
  const sources = table('flowservice.sourceConnections');
  const targets = table('flowservice.targetConnections');
  const datasets = table('catalog.dataSets');
  const schemas = table('schemaRegistry.schemas');
  for (const one of Object.values(sources)) check('source', one.baseConnectionId, bases);
  for (const one of Object.values(targets)) check('target', at(one, 'params.dataSetId'), datasets);
  for (const one of Object.values(datasets)) check('dataset', at(one, 'schemaRef.id'), schemas);
  for (const one of Object.values(table('flowservice.flows'))) {
    check('flow', at(one, 'sourceConnectionIds.0'), sources);
    check('flow', at(one, 'targetConnectionIds.0'), targets);
    check('flow', at(one, 'transformations.0.params.mappingId'), table('dataPrep.mappingSets'));
  }
  for (const one of Object.values(table('flowservice.runs')))
    check('run', one.flowId, table('flowservice.flows'));
  for (const one of Object.values(schemas)) {
    for (const part of (at(one, 'allOf') ?? []) as { $ref: string }[]) {
      if (part.$ref.includes('/tributarydemo/'))
        check('schema', part.$ref, table('schemaRegistry.fieldgroups'));
    }
  }
  for (const one of Object.values(table('schemaRegistry.descriptors'))) {
    check('descriptor', one['xdm:sourceSchema'], schemas);
  }
  return lost;
}

const step = fc.record({
  deletes: fc.boolean(),
  kind: fc.constantFrom(...kinds, 'fieldGroup' as const),
  n: fc.nat(50),
});

test('no sequence of creations and deletions leaves a reference that leads nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      client.emulator.control.reset('clean');
      const world: World = {
        fieldGroup: [],
        schema: [],
        dataset: [],
        base: [],
        source: [],
        target: [],
        mapping: [],
        flow: [],
      };
      // One of each first, so that most sequences have something to take apart.
      for (const kind of kinds) {
        const id = await make(kind, world, 0);
        if (id !== undefined) world[kind].push(id);
      }
      for (const { deletes, kind, n } of steps) {
        if (deletes || kind === 'fieldGroup') {
          const id = pick(world[kind], n);
          if (id === undefined) continue;
          const reply = await client.call(addresses[kind](id), { method: 'DELETE' });
          expect([200, 204, 400]).toContain(reply.status);
          if (reply.status !== 400) world[kind] = world[kind].filter((other) => other !== id);
        } else {
          const id = await make(kind, world, n);
          if (id !== undefined) world[kind].push(id);
        }
        expect(dangling()).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
