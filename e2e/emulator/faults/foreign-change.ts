import type { Core } from '../core';
import { flowServiceName, flowState } from '../flow-service/flow-state';
import { newEtag } from '../ids';
import type { StruckRequest } from './strike';

/** Somebody else of the same organisation. */
export const foreignClient = {
  clientId: 'somebody-else',
  technicalAccountId: '5B0D7E00A1C2D3E4F5061728@techacct.adobe.com',
};

/** Somebody else changes the Flow Service object that the request is about: it has a new etag from now on. */
export function foreignTouch(core: Core, request: StruckRequest): void {
  const sandbox = core.world.organisations[request.org]?.sandboxes[request.sandbox];
  if (sandbox?.services[flowServiceName] === undefined) return;
  const { connections, sourceConnections, targetConnections, flows } = flowState(sandbox);
  const ids = request.rawPath.split('/');
  for (const table of [connections, sourceConnections, targetConnections, flows]) {
    for (const id of ids) {
      const document = table[id];
      if (document === undefined) continue;
      document.etag = newEtag(core.world, core.nowMs());
      document.version = document.etag;
      document.updatedAt = core.nowMs();
      document.updatedBy = foreignClient.technicalAccountId;
      document.updatedClient = foreignClient.clientId;
    }
  }
}
