import type { Service } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { connectionRoutes } from './connections';
import { flowErrorBody } from './flow-error';
import { createFlowState, flowServiceName } from './flow-state';
import { flowRoutes } from './flows';
import { runRoutes } from './runs';
import { sourceConnectionRoutes } from './source-connections';
import { specRoutes } from './spec-routes';
import { targetConnectionRoutes } from './target-connections';
import { guardTransitions } from './transitions';

/** Flow Service: specs, connections, dataflows and flow runs. */
export function createFlowService(runtime: FlowRuntime): Service {
  return {
    name: flowServiceName,
    base: '/data/foundation/flowservice',
    createState: createFlowState,
    errorBody: ({ status, code, message, requestId }) =>
      flowErrorBody('FLOW', code, status, message, requestId),
    routes: [
      ...specRoutes,
      ...guardTransitions([
        ...connectionRoutes(runtime),
        ...sourceConnectionRoutes(runtime),
        ...targetConnectionRoutes(runtime),
        ...flowRoutes(runtime),
      ]),
      ...runRoutes(runtime),
    ],
  };
}
