/**
 * What the parts of the emulator agree on. Everything reachable from `World` is plain JSON, so that a snapshot is a
 * `structuredClone`, a data file is `JSON.stringify`, and a reset is an assignment.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Objects of one kind by id. Null-prototype records, never object literals: ids and titles come from outside. */
export type Table<T> = Record<string, T>;

/** A server-to-server credential. Without `permissions` it may do everything. */
export type Credential = {
  clientId: string;
  clientSecret: string;
  technicalAccountId: string;
  scopes: string[];
  permissions?: string[];
};

export type Organisation = {
  orgId: string;
  /** Without the leading underscore. */
  tenantId: string;
  credentials: Credential[];
  sandboxes: Table<Sandbox>;
};

export type Sandbox = {
  id: string;
  name: string;
  title: string;
  type: 'production' | 'development';
  state: string;
  region: string;
  isDefault: boolean;
  etag: number;
  createdAtMs: number;
  /** One slot per service, made by that service's `createState` and typed by its own folder. */
  services: Record<string, unknown>;
};

/** One request that has passed the gateway (token, api key, organisation, sandbox). */
export type ServiceRequest = {
  method: string;
  /** Path below the service's base, percent-decoded per segment into `params`. */
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** Parsed strictly; `undefined` when the request has no body. Objects have a null prototype. */
  body: Json | undefined;
  organisation: Organisation;
  sandbox: Sandbox;
  /** The credential the token was issued to: goes into createdBy, createdClient and so on. */
  client: { clientId: string; technicalAccountId: string };
  /** What the credential may do; `undefined` for everything. */
  permissions: string[] | undefined;
  requestId: string;
  /** The origin by which the client reached the emulator, for links to files. */
  origin: string;
  /** Emulator time, epoch milliseconds. */
  nowMs: number;
  /** Deterministic ids: the same sequence of requests after a reset gives the same ids. */
  newId: (shape: 'uuid' | 'hex24' | 'hex32' | 'hex48' | 'ulid') => string;
  /** A fresh etag with its double quotes inside, as Flow Service writes them. */
  newEtag: () => string;
};

export type ServiceReply = {
  status: number;
  headers?: Record<string, string>;
  /** `undefined` sends no body. Strings are sent as they are, everything else as JSON. */
  body?: unknown;
};

/** One documented operation. `op` names it for the journal and for fault rules, for example `flow.flows.create`. */
export type Route = {
  op: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the service's base: `/connections/{id}`; a trailing slash in the request is accepted. */
  pattern: string;
  /** false for the few calls that work without `x-sandbox-name`. */
  needsSandbox?: boolean;
  handle: (request: ServiceRequest) => ServiceReply | Promise<ServiceReply>;
};

export type Service = {
  name: string;
  /** For example `/data/foundation/schemaregistry`. */
  base: string;
  createState: (organisation: Organisation, sandbox: Sandbox) => unknown;
  routes: Route[];
  /** The service's own shape for errors that the router raises: bad JSON, wrong media type, empty body. */
  errorBody: (error: { status: number; code: string; message: string; requestId: string }) => unknown;
};

/** Thrown by handlers to answer with an error of the service's own shape. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`service error ${status}`);
  }
}
