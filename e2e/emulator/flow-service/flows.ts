import type { Json, Route, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain } from '../plain-json';
import { isDraftRequest } from './draft-mode';
import { flowAction } from './flow-actions';
import { createDraft, createEnabledFlow, readFlowBody } from './flow-body';
import { notFound } from './flow-error';
import { editableFlowFields, readEditedSchedule, readFlowFields } from './flow-fields';
import { readParents } from './flow-parts';
import { planNextRun } from './flow-progress';
import { flowState, type ResourceDocument, touchDocument } from './flow-state';
import { describeFlow } from './flow-view';
import { type ListedCollection, listResources, searchResources } from './list-resources';
import { applyInstructions, readInstructions } from './patch-document';
import { changed, checkIfMatch, created } from './precondition';
import { beginTransition, removeFlow } from './transitions';

const rules = {
  fields: [
    'id',
    'name',
    'description',
    'flowSpec.id',
    'state',
    'sourceConnectionIds[]',
    'targetConnectionIds[]',
    'inheritedAttributes.properties.isSourceFlow',
    // A client asks for it; dataflows of sources never are one.
    'inheritedAttributes.properties.isDestinationFlow',
    'inheritedAttributes.sourceConnections[].connectionSpec.id',
    'inheritedAttributes.sourceConnections[].baseConnection.id',
    'inheritedAttributes.targetConnections[].connectionSpec.id',
  ],
};

/** Dataflows. */
export function flowRoutes(runtime: FlowRuntime): Route[] {
  const collection = (request: ServiceRequest): ListedCollection => ({
    path: '/flows',
    documents: Object.values(flowState(request.sandbox).flows),
    rules,
    describe: (flow) => describeFlow(request.sandbox, flow),
  });
  return [
    {
      op: 'flow.flows.create',
      method: 'POST',
      pattern: '/flows',
      handle: (request) => createFlow(request, runtime),
    },
    {
      op: 'flow.flows.list',
      method: 'GET',
      pattern: '/flows',
      handle: (request) => listResources(request, runtime, collection(request)),
    },
    {
      op: 'flow.flows.search',
      method: 'POST',
      pattern: '/flows/search',
      handle: (request) => searchResources(request, runtime, collection(request)),
    },
    {
      op: 'flow.flows.get',
      method: 'GET',
      pattern: '/flows/{id}',
      handle: (request) => ({
        status: 200,
        body: { items: [describeFlow(request.sandbox, findFlow(request))] },
      }),
    },
    {
      op: 'flow.flows.patch',
      method: 'PATCH',
      pattern: '/flows/{id}',
      handle: (request) => patchFlow(request, runtime, findFlow(request)),
    },
    {
      op: 'flow.flows.delete',
      method: 'DELETE',
      pattern: '/flows/{id}',
      handle: (request) => deleteFlow(request, runtime, findFlow(request)),
    },
    {
      op: 'flow.flows.action',
      method: 'POST',
      pattern: '/flows/{id}/action',
      handle: (request) => flowAction(request, runtime, findFlow(request)),
    },
  ];
}

function findFlow(request: ServiceRequest): ResourceDocument {
  const id = request.params.id ?? '';
  const flow = flowState(request.sandbox).flows[id];
  if (!flow) throw notFound(request, 'flows', id);
  return flow;
}

function createFlow(request: ServiceRequest, runtime: FlowRuntime): ServiceReply {
  const isDraft = isDraftRequest(request);
  const body = readFlowBody(request);
  const flow = isDraft ? createDraft(request, body) : createEnabledFlow(request, runtime, body);
  flowState(request.sandbox).flows[flow.id] = flow;
  if (!isDraft) beginTransition(request, runtime, flow, 'pending', 'enabled');
  planNextRun(request.sandbox, runtime, flow, request.nowMs);
  return created('flows', flow);
}

function patchFlow(request: ServiceRequest, runtime: FlowRuntime, flow: ResourceDocument): ServiceReply {
  checkIfMatch(request, flow, runtime.switches());
  const isDraft = flow.state === 'draft';
  const names = isDraft
    ? [...editableFlowFields, 'sourceConnectionIds', 'targetConnectionIds']
    : editableFlowFields;
  const editable: Record<string, Json> = {};
  for (const name of names) {
    const value = flow[name];
    if (value !== undefined) editable[name] = value;
  }
  const instructions = readInstructions(request);
  const edited = applyInstructions(request, instructions, editable, names);
  if (!isDraft) {
    const parents = readParents(request, flow);
    const schedule = readEditedSchedule(request, runtime, edited, parents, flow);
    Object.assign(edited, readFlowFields(request, runtime, edited, parents, schedule));
  }
  for (const name of names) {
    const value = edited[name];
    if (value === undefined) delete flow[name];
    else flow[name] = value;
  }
  touchDocument(request, flow);
  flow.lastOperation = {
    started: request.nowMs,
    updated: request.nowMs,
    percentCompleted: 100,
    status: { value: 'completed', errors: [] },
    ops: clonePlain(request.body ?? []),
    operation: 'update',
  };
  beginTransition(request, runtime, flow, 'updating', flow.state);
  planNextRun(request.sandbox, runtime, flow, request.nowMs);
  return changed(flow);
}

function deleteFlow(request: ServiceRequest, runtime: FlowRuntime, flow: ResourceDocument): ServiceReply {
  if (beginTransition(request, runtime, flow, 'delete-finalizing', undefined)) {
    planNextRun(request.sandbox, runtime, flow, request.nowMs);
  } else removeFlow(request.sandbox, flow.id);
  return { status: 204 };
}
