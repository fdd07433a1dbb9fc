import type { IncomingMessage } from 'node:http';

const usualMaximumBytes = 1_048_576;

/** What became of a request body; `aborted` when the client went away while sending. */
export type BodyOutcome = { kind: 'read'; bytes: Buffer } | { kind: 'too-large' } | { kind: 'aborted' };

/** Nothing to read: the request announces no body. */
export const emptyBody: BodyOutcome = { kind: 'read', bytes: Buffer.alloc(0) };

/** True when the request announces a body. */
export function hasBody(request: IncomingMessage): boolean {
  const { headers } = request;
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Reads a request body, of at most 1 MB unless told. Longer bodies are not drained: answer and close the connection. */
export function readBody(request: IncomingMessage, maximumBytes = usualMaximumBytes): Promise<BodyOutcome> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maximumBytes) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let total = 0;
    request.on('data', (chunk: Buffer) => {
      total += chunk.length;
      if (total <= maximumBytes) chunks.push(chunk);
      else {
        request.pause();
        resolve({ kind: 'too-large' });
      }
    });
    request.on('end', () => resolve({ kind: 'read', bytes: Buffer.concat(chunks) }));
    request.on('error', () => resolve({ kind: 'aborted' }));
    request.on('close', () => resolve({ kind: 'aborted' }));
  });
}

/** Decodes UTF-8 strictly; `undefined` for invalid bytes. A byte order mark is kept, so that JSON refuses it. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
