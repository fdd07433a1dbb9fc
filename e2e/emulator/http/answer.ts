import type { ServerResponse } from 'node:http';
import type { ServiceReply } from '../contract';

/** A finished answer: text is on the wire as it stands here. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

const json = { 'content-type': 'application/json' };

/** Turns a reply of a handler into text; strings go out as they are, everything else as JSON. */
export function toAnswer(reply: ServiceReply): Answer {
  if (reply.headers === undefined && typeof reply.body === 'object') {
    return { status: reply.status, headers: json, body: JSON.stringify(reply.body) };
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  if (reply.body === undefined) return { status: reply.status, headers, body: '' };
  if (typeof reply.body === 'string') {
    headers['content-type'] ??= 'text/plain; charset=utf-8';
    return { status: reply.status, headers, body: reply.body };
  }
  headers['content-type'] ??= 'application/json';
  return { status: reply.status, headers, body: JSON.stringify(reply.body) };
}

/** A JSON answer. */
export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return toAnswer({ status, headers, body });
}

/** An error of the gateway in front of all services; its first three digits are the HTTP status. */
export function gatewayError(code: string, message: string, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(Number(code.slice(0, 3)), { error_code: code, message }, headers);
}

/** Sends the answer with its length and request id; returns the length of its body in bytes. */
export function sendAnswer(response: ServerResponse, answer: Answer, requestId: string): number {
  const length = Buffer.byteLength(answer.body);
  if (response.headersSent || response.destroyed) return length;
  const hasBody = answer.status !== 204 && answer.status !== 304;
  const headers: Record<string, string | number> = { ...answer.headers, 'x-request-id': requestId };
  if (hasBody) headers['content-length'] = length;
  response.writeHead(answer.status, headers);
  response.end(hasBody ? answer.body : undefined);
  return length;
}
