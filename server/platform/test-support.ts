import { expect } from 'vitest';
import { sandboxNameSchema } from '@/lib/ids';
import { createServiceTokenSource } from '../ims/service-token';
import { createDataset } from './catalog/datasets';
import { createMappingSet } from './data-prep/mapping-sets';
import { createBaseConnection } from './flow-service/base-connections';
import { createDataflow } from './flow-service/dataflows';
import { createSourceConnection } from './flow-service/source-connections';
import { createTargetConnection } from './flow-service/target-connections';
import type { PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';
import { createFieldGroup } from './schema-registry/field-groups';
import { createSchema } from './schema-registry/schemas';
import { getTenantId } from './schema-registry/stats';

export const stripeSpec = { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' };
export const onetrustSpec = { id: 'cf16d886-c627-4872-9936-fb08d6cba8cc', version: '1.0' };
export const dataLakeSpec = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' };
export const flowSpec = { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' };
export const profileClass = 'https://ns.adobe.com/xdm/context/profile';
/** The demo organisation of an emulator at `baseUrl`, with its real token exchange. */
export function demoContext(baseUrl: string, nowMs: () => number = Date.now): PlatformContext {
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
    sandboxName: sandboxNameSchema.parse('prod'),
    accessToken: source.accessToken,
    fetch: globalThis.fetch,
    now: nowMs,
    timeScale: 1,
  };
}

/** A Stripe account; the default key is good. */
export function createAccount(ctx: PlatformContext, name: string, accessToken = 'sk_test_tributary') {
  return createBaseConnection(ctx, {
    name,
    description: 'marker-1',
    connectionSpec: stripeSpec,
    authSpecName: 'OAuth2 Refresh Code',
    credentials: { accessToken },
  });
}

/** Field group, schema and dataset of one title, and a mapping that fits. */
export async function createTarget(ctx: PlatformContext, title: string) {
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

/** A whole dataflow of charges that starts in two minutes. */
export async function createFlow(
  ctx: PlatformContext,
  title: string,
  schedule: Record<string, unknown>,
  accessToken = 'sk_test_tributary',
) {
  const target = await createTarget(ctx, title);
  const account = await createAccount(ctx, `${title} account`, accessToken);
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
  const startTimeSeconds = Math.floor(ctx.now() / 1000) + 120;
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

/** The error a call must end in. */
export async function failureOf(promise: Promise<unknown>): Promise<PlatformError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PlatformError);
  return error as PlatformError;
}

/** The etag that an answer must have. */
export function etagOf(created: { etag?: string | undefined }): string {
  expect(created.etag).toMatch(/^".+"$/);
  return created.etag ?? '';
}
