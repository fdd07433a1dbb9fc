import type { Route, Sandbox, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { emptyTable } from '../plain-json';
import { flowError } from './flow-error';
import { planNextRun } from './flow-progress';
import { flowState, type ResourceDocument } from './flow-state';

/** A change that is still under way: what the resource will be when it ends, nothing at all when it is being deleted. */
export type Transition = { untilMs: number; then?: string };

/**
 * Lets a resource pass through a transient state on its way to another, for as long as the switch says; with 0 it
 * arrives at once. Returns false when a deletion (`then` is undefined) is due at once and is left to the caller.
 */
export function beginTransition(
  request: ServiceRequest,
  runtime: FlowRuntime,
  document: ResourceDocument,
  transient: string,
  then: string | undefined,
): boolean {
  const durationMs = runtime.switches().transientStatesMs;
  if (durationMs === 0) {
    if (then !== undefined) document.state = then;
    return false;
  }
  const state = flowState(request.sandbox);
  const untilMs = request.nowMs + durationMs;
  document.state = transient;
  state.transitions ??= emptyTable();
  state.transitions[document.id] = { untilMs, ...(then === undefined ? {} : { then }) };
  runtime.wake(untilMs);
  return true;
}

/** Ends the changes that are due; returns when the next one is, infinity when none is under way. */
export function settleTransitions(
  sandbox: Sandbox,
  runtime: { wake: (atMs: number) => void },
  nowMs: number,
): number {
  const state = flowState(sandbox);
  const { transitions } = state;
  let next = Number.POSITIVE_INFINITY;
  if (!transitions) return next;
  for (const [id, { untilMs, then }] of Object.entries(transitions)) {
    if (untilMs > nowMs) {
      next = Math.min(next, untilMs);
      continue;
    }
    delete transitions[id];
    if (then === undefined) {
      removeFlow(sandbox, id);
      continue;
    }
    for (const table of [state.connections, state.sourceConnections, state.targetConnections, state.flows]) {
      const document = table[id];
      if (document) document.state = then;
    }
    const flow = state.flows[id];
    if (flow) planNextRun(sandbox, runtime, flow, untilMs);
  }
  return next;
}

/** Takes a dataflow and its runs out of the world. */
export function removeFlow(sandbox: Sandbox, id: string): void {
  const state = flowState(sandbox);
  delete state.flows[id];
  delete state.progress[id];
  for (const [runId, run] of Object.entries(state.runs)) if (run.flowId === id) delete state.runs[runId];
}

/** Refuses changes of resources that are still changing, each with the code of its kind. */
export function guardTransitions(routes: Route[]): Route[] {
  return routes.map((route) => {
    const { handle } = route;
    if (route.method === 'GET' || !route.pattern.includes('{id}')) return route;
    return {
      ...route,
      handle: (request) => {
        const id = request.params.id ?? '';
        const transition = flowState(request.sandbox).transitions?.[id];
        if (transition) throw refusal(request, route, transition);
        return handle(request);
      },
    };
  });
}

function refusal(request: ServiceRequest, route: Route, transition: Transition) {
  const refuse = (code: string) =>
    flowError(
      request,
      code,
      `The operation is not possible while ${request.params.id} is in a transient state.`,
    );
  const deletes = route.method === 'DELETE';
  if (route.op.startsWith('flow.connections.')) return refuse('1416-400');
  if (transition.then === undefined) return refuse(deletes ? '1458-400' : '1457-400');
  if (route.op.endsWith('.action')) return refuse('1422-400');
  return refuse(deletes ? '1421-400' : '1420-400');
}
