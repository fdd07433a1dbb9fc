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

function getNamespace(request: ServiceRequest): ServiceReply {
  const id = request.params.id ?? '';
  const found = allNamespaces(request.sandbox).find((namespace) => String(namespace.id) === id);
  if (found === undefined) {
    throw refusal(
      request,
      404,
      'NAMESPACE_NOT_FOUND',
      `Namespace ${id} does not exist`,
      'NAMESPACE_NOT_FOUND',
    );
  }
  return { status: 200, body: found };
}

function createNamespace(request: ServiceRequest): ServiceReply {
  const { body, sandbox, nowMs } = request;
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
  if (allNamespaces(sandbox).some((namespace) => namespace.code.toLowerCase() === code.toLowerCase())) {
    throw refusal(
      request,
      409,
      'NAMESPACE_CODE_CONFLICT',
      'Namespace code already exists. Please use a different code',
      'INTEGRATION_CODE_EXISTS',
    );
  }
  const state = namespaceState(sandbox);
  const namespace: IdentityNamespace = {
    id: state.nextId,
    code,
    name,
    description: description ?? '',
    idType,
    custom: true,
    status: 'ACTIVE',
    createTime: nowMs,
    updateTime: nowMs,
  };
  state.custom = [...state.custom, namespace];
  state.nextId += 1;
  return { status: 200, body: namespace };
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
  ],
  errorBody: ({ status, code, message }) => ({
    type: problemType,
    status,
    title: 'Namespace Validation',
    description: message,
    report: { code },
  }),
};
