import type { Json, Route, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain, isObject } from '../plain-json';
import { findSource } from '../sources/sources';
import {
  invalidValue,
  missingField,
  readBodyObject,
  readObject,
  readOptionalObject,
  readOptionalText,
  readSpecReference,
  readText,
  refuseUnknown,
} from './body-fields';
import { exploreConnection } from './explore';
import { flowError, notFound } from './flow-error';
import { createDocument, flowState, type ResourceDocument, touchDocument } from './flow-state';
import { listResources, searchResources } from './list-resources';
import { applyInstructions, readInstructions } from './patch-document';
import { changed, checkIfMatch, created } from './precondition';
import { authSpecName } from './specs';
import { askVendor, connectionSpecId } from './vendor-check';

const rules = {
  fields: ['id', 'name', 'description', 'connectionSpec.id', 'state'],
  states: ['enabled', 'disabled', 'initializing'],
};

/** Base connections: the accounts at the sources. */
export function connectionRoutes(runtime: FlowRuntime): Route[] {
  const collection = (request: ServiceRequest) => ({
    path: '/connections',
    documents: Object.values(flowState(request.sandbox).connections),
    rules,
    describe: (document: ResourceDocument) => describeConnection(document, runtime),
  });
  return [
    { op: 'flow.connections.create', method: 'POST', pattern: '/connections', handle: createConnection },
    {
      op: 'flow.connections.list',
      method: 'GET',
      pattern: '/connections',
      handle: (request) => listResources(request, runtime, collection(request)),
    },
    {
      op: 'flow.connections.search',
      method: 'POST',
      pattern: '/connections/search',
      handle: (request) => searchResources(request, runtime, collection(request)),
    },
    {
      op: 'flow.connections.get',
      method: 'GET',
      pattern: '/connections/{id}',
      handle: (request) => ({
        status: 200,
        body: { items: [describeConnection(findConnection(request), runtime)] },
      }),
    },
    {
      op: 'flow.connections.patch',
      method: 'PATCH',
      pattern: '/connections/{id}',
      handle: (request) => patchConnection(request, runtime),
    },
    {
      op: 'flow.connections.delete',
      method: 'DELETE',
      pattern: '/connections/{id}',
      handle: deleteConnection,
    },
    {
      op: 'flow.connections.test',
      method: 'GET',
      pattern: '/connections/{id}/test',
      handle: (request) => ({
        status: 200,
        body: { result: askVendor(findConnection(request)) === undefined },
      }),
    },
    {
      op: 'flow.connections.explore',
      method: 'GET',
      pattern: '/connections/{id}/explore',
      handle: (request) => exploreConnection(request, runtime, findConnection(request)),
    },
  ];
}

/** The base connection of the path, or 404. */
function findConnection(request: ServiceRequest): ResourceDocument {
  const id = request.params.id ?? '';
  const connection = flowState(request.sandbox).connections[id];
  if (!connection) throw notFound(request, 'connections', id);
  return connection;
}

function describeConnection(connection: ResourceDocument, runtime: FlowRuntime): unknown {
  if (runtime.switches().credentialsInReads || !isObject(connection.auth)) return connection;
  return { ...connection, auth: { specName: connection.auth.specName } };
}

/** The credential itself is not tried: neither source names a test address, so a wrong token is accepted here. */
function createConnection(request: ServiceRequest): ServiceReply {
  const body = readBodyObject(request, ['name', 'description', 'connectionSpec', 'auth']);
  const name = readText(request, body, 'name');
  const connectionSpec = readSpecReference(
    request,
    body,
    'connectionSpec',
    (id) => findSource(id) !== undefined,
  );
  const auth = readAuth(request, readObject(request, body, 'auth'), connectionSpec.id);
  const connection = createDocument(request, 'enabled', {
    name,
    ...readOptionalText(request, body, 'description'),
    connectionSpec,
    auth,
  });
  flowState(request.sandbox).connections[connection.id] = connection;
  return created('connections', connection);
}

function readAuth(request: ServiceRequest, auth: Record<string, Json>, specId: string): Json {
  refuseUnknown(request, auth, ['specName', 'params'], 'auth.');
  const specName = readText(request, auth, 'specName');
  if (specName !== authSpecName) {
    throw flowError(
      request,
      '1415-400',
      `The auth spec name ${specName} is unknown for the connection spec.`,
    );
  }
  const params = readOptionalObject(request, auth, 'params');
  if (!params) throw missingField(request, 'auth.params');
  const fields = findSource(specId)?.authFields ?? [];
  refuseUnknown(
    request,
    params,
    fields.map((field) => field.name),
    'auth.params.',
  );
  for (const field of fields) {
    const value = params[field.name];
    if (value === undefined || value === null || value === '') {
      throw missingField(request, `auth.params.${field.name}`);
    }
    if (typeof value !== 'string')
      throw invalidValue(request, `auth.params.${field.name}`, 'a string is expected');
  }
  const host = params.host;
  if (typeof host === 'string' && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host)) {
    throw invalidValue(request, 'auth.params.host', 'a host name without scheme and path is expected');
  }
  return { specName, params: clonePlain(params) };
}

function patchConnection(request: ServiceRequest, runtime: FlowRuntime): ServiceReply {
  const connection = findConnection(request);
  checkIfMatch(request, connection, runtime.switches());
  const instructions = readInstructions(request);
  if (instructions.some((instruction) => instruction.path[0] === 'connectionSpec')) {
    throw flowError(request, '1414-400', 'The connection spec of a connection cannot be updated.');
  }
  const { name = null, description = null, auth = null } = connection;
  const editable = { name, auth, ...(description === null ? {} : { description }) };
  const edited = applyInstructions(request, instructions, editable, ['name', 'description', 'auth']);
  const newName = readText(request, edited, 'name');
  const newDescription = readOptionalText(request, edited, 'description');
  const newAuth = readAuth(request, readObject(request, edited, 'auth'), connectionSpecId(connection));
  connection.name = newName;
  connection.auth = newAuth;
  delete connection.description;
  Object.assign(connection, newDescription);
  touchDocument(request, connection);
  return changed(connection);
}

function deleteConnection(request: ServiceRequest): ServiceReply {
  const connection = findConnection(request);
  const state = flowState(request.sandbox);
  const users = Object.values(state.sourceConnections).filter(
    (sourceConnection) => sourceConnection.baseConnectionId === connection.id,
  );
  if (users.length > 0) {
    throw flowError(
      request,
      '1418-400',
      `The base connection ${connection.id} is used by one or more flows or source connections and cannot be deleted.`,
    );
  }
  delete state.connections[connection.id];
  return { status: 204 };
}
