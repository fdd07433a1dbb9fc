import type { ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { clonePlain, isObject } from '../plain-json';
import { invalidValue, readBodyObject } from './body-fields';
import { type ResourceDocument, touchDocument } from './flow-state';
import { changed, checkIfMatch } from './precondition';

const lists = ['childFlowRunIds', 'predecessors', 'activities', 'recordTypes'];
const objects = ['flowSpec', 'params', 'metrics'];
const texts = ['flowId', 'providerRefId', 'parentFlowRunId'];

/** `PUT /runs/{id}`: replaces the fields that are sent; the dataflow of a run stays what it is. */
export function updateRun(
  request: ServiceRequest,
  runtime: FlowRuntime,
  run: ResourceDocument,
): ServiceReply {
  checkIfMatch(request, run, runtime.switches());
  const body = readBodyObject(request, [...texts, ...objects, ...lists]);
  for (const [name, value] of Object.entries(body)) {
    if (texts.includes(name) && typeof value !== 'string') {
      throw invalidValue(request, name, 'a string is expected');
    }
    if (objects.includes(name) && !isObject(value))
      throw invalidValue(request, name, 'an object is expected');
    if (lists.includes(name) && !Array.isArray(value))
      throw invalidValue(request, name, 'a list is expected');
  }
  if (body.flowId !== undefined && body.flowId !== run.flowId) {
    throw invalidValue(request, 'flowId', 'the flow of a run cannot be changed');
  }
  Object.assign(run, clonePlain(body));
  touchDocument(request, run);
  return changed(run);
}
