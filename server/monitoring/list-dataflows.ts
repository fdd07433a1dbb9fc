import type { Dataflow } from '@/lib/dataflow/dataflow';
import { type DataflowHealth, judgeHealth } from '@/lib/dataflow/dataflow-view';
import type { FlowRun } from '@/lib/dataflow/flow-run';
import { nextRuns } from '@/lib/schedule/next-runs';
import type { Schedule } from '@/lib/schedule/schedule';
import { findSourceByConnectionSpec } from '@/lib/sources/sources';
import { limitCalls } from '@/server/limit-calls';
import type { TeamContext } from '@/server/onboarding/team-context';
import { listDataflows } from '@/server/platform/flow-service/dataflows';
import { listFlowRuns } from '@/server/platform/flow-service/flow-runs';

/** Dataflows whose flow runs are read one by one; those beyond show what the dataflow itself says of its last run. */
const readRunsOf = 40;

/** The dataflows of our sources in the session's sandbox with their health, newest first. */
export async function listDataflowHealth(ctx: TeamContext): Promise<DataflowHealth[]> {
  const platform = await ctx.platform();
  const { items } = await listDataflows(platform);
  const ours = items.filter(
    (dataflow) => dataflow.connectionSpecId && findSourceByConnectionSpec(dataflow.connectionSpecId),
  );
  const limited = limitCalls(4);
  return Promise.all(
    ours.map(async (dataflow, index) => {
      const runs =
        index < readRunsOf
          ? await limited(() => listFlowRuns(platform, dataflow.id, { limit: 2 }))
          : undefined;
      return toHealth(dataflow, runs, ctx.now());
    }),
  );
}

function toHealth(dataflow: Dataflow, runs: FlowRun[] | undefined, nowMs: number): DataflowHealth {
  const last = runs?.find((run) => run.completedAtMs !== undefined) ?? runs?.[0];
  return {
    id: dataflow.id,
    name: dataflow.name,
    sourceId: dataflow.connectionSpecId
      ? findSourceByConnectionSpec(dataflow.connectionSpecId)?.id
      : undefined,
    health: judgeHealth({
      state: dataflow.state,
      runsOnce: dataflow.schedule?.frequency === 'once',
      runs: runs ?? (dataflow.lastRun ? [{ status: dataflow.lastRun.status, failedRecords: undefined }] : []),
    }),
    lastRunAtMs: last?.startedAtMs ?? last?.createdAtMs ?? dataflow.lastRun?.startedAtMs,
    nextRunAtMs: nextRunAtMs(dataflow, nowMs),
    lastRunRecords: last && {
      input: last.inputRecords,
      ingested: last.outputRecords,
      failed: last.failedRecords,
    },
  };
}

/** When the schedule fires next, in epoch milliseconds; undefined when paused, over or not known. */
export function nextRunAtMs(dataflow: Dataflow, nowMs: number): number | undefined {
  const { schedule, state } = dataflow;
  if (!schedule || (state !== 'enabled' && state !== 'changing')) return undefined;
  const { startTimeSeconds, frequency, interval, backfill } = schedule;
  const known: Schedule =
    frequency === 'once' || interval === undefined
      ? { frequency: 'once', startTimeSeconds, timeZone: 'UTC' }
      : { frequency, interval, startTimeSeconds, timeZone: 'UTC', backfill: backfill ?? true };
  const [next] = nextRuns(known, nowMs / 1000, 1);
  return next && next.seconds * 1000;
}
