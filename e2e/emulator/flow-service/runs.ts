import type { Json, Route, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import type { RunWindow } from '../ingestion/run-document';
import { runWindow } from '../ingestion/run-document';
import { isObject } from '../plain-json';
import { invalidValue, readBodyObject, readObject, readText, refuseUnknown } from './body-fields';
import { flowError, notFound, sourcesError } from './flow-error';
import { flowState, type ResourceDocument } from './flow-state';
import { type ListedCollection, listResources } from './list-resources';
import { describeRun } from './run-view';
import { storedSchedule } from './schedule';
import { updateRun } from './update-run';

const rules = {
  fields: [
    'id',
    'flowId',
    'state',
    'metrics.durationSummary.startedAtUTC',
    'metrics.durationSummary.completedAtUTC',
    'metrics.statusSummary.status',
  ],
};

/** Flow runs. */
export function runRoutes(runtime: FlowRuntime): Route[] {
  const collection = (request: ServiceRequest): ListedCollection => ({
    path: '/runs',
    documents: Object.values(flowState(request.sandbox).runs),
    rules,
    describe: (run) => describeRun(request, run),
  });
  return [
    {
      op: 'flow.runs.list',
      method: 'GET',
      pattern: '/runs',
      handle: (request) => listResources(request, runtime, collection(request)),
    },
    {
      op: 'flow.runs.get',
      method: 'GET',
      pattern: '/runs/{id}',
      handle: (request) => ({ status: 200, body: { items: [describeRun(request, findRun(request))] } }),
    },
    {
      op: 'flow.runs.create',
      method: 'POST',
      pattern: '/runs',
      handle: (request) => createRun(request, runtime),
    },
    {
      op: 'flow.runs.put',
      method: 'PUT',
      pattern: '/runs/{id}',
      handle: (request) => updateRun(request, runtime, findRun(request)),
    },
    {
      op: 'flow.runs.action',
      method: 'POST',
      pattern: '/runs/{id}/action',
      handle: (request) => runAction(request, runtime, findRun(request)),
    },
  ];
}

function findRun(request: ServiceRequest): ResourceDocument {
  const id = request.params.id ?? '';
  const run = flowState(request.sandbox).runs[id];
  if (!run) throw notFound(request, 'runs', id);
  return run;
}

/** `POST /runs`: an on-demand run of a one-time dataflow. Times are epoch seconds. */
function createRun(request: ServiceRequest, runtime: FlowRuntime): ServiceReply {
  const body = readBodyObject(request, ['flowId', 'params']);
  const flowId = body.flowId;
  if (flowId === undefined || flowId === null || flowId === '') {
    throw flowError(request, '1446-400', 'The flow ID is empty.');
  }
  const flow = flowState(request.sandbox).flows[readText(request, body, 'flowId')];
  if (!flow) throw flowError(request, '1430-400', `The flow ${String(flowId)} is not found.`);
  if (storedSchedule(flow.scheduleParams)?.frequency !== 'once') {
    throw sourcesError(request, '1386-400', 'A run can only be created for a flow with the frequency once.');
  }
  if (flow.state !== 'enabled') throw sourcesError(request, '1388-400', 'The flow is not enabled.');
  const window = readWindow(request, body);
  const run = runtime.startRun(request.sandbox, flow, {
    startedAtMs: request.nowMs,
    window,
    kind: 'one-time',
  });
  return {
    status: 201,
    headers: { location: `https://platform.adobe.io/data/foundation/flowservice/runs/${run.id}` },
    body: { items: [{ id: run.id, etag: run.etag }] },
  };
}

function readWindow(request: ServiceRequest, body: Record<string, Json>): RunWindow {
  if (body.params === undefined || body.params === null) {
    throw sourcesError(request, '1384-400', 'The parameters of the run are missing.');
  }
  const params = readObject(request, body, 'params');
  refuseUnknown(request, params, ['startTime', 'windowStartTime', 'windowEndTime', 'deltaColumn'], 'params.');
  const startTime = readSeconds(request, params, 'startTime');
  if (startTime === undefined)
    throw sourcesError(request, '1384-400', 'The parameter startTime of the run is missing.');
  const from = readSeconds(request, params, 'windowStartTime');
  const to = readSeconds(request, params, 'windowEndTime');
  if (from !== undefined && to !== undefined && from >= to) {
    throw sourcesError(request, '1381-400', 'The window start time must be before the window end time.');
  }
  return {
    ...(from === undefined ? {} : { fromMs: from * 1000 }),
    toMs: Math.min((to ?? startTime) * 1000, request.nowMs),
  };
}

function readSeconds(
  request: ServiceRequest,
  params: Record<string, Json>,
  name: string,
): number | undefined {
  const value = params[name];
  if (value === undefined || value === null) return undefined;
  const seconds = typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : value;
  if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds > 0 && seconds <= 253_402_300_799) {
    return seconds;
  }
  throw invalidValue(request, `params.${name}`, 'seconds since the epoch are expected');
}

/** `POST /runs/{id}/action?op=re-trigger`: a new run over the window of a failed or empty one. */
function runAction(request: ServiceRequest, runtime: FlowRuntime, run: ResourceDocument): ServiceReply {
  const op = request.query.get('op')?.toLowerCase().replace('_', '-');
  if (op === undefined) throw flowError(request, '2119-400', 'The query parameter op is missing.');
  if (op !== 're-trigger')
    throw sourcesError(request, '1401-400', `The flow run action ${op} is not supported.`);
  const flow = flowState(request.sandbox).flows[String(run.flowId)];
  if (!flow) throw notFound(request, 'flows', String(run.flowId));
  if (flow.state !== 'enabled') throw sourcesError(request, '1388-400', 'The flow is not enabled.');
  if (!canRetry(run))
    throw sourcesError(request, '1387-400', 'The flow run is not in a state that can be retried.');
  const window = runWindow(run);
  const again = runtime.startRun(request.sandbox, flow, {
    startedAtMs: request.nowMs,
    window,
    kind: window.fromMs === undefined ? 'backfill' : 'incremental',
  });
  return { status: 200, body: { id: again.id, etag: again.etag } };
}

function canRetry(run: ResourceDocument): boolean {
  if (run.state === 'failed') return true;
  const { metrics } = run;
  if (run.state !== 'success' || !isObject(metrics) || !isObject(metrics.recordSummary)) return false;
  return metrics.recordSummary.outputRecordCount === 0;
}
