import type { Service, ServiceReply, ServiceRequest } from '../contract';
import { allPermissions } from '../permissions';
import { problem, problemBody, requireJsonBody } from '../schema-registry/registry-errors';

/** Resource types and the permission area that decides about them. */
const resourceTypes: Record<string, string> = {
  schemas: 'schemas',
  'data-sets': 'datasets',
  datasets: 'datasets',
  'identity-namespaces': 'identity-namespaces',
  sandboxes: 'sandboxes',
  connection: 'sources',
  sources: 'sources',
};

/** Spellings of the specification that differ from the reference list. */
const spellings: Record<string, string> = {
  'manage-dataset': 'manage-datasets',
  'view-dataset': 'view-datasets',
  'manage-shemas': 'manage-schemas',
  schema: 'schemas',
  dataset: 'datasets',
};

function rightsOn(permissions: readonly string[], area: string): string[] {
  if (permissions.includes(`manage-${area}`)) return ['write', 'delete', 'read'];
  return permissions.includes(`view-${area}`) ? ['read'] : [];
}

/** `GET /acl/reference`: the names of permissions and resource types, each with the rights it can give. */
function readReference(): ServiceReply {
  const permissions: Record<string, unknown> = {};
  for (const name of allPermissions) {
    const area = name.replace(/^(?:manage|view)-/, '');
    permissions[name] = { [area]: name.startsWith('manage-') ? ['read', 'write', 'delete'] : ['read'] };
  }
  const types: Record<string, unknown> = {};
  for (const name of Object.keys(resourceTypes)) types[name] = ['read', 'write', 'delete'];
  return { status: 200, body: { permissions, 'resource-types': types } };
}

/** `POST /acl/effective-policies`: what of the asked is allowed; rights that are absent are not in the answer. */
function effectivePolicies(request: ServiceRequest): ServiceReply {
  requireJsonBody(request);
  const { body } = request;
  if (!Array.isArray(body) || body.length === 0 || body.length > 1000) {
    throw problem(400, 'The body must be a list of permission or resource type URLs');
  }
  const held: readonly string[] = request.permissions ?? allPermissions;
  const policies: Record<string, string[]> = {};
  for (const url of body) {
    const match = typeof url === 'string' ? /^\/(permissions|resource-types)\/([\w-]+)$/.exec(url) : null;
    if (match === null) throw problem(400, `${JSON.stringify(url)} is not a permission or resource type URL`);
    const [, kind, given = ''] = match;
    const name = Object.hasOwn(spellings, given) ? (spellings[given] ?? given) : given;
    const rights =
      kind === 'permissions'
        ? held.includes(name)
          ? ['*']
          : []
        : rightsOn(held, Object.hasOwn(resourceTypes, name) ? (resourceTypes[name] ?? '') : '');
    if (rights.length > 0) policies[String(url)] = rights;
  }
  return { status: 200, body: { policies } };
}

/** Access control: what the credential may do in the sandbox. */
export const accessControl: Service = {
  name: 'accessControl',
  base: '/data/foundation/access-control',
  createState: () => ({}),
  routes: [
    {
      op: 'accessControl.reference.get',
      method: 'GET',
      pattern: '/acl/reference',
      needsSandbox: false,
      handle: readReference,
    },
    {
      op: 'accessControl.policies.effective',
      method: 'POST',
      pattern: '/acl/effective-policies',
      handle: effectivePolicies,
    },
  ],
  errorBody: ({ status, message }) => problemBody(status, message),
};
