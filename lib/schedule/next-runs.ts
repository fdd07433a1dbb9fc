import type { Frequency, Schedule } from './schedule';
import { offsetMinutes } from './zone-time';

export type PlannedRun = {
  /** Epoch seconds. */
  seconds: number;
  /** The zone's clock changed between the run before and this one: the local hour moves, UTC does not. */
  clockChanged: boolean;
};

const unitSeconds: Record<Exclude<Frequency, 'once'>, number> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Seconds between two runs; undefined for a schedule that runs once. */
export function intervalSeconds(schedule: Schedule): number | undefined {
  return schedule.frequency === 'once' ? undefined : unitSeconds[schedule.frequency] * schedule.interval;
}

/** The next `count` runs after `fromSeconds`. The platform counts in UTC, so an interval is a fixed number of seconds. */
export function nextRuns(schedule: Schedule, fromSeconds: number, count: number): PlannedRun[] {
  const every = intervalSeconds(schedule);
  if (every === undefined) {
    return schedule.startTimeSeconds >= fromSeconds
      ? [{ seconds: schedule.startTimeSeconds, clockChanged: false }]
      : [];
  }
  if (!(every > 0)) return [];
  const missed = Math.max(0, Math.ceil((fromSeconds - schedule.startTimeSeconds) / every));
  return Array.from({ length: count }, (_, index) => {
    const seconds = schedule.startTimeSeconds + (missed + index) * every;
    const clockChanged =
      index > 0 &&
      offsetMinutes(schedule.timeZone, seconds) !== offsetMinutes(schedule.timeZone, seconds - every);
    return { seconds, clockChanged };
  });
}

/** Batches a day that a schedule makes, for the sandbox's guardrail; a one-time run counts as one. */
export function batchesPerDay(schedule: Schedule): number {
  const every = intervalSeconds(schedule);
  return every === undefined ? 1 : 86_400 / every;
}
