import type { Route, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { isObject } from '../plain-json';
import { findSource } from '../sources/sources';
import { readBodyObject, readObject, readOptionalText, readSpecReference, readText } from './body-fields';
import { readAuth } from './connection-auth';
import { connectionAction, isDraftRequest } from './draft-mode';
import { exploreConnection } from './explore';
import { flowError, notFound, sourcesError } from './flow-error';
import { createDocument, flowState, type ResourceDocument, touchDocument } from './flow-state';
import { listResources, searchResources } from './list-resources';
import { applyInstructions, readInstructions } from './patch-document';
import { changed, checkIfMatch, created } from './precondition';
import { beginTransition } from './transitions';
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
    {
      op: 'flow.connections.create',
      method: 'POST',
      pattern: '/connections',
      handle: (request) => createConnection(request, runtime),
    },
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
    {
      op: 'flow.connections.configs',
      method: 'GET',
      pattern: '/connections/{id}/configs',
      handle: (request) => {
        findConnection(request);
        throw sourcesError(request, '1398-400', 'The operation is not supported for this source.');
      },
    },
    {
      op: 'flow.connections.action',
      method: 'POST',
      pattern: '/connections/{id}/action',
      handle: (request) => connectionAction(request, findConnection(request)),
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
function createConnection(request: ServiceRequest, runtime: FlowRuntime): ServiceReply {
  const isDraft = isDraftRequest(request);
  const body = readBodyObject(request, ['name', 'description', 'connectionSpec', 'auth']);
  const name = readText(request, body, 'name');
  const connectionSpec = readSpecReference(
    request,
    body,
    'connectionSpec',
    (id) => findSource(id) !== undefined,
  );
  const auth = readAuth(request, readObject(request, body, 'auth'), connectionSpec.id);
  const connection = createDocument(request, isDraft ? 'draft' : 'enabled', {
    name,
    ...readOptionalText(request, body, 'description'),
    connectionSpec,
    auth,
  });
  flowState(request.sandbox).connections[connection.id] = connection;
  if (!isDraft) beginTransition(request, runtime, connection, 'initializing', 'enabled');
  return created('connections', connection);
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
