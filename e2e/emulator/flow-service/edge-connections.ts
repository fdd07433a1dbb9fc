import type { Json, Route, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { missingField } from './body-fields';
import { connectionAction, isDraftRequest } from './draft-mode';
import { flowError, notFound } from './flow-error';
import { flowState, type ResourceDocument, touchDocument } from './flow-state';
import { type ListedCollection, listResources } from './list-resources';
import { applyInstructions, readInstructions } from './patch-document';
import { changed, checkIfMatch, created } from './precondition';
import { beginTransition } from './transitions';

type CollectionName = 'sourceConnections' | 'targetConnections';

/** What source and target connections differ in. */
export type EdgeConnectionKind = {
  collection: CollectionName;
  /** The field of a flow that names connections of this kind. */
  flowField: 'sourceConnectionIds' | 'targetConnectionIds';
  /** Checks the body and makes the document; storing it is not its business. */
  create: (request: ServiceRequest, state: string) => ResourceDocument;
  describe: (request: ServiceRequest, document: ResourceDocument) => unknown;
  /** Checks edited fields as at creation; throws when they are refused. */
  check: (request: ServiceRequest, document: ResourceDocument, edited: Record<string, Json>) => void;
  filterFields: string[];
};

const editableNames = ['name', 'description', 'data', 'params'];

/** The routes shared by source connections and target connections. */
export function edgeConnectionRoutes(kind: EdgeConnectionKind, runtime: FlowRuntime): Route[] {
  const { collection } = kind;
  const find = (request: ServiceRequest) => {
    const id = request.params.id ?? '';
    const document = flowState(request.sandbox)[collection][id];
    if (!document) throw notFound(request, collection, id);
    return document;
  };
  const listed = (request: ServiceRequest): ListedCollection => ({
    path: `/${collection}`,
    documents: Object.values(flowState(request.sandbox)[collection]),
    rules: { fields: kind.filterFields },
    describe: (document) => kind.describe(request, document),
  });
  return [
    {
      op: `flow.${collection}.create`,
      method: 'POST',
      pattern: `/${collection}`,
      handle: (request) => createEdge(request, runtime, kind),
    },
    {
      op: `flow.${collection}.list`,
      method: 'GET',
      pattern: `/${collection}`,
      handle: (request) => listResources(request, runtime, listed(request)),
    },
    {
      op: `flow.${collection}.get`,
      method: 'GET',
      pattern: `/${collection}/{id}`,
      handle: (request) => ({ status: 200, body: { items: [kind.describe(request, find(request))] } }),
    },
    {
      op: `flow.${collection}.patch`,
      method: 'PATCH',
      pattern: `/${collection}/{id}`,
      handle: (request) => patchEdge(request, runtime, kind, find(request)),
    },
    {
      op: `flow.${collection}.delete`,
      method: 'DELETE',
      pattern: `/${collection}/{id}`,
      handle: (request) => deleteEdge(request, kind, find(request)),
    },
    {
      op: `flow.${collection}.action`,
      method: 'POST',
      pattern: `/${collection}/{id}/action`,
      handle: (request) => connectionAction(request, find(request)),
    },
  ];
}

function createEdge(request: ServiceRequest, runtime: FlowRuntime, kind: EdgeConnectionKind): ServiceReply {
  const isDraft = isDraftRequest(request);
  const document = kind.create(request, isDraft ? 'draft' : 'enabled');
  flowState(request.sandbox)[kind.collection][document.id] = document;
  if (!isDraft) beginTransition(request, runtime, document, 'inProgress', 'enabled');
  return created(kind.collection, document);
}

function patchEdge(
  request: ServiceRequest,
  runtime: FlowRuntime,
  kind: EdgeConnectionKind,
  document: ResourceDocument,
): ServiceReply {
  checkIfMatch(request, document, runtime.switches());
  const editable: Record<string, Json> = {};
  for (const name of editableNames) {
    const value = document[name];
    if (value !== undefined) editable[name] = value;
  }
  const edited = applyInstructions(request, readInstructions(request), editable, editableNames);
  if (edited.data === undefined) throw missingField(request, 'data');
  kind.check(request, document, edited);
  for (const name of editableNames) {
    const value = edited[name];
    if (value === undefined) delete document[name];
    else document[name] = value;
  }
  touchDocument(request, document);
  beginTransition(request, runtime, document, 'updating', document.state);
  return changed(document);
}

function deleteEdge(
  request: ServiceRequest,
  kind: EdgeConnectionKind,
  document: ResourceDocument,
): ServiceReply {
  const state = flowState(request.sandbox);
  const isUsed = Object.values(state.flows).some((flow) => {
    const ids = flow[kind.flowField];
    return Array.isArray(ids) && ids.includes(document.id);
  });
  if (isUsed) {
    throw flowError(request, '1447-400', `Active flows still reference the ID ${document.id}.`);
  }
  delete state[kind.collection][document.id];
  return { status: 204 };
}
