import { describe, expect, test } from 'vitest';
import { baseConnectionIdSchema, datasetIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { onetrust } from '@/lib/sources/onetrust';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { stripe } from '@/lib/sources/stripe';
import { proposeNames } from '@/lib/target/propose-target';
import { canonicalJson } from './canonical-json';
import { fillReferences } from './fill-references';
import { makePlan, type PlanInput, toScheduleParams } from './make-plan';
import { dependenciesOf, type PlanKey, planKeys } from './plan';

const baseConnectionId = baseConnectionIdSchema.parse('a9950001-a386-4642-a0cd-5eaac6db5556');
const markers = Object.fromEntries(planKeys.map((key) => [key, `trib-${key}`])) as Record<PlanKey, string>;

const copy = (source: string, target: string): FieldMapping => ({
  id: `${source}>${target}`,
  kind: 'attribute',
  source,
  target,
});

function anInput(
  source: SourceDefinition,
  resourcePath: string,
  changes: Partial<PlanInput> = {},
): PlanInput {
  return {
    name: 'Payments',
    source,
    tenantId: 'acme',
    baseConnectionId,
    resourcePath,
    sourceSchema: {
      type: 'object',
      properties: {
        data: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            amount: { type: 'integer' },
            outcome: { type: 'object', properties: { type: { type: 'string' }, reason: {} } },
          },
        },
        content: { type: 'object', properties: { Identifier: { type: 'string' } } },
      },
    },
    target: proposeNames(source, resourcePath),
    mappings: [copy('data.id', '_acme.charges_data.id'), copy('data.outcome', '_acme.charges_data.outcome')],
    schedule: {
      frequency: 'minute',
      interval: 15,
      startTimeSeconds: 1_795_392_000,
      timeZone: 'UTC',
      backfill: true,
    },
    markers,
    ...changes,
  };
}

const bodies = (input: PlanInput) =>
  Object.fromEntries(makePlan(input).objects.map((object) => [object.key, object.request.body]));

describe('a plan for Stripe charges into a new dataset', () => {
  const made = bodies(anInput(stripe, 'charges'));

  test('reads the resource path through the account', () => {
    expect(made.sourceConnection).toEqual({
      name: 'Payments source connection',
      description: 'Created with Tributary for Stripe. [trib-sourceConnection]',
      baseConnectionId: 'a9950001-a386-4642-a0cd-5eaac6db5556',
      connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
      data: { format: 'json' },
      params: { resourcePath: 'charges' },
    });
  });

  test('declares only the mapped fields, under the tenant object, for the profile class', () => {
    expect(made.fieldGroup).toEqual({
      type: 'object',
      title: 'Stripe charges fields',
      description: 'Created with Tributary for Stripe. [trib-fieldGroup]',
      'meta:intendedToExtend': ['https://ns.adobe.com/xdm/context/profile'],
      definitions: {
        customFields: {
          type: 'object',
          properties: {
            _acme: {
              type: 'object',
              title: 'Fields of acme',
              properties: {
                charges_data: {
                  type: 'object',
                  title: 'charges data',
                  properties: {
                    id: { type: 'string', title: 'Id' },
                    outcome: {
                      type: 'object',
                      title: 'Outcome',
                      properties: {
                        type: { type: 'string', title: 'Type' },
                        reason: {
                          type: 'string',
                          title: 'Reason',
                          description: 'Every value in the sample was empty, so the type is a guess.',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      allOf: [{ $ref: '#/definitions/customFields', type: 'object', 'meta:xdmType': 'object' }],
    });
  });

  test('writes parquet with the schema and maps in the short form', () => {
    expect(made.targetConnection).toMatchObject({
      connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
      data: {
        format: 'parquet_xdm',
        schema: { version: 'application/vnd.adobe.xed-full+json;version=1' },
      },
    });
    expect(made.mappingSet).toMatchObject({ version: 0, xdmVersion: '1.0', id: null });
    expect(made.mappingSet?.mappings).toEqual([
      {
        destinationXdmPath: '_acme.charges_data.id',
        sourceAttribute: 'data.id',
        identity: false,
        version: 0,
      },
      {
        destinationXdmPath: '_acme.charges_data.outcome',
        sourceAttribute: 'data.outcome',
        identity: false,
        version: 0,
      },
    ]);
  });

  test('sends the start as text and the interval as a number', () => {
    expect(made.dataflow?.scheduleParams).toEqual({
      startTime: '1795392000',
      frequency: 'minute',
      interval: 15,
      backfill: true,
    });
    expect(toScheduleParams({ frequency: 'once', startTimeSeconds: 1_795_392_000, timeZone: 'UTC' })).toEqual(
      {
        startTime: '1795392000',
        frequency: 'once',
      },
    );
  });
});

test('OneTrust has no resource path, writes json and maps in the long form', () => {
  const made = bodies(
    anInput(onetrust, '', {
      mappings: [copy('content.Identifier', '_id'), copy('content.Identifier', '_acme.Identifier')],
    }),
  );
  expect(made.sourceConnection?.params).toEqual({});
  expect(made.targetConnection?.data).toEqual({ format: 'json' });
  expect(made.mappingSet?.mappings).toEqual([
    { sourceType: 'ATTRIBUTE', source: 'content.Identifier', destination: '_id' },
    { sourceType: 'ATTRIBUTE', source: 'content.Identifier', destination: '_acme.Identifier' },
  ]);
});

test('an existing dataset needs neither field group nor schema nor dataset', () => {
  const plan = makePlan(
    anInput(stripe, 'charges', {
      target: {
        kind: 'existing',
        datasetId: datasetIdSchema.parse('65e622315f78042c9e8166e8'),
        datasetName: 'Customers',
        schemaId: xdmSchemaIdSchema.parse('https://ns.adobe.com/acme/schemas/5f76be8c'),
      },
    }),
  );
  expect(plan.objects.map(({ key }) => key)).toEqual([
    'sourceConnection',
    'targetConnection',
    'mappingSet',
    'dataflow',
  ]);
  expect(plan.objects[1]?.request.body.params).toEqual({ dataSetId: '65e622315f78042c9e8166e8' });
});

test('every object comes after what it needs, and its references can be filled', () => {
  const plan = makePlan(anInput(stripe, 'charges'));
  const made: Partial<Record<string, { id: string; version: number }>> = {};
  for (const object of plan.objects) {
    for (const key of dependenciesOf(object)) expect(made[key]).toBeDefined();
    const filled = fillReferences(object, made);
    expect(JSON.stringify(filled)).not.toMatch(/\((id|version) of the /);
    made[object.key] = { id: `id-of-${object.key}`, version: 0 };
  }
  const dataflow = plan.objects.at(-1);
  expect(dataflow && fillReferences(dataflow, made)).toMatchObject({
    sourceConnectionIds: ['id-of-sourceConnection'],
    targetConnectionIds: ['id-of-targetConnection'],
    transformations: [{ name: 'Mapping', params: { mappingId: 'id-of-mappingSet', mappingVersion: 0 } }],
  });
});

test('a name that looks like a stand-in stays a name', () => {
  const plan = makePlan(anInput(stripe, 'charges', { name: '(id of the schema)' }));
  const [sourceConnection] = plan.objects;
  expect(sourceConnection && fillReferences(sourceConnection, {}).name).toBe(
    '(id of the schema) source connection',
  );
});

test('a reference without its object is an error, never a body with a hole', () => {
  const schema = makePlan(anInput(stripe, 'charges')).objects.find(({ key }) => key === 'schema');
  expect(() => schema && fillReferences(schema, {})).toThrow('schema needs the id of fieldGroup');
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":null}]}');
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});
