import { accessControl } from './access-control/service';
import { createCatalog } from './catalog/service';
import type { Service } from './contract';
import { dataAccess } from './data-access/service';
import { createDataPrep } from './data-prep/service';
import type { FlowRuntime } from './flow-runtime';
import { createFlowService } from './flow-service/service';
import { identity } from './identity/service';
import { sandboxes } from './sandboxes/service';
import { schemaRegistry } from './schema-registry/service';

/** Every service behind the gateway. */
export function createServices(runtime: FlowRuntime): Service[] {
  return [
    sandboxes,
    accessControl,
    createFlowService(runtime),
    schemaRegistry,
    createCatalog(runtime),
    dataAccess,
    createDataPrep(runtime),
    identity,
  ];
}
