import type { Sandbox } from '../contract';
import { type FlowProgress, flowState, type ResourceDocument } from './flow-state';
import { nextRunMs, storedSchedule } from './schedule';

/** Where the dataflow stands; begins with nothing run yet. */
export function flowProgress(sandbox: Sandbox, flowId: string): FlowProgress {
  const { progress } = flowState(sandbox);
  const found = progress[flowId] ?? { running: [] };
  progress[flowId] = found;
  return found;
}

/** Plans the next scheduled run after a change of schedule or state. A disabled dataflow has none. */
export function planNextRun(
  sandbox: Sandbox,
  runtime: { wake: (atMs: number) => void },
  flow: ResourceDocument,
  nowMs: number,
): void {
  const progress = flowProgress(sandbox, flow.id);
  const schedule = storedSchedule(flow.scheduleParams);
  delete progress.nextDueMs;
  if (flow.state !== 'enabled' || !schedule) return;
  const hasRun = progress.readUpToMs !== undefined || progress.running.length > 0;
  // A start that has passed by the emulator's moved clock means now: nothing that was missed is made up for.
  const first = Math.max(nowMs, schedule.startTimeSeconds * 1000);
  const next = hasRun ? nextRunMs(schedule, nowMs + 1) : first;
  if (next === undefined || (hasRun && schedule.frequency === 'once')) return;
  progress.nextDueMs = next;
  runtime.wake(next);
}
