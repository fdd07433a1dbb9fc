import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach } from 'vitest';
import * as z from 'zod';
import { sandboxNameSchema } from '@/lib/ids';
import type { PlatformCall } from './http';
import type { PlatformContext } from './platform-context';

export const id = '84c64142-1741-4b0b-95a9-65644eba0cf6';
export const created = JSON.stringify({ id, etag: '"e1"' });
const createdSchema = z.object({ id: z.uuid() });

export const servers: { server: Server; sockets: Set<Socket> }[] = [];

afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

export type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server on loopback that remembers what reached it; it ends with the test. */
export async function upstream(handle: Handler) {
  const hits: { method: string; url: string; headers: IncomingMessage['headers']; atMs: number }[] = [];
  const server = createServer((request, response) => {
    hits.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      atMs: performance.now(),
    });
    request.resume();
    request.on('end', () => handle(request, response, hits.length));
    request.on('error', () => undefined);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({ server, sockets });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, hits };
}

/** A context with short deadlines: a read gets 750 ms, a mutation 3.25 s. */
export function context(baseUrl: string, changes: Partial<PlatformContext> = {}): PlatformContext {
  return {
    baseUrl,
    orgId: 'ORG@AdobeOrg',
    clientId: 'client',
    sandboxName: sandboxNameSchema.parse('prod'),
    accessToken: async () => 'token-1',
    fetch: globalThis.fetch,
    now: Date.now,
    timeScale: 0.05,
    ...changes,
  };
}

/** Answers with JSON, text as it is. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export const read: PlatformCall<{ id: string }> = {
  kind: 'read',
  method: 'GET',
  service: 'flow-service',
  path: '/flows/{id}',
  params: { id },
  schema: createdSchema,
};
export const mutation: PlatformCall<{ id: string }> = {
  kind: 'mutation',
  method: 'POST',
  service: 'flow-service',
  path: '/flows',
  body: { name: 'x' },
  schema: createdSchema,
};
