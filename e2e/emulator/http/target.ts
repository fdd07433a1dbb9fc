import { type Json, type Route, type Service, ServiceError, type ServiceRequest } from '../contract';
import type { Core } from '../core';
import type { ErrorShape } from '../faults/canned-answers';
import type { FaultSubject } from '../faults/fault-engine';
import { newEtag, newId } from '../ids';
import { clientCredentials, imsError } from '../ims/ims-request';
import { imsRoutes } from '../ims/ims-routes';
import { findCredential } from '../organisations';
import { type Answer, gatewayError, toAnswer } from './answer';
import { passGateway, serviceError } from './gateway';
import { decodeUtf8 } from './read-body';
import type { Router } from './router';
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
  selfPath: string;
  errorShape: ErrorShape;
  perform: () => Answer | Promise<Answer>;
};

/** Finds the operation behind a request without doing anything yet. */
export function resolveTarget(core: Core, router: Router, incoming: Incoming): Target {
  if (incoming.rawPath === '/ims' || incoming.rawPath.startsWith('/ims/')) return imsTarget(core, incoming);
  const match = router(incoming.method, incoming.rawPath);
  switch (match.kind) {
    case 'route':
      return serviceTarget(core, incoming, match.service, match.route, match);
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
    selfPath: incoming.rawPath,
    errorShape: (status, code, message) => ({
      ...gatewayError(`${status}${code.slice(0, 3)}`, message),
      status,
    }),
    perform,
  };
}

function imsTarget(core: Core, incoming: Incoming): Target {
  const path = incoming.rawPath.replace(/\/$/, '');
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(incoming.headers['content-type'] ?? '');
  const form = new URLSearchParams(isForm ? (incoming.bytes?.toString('utf8') ?? '') : '');
  const request = {
    method: incoming.method,
    origin: `http://${incoming.headers.host ?? '127.0.0.1'}`,
    query: incoming.query,
    form,
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
    body: form.size > 0 ? form : undefined,
    selfPath: path,
    errorShape: (status, code, message) => imsError(status, code, message),
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

function serviceTarget(
  core: Core,
  incoming: Incoming,
  service: Service,
  route: Route,
  match: { path: string; params: Record<string, string> },
): Target {
  const { headers, requestId } = incoming;
  const fail = (status: number, code: string, message: string) =>
    serviceError(service, status, code, message, requestId);
  const parsed = route.method === 'GET' ? { body: undefined } : parseBody(incoming, fail);
  return {
    subject: {
      op: route.op,
      org: headers['x-gw-ims-org-id'] ?? '',
      sandbox: headers['x-sandbox-name'] ?? '',
    },
    ...('body' in parsed ? { body: parsed.body } : {}),
    selfPath: match.path,
    errorShape: fail,
    perform: async () => {
      const passed = passGateway(core, service, route.needsSandbox !== false, headers, requestId);
      if (passed.kind === 'refused') return passed.answer;
      if ('refusal' in parsed) return parsed.refusal;
      const nowMs = core.nowMs();
      const request: ServiceRequest = {
        method: incoming.method,
        path: match.path,
        params: match.params,
        query: incoming.query,
        headers,
        body: parsed.body,
        organisation: passed.organisation,
        sandbox: passed.sandbox,
        client: passed.client,
        requestId,
        nowMs,
        newId: (shape) => newId(core.world, shape, nowMs),
        newEtag: () => newEtag(core.world, nowMs),
      };
      try {
        return toAnswer(await route.handle(request));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return toAnswer({ status: error.status, headers: error.headers, body: error.body });
      }
    },
  };
}

function parseBody(
  incoming: Incoming,
  fail: (status: number, code: string, message: string) => Answer,
): { body: Json | undefined } | { refusal: Answer } {
  const { bytes, headers } = incoming;
  if (bytes === undefined) return { refusal: fail(413, '1000', 'The request body is too large.') };
  if (bytes.length === 0) return { body: undefined };
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return { refusal: fail(415, '1004', 'The content encoding is not supported.') };
  }
  if (!/^application\/(?:[\w.-]+\+)?json *(?:;|$)/i.test(headers['content-type'] ?? '')) {
    return { refusal: fail(415, '1004', 'A valid content-type must be specified.') };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return { refusal: fail(400, '1000', 'The request body is not valid UTF-8.') };
  try {
    return { body: parseStrictJson(text) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { refusal: fail(400, '1000', `The request body is not valid JSON: ${error.message}.`) };
  }
}
