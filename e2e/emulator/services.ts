import type { Service } from './contract';
import type { FlowRuntime } from './flow-runtime';
import { createFlowService } from './flow-service/service';
import { sandboxes } from './sandboxes/service';

/** Every service behind the gateway. */
export function createServices(runtime: FlowRuntime): Service[] {
  return [sandboxes, createFlowService(runtime)];
}
