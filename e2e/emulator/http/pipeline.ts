import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core';
import type { Barriers } from '../faults/barriers';
import type { FaultEngine } from '../faults/fault-engine';
import { type Outcome, strike } from '../faults/strike';
import { tokenKey } from '../ims/access-tokens';
import type { Journal } from '../journal';
import { isObject } from '../plain-json';
import { type Answer, sendAnswer } from './answer';
import { readBody } from './read-body';
import { fingerprint, redactBody, redactHeaders, redactParams } from './redact';
import type { Router } from './router';
import { resolveTarget, type Target } from './target';

export type Pipeline = {
  core: Core;
  router: Router;
  journal: Journal;
  faults: FaultEngine;
  barriers: Barriers;
  /** Brings scheduled work up to date before a request sees the world. */
  settle: () => void;
  closing: AbortSignal;
};

const longestJournaledBody = 32_768;

/** Answers one request to the platform or to IMS: resolve, read, faults, gateway, handler, journal. */
export async function answerRequest(
  pipeline: Pipeline,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { core, journal } = pipeline;
  const requestId = randomUUID();
  const method = request.method ?? 'GET';
  const [rawPath = '/', rawQuery = ''] = splitOnce(request.url ?? '/');
  const query = new URLSearchParams(rawQuery);
  const asked = redactParams(query);
  const headers = flattenHeaders(request);
  const body = await readBody(request);
  if (body.kind === 'aborted') return;
  const bytes = body.kind === 'read' ? body.bytes : undefined;
  const target = resolveTarget(core, pipeline.router, { method, rawPath, query, headers, bytes, requestId });
  const bodyText = bytes?.toString('utf8') ?? '';
  const rules = pipeline.faults.decide({ ...target.subject, bodyText }, core.nowMs());
  let committedId: string | undefined;
  const perform = async (): Promise<Answer> => {
    pipeline.settle();
    const answer = await performSafely(target);
    committedId = method === 'GET' ? undefined : readCommittedId(answer);
    return answer;
  };
  const outcome = await strike(rules, {
    barriers: pipeline.barriers,
    signal: rules.length === 0 ? pipeline.closing : endOfInterest(response, pipeline.closing),
    perform,
    errorShape: target.errorShape,
    revokeToken: () => revokeBearer(core, headers),
    staleEtag: () => {
      if (headers['if-match'] !== undefined) headers['if-match'] = '"00000000-0000-0200-0000-000000000000"';
    },
    ignoreFilter: () => query.delete('property'),
    selfPath: target.selfPath,
    nowMs: core.nowMs,
    realNowMs: core.realNowMs,
  });

  const aborted = response.destroyed;
  finish(response, outcome, requestId, bytes === undefined);
  const authorization = headers.authorization;
  journal.add({
    time: core.nowMs(),
    ...(target.subject.org === '' ? {} : { org: target.subject.org }),
    ...(target.subject.sandbox === '' ? {} : { sandbox: target.subject.sandbox }),
    op: target.subject.op,
    requestId,
    ...(authorization === undefined ? {} : { tokenFingerprint: fingerprint(authorization) }),
    method,
    path: rawPath,
    query: asked,
    headerNames: Object.keys(headers),
    requestHeaders: redactHeaders(headers),
    ...(bytes && bytes.length > 0
      ? { bodyHash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
      : {}),
    ...(target.body !== undefined && (bytes?.length ?? 0) <= longestJournaledBody
      ? {
          requestBody:
            target.body instanceof URLSearchParams ? redactParams(target.body) : redactBody(target.body),
        }
      : {}),
    ...(outcome.phase === undefined ? {} : { phase: outcome.phase }),
    ...(outcome.rule === undefined ? {} : { rule: outcome.rule }),
    ...(committedId === undefined ? {} : { committedId }),
    outcome: outcome.cut?.how ?? 'answered',
    ...(outcome.answer === undefined ? {} : { status: outcome.answer.status }),
    bytes: Buffer.byteLength(outcome.answer?.body ?? ''),
    aborted,
  });
}

/** Fires when the client has gone or the emulator closes. Only struck requests need one: they may wait. */
function endOfInterest(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const end = new AbortController();
  const abort = () => {
    closing.removeEventListener('abort', abort);
    end.abort();
  };
  closing.addEventListener('abort', abort);
  response.on('close', abort);
  return end.signal;
}

async function performSafely(target: Target): Promise<Answer> {
  try {
    return await target.perform();
  } catch (error) {
    console.error('emulator: a handler failed', error);
    return target.errorShape(500, '1102', 'An internal error occurred.');
  }
}

function finish(response: ServerResponse, outcome: Outcome, requestId: string, closeAfter: boolean): void {
  const { answer, cut } = outcome;
  if (response.destroyed) return;
  if (cut === undefined) {
    // What is left of an unread body would be taken for the next request.
    if (closeAfter) response.setHeader('connection', 'close');
    if (answer) sendAnswer(response, answer, requestId);
    return;
  }
  const { socket } = response;
  if (!socket) return;
  if (cut.how === 'truncate' && answer) {
    const bytes = Buffer.from(answer.body, 'utf8');
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length + 1) });
    response.write(bytes.subarray(0, cut.bytes), () => socket.destroy());
  } else if (cut.how === 'fin') socket.end();
  else socket.resetAndDestroy();
}

function readCommittedId(answer: Answer): string | undefined {
  if (answer.status >= 300 || answer.body === '') return undefined;
  if (answer.headers['content-type']?.includes('json') !== true) return undefined;
  const body: unknown = JSON.parse(answer.body);
  if (Array.isArray(body)) return typeof body[0] === 'string' ? body[0].split('/').at(-1) : undefined;
  if (!isObject(body)) return undefined;
  const id = body.id ?? body.$id ?? body['@id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function revokeBearer(core: Core, headers: Record<string, string>): void {
  const token = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined) delete core.world.ims.accessTokens[tokenKey(token)];
}

/** Splits a request target at its first question mark. */
export function splitOnce(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** Headers as single strings with lower-case names. */
export function flattenHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
