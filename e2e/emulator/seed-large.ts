import type { Json, Service, ServiceRequest } from './contract';
import { newEtag, newId } from './ids';
import { clonePlain, isObject } from './plain-json';
import { seedSynthetic } from './schema-registry/seed-demo';
import { demoOrganisation } from './seed-world';
import type { World } from './world';

const flowCount = 10_000;
const stripeSpec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };

/**
 * Fills the demo organisation's first sandbox with 10,000 dataflows and the schema of 10,000 fields. Goes through the
 * services' own handlers, so that nothing exists which a client could not have made.
 */
export async function fillLarge(world: World, services: Service[], nowMs: number): Promise<void> {
  const organisation = world.organisations[demoOrganisation.orgId];
  const sandbox = organisation?.sandboxes.prod;
  if (!organisation || !sandbox) return;
  seedSynthetic(organisation, sandbox, (shape) => newId(world, shape, nowMs), nowMs);

  async function call(op: string, body: unknown, headers: Record<string, string> = {}): Promise<Json> {
    const route = services.flatMap((service) => service.routes).find((candidate) => candidate.op === op);
    if (!route || !organisation || !sandbox) throw new Error(`large seed: there is no operation ${op}`);
    const request: ServiceRequest = {
      method: route.method,
      path: route.pattern,
      params: {},
      query: new URLSearchParams(),
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: clonePlain(body) as Json,
      organisation,
      sandbox,
      client: {
        clientId: demoOrganisation.clientId,
        technicalAccountId: organisation.credentials[0]?.technicalAccountId ?? '',
      },
      permissions: undefined,
      origin: 'http://127.0.0.1',
      requestId: 'seed',
      nowMs,
      newId: (shape) => newId(world, shape, nowMs),
      newEtag: () => newEtag(world, nowMs),
    };
    return ((await route.handle(request)).body ?? null) as Json;
  }

  const schemaId = textAt(
    await call('schemaRegistry.tenant.schemas.create', {
      type: 'object',
      title: 'Charges (large)',
      description: 'Charges of the large seed',
      allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/profile', type: 'object', 'meta:xdmType': 'object' }],
    }),
    '$id',
  );
  const [dataset] = (await call('catalog.dataSets.create', {
    name: 'Charges (large)',
    schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed+json;version=1' },
  })) as string[];
  const mappingId = textAt(
    await call('dataPrep.mappingSets.create', {
      outputSchema: {
        schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' },
      },
      mappings: [{ sourceType: 'ATTRIBUTE', source: 'data.id', destination: '_id' }],
    }),
    'id',
  );
  const baseConnectionId = textAt(
    await call('flow.connections.create', {
      name: 'Stripe (large)',
      connectionSpec: stripeSpec,
      auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk_test_tributary' } },
    }),
    'id',
  );
  const sourceConnectionId = textAt(
    await call('flow.sourceConnections.create', {
      name: 'Charges (large)',
      baseConnectionId,
      connectionSpec: stripeSpec,
      data: { format: 'json' },
      params: { resourcePath: 'charges' },
    }),
    'id',
  );
  const targetConnectionId = textAt(
    await call('flow.targetConnections.create', {
      name: 'Charges (large)',
      connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
      data: { format: 'json' },
      params: { dataSetId: dataset?.replace('@/dataSets/', '') },
    }),
    'id',
  );
  for (let n = 0; n < flowCount; n += 1) {
    await call('flow.flows.create', {
      name: `Charges ${String(n).padStart(5, '0')}`,
      flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' },
      sourceConnectionIds: [sourceConnectionId],
      targetConnectionIds: [targetConnectionId],
      transformations: [{ name: 'Mapping', params: { mappingId, mappingVersion: 0 } }],
      scheduleParams: { startTime: Math.floor(nowMs / 1000) + 30 * 86_400, frequency: 'week', interval: 1 },
    });
  }
}

function textAt(value: Json, key: string): string {
  return isObject(value) ? String(value[key]) : '';
}
