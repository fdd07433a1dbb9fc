import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { Frequency, Schedule } from './schedule';

const units: Record<Exclude<Frequency, 'once'>, [one: string, many: string]> = {
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
};

/** "1 hour", "15 minutes". */
export function describeInterval(frequency: Exclude<Frequency, 'once'>, interval: number): string {
  const [one, many] = units[frequency];
  return interval === 1 ? `1 ${one}` : `${interval} ${many}`;
}

/** The source's rule for the interval of a frequency, as a whole sentence with the nearest allowed value; or undefined. */
export function refuseInterval(
  source: SourceDefinition,
  frequency: Exclude<Frequency, 'once'>,
  interval: number,
): string | undefined {
  const minimum = source.minimumIntervals[frequency];
  const [, many] = units[frequency];
  if (!Number.isInteger(interval)) return `Enter a whole number of ${many}, such as ${minimum}.`;
  if (interval > 10_000) return `Enter at most 10,000 ${many}.`;
  if (interval >= minimum) return undefined;
  return `${source.title} runs at most every ${describeInterval(frequency, minimum)}: ${source.minimumIntervalAuthority} asks for at least ${minimum}. Enter ${minimum} or more.`;
}

/**
 * Errors of a schedule by form field, as sentences; empty when it may be sent. The same check runs in the form, in the
 * action and before every send; the platform checks again. `nowSeconds` is epoch seconds.
 */
export function checkSchedule(
  source: SourceDefinition,
  schedule: Schedule,
  nowSeconds: number,
): Partial<Record<'interval' | 'startTime', string>> {
  const errors: Partial<Record<'interval' | 'startTime', string>> = {};
  if (schedule.frequency !== 'once') {
    const refused = refuseInterval(source, schedule.frequency, schedule.interval);
    if (refused) errors.interval = refused;
  }
  if (schedule.startTimeSeconds < nowSeconds) {
    errors.startTime = 'This time has passed. Choose a time from now on.';
  } else if (schedule.startTimeSeconds > nowSeconds + 366 * 86_400) {
    errors.startTime = 'This is more than a year away. Choose a time within the next 12 months.';
  }
  return errors;
}
