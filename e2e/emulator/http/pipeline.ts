import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core';
import type { Barriers } from '../faults/barriers';
import type { FaultEngine } from '../faults/fault-engine';
import type { FaultRule } from '../faults/fault-rule';
import { type Disguise, type Outcome, strike } from '../faults/strike';
import type { Journal } from '../journal';
import { isObject } from '../plain-json';
import type { Answer } from './answer';
import { finish } from './finish';
import { journalRow } from './journal-row';
import { emptyBody, hasBody, readBody } from './read-body';
import { redactParams } from './redact';
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

/** Answers one request to the platform or to IMS: resolve, read, faults, gateway, handler, journal. */
export async function answerRequest(
  pipeline: Pipeline,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { core, faults } = pipeline;
  const requestId = randomUUID();
  const method = request.method ?? 'GET';
  const [rawPath, rawQuery] = splitOnce(request.url ?? '/');
  const query = new URLSearchParams(rawQuery);
  const asked = rawQuery === '' ? noParams : redactParams(query);
  const headers = flattenHeaders(request);
  const body = hasBody(request) ? await readBody(request) : emptyBody;
  if (body.kind === 'aborted') return;
  const bytes = body.kind === 'read' ? body.bytes : undefined;
  const target = resolveTarget(core, pipeline.router, { method, rawPath, query, headers, bytes, requestId });
  const rules = faults.isEmpty()
    ? noRules
    : faults.decide({ ...target.subject, bodyText: bytes?.toString('utf8') ?? '' }, core.nowMs());
  let committedId: string | undefined;
  let outcome: Outcome;
  if (rules.length === 0) {
    const answer = await perform(pipeline, target);
    committedId = readCommittedId(method, answer);
    outcome = { answer };
  } else {
    outcome = await strike(rules, {
      barriers: pipeline.barriers,
      signal: endOfInterest(response, pipeline.closing),
      closing: pipeline.closing,
      perform: async (disguise) => {
        const answer = await perform(pipeline, target, disguise);
        committedId = readCommittedId(method, answer) ?? committedId;
        return answer;
      },
      errorShape: (status, code, message) => target.errorShape(status, code, message),
      request: { method, headers, query, rawPath, body: target.body, ...target.subject },
      core,
    });
  }
  const aborted = response.destroyed;
  const bytesSent = finish(response, outcome, requestId, bytes === undefined);
  pipeline.journal.add(
    journalRow({
      time: core.nowMs(),
      requestId,
      method,
      rawPath,
      query: asked,
      headers,
      bytes,
      target,
      outcome,
      committedId,
      bytesSent,
      aborted,
    }),
  );
}

const noParams: Record<string, string> = {};
const noRules: FaultRule[] = [];

async function perform(pipeline: Pipeline, target: Target, disguise?: Disguise): Promise<Answer> {
  pipeline.settle();
  try {
    return await target.perform(disguise);
  } catch (error) {
    console.error('emulator: a handler failed', error);
    return target.errorShape(500, '1102', 'An internal error occurred.');
  }
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

function readCommittedId(method: string, answer: Answer): string | undefined {
  if (method === 'GET' || method === 'HEAD' || answer.status >= 300 || answer.body === '') return undefined;
  if (answer.headers['content-type']?.includes('json') !== true) return undefined;
  const body: unknown = JSON.parse(answer.body);
  if (Array.isArray(body)) return typeof body[0] === 'string' ? body[0].split('/').at(-1) : undefined;
  if (!isObject(body)) return undefined;
  const id = body.id ?? body.$id ?? body['@id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** Splits a request target at its first question mark. */
export function splitOnce(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** Headers as single strings with lower-case names; Node has joined repeated ones already, but for cookies. */
export function flattenHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of Object.keys(request.headers)) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return headers;
}
