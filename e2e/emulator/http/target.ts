import { type Json, ServiceError } from '../contract';
import type { Core } from '../core';
import type { ErrorShape } from '../faults/canned-answers';
import type { FaultSubject } from '../faults/fault-engine';
import type { Disguise } from '../faults/strike';
import { readForm } from '../ims/form-body';
import { clientCredentials, imsError } from '../ims/ims-request';
import { imsRoutes } from '../ims/ims-routes';
import { findCredential } from '../organisations';
import { type Answer, gatewayError, toAnswer } from './answer';
import { passGateway, serviceError } from './gateway';
import { GatewayRequest } from './gateway-request';
import { decodeUtf8 } from './read-body';
import type { RouteMatch, Router } from './router';
import { JsonSyntaxError, parseStrictJson } from './strict-json';

export type Incoming = {
  method: string;
  rawPath: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** `undefined` when the body was longer than allowed. */
  bytes: Buffer | undefined;
  requestId: string;
};

/** What a request is about, and how to answer it. */
export type Target = {
  subject: Omit<FaultSubject, 'bodyText'>;
  body?: unknown;
  errorShape: ErrorShape;
  /** Carries the request out, perhaps for somebody else or by another clock. */
  perform: (disguise?: Disguise) => Answer | Promise<Answer>;
};

/** Finds the operation behind a request without doing anything yet. */
export function resolveTarget(core: Core, router: Router, incoming: Incoming): Target {
  if (incoming.rawPath === '/ims' || incoming.rawPath.startsWith('/ims/')) return imsTarget(core, incoming);
  const match = router(incoming.method, incoming.rawPath);
  switch (match.kind) {
    case 'route':
      return new ServiceTarget(core, incoming, match);
    case 'wrong-method':
      return plainTarget(incoming, () =>
        serviceError(match.service, 405, '1000', 'The method is not allowed here.', incoming.requestId, {
          allow: [...new Set(match.allowed)].join(', '),
        }),
      );
    case 'malformed':
      return plainTarget(incoming, () => gatewayError('400000', 'The path is not valid percent-encoding.'));
    case 'unknown':
      return plainTarget(incoming, () => gatewayError('404000', 'The requested resource is not found.'));
  }
}

function plainTarget(incoming: Incoming, perform: () => Answer): Target {
  return {
    subject: { op: 'unknown', org: incoming.headers['x-gw-ims-org-id'] ?? '', sandbox: '' },
    errorShape: (status, code, message) => ({
      ...gatewayError(`${status}${code.slice(0, 3)}`, message),
      status,
    }),
    perform,
  };
}

function imsTarget(core: Core, incoming: Incoming): Target {
  const path = incoming.rawPath.replace(/\/$/, '');
  const request = {
    method: incoming.method,
    origin: `http://${incoming.headers.host ?? '127.0.0.1'}`,
    query: incoming.query,
    form: readForm(incoming.headers['content-type'], incoming.bytes),
    headers: incoming.headers,
  };
  const clientId = clientCredentials(request).clientId ?? '';
  const route = imsRoutes.find((candidate) => candidate.path === path);
  return {
    subject: {
      op: route?.op ?? 'unknown',
      org: findCredential(core.world, clientId)?.organisation.orgId ?? '',
      sandbox: '',
    },
    body: request.form.size > 0 ? request.form : undefined,
    errorShape: imsError,
    perform: () => {
      if (incoming.bytes === undefined) return imsError(413, 'invalid_request', 'the request is too large');
      if (!route) return imsError(404, 'not_found', 'there is no such endpoint');
      if (!route.methods.includes(incoming.method)) {
        return imsError(405, 'invalid_request', 'the method is not allowed here');
      }
      return route.handle(core, request);
    },
  };
}

/** A class, because one is made for every request and closures are dear. */
class ServiceTarget implements Target {
  readonly subject: Target['subject'];
  readonly body?: unknown;
  readonly #core: Core;
  readonly #incoming: Incoming;
  readonly #match: Matched;
  readonly #parsed: ParsedBody;

  constructor(core: Core, incoming: Incoming, match: Matched) {
    this.#core = core;
    this.#incoming = incoming;
    this.#match = match;
    const { headers } = incoming;
    this.subject = {
      op: match.route.op,
      org: headers['x-gw-ims-org-id'] ?? '',
      sandbox: headers['x-sandbox-name'] ?? '',
    };
    this.#parsed = match.route.method === 'GET' ? noBody : parseBody(incoming);
    if (this.#parsed.body !== undefined) this.body = this.#parsed.body;
  }

  errorShape(status: number, code: string, message: string): Answer {
    return serviceError(this.#match.service, status, code, message, this.#incoming.requestId);
  }

  perform(disguise?: Disguise): Answer | Promise<Answer> {
    const { route, service } = this.#match;
    const passed = passGateway(this.#core, service, route, this.#incoming);
    if (passed.kind === 'refused') return passed.answer;
    if (this.#parsed.refusal) return this.errorShape(...this.#parsed.refusal);
    const asked = disguise?.client ? { ...passed, client: disguise.client } : passed;
    const nowMs = this.#core.nowMs() + (disguise?.skewMs ?? 0);
    const request = new GatewayRequest(
      this.#core,
      this.#incoming,
      this.#match,
      asked,
      this.#parsed.body,
      nowMs,
    );
    try {
      const reply = route.handle(request);
      return reply instanceof Promise ? reply.then(toAnswer, refusedAnswer) : toAnswer(reply);
    } catch (error) {
      return refusedAnswer(error);
    }
  }
}

type Matched = Extract<RouteMatch, { kind: 'route' }>;

function refusedAnswer(error: unknown): Answer {
  if (!(error instanceof ServiceError)) throw error;
  return toAnswer({ status: error.status, headers: error.headers, body: error.body });
}

/** `refusal` is status, code and message of the error that the body deserves. */
type ParsedBody = { body?: Json | undefined; refusal?: [number, string, string] };

const noBody: ParsedBody = {};

function parseBody({ bytes, headers }: Incoming): ParsedBody {
  if (bytes === undefined) return { refusal: [413, '1000', 'The request body is too large.'] };
  if (bytes.length === 0) return noBody;
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return { refusal: [415, '1004', 'The content encoding is not supported.'] };
  }
  if (!/^application\/(?:[\w.-]+\+)?json *(?:;|$)/i.test(headers['content-type'] ?? '')) {
    return { refusal: [415, '1004', 'A valid content-type must be specified.'] };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return { refusal: [400, '1000', 'The request body is not valid UTF-8.'] };
  try {
    return { body: parseStrictJson(text) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { refusal: [400, '1000', `The request body is not valid JSON: ${error.message}.`] };
  }
}
