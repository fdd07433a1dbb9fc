import type { Sandbox, Service, ServiceReply, ServiceRequest } from '../contract';
import { ServiceError } from '../contract';

const base = '/data/foundation/sandbox-management';

/** Sandbox management: the list for users, the list for administrators, one sandbox, and the types. */
export const sandboxes: Service = {
  name: 'sandbox-management',
  base,
  createState: () => ({}),
  errorBody: ({ status, code, message }) => errorBody(status, code, message),
  routes: [
    {
      op: 'sandbox.list',
      method: 'GET',
      pattern: '/',
      needsSandbox: false,
      handle: (request) => listSandboxes(request, '/', (sandbox) => sandbox.state === 'active'),
    },
    {
      op: 'sandbox.sandboxes.list',
      method: 'GET',
      pattern: '/sandboxes',
      needsSandbox: false,
      handle: (request) => listSandboxes(request, '/sandboxes', () => true),
    },
    {
      op: 'sandbox.sandboxes.get',
      method: 'GET',
      pattern: '/sandboxes/{sandboxName}',
      needsSandbox: false,
      handle: getSandbox,
    },
    {
      op: 'sandbox.types',
      method: 'GET',
      pattern: '/sandboxTypes',
      needsSandbox: false,
      handle: () => ({ status: 200, body: { sandboxTypes: ['production', 'development'] } }),
    },
  ],
};

function errorBody(status: number, code: string, title: string) {
  return { status, title, type: `http://ns.adobe.com/aep/errors/SMS-${code}-${status}` };
}

function listSandboxes(
  request: ServiceRequest,
  path: string,
  isVisible: (sandbox: Sandbox) => boolean,
): ServiceReply {
  const limit = readWholeNumber(request, 'limit', 20, 1, 100);
  const offset = readWholeNumber(request, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  const visible = Object.values(request.organisation.sandboxes).filter(isVisible);
  const page = visible.slice(offset, offset + limit);
  return {
    status: 200,
    body: {
      sandboxes: page.map(describeSandbox),
      _page: { limit, count: page.length },
      _links: {
        page: {
          href: `https://platform.adobe.io${base}${path}?limit={limit}&offset={offset}`,
          templated: true,
        },
      },
    },
  };
}

function readWholeNumber(
  request: ServiceRequest,
  name: string,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  const text = request.query.get(name);
  if (text === null) return fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new ServiceError(400, errorBody(400, '2074', `The value of the parameter ${name} is invalid.`));
}

function getSandbox(request: ServiceRequest): ServiceReply {
  const name = request.params.sandboxName ?? '';
  const sandbox = Object.hasOwn(request.organisation.sandboxes, name)
    ? request.organisation.sandboxes[name]
    : undefined;
  if (!sandbox) {
    throw new ServiceError(404, errorBody(404, '2100', 'The requested sandbox is not found.'));
  }
  return { status: 200, body: { id: sandbox.id, ...describeSandbox(sandbox) } };
}

function describeSandbox(sandbox: Sandbox) {
  const created = `${new Date(sandbox.createdAtMs).toISOString().slice(0, 19)}Z`;
  return {
    name: sandbox.name,
    title: sandbox.title,
    state: sandbox.state,
    type: sandbox.type,
    region: sandbox.region,
    isDefault: sandbox.isDefault,
    etag: sandbox.etag,
    createdDate: created,
    lastModifiedDate: created,
    createdBy: 'system',
    modifiedBy: 'system',
  };
}
