import * as z from 'zod';
import { type Operation, operations } from './operations';

const problemSchema = z.object({
  type: z.string().describe('`urn:tributary:problem:` and a word that programs can rely on.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().exactOptional(),
  errors: z.record(z.string(), z.string()).exactOptional().describe('One sentence for each field.'),
  runId: z.string().exactOptional(),
  moved: z
    .array(
      z.object({
        about: z.string(),
        resourcePath: z.string(),
        name: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .exactOptional()
    .describe('What a plan stands on and is no longer as it was.'),
  reference: z.string().exactOptional().describe('For support.'),
});

const headerWords = {
  'If-Match': 'The etag of the version that the change is based on. Another one: 412.',
  'Idempotency-Key': 'A UUID. The same key and plan answer the same run; another plan under it: 422.',
};

/** The OpenAPI 3.1 document of the HTTP API, made from the schemas that its routes check with. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: { operationId, ...describeOperation(operation) },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tributary',
      version: '1',
      description:
        'Onboardings, the runs that create them, and what became of their dataflows. A token opens one sandbox with one role; it never may more than whoever made it. 300 requests a minute, 60 of them changes.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made by an owner under Settings, API tokens.',
        },
      },
      schemas: { Problem: toJsonSchema(problemSchema, 'output') },
      responses: {
        Problem: {
          description: 'Why not: the type says it for programs, the rest for people.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describeOperation({ summary, permission, params, query, body, header, status, reply }: Operation) {
  const parameters = [
    ...toParameters(params, 'path'),
    ...toParameters(query, 'query'),
    ...(header
      ? [
          {
            name: header,
            in: 'header',
            required: true,
            description: headerWords[header],
            schema: { type: 'string' },
          },
        ]
      : []),
  ];
  return {
    summary,
    description: `Needs the permission \`${permission}\`.`,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toJsonSchema(body, 'input') } },
      },
    }),
    responses: {
      [status]: {
        description: status === 202 ? 'Taken; it goes on by itself.' : 'Done.',
        content: { 'application/json': { schema: toJsonSchema(reply, 'output') } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function toParameters(schema: z.ZodType, place: 'path' | 'query'): Record<string, unknown>[] {
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
