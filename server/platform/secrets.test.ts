import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseConnectionIdSchema, sandboxNameSchema } from '@/lib/ids';
import {
  createBaseConnection,
  getBaseConnection,
  updateBaseConnectionCredentials,
} from './flow-service/base-connections';
import type { PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';

const secret = 'Zk9"x/y+z=canary 42';
const host = 'canary.onetrust.example';
const token = 'ey-canary-token';
const id = baseConnectionIdSchema.parse('a9950001-a386-4642-a0cd-5eaac6db5556');

const encodings = [
  secret,
  host,
  token,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
];

// Everything a hostile or careless upstream can put an echo into.
const echo = encodings.join(' | ');
const answers: [string, (request: string) => { status: number; type: string; body: string }][] = [
  ...(
    [
      [400, { error_code: '400003', message: echo }],
      [
        400,
        {
          type: `https://ns.adobe.com/aep/errors/FLOW-1304-400`,
          title: echo,
          status: 400,
          report: { 'detailed-message': echo, 'request-id': echo },
        },
      ],
      [400, { type: '/placeholder/type/uri', title: echo, status: 400, detail: echo, code: echo }],
      [409, { type: 'x/problem/y', error: echo, title: echo, report: { message: echo } }],
      [412, { errorMessage: echo }],
      [400, { error: echo, error_description: echo }],
      [500, { status: 500, title: echo, message: echo }],
      [200, { status: 400, title: echo, detail: echo }],
      [201, { id: secret, etag: secret, [secret]: secret }],
      [201, [secret]],
    ] as const
  ).map(([status, body], index): [string, () => { status: number; type: string; body: string }] => [
    `form ${index}`,
    () => ({ status, type: 'application/json', body: JSON.stringify(body) }),
  ]),
  ['HTML', (request) => ({ status: 502, type: 'text/html', body: `<html>${request}</html>` })],
  ['HTML with 200', (request) => ({ status: 200, type: 'text/html', body: request })],
  ['cut JSON', (request) => ({ status: 200, type: 'application/json', body: request.slice(0, -5) })],
  ['the request itself', (request) => ({ status: 201, type: 'application/json', body: request })],
];

let answer = answers[0]?.[1];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  request.on('end', () => {
    const { status, type, body } = answer?.(text) ?? { status: 500, type: '', body: '' };
    response.writeHead(status, { 'content-type': type, 'x-request-id': encodeURIComponent(secret) });
    response.end(body);
  });
});
let ctx: PlatformContext;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ctx = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    orgId: 'ORG@AdobeOrg',
    clientId: 'client',
    sandboxName: sandboxNameSchema.parse('prod'),
    accessToken: async () => token,
    fetch: globalThis.fetch,
    now: Date.now,
    timeScale: 0.05,
  };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function everything(error: PlatformError): string {
  return [
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    error.stack,
    String(error),
    String(error.cause),
  ].join('\n');
}

describe('a credential', () => {
  it.each(answers)('never comes back in an error, answered by %s', async (_, answered) => {
    answer = answered;
    const credentials = { accessToken: secret, host };
    const calls = [
      createBaseConnection(ctx, {
        name: 'Account',
        description: 'marker',
        connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
        authSpecName: 'OAuth2 Refresh Code',
        credentials,
      }),
      updateBaseConnectionCredentials(ctx, { id, etag: '"e"', credentials }),
    ];
    for (const call of calls) {
      const error = await call.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(PlatformError);
      const text = everything(error as PlatformError);
      expect(encodings.filter((form) => text.includes(form))).toEqual([]);
    }
  });

  it('that Adobe sends back is dropped while reading', async () => {
    answer = () => ({
      status: 200,
      type: 'application/json',
      body: JSON.stringify({
        items: [
          {
            id,
            name: 'Account',
            description: 'marker',
            connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
            state: 'enabled',
            auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: secret } },
            createdAt: 1709854288000,
            updatedAt: 1709854288001,
            etag: '"dc01"',
          },
        ],
      }),
    });
    expect(await getBaseConnection(ctx, id)).toEqual({
      id,
      name: 'Account',
      description: 'marker',
      connectionSpecId: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3',
      authSpecName: 'OAuth2 Refresh Code',
      state: 'enabled',
      createdAtMs: 1709854288000,
      updatedAtMs: 1709854288001,
      etag: '"dc01"',
    });
  });
});
