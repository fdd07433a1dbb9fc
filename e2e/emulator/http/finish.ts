import type { ServerResponse } from 'node:http';
import { type Cut, cutSettings } from '../faults/cut';
import { type Answer, sendAnswer } from './answer';

type Ending = { answer?: Answer; cut?: Cut };

/** Puts the outcome onto the wire; returns the length of the answer's body in bytes. */
export function finish(
  response: ServerResponse,
  { answer, cut }: Ending,
  requestId: string,
  closeAfter: boolean,
): number {
  if (response.destroyed) return 0;
  if (cut === undefined) {
    // What is left of an unread body would be taken for the next request.
    if (closeAfter) response.setHeader('connection', 'close');
    return answer ? sendAnswer(response, answer, requestId) : 0;
  }
  const bytes = Buffer.from(answer?.body ?? '', 'utf8');
  const head = { status: answer?.status ?? 200, headers: { ...answer?.headers, 'x-request-id': requestId } };
  switch (cut.how) {
    case 'fin':
      response.socket?.end();
      break;
    case 'truncate':
      sendPart(response, head, bytes, cut);
      break;
    case 'drip':
      drip(response, head, bytes, cut);
      break;
    case 'reset':
      resetConnection(response, head, bytes, cut);
      break;
  }
  return bytes.length;
}

type Head = { status: number; headers: Record<string, string> };

/** With framing `ok` the message is complete HTTP around a body that ends too early. */
function sendPart(response: ServerResponse, head: Head, bytes: Buffer, cut: Cut): void {
  const part = bytes.subarray(0, cut.bytes);
  if (cut.framing === 'ok') {
    response.writeHead(head.status, { ...head.headers, 'content-length': part.length });
    response.end(part);
    return;
  }
  response.writeHead(head.status, {
    ...head.headers,
    'content-length': Math.max(bytes.length, cut.bytes) + 1,
  });
  response.write(part, () => response.socket?.destroy());
}

function resetConnection(response: ServerResponse, head: Head, bytes: Buffer, cut: Cut): void {
  if (cut.at === 'accept') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(head.status, { ...head.headers, 'content-length': bytes.length + 1 });
  response.flushHeaders();
  const part = cut.at === 'body' ? bytes.subarray(0, cut.bytes) : Buffer.alloc(0);
  // Give what was written a chance to leave before the reset discards it.
  const reset = () => setTimeout(() => response.socket?.resetAndDestroy(), 5);
  if (part.length === 0) reset();
  else response.write(part, reset);
}

/** Sends the body in small pieces with pauses between them; ends as it should. */
function drip(response: ServerResponse, head: Head, bytes: Buffer, cut: Cut): void {
  response.writeHead(head.status, { ...head.headers, 'content-length': bytes.length });
  response.flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    if (response.destroyed) return clearInterval(timer);
    response.write(bytes.subarray(sent, sent + Math.max(1, cut.bytes)));
    sent += Math.max(1, cut.bytes);
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, cut.pauseMs ?? cutSettings.dripPauseMs);
  timer.unref();
}
