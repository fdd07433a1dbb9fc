import type { ServiceReply, ServiceRequest } from '../contract';
import { invalidValue } from './body-fields';
import { flowError } from './flow-error';
import { type ResourceDocument, touchDocument } from './flow-state';
import { changed } from './precondition';

/** Whether a creation asks for a draft by `?mode=draft`. */
export function isDraftRequest(request: ServiceRequest): boolean {
  const mode = request.query.get('mode');
  if (mode !== null && mode.toLowerCase() !== 'draft')
    throw invalidValue(request, 'mode', 'draft is expected');
  return mode !== null;
}

/** `POST …/{id}/action?op=` of connections of every kind: a draft can be published, the rest is the provider's. */
export function connectionAction(request: ServiceRequest, document: ResourceDocument): ServiceReply {
  const op = request.query.get('op')?.toLowerCase();
  switch (op) {
    case 'publish':
      if (document.state !== 'draft') {
        throw flowError(
          request,
          '1422-400',
          `The action ${op} is not applicable in the state ${document.state}.`,
        );
      }
      document.state = 'enabled';
      touchDocument(request, document);
      return changed(document);
    case 'finalize':
    case 'finalize_update':
      throw flowError(request, '1402-400', `The action ${op} can only be taken by the provider.`);
    case undefined:
      throw flowError(request, '2119-400', 'The query parameter op is missing.');
    default:
      throw flowError(request, '1435-400', `The action ${op} is not supported.`);
  }
}
