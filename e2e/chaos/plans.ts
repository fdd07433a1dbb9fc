import { baseConnectionIdSchema, datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { Plan } from '@/lib/plan/plan';
import { stripe } from '@/lib/sources/stripe';
import type { Target } from '@/lib/wizard/draft';
import { createDataset } from '@/server/platform/catalog/datasets';
import { createFieldGroup } from '@/server/platform/schema-registry/field-groups';
import { createSchema } from '@/server/platform/schema-registry/schemas';
import { makeMarkedPlan } from '@/server/provisioning/markers';
import { patientPlatformFor, type Subject, type Tenant } from './lane';

/** A dataset of somebody else's, whose field group gets the fields that it lacks. */
export type ForeignTarget = { datasetId: string; schemaId: string; fieldGroupId: string };

/** What a plan writes into: a new target, one with a class of its own and an identity, one in Profile, or a foreign one. */
export type ChaosTarget = 'plain' | 'class' | 'profile' | ForeignTarget;

const fields = ['id', 'amount'];

/** What the target of a step's onboarding has to be, for its plan to have the step; makes it where it has to exist. */
export async function aTarget(url: string, tenant: Tenant, step: string): Promise<ChaosTarget> {
  if (step === 'C11') return await makeForeignTarget(url, tenant);
  if (step === 'C10') return 'profile';
  return ['C8', 'C9', 'D8', 'D9'].includes(step) ? 'class' : 'plain';
}

/** The plan of one resource path. */
export function aPlan(
  subject: Subject,
  tenant: Tenant,
  baseConnectionId: string,
  target: ChaosTarget = 'plain',
  nowMs = Date.now(),
): Plan {
  return makeMarkedPlan(subject.onboardingId, {
    name: subject.name,
    source: stripe,
    tenantId: tenant.tenantId,
    baseConnectionId: baseConnectionIdSchema.parse(baseConnectionId),
    resourcePath: 'charges',
    sourceSchema: {
      type: 'object',
      properties: {
        data: { type: 'object', properties: { id: { type: 'string' }, amount: { type: 'integer' } } },
      },
    },
    target: describeTarget(subject, tenant, target),
    mappings: fields.map((field) => ({
      id: field,
      kind: 'attribute',
      source: `data.${field}`,
      target: `_${tenant.tenantId}.charges_data.${field}`,
    })),
    schedule: {
      frequency: 'hour',
      interval: 1,
      startTimeSeconds: Math.floor(nowMs / 1000) + 600,
      timeZone: 'UTC',
      backfill: true,
    },
  });
}

function describeTarget({ name }: Subject, { tenantId }: Tenant, target: ChaosTarget): Target {
  if (typeof target === 'object') {
    return {
      kind: 'existing',
      datasetId: datasetIdSchema.parse(target.datasetId),
      datasetName: 'Payments dataset',
      schemaId: xdmSchemaIdSchema.parse(target.schemaId),
      extension: {
        fieldGroupId: xdmSchemaIdSchema.parse(target.fieldGroupId),
        fieldGroupTitle: 'Payment fields',
        container: 'charges_data',
        fields: [{ source: 'data.amount' }],
        additions: [
          {
            pointer: `/definitions/customFields/properties/_${tenantId}/properties/charges_data/properties/amount`,
            field: { type: 'integer', title: 'Amount', description: 'Added' },
          },
        ],
      },
    };
  }
  const identities = (isPrimary: boolean) => ({
    identities: [{ target: `_${tenantId}.charges_data.id`, namespace: 'Email', isPrimary }],
  });
  return {
    kind: 'create',
    fieldGroupTitle: `${name} fields`,
    schemaTitle: name,
    datasetName: `${name} dataset`,
    container: 'charges_data',
    ...(target === 'class' && { classKind: 'record', classTitle: `${name} class`, ...identities(false) }),
    ...(target === 'profile' && { isProfileEnabled: true, ...identities(true) }),
  };
}

async function makeForeignTarget(url: string, tenant: Tenant): Promise<ForeignTarget> {
  const platform = patientPlatformFor(url, tenant);
  const profileClass = 'https://ns.adobe.com/xdm/context/profile';
  const part = ($ref: string) => ({ $ref, type: 'object', 'meta:xdmType': 'object' });
  const properties = (children: Record<string, unknown>) => ({ type: 'object', properties: children });
  const description = 'Somebody else made this.';
  const fieldGroup = await createFieldGroup(platform, {
    type: 'object',
    title: 'Payment fields',
    description,
    'meta:intendedToExtend': [profileClass],
    definitions: {
      customFields: properties({
        [`_${tenant.tenantId}`]: properties({ charges_data: properties({ id: { type: 'string' } }) }),
      }),
    },
    allOf: [part('#/definitions/customFields')],
  });
  const schema = await createSchema(platform, {
    type: 'object',
    title: 'Payments',
    description,
    allOf: [part(profileClass), part(fieldGroup.id)],
  });
  const dataset = await createDataset(platform, {
    name: 'Payments dataset',
    description,
    schemaRef: { id: schema.id, contentType: 'application/vnd.adobe.xed+json;version=1' },
    fileDescription: { persisted: true, containerFormat: 'parquet', format: 'parquet' },
    enableErrorDiagnostics: true,
    tags: {},
  });
  return { datasetId: dataset.id, schemaId: schema.id, fieldGroupId: fieldGroup.id };
}
