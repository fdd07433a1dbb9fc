import { formatTime } from '@/lib/format/dates';
import type { Schedule } from '@/lib/schedule/schedule';

/**
 * What the button will do: "Create dataflow, first run 15:00", with the number of dataflows when there are several and
 * the date when that is another day.
 */
export function createWords(
  schedule: Schedule | null,
  dataflowCount: number,
  nowMs: number,
  timeZone: string,
): string {
  const create = dataflowCount > 1 ? `Create ${dataflowCount} dataflows` : 'Create dataflow';
  const startMs = (schedule?.startTimeSeconds ?? 0) * 1000;
  if (!schedule || startMs < nowMs) return create;
  const day = (timeMs: number) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(timeMs);
  const time = formatTime(startMs, timeZone);
  const moment =
    startMs - nowMs < 86_400_000 && day(startMs) === day(nowMs) ? time : `${day(startMs)}, ${time}`;
  return `${create}, ${schedule.frequency === 'once' ? 'only' : 'first'} run ${moment}`;
}
