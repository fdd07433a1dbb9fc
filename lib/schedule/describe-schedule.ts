import { describeInterval } from './check-schedule';
import type { Schedule } from './schedule';

/** A moment in a zone with UTC beside it: "23 Nov 2026, 15:00 Europe/Berlin (14:00 UTC)". */
export function describeMoment(seconds: number, timeZone: string): string {
  const date = new Date(seconds * 1000);
  const format = (zone: string, withDate: boolean) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      ...(withDate ? { day: 'numeric', month: 'short', year: 'numeric' } : {}),
      hour: '2-digit',
      minute: '2-digit',
    }).format(date);
  if (timeZone === 'UTC') return `${format('UTC', true)} UTC`;
  const sameDay = format(timeZone, true).split(',')[0] === format('UTC', true).split(',')[0];
  return `${format(timeZone, true)} ${timeZone} (${format('UTC', !sameDay)} UTC)`;
}

/** "Every 6 hours", "Every day", "Once". */
export function describeRhythm(schedule: Schedule): string {
  if (schedule.frequency === 'once') return 'Once';
  const { frequency, interval } = schedule;
  if (interval === 1) return `Every ${frequency}`;
  if (frequency === 'minute' && interval === 1440) return 'Every day (1,440 minutes)';
  if (frequency === 'hour' && interval === 168) return 'Every week (168 hours)';
  if (frequency === 'minute' && interval % 60 === 0) {
    return `${describeInterval('hour', interval / 60).replace(/^/, 'Every ')} (${interval} minutes)`;
  }
  return `Every ${describeInterval(frequency, interval)}`;
}

/** The whole schedule as one sentence, for Review and the dataflow page. */
export function describeSchedule(schedule: Schedule): string {
  const from = describeMoment(schedule.startTimeSeconds, schedule.timeZone);
  if (schedule.frequency === 'once') return `Once, at ${from}`;
  const backfill = schedule.backfill
    ? 'with everything that exists on the first run'
    : 'with new records only';
  return `${describeRhythm(schedule)} from ${from}, ${backfill}`;
}
