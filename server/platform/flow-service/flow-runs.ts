import * as z from 'zod';
import type { FlowRun } from '@/lib/dataflow/flow-run';
import { type DataflowId, type FlowRunId, flowRunIdSchema } from '@/lib/ids';
import type { Created } from '../created';
import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { policy } from '../policy';
import { flowRunSchema } from './flow-runs.wire';
import { actOnResource, createResource, getResource } from './resource';

const runPageSchema = z.object({ items: z.array(flowRunSchema) });

/** The latest runs of a dataflow, newest first, at most 100. Runs appear minutes after the schedule fires (`GET /runs`). */
export async function listFlowRuns(
  ctx: PlatformContext,
  dataflowId: DataflowId,
  { limit }: { limit: number },
): Promise<FlowRun[]> {
  const { items } = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'flow-service',
    path: '/runs',
    query: [
      ['property', `flowId==${dataflowId}`],
      ['orderby', '-createdAt'],
      ['limit', String(Math.max(1, Math.min(limit, policy.pageSize)))],
    ],
    schema: runPageSchema,
  });
  return items.filter((run) => run.dataflowId === dataflowId).sort((a, b) => b.createdAtMs - a.createdAtMs);
}

/** Reads one run (`GET /runs/{id}`). */
export function getFlowRun(ctx: PlatformContext, id: FlowRunId): Promise<FlowRun> {
  return getResource(ctx, '/runs', id, flowRunSchema);
}

/** Starts a run by hand; only for dataflows with frequency `once`, else `FLOW-1386-400` (`POST /runs`). */
export function createFlowRun(
  ctx: PlatformContext,
  run: {
    dataflowId: DataflowId;
    startTimeSeconds: number;
    windowStartTimeSeconds: number;
    windowEndTimeSeconds: number;
  },
): Promise<Created<FlowRunId>> {
  return createResource(ctx, '/runs', flowRunIdSchema, {
    flowId: run.dataflowId,
    // Seconds as text, as in every published example, although the field's description says milliseconds.
    params: {
      startTime: String(run.startTimeSeconds),
      windowStartTime: String(run.windowStartTimeSeconds),
      windowEndTime: String(run.windowEndTimeSeconds),
    },
  });
}

/** Repeats a run for the same window; answers with the new run's id (`POST /runs/{id}/action?op=re-trigger`). */
export function retryFlowRun(ctx: PlatformContext, id: FlowRunId): Promise<Created<FlowRunId>> {
  return actOnResource(ctx, '/runs', flowRunIdSchema, { id, op: 're-trigger' });
}
