import type { Organisation, Sandbox } from '../contract';
import type { Core } from '../core';
import { flowProgress } from '../flow-service/flow-progress';
import { flowState, type ResourceDocument } from '../flow-service/flow-state';
import { nextRunMs, periodMs, storedSchedule } from '../flow-service/schedule';
import { newEtag, newId } from '../ids';
import { ingest } from './ingest';
import {
  completeRunDocument,
  createRunDocument,
  forgetOldRuns,
  type NewRun,
  type RunWindow,
  runWindow,
} from './run-document';

/** More due runs than this in one step are merged: the first that is kept reads the whole missed window. */
const mostRunsPerStep = 750;

/** When something next happens to this dataflow: a run ends or begins. */
export function nextEventMs(sandbox: Sandbox, flow: ResourceDocument): number {
  const progress = flowProgress(sandbox, flow.id);
  return Math.min(
    progress.nextDueMs ?? Number.POSITIVE_INFINITY,
    ...progress.running.map((run) => run.completesAtMs),
  );
}

/** Lets everything happen to the dataflow that is due at `nowMs`, in order of time. */
export function runDueOfFlow(
  core: Core,
  organisation: Organisation,
  sandbox: Sandbox,
  flow: ResourceDocument,
  nowMs: number,
): void {
  const progress = flowProgress(sandbox, flow.id);
  skipMissed(sandbox, flow, nowMs);
  for (;;) {
    const eventMs = nextEventMs(sandbox, flow);
    if (eventMs > nowMs) break;
    const ending = progress.running.find((run) => run.completesAtMs === eventMs);
    if (ending) {
      progress.running = progress.running.filter((run) => run !== ending);
      finishRun(core, organisation, sandbox, flow, ending.runId, ending.completesAtMs);
    } else startScheduledRun(core, sandbox, flow, eventMs);
  }
  forgetOldRuns(flowState(sandbox), flow.id);
}

function skipMissed(sandbox: Sandbox, flow: ResourceDocument, nowMs: number): void {
  const progress = flowProgress(sandbox, flow.id);
  const schedule = storedSchedule(flow.scheduleParams);
  const period = schedule && periodMs(schedule);
  if (!schedule || period === undefined || progress.nextDueMs === undefined) return;
  if (nowMs - progress.nextDueMs <= period * mostRunsPerStep) return;
  const resumed = nextRunMs(schedule, nowMs - period * mostRunsPerStep);
  if (resumed !== undefined) progress.nextDueMs = resumed;
}

function startScheduledRun(core: Core, sandbox: Sandbox, flow: ResourceDocument, dueMs: number): void {
  const progress = flowProgress(sandbox, flow.id);
  const schedule = storedSchedule(flow.scheduleParams);
  delete progress.nextDueMs;
  if (!schedule) return;
  const isFirst = progress.readUpToMs === undefined;
  const readsAll = isFirst && (schedule.frequency === 'once' || schedule.backfill !== false);
  const fromMs = isFirst ? schedule.startTimeSeconds * 1000 : progress.readUpToMs;
  const window: RunWindow = { ...(readsAll || fromMs === undefined ? {} : { fromMs }), toMs: dueMs };
  const kind = schedule.frequency === 'once' ? 'one-time' : readsAll ? 'backfill' : 'incremental';
  startRun(core, sandbox, flow, { startedAtMs: dueMs, window, kind });
  progress.readUpToMs = dueMs;
  const next = schedule.frequency === 'once' ? undefined : nextRunMs(schedule, dueMs + 1);
  if (next !== undefined) progress.nextDueMs = next;
}

/** Starts a run; it ends by itself half a minute to a minute and a half later. */
export function startRun(
  core: Pick<Core, 'world' | 'wake'>,
  sandbox: Sandbox,
  flow: ResourceDocument,
  run: Omit<NewRun, 'id' | 'etag'>,
): ResourceDocument {
  const id = newId(core.world, 'uuid', run.startedAtMs);
  const document = createRunDocument(flow, { ...run, id, etag: newEtag(core.world, run.startedAtMs) });
  flowState(sandbox).runs[id] = document;
  const completesAtMs = run.startedAtMs + 30_000 + (Number.parseInt(id.slice(0, 4), 16) % 60_000);
  flowProgress(sandbox, flow.id).running.push({ runId: id, completesAtMs });
  core.wake(completesAtMs);
  return document;
}

function finishRun(
  core: Core,
  organisation: Organisation,
  sandbox: Sandbox,
  flow: ResourceDocument,
  runId: string,
  completedAtMs: number,
): void {
  const run = flowState(sandbox).runs[runId];
  if (!run) return;
  const result = ingest({
    organisation,
    sandbox,
    flow,
    window: runWindow(run),
    historyEndsMs: core.world.startedAtMs,
    completedAtMs,
    batchId: newId(core.world, 'ulid', completedAtMs),
    reportPartialSuccess: core.world.switches.reportPartialSuccess,
  });
  completeRunDocument(run, flow, result, completedAtMs, newEtag(core.world, completedAtMs));
  flow.lastRunDetails = {
    id: run.id,
    state: result.status === 'failed' ? 'failed' : 'success',
    startedAtUTC: run.createdAt,
    completedAtUTC: completedAtMs,
  };
}
