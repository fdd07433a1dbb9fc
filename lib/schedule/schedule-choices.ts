import type { SourceDefinition } from '@/lib/sources/source-definition';
import { refuseInterval } from './check-schedule';
import type { Frequency, Schedule } from './schedule';

export type ScheduleChoice = {
  id: string;
  label: string;
  frequency: Frequency;
  interval?: number;
};

const choices: readonly ScheduleChoice[] = [
  { id: 'once', label: 'Once', frequency: 'once' },
  { id: 'quarter-hour', label: 'Every 15 minutes', frequency: 'minute', interval: 15 },
  { id: 'half-hour', label: 'Every 30 minutes', frequency: 'minute', interval: 30 },
  { id: 'hourly', label: 'Every hour', frequency: 'hour', interval: 1 },
  { id: 'six-hours', label: 'Every 6 hours', frequency: 'hour', interval: 6 },
  { id: 'daily', label: 'Every day', frequency: 'day', interval: 1 },
  { id: 'weekly', label: 'Every week', frequency: 'week', interval: 1 },
];

/**
 * The ready-made choices a source allows. A source whose minimum rules out whole units gets the same rhythm in the
 * smallest unit that fits: a day is 1,440 minutes.
 */
export function scheduleChoices(source: SourceDefinition): ScheduleChoice[] {
  return choices.map((choice) => {
    if (choice.frequency === 'once' || choice.interval === undefined) return choice;
    if (!refuseInterval(source, choice.frequency, choice.interval)) return choice;
    const minutes = { minute: 1, hour: 60, day: 1440, week: 10_080 }[choice.frequency] * choice.interval;
    // 10,080 minutes exceed the largest interval the form takes: a week is 168 hours.
    return minutes <= 10_000
      ? { ...choice, frequency: 'minute' as const, interval: minutes }
      : { ...choice, frequency: 'hour' as const, interval: minutes / 60 };
  });
}

/** Daily, from the next full hour that is at least five minutes away, with backfill. `nowSeconds` is epoch seconds. */
export function defaultSchedule(source: SourceDefinition, timeZone: string, nowSeconds: number): Schedule {
  const daily = scheduleChoices(source).find((choice) => choice.id === 'daily');
  const startTimeSeconds = Math.ceil((nowSeconds + 300) / 3600) * 3600;
  if (!daily || daily.frequency === 'once' || daily.interval === undefined) {
    return { frequency: 'once', startTimeSeconds, timeZone };
  }
  return { frequency: daily.frequency, interval: daily.interval, startTimeSeconds, timeZone, backfill: true };
}

/** The choice a schedule corresponds to, or undefined when it is a custom one. */
export function matchingChoice(source: SourceDefinition, schedule: Schedule): ScheduleChoice | undefined {
  return scheduleChoices(source).find((choice) =>
    schedule.frequency === 'once'
      ? choice.frequency === 'once'
      : choice.frequency === schedule.frequency && choice.interval === schedule.interval,
  );
}
