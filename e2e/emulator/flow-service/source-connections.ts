import type { Json, Route, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain } from '../plain-json';
import { findSource } from '../sources/sources';
import {
  invalidValue,
  readBodyObject,
  readObject,
  readOptionalObject,
  readOptionalText,
  readSpecReference,
  readText,
  refuseUnknown,
} from './body-fields';
import { edgeConnectionRoutes } from './edge-connections';
import { findStream } from './explore';
import { notFound, sourcesError } from './flow-error';
import { createDocument, flowState, type ResourceDocument } from './flow-state';
import { checkWithVendor, connectionSpecId } from './vendor-check';

/** Source connections: which data of an account a dataflow reads. */
export function sourceConnectionRoutes(runtime: FlowRuntime): Route[] {
  return edgeConnectionRoutes(
    {
      collection: 'sourceConnections',
      flowField: 'sourceConnectionIds',
      filterFields: ['id', 'name', 'description', 'connectionSpec.id', 'baseConnectionId', 'state'],
      create: createSourceConnection,
      describe: describeSourceConnection,
      check: (request, document, edited) => {
        readText(request, edited, 'name');
        readOptionalText(request, edited, 'description');
        readData(request, edited);
        readStreamParams(request, connectionSpecId(document), edited);
      },
    },
    runtime,
  );
}

function createSourceConnection(request: ServiceRequest, state: string): ResourceDocument {
  const body = readBodyObject(request, [
    'name',
    'description',
    'baseConnectionId',
    'connectionSpec',
    'data',
    'params',
  ]);
  const name = readText(request, body, 'name');
  const baseConnectionId = readText(request, body, 'baseConnectionId');
  const connectionSpec = readSpecReference(
    request,
    body,
    'connectionSpec',
    (id) => findSource(id) !== undefined,
  );
  const baseConnection = flowState(request.sandbox).connections[baseConnectionId];
  if (!baseConnection) throw notFound(request, 'connections', baseConnectionId);
  if (connectionSpecId(baseConnection) !== connectionSpec.id) {
    throw invalidValue(
      request,
      'connectionSpec.id',
      'it differs from the connection spec of the base connection',
    );
  }
  const data = readData(request, body);
  const { params, resourcePath } = readStreamParams(request, connectionSpec.id, body);
  checkWithVendor(request, baseConnection, resourcePath === '' ? undefined : resourcePath);
  return createDocument(request, state, {
    name,
    ...readOptionalText(request, body, 'description'),
    baseConnectionId,
    connectionSpec,
    data,
    params,
  });
}

function readData(request: ServiceRequest, body: Record<string, Json>): Json {
  const data = readObject(request, body, 'data');
  refuseUnknown(request, data, ['format', 'schema', 'properties'], 'data.');
  if (data.format === undefined || data.format === null || data.format === '') {
    throw sourcesError(request, '1326-400', 'The format of the source connection is missing.');
  }
  if (data.format !== 'json') {
    throw sourcesError(request, '1327-400', 'The format of the source connection is not supported.');
  }
  return clonePlain(data);
}

function readStreamParams(
  request: ServiceRequest,
  specId: string,
  body: Record<string, Json>,
): { params: Json; resourcePath: string } {
  const source = findSource(specId);
  if (!source) throw sourcesError(request, '1398-400', 'The operation is not supported for this source.');
  const params = readOptionalObject(request, body, 'params') ?? {};
  const { resourcePath } = findStream(request, source, params, 'params');
  return { params: clonePlain(params), resourcePath };
}

function describeSourceConnection(request: ServiceRequest, document: ResourceDocument): unknown {
  const baseConnection = flowState(request.sandbox).connections[String(document.baseConnectionId)];
  return {
    ...document,
    inheritedAttributes: baseConnection
      ? { baseConnection: { id: baseConnection.id, connectionSpec: baseConnection.connectionSpec } }
      : {},
  };
}
