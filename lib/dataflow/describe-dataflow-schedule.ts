import type { DataflowSchedule } from './dataflow';

const units = { minute: 'minute', hour: 'hour', day: 'day', week: 'week' } as const;

/** `Every 15 minutes`, `Every day`, `Once`: the rhythm alone, times are shown beside it. */
export function describeDataflowSchedule(schedule: DataflowSchedule | undefined): string {
  if (!schedule) return 'Not known';
  const { frequency, interval = 1 } = schedule;
  if (frequency === 'once') return 'Once';
  return interval === 1 ? `Every ${units[frequency]}` : `Every ${interval} ${units[frequency]}s`;
}
