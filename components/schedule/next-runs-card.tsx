'use client';

import { useClock } from '@/components/shell/clock';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { formatDateTime, formatZone } from '@/lib/format/dates';
import { nextRuns } from '@/lib/schedule/next-runs';
import type { Schedule } from '@/lib/schedule/schedule';

const shownRuns = 5;

/** The runs to come, in the person's zone, the schedule's when it is another one, and UTC. */
export function NextRunsCard({ schedule }: { schedule: Schedule | undefined }) {
  const { timeZone, nowMs } = useClock();
  const nowSeconds = Math.floor(nowMs / 1000);
  const runs = schedule ? nextRuns({ ...schedule, timeZone }, nowSeconds, shownRuns) : [];
  const other = schedule && schedule.timeZone !== timeZone ? schedule.timeZone : undefined;
  const isOnce = schedule?.frequency === 'once';
  return (
    <Card
      title={isOnce ? 'The only run' : 'Next five runs'}
      {...(runs.length > 0 && { description: `Times in ${timeZone.replaceAll('_', ' ')}, with UTC below` })}
    >
      {runs.length === 0 ? (
        <p className="text-text-muted">They appear here when the schedule is complete.</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line" aria-label="Next runs">
          {runs.map(({ seconds, clockChanged }) => {
            const timeMs = seconds * 1000;
            return (
              <li key={seconds} className="py-2 first:pt-0 last:pb-0">
                <p className="tabular flex flex-wrap items-center gap-x-2 font-medium">
                  <time dateTime={new Date(timeMs).toISOString()}>
                    {weekday(timeMs, timeZone)} {formatDateTime(timeMs, timeZone)}{' '}
                    {formatZone(timeMs, timeZone)}
                  </time>
                  {clockChanged && <Badge tone="caution">Clocks change</Badge>}
                </p>
                <p className="tabular text-sm text-text-muted">
                  {timeZone !== 'UTC' && `${formatDateTime(timeMs, 'UTC')} UTC`}
                  {other &&
                    other !== 'UTC' &&
                    `; ${formatDateTime(timeMs, other)} in ${other.replaceAll('_', ' ')}`}
                </p>
              </li>
            );
          })}
        </ol>
      )}
      {runs.some((run) => run.clockChanged) && (
        <p className="mt-3 text-sm text-text-muted">
          The platform counts in UTC: when the clocks change, the hour on your clock moves and the distance
          between two runs stays the same.
        </p>
      )}
    </Card>
  );
}

function weekday(timeMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone }).format(timeMs);
}
