import { connect } from 'node:net';

/** One GET as text, for a connection that stays open. */
export function rawGet(path: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`;
}

/**
 * Sends the request `total` times over a few kept connections, one after the other on each. Reads as little of the
 * answers as it can, so that the server is what is measured. Rejects on an answer that is not 200.
 */
export async function sendMany(port: number, request: string, total: number, connections = 8): Promise<void> {
  let left = total;
  await Promise.all(Array.from({ length: connections }, () => sendOnOne(port, request, () => left-- > 0)));
}

function sendOnOne(port: number, request: string, takeOne: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let pending: Buffer = Buffer.alloc(0);
    const next = () => {
      if (takeOne()) socket.write(request);
      else socket.end();
    };
    socket.setNoDelay(true);
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk: Buffer) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = pending.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      if (!head.startsWith('HTTP/1.1 200')) reject(new Error(head));
      pending = pending.subarray(end + 4 + length);
      next();
    });
  });
}
