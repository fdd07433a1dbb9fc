import {
  type Json,
  type Service,
  ServiceError,
  type ServiceReply,
  type ServiceRequest,
} from '@/e2e/emulator/contract';
import {
  allNamespaces,
  createNamespaceState,
  type IdentityNamespace,
  namespaceServiceName,
  namespaceState,
} from './namespace-state';

const problemType = 'http://ns.adobe.com/adobecloud/problem/namespacevalidation';
const idTypes = ['COOKIE', 'CROSS_DEVICE', 'DEVICE', 'EMAIL', 'MOBILE', 'NON_PEOPLE', 'PHONE'];

function refusal(
  request: ServiceRequest,
  status: number,
  title: string,
  description: string,
  code: string,
): ServiceError {
  return new ServiceError(status, {
    timestamp: new Date(request.nowMs).toISOString(),
    type: problemType,
    status,
    title,
    description,
    report: { code },
  });
}

function invalid(request: ServiceRequest, description: string): ServiceError {
  return refusal(request, 400, 'Namespace validation', description, 'INVALID_REQUEST_PARAMS');
}

function textOf(request: ServiceRequest, body: Record<string, Json>, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value.trim() === '')
    throw invalid(request, `Please provide a valid value of ${key}`);
  return value;
}

function listNamespaces(request: ServiceRequest): ServiceReply {
  return { status: 200, body: allNamespaces(request.sandbox) };
}

function find(request: ServiceRequest): IdentityNamespace {
  const id = request.params.id ?? '';
  const found = allNamespaces(request.sandbox).find((namespace) => String(namespace.id) === id);
  if (found !== undefined) return found;
  throw refusal(request, 404, 'NAMESPACE_NOT_FOUND', `Namespace ${id} does not exist`, 'NAMESPACE_NOT_FOUND');
}

function getNamespace(request: ServiceRequest): ServiceReply {
  return { status: 200, body: find(request) };
}

/** What a body decides, checked; `own` is the namespace being changed. */
function readNamespace(request: ServiceRequest, own?: IdentityNamespace) {
  const { body, sandbox } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(request, 'The body must be a JSON object');
  }
  const name = textOf(request, body, 'name');
  const code = textOf(request, body, 'code');
  if (!/^[A-Za-z0-9]+$/.test(code))
    throw invalid(request, 'Please provide a code of letters and digits only');
  const idType = textOf(request, body, 'idType').toUpperCase();
  if (!idTypes.includes(idType)) {
    throw invalid(
      request,
      `Please provide a valid value of idType. Valid values are: [${idTypes.join(', ')}]`,
    );
  }
  const { description } = body;
  if (description !== undefined && description !== null && typeof description !== 'string') {
    throw invalid(request, 'Please provide a valid value of description');
  }
  const taken = allNamespaces(sandbox).some(
    (namespace) => namespace.id !== own?.id && namespace.code.toLowerCase() === code.toLowerCase(),
  );
  if (taken) {
    throw refusal(
      request,
      409,
      'NAMESPACE_CODE_CONFLICT',
      'Namespace code already exists. Please use a different code',
      'INTEGRATION_CODE_EXISTS',
    );
  }
  return { code, name, description: description ?? '', idType };
}

function createNamespace(request: ServiceRequest): ServiceReply {
  const read = readNamespace(request);
  const state = namespaceState(request.sandbox);
  const namespace: IdentityNamespace = {
    id: state.nextId,
    ...read,
    custom: true,
    status: 'ACTIVE',
    createTime: request.nowMs,
    updateTime: request.nowMs,
  };
  state.custom = [...state.custom, namespace];
  state.nextId += 1;
  return { status: 200, body: namespace };
}

/** `PUT /identities/{id}`: name and description of a namespace of one's own; code and type stay what they are. */
function putNamespace(request: ServiceRequest): ServiceReply {
  const before = find(request);
  if (!before.custom) {
    throw refusal(
      request,
      403,
      'NAMESPACE_NOT_EDITABLE',
      'Standard namespaces cannot be changed',
      'FORBIDDEN',
    );
  }
  const read = readNamespace(request, before);
  if (read.code !== before.code || read.idType !== before.idType) {
    throw invalid(request, 'The code and the idType of a namespace cannot be changed');
  }
  const after: IdentityNamespace = { ...before, ...read, updateTime: request.nowMs };
  const state = namespaceState(request.sandbox);
  state.custom = state.custom.map((namespace) => (namespace.id === before.id ? after : namespace));
  return { status: 200, body: after };
}

/** `GET /orgs/{orgId}/identities`: of one's own organisation the list, of others the standard namespaces. */
function listOfOrganisation(request: ServiceRequest): ServiceReply {
  const isOwn = request.params.orgId === request.organisation.orgId;
  const all = allNamespaces(request.sandbox);
  return { status: 200, body: isOwn ? all : all.filter(({ custom }) => !custom) };
}

/** Identity namespaces: the standard ones and those of the sandbox. */
export const identity: Service = {
  name: namespaceServiceName,
  base: '/data/core/idnamespace',
  createState: () => createNamespaceState(),
  routes: [
    { op: 'identity.namespaces.list', method: 'GET', pattern: '/identities', handle: listNamespaces },
    { op: 'identity.namespaces.create', method: 'POST', pattern: '/identities', handle: createNamespace },
    { op: 'identity.namespaces.get', method: 'GET', pattern: '/identities/{id}', handle: getNamespace },
    { op: 'identity.namespaces.put', method: 'PUT', pattern: '/identities/{id}', handle: putNamespace },
    {
      op: 'identity.namespaces.ofOrganisation',
      method: 'GET',
      pattern: '/orgs/{orgId}/identities',
      handle: listOfOrganisation,
    },
  ],
  errorBody: ({ status, code, message }) => ({
    type: problemType,
    status,
    title: 'Namespace Validation',
    description: message,
    report: { code },
  }),
};
