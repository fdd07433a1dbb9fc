import type { Json, Organisation, Sandbox, ServiceRequest } from '../contract';
import type { Core } from '../core';
import { type IdShape, newEtag, newId } from '../ids';
import type { Passed } from './gateway';
import type { Incoming } from './target';

/** A request behind the gateway. A class, because it is made for every request and closures are dear. */
export class GatewayRequest implements ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Record<string, string>;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: Json | undefined;
  readonly organisation: Organisation;
  readonly sandbox: Sandbox;
  readonly client: ServiceRequest['client'];
  readonly permissions: string[] | undefined;
  readonly requestId: string;
  readonly origin: string;
  readonly nowMs: number;
  readonly #core: Core;

  constructor(
    core: Core,
    incoming: Incoming,
    match: { path: string; params: Record<string, string> },
    passed: Passed,
    body: Json | undefined,
    nowMs: number,
  ) {
    this.#core = core;
    this.method = incoming.method;
    this.path = match.path;
    this.params = match.params;
    this.query = incoming.query;
    this.headers = incoming.headers;
    this.body = body;
    this.organisation = passed.organisation;
    this.sandbox = passed.sandbox;
    this.client = passed.client;
    this.permissions = passed.permissions;
    this.requestId = incoming.requestId;
    this.origin = `http://${incoming.headers.host ?? '127.0.0.1'}`;
    this.nowMs = nowMs;
  }

  newId(shape: IdShape): string {
    return newId(this.#core.world, shape, this.nowMs);
  }

  newEtag(): string {
    return newEtag(this.#core.world, this.nowMs);
  }
}
