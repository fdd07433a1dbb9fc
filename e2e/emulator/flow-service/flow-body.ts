import type { Json, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain } from '../plain-json';
import { readBodyObject, readSpecReference } from './body-fields';
import { flowError, sourcesError } from './flow-error';
import { readFlowFields } from './flow-fields';
import { readParents } from './flow-parts';
import { createDocument, type ResourceDocument } from './flow-state';
import { readSchedule } from './schedule';
import { flowSpecId } from './specs';

const bodyFields = [
  'name',
  'description',
  'flowSpec',
  'sourceConnectionIds',
  'targetConnectionIds',
  'transformations',
  'scheduleParams',
  'options',
  'labels',
];

/** The body of `POST /flows`: documented fields only, neither `state` (1410) nor `mode` (1368). */
export function readFlowBody(request: ServiceRequest): Record<string, Json> {
  const body = readBodyObject(request, [...bodyFields, 'state', 'mode']);
  if (body.state !== undefined) {
    throw flowError(request, '1410-400', 'State is not allowed in a create flow request.');
  }
  if (body.mode !== undefined) {
    throw sourcesError(request, '1368-400', 'mode is not allowed in the flow request body.');
  }
  return body;
}

function readFlowSpec(request: ServiceRequest, body: Record<string, Json>): Json {
  return readSpecReference(request, body, 'flowSpec', (id) => id === flowSpecId);
}

/** A checked dataflow in the state enabled; not stored yet. */
export function createEnabledFlow(
  request: ServiceRequest,
  runtime: FlowRuntime,
  body: Record<string, Json>,
): ResourceDocument {
  const flowSpec = readFlowSpec(request, body);
  const parents = readParents(request, body);
  const schedule = readSchedule(request, runtime, body, parents.source, { mayBePast: false });
  const fields = readFlowFields(request, runtime, body, parents, schedule);
  return createDocument(request, 'enabled', {
    ...fields,
    flowSpec,
    sourceConnectionIds: [parents.sourceConnection.id],
    targetConnectionIds: [parents.targetConnection.id],
  });
}

/** A draft may lack anything but its spec; it is checked when it is published. */
export function createDraft(request: ServiceRequest, body: Record<string, Json>): ResourceDocument {
  return createDocument(request, 'draft', { ...clonePlain(body), flowSpec: readFlowSpec(request, body) });
}

/** Checks a draft as if it were created now and gives it the form of an enabled dataflow. */
export function completeDraft(request: ServiceRequest, runtime: FlowRuntime, flow: ResourceDocument): void {
  const body: Record<string, Json> = {};
  for (const name of bodyFields) {
    const value = flow[name];
    if (value !== undefined) body[name] = value;
  }
  const complete = createEnabledFlow(request, runtime, body);
  for (const name of bodyFields) {
    const value = complete[name];
    if (value !== undefined) flow[name] = value;
  }
}
