import type { ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { completeDraft } from './flow-body';
import { flowError } from './flow-error';
import { planNextRun } from './flow-progress';
import { type ResourceDocument, touchDocument } from './flow-state';
import { changed } from './precondition';
import { beginTransition } from './transitions';

/** `POST /flows/{id}/action?op=`: enable, disable, publish; in capitals too. */
export function flowAction(
  request: ServiceRequest,
  runtime: FlowRuntime,
  flow: ResourceDocument,
): ServiceReply {
  const op = request.query.get('op')?.toLowerCase();
  const notApplicable = () =>
    flowError(
      request,
      '1422-400',
      `The action ${op} is not applicable to a flow in the state ${flow.state}.`,
    );
  switch (op) {
    case 'enable':
    case 'disable': {
      const wanted = op === 'enable' ? 'enabled' : 'disabled';
      if (flow.state === 'draft' || flow.state === wanted) throw notApplicable();
      beginTransition(request, runtime, flow, op === 'enable' ? 'enabling' : 'disabling', wanted);
      break;
    }
    case 'publish':
      if (flow.state !== 'draft') throw notApplicable();
      completeDraft(request, runtime, flow);
      beginTransition(request, runtime, flow, 'pending', 'enabled');
      break;
    case 'finalize':
    case 'finalize_update':
      throw flowError(request, '1402-400', 'The action finalize can only be taken by the provider.');
    case undefined:
      throw flowError(request, '2119-400', 'The query parameter op is missing.');
    default:
      throw flowError(request, '1435-400', `The action ${op} is not supported.`);
  }
  touchDocument(request, flow);
  planNextRun(request.sandbox, runtime, flow, request.nowMs);
  return changed(flow);
}
