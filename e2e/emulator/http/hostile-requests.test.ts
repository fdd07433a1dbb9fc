import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, flowService, requestTestToken, startTestClient, type TestClient } from '../test-client';
import { stripeConnectionBody } from '../test-objects';

let client: TestClient;
let head: string;
beforeAll(async () => {
  client = await startTestClient();
  const token = await requestTestToken(client.url);
  head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nx-api-key: tributary-demo\r\nx-gw-ims-org-id: TRIBUTARYDEMO@AdobeOrg\r\nx-sandbox-name: prod\r\nContent-Type: application/json\r\n`;
});
afterAll(() => client.close());

/** Sends bytes and returns the status line, or `closed` when the connection ended without one. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(client.url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'closed'));
  });
}

const post = `POST ${flowService}/connections HTTP/1.1\r\n`;
const chunk = (bytes: string) => `${Buffer.byteLength(bytes).toString(16)}\r\n${bytes}\r\n`;

const requests: [string, () => string, RegExp][] = [
  ['a broken chunk', () => `${post}${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, /400|closed/],
  [
    'both lengths',
    () => `${post}${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    /400|closed/,
  ],
  ['a negative length', () => `${post}${head}Content-Length: -1\r\n\r\n`, /400|closed/],
  ['a folded header', () => `${post}${head}X-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}`, /400/],
  ['a NUL in a header', () => `${post}${head}X-Nul: a\0b\r\nContent-Length: 2\r\n\r\n{}`, /400|closed/],
  ['an 8 kB cookie', () => `${post}${head}Cookie: ${'a'.repeat(8192)}\r\nContent-Length: 2\r\n\r\n{}`, /400/],
  [
    'a 100 kB header',
    () => `${post}${head}X-Long: ${'a'.repeat(100_000)}\r\nContent-Length: 2\r\n\r\n{}`,
    /431|closed/,
  ],
  ['no HTTP at all', () => 'hello\r\n\r\n', /400|closed/],
  [
    'a chunked body without end over 1 MB',
    () => `${post}${head}Transfer-Encoding: chunked\r\n\r\n${chunk('x'.repeat(1_200_000))}`,
    /413/,
  ],
  ['a length over 1 MB', () => `${post}${head}Content-Length: 99999999\r\n\r\n{`, /413/],
  [
    'a path of dots',
    () => `GET /data/foundation/flowservice/../../etc/passwd HTTP/1.1\r\n${head}\r\n`,
    /404/,
  ],
];

test.each(requests)('%s gets an answer and the process lives', async (_label, text, expected) => {
  expect(await sendRaw(text())).toMatch(expected);
  expect((await client.call(`${flowService}/connections?count=True`)).body).toEqual({ count: 0 });
});

const names = [
  '',
  '   ',
  'x'.repeat(10_000),
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '{{7*7}}',
  '\u202eabc',
  '\ud800',
  'a\u0000b',
];

test('names of every kind are refused or come back exactly as they were', async () => {
  for (const name of names) {
    const reply = await client.call(`${flowService}/connections`, {
      body: { ...stripeConnectionBody(), name },
    });
    if (reply.status === 400) {
      expect(name.trim()).toBe('');
      continue;
    }
    const path = `${flowService}/connections/${at(reply, 'body.id')}`;
    expect(at(await client.call(path), 'body.items.0.name')).toBe(name);
    await client.call(path, { method: 'DELETE' });
  }
});
