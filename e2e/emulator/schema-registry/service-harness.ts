import { createCatalog } from '@/e2e/emulator/catalog/service';
import {
  type Json,
  type Organisation,
  type Sandbox,
  type Service,
  ServiceError,
  type ServiceReply,
  type ServiceRequest,
} from '@/e2e/emulator/contract';
import { createDataPrep } from '@/e2e/emulator/data-prep/service';
import { identity } from '@/e2e/emulator/identity/service';
import { defaultSwitches } from '@/e2e/emulator/switches';
import { schemaRegistry } from './service';

const runtime = { switches: () => defaultSwitches };

const services: Record<'catalog' | 'dataPrep' | 'identity' | 'schemaRegistry', Service> = {
  catalog: createCatalog(runtime),
  dataPrep: createDataPrep(runtime),
  identity,
  schemaRegistry,
};

export type Call = {
  body?: Json;
  headers?: Record<string, string>;
  sandbox?: string;
};

export type Answer = { status: number; body: unknown; headers: Record<string, string> };

/** The services of this folder and its neighbours without gateway, token or server: tests call their routes. */
export type Harness = {
  organisation: Organisation;
  sandbox: (name?: string) => Sandbox;
  call: (service: keyof typeof services, method: string, url: string, call?: Call) => Promise<Answer>;
  newId: ServiceRequest['newId'];
  /** Moves the time that the next calls see. */
  advance: (ms: number) => void;
  nowMs: () => number;
};

function sandboxNamed(organisation: Organisation, name: string): Sandbox {
  const sandbox: Sandbox = {
    id: `sandbox-${name}`,
    name,
    title: name,
    type: 'development',
    state: 'active',
    region: 'VA7',
    isDefault: name === 'prod',
    etag: 1,
    createdAtMs: 0,
    services: {},
  };
  for (const service of Object.values(services)) {
    sandbox.services[service.name] = service.createState(organisation, sandbox);
  }
  return sandbox;
}

function matched(service: Service, method: string, path: string) {
  const sent = path.replace(/\/$/, '').split('/');
  const fixedParts = (pattern: string): number =>
    pattern.split('/').filter((part) => !part.startsWith('{')).length;
  const routes = [...service.routes].sort(
    (left, right) => fixedParts(right.pattern) - fixedParts(left.pattern),
  );
  for (const route of routes) {
    const wanted = route.pattern.split('/');
    if (route.method !== method || wanted.length !== sent.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, index) => {
      const given = sent[index] ?? '';
      if (!part.startsWith('{')) return part === given;
      params[part.slice(1, -1)] = decodeURIComponent(given);
      return true;
    });
    if (fits) return { route, params };
  }
  throw new Error(`no route for ${method} ${path}`);
}

/** A fresh organisation with the sandboxes `prod` and `dev`. */
export function createHarness(): Harness {
  const organisation: Organisation = {
    orgId: 'TESTORG@AdobeOrg',
    tenantId: 'testtenant',
    credentials: [
      { clientId: 'client', clientSecret: 's', technicalAccountId: 'TA@techacct.adobe.com', scopes: [] },
    ],
    sandboxes: {},
  };
  organisation.sandboxes.prod = sandboxNamed(organisation, 'prod');
  organisation.sandboxes.dev = sandboxNamed(organisation, 'dev');
  let counter = 0;
  let now = 1_700_000_000_000;
  const lengths = { uuid: 36, hex24: 24, hex32: 32, hex48: 48, ulid: 26 };
  const newId: ServiceRequest['newId'] = (shape) => {
    counter += 1;
    return `a${counter.toString(16)}`.padEnd(lengths[shape], '0');
  };
  const sandbox = (name = 'prod'): Sandbox => {
    const found = organisation.sandboxes[name];
    if (found === undefined) throw new Error(`no sandbox ${name}`);
    return found;
  };
  return {
    organisation,
    sandbox,
    newId,
    advance: (ms) => {
      now += ms;
    },
    nowMs: () => now,
    call: async (service, method, url, { body, headers = {}, sandbox: name } = {}) => {
      const [path = '', query = ''] = url.split('?', 2);
      const { route, params } = matched(services[service], method, path);
      now += 1;
      const request: ServiceRequest = {
        method,
        path,
        params,
        query: new URLSearchParams(query),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body,
        organisation,
        sandbox: sandbox(name),
        client: { clientId: 'client', technicalAccountId: 'TA@techacct.adobe.com' },
        permissions: undefined,
        origin: 'http://127.0.0.1',
        requestId: 'request-1',
        nowMs: now,
        newId,
        newEtag: () => '"etag"',
      };
      try {
        const reply: ServiceReply = await route.handle(request);
        return { status: reply.status, body: reply.body, headers: reply.headers ?? {} };
      } catch (thrown) {
        if (!(thrown instanceof ServiceError)) throw thrown;
        return { status: thrown.status, body: thrown.body, headers: thrown.headers };
      }
    },
  };
}
