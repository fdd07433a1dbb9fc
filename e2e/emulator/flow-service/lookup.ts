import type { Sandbox } from '../contract';
import { isObject } from '../plain-json';
import { flowServiceName, flowState } from './flow-state';

/** The id of a target connection that writes to this dataset, if there is one. */
export function findTargetConnection(sandbox: Sandbox, datasetId: string): string | undefined {
  if (sandbox.services[flowServiceName] === undefined) return undefined;
  return Object.values(flowState(sandbox).targetConnections).find(
    ({ params }) => isObject(params) && params.dataSetId === datasetId,
  )?.id;
}

/** The id of a dataflow that applies this mapping set, if there is one. */
export function findMappingUser(sandbox: Sandbox, mappingId: string): string | undefined {
  if (sandbox.services[flowServiceName] === undefined) return undefined;
  return Object.values(flowState(sandbox).flows).find(
    ({ transformations }) =>
      Array.isArray(transformations) &&
      transformations.some(
        (step) => isObject(step) && isObject(step.params) && step.params.mappingId === mappingId,
      ),
  )?.id;
}
