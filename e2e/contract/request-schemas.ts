import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const schemaId = z.string().regex(/^https:\/\/ns\.adobe\.com\/[\w/-]+$/);
const text = z.string().min(1);
const spec = z.strictObject({ id: uuid, version: z.literal('1.0') });
const named = { name: text, description: z.string() };
const epochSeconds = z.union([z.int(), z.string().regex(/^\d+$/)]).refine((value) => Number(value) < 1e11);
const allOf = z.array(
  z.strictObject({ $ref: text, type: z.literal('object'), 'meta:xdmType': z.literal('object') }),
);

const mappingRow = z.union([
  z.strictObject({
    sourceType: z.enum(['ATTRIBUTE', 'EXPRESSION', 'STATIC']),
    source: text,
    destination: text,
    name: text.optional(),
    description: text.optional(),
  }),
  z.strictObject({
    destinationXdmPath: text,
    sourceAttribute: text,
    identity: z.literal(false),
    version: z.literal(0),
  }),
]);

const schemaRef = z.strictObject({
  id: schemaId,
  contentType: z.string().regex(/^application\/vnd\.adobe\.x[ed][dm](?:-full)?\+json;version=1$/),
});

const mappingSet = z
  .strictObject({
    version: z.literal(0).optional(),
    xdmSchema: schemaId.optional(),
    xdmVersion: z
      .string()
      .regex(/^\d+\.\d+$/)
      .optional(),
    outputSchema: z.strictObject({ schemaRef }).optional(),
    id: z.null().optional(),
    name: text.optional(),
    mappings: z.array(mappingRow).min(1),
  })
  .refine((body) => (body.xdmSchema === undefined) !== (body.outputSchema === undefined), {
    error: 'a mapping set names its schema in exactly one way',
  });

const schedule = z.union([
  z.strictObject({ startTime: epochSeconds, frequency: z.literal('once') }),
  z.strictObject({
    startTime: epochSeconds,
    frequency: z.enum(['minute', 'hour', 'day', 'week']),
    interval: z.int().positive(),
    backfill: z.boolean(),
  }),
]);

const patch = z
  .array(
    z.strictObject({
      op: z.enum(['add', 'replace', 'remove']),
      path: z.string().startsWith('/'),
      value: z.unknown().optional(),
    }),
  )
  .min(1);

/** The body of each kind of request that the product sends, by method and path below `/data`; strict. */
export const requestSchemas: Record<string, z.ZodType> = {
  'POST /foundation/flowservice/connections': z.strictObject({
    ...named,
    connectionSpec: spec,
    auth: z.strictObject({
      specName: text,
      params: z.strictObject({ accessToken: text, host: text.optional() }),
    }),
  }),
  'POST /foundation/flowservice/sourceConnections': z.strictObject({
    ...named,
    baseConnectionId: uuid,
    connectionSpec: spec,
    data: z.strictObject({ format: z.literal('json') }),
    params: z.union([z.strictObject({ resourcePath: text }), z.strictObject({})]),
  }),
  'POST /foundation/flowservice/targetConnections': z.strictObject({
    ...named,
    connectionSpec: spec,
    data: z.strictObject({
      format: z.enum(['parquet_xdm', 'json']),
      schema: z
        .strictObject({
          id: schemaId,
          version: z.string().regex(/^application\/vnd\.adobe\.xed-full\+json;version=\d+(?:\.\d+)?$/),
        })
        .optional(),
    }),
    params: z.strictObject({ dataSetId: hex(24) }),
  }),
  'POST /foundation/flowservice/flows': z.strictObject({
    ...named,
    flowSpec: spec,
    sourceConnectionIds: z.tuple([uuid]),
    targetConnectionIds: z.tuple([uuid]),
    transformations: z.tuple([
      z.strictObject({
        name: z.literal('Mapping'),
        params: z.strictObject({ mappingId: hex(32), mappingVersion: z.int().nonnegative() }),
      }),
    ]),
    scheduleParams: schedule,
    options: z
      .strictObject({
        errorDiagnosticsEnabled: z.boolean().optional(),
        partialIngestionPercent: z.number().positive().max(100).optional(),
      })
      .optional(),
  }),
  'POST /foundation/flowservice/runs': z.strictObject({
    flowId: uuid,
    params: z.strictObject({
      startTime: epochSeconds,
      windowStartTime: epochSeconds,
      windowEndTime: epochSeconds,
    }),
  }),
  'PATCH /foundation/flowservice/connections/{id}': patch,
  'PATCH /foundation/flowservice/flows/{id}': patch,
  'POST /foundation/schemaregistry/tenant/fieldgroups': z.strictObject({
    type: z.literal('object'),
    title: text,
    description: z.string(),
    'meta:intendedToExtend': z.array(schemaId).min(1),
    definitions: z.strictObject({
      customFields: z.strictObject({
        type: z.literal('object'),
        properties: z.record(z.string().startsWith('_'), z.record(z.string(), z.unknown())),
      }),
    }),
    allOf,
  }),
  'POST /foundation/schemaregistry/tenant/schemas': z.strictObject({
    type: z.literal('object'),
    title: text,
    description: z.string(),
    allOf: allOf.min(2),
  }),
  'POST /foundation/schemaregistry/tenant/classes': z.strictObject({
    type: z.literal('object'),
    title: text,
    description: z.string(),
    allOf: allOf.length(1),
  }),
  'PATCH /foundation/schemaregistry/tenant/schemas/{id}': patch,
  'POST /foundation/schemaregistry/tenant/descriptors': z.strictObject({
    '@type': z.literal('xdm:descriptorIdentity'),
    'xdm:sourceSchema': schemaId,
    'xdm:sourceVersion': z.literal(1),
    'xdm:sourceProperty': z.string().startsWith('/'),
    'xdm:namespace': text,
    'xdm:property': z.literal('xdm:code'),
    'xdm:isPrimary': z.boolean(),
  }),
  'POST /foundation/catalog/dataSets': z.strictObject({
    ...named,
    schemaRef,
    fileDescription: z.strictObject({
      persisted: z.literal(true),
      containerFormat: z.literal('parquet'),
      format: z.literal('parquet'),
    }),
    enableErrorDiagnostics: z.boolean().optional(),
    tags: z.record(z.string(), z.array(z.string())).optional(),
  }),
  'POST /foundation/conversion/mappingSets': mappingSet,
  'POST /foundation/conversion/mappingSets/validate': mappingSet,
  'POST /foundation/conversion/mappingSets/preview': z.strictObject({
    data: z.array(z.record(z.string(), z.unknown())).min(1),
    mappingSet,
  }),
};

/** The key of a request in `requestSchemas`: ids and other last segments below a collection become `{id}`. */
export function requestKey(method: string, path: string): string {
  const below = path.replace(/^\/data/, '');
  const exact = `${method} ${below}`;
  return Object.hasOwn(requestSchemas, exact) ? exact : `${method} ${below.replace(/\/[^/]+$/, '/{id}')}`;
}
