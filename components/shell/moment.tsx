'use client';

import {
  formatDateTime,
  formatDateTimeWithUtc,
  formatPast,
  formatRelative,
  formatZone,
} from '@/lib/format/dates';
import { useClock } from './clock';

export type MomentProps = {
  timeMs: number;
  /**
   * `full` is one line with UTC beside it, `stacked` has UTC on a second line, `relative` says how long ago with the
   * rest as a tooltip, `both` has the full time below that.
   */
  look?: 'full' | 'stacked' | 'relative' | 'both';
  /** It has happened, whatever a clock says: never “in 5 minutes”. */
  isPast?: boolean;
};

/** A moment in the person's zone, with UTC. */
export function Moment({ timeMs, look = 'full', isPast = false }: MomentProps) {
  const { timeZone, nowMs } = useClock();
  const full = formatDateTimeWithUtc(timeMs, timeZone);
  const distance = (isPast ? formatPast : formatRelative)(timeMs, nowMs, timeZone);
  // A distance that already is the date needs no second copy below it.
  const below = full.startsWith(distance) ? `${formatDateTime(timeMs, 'UTC')} UTC` : full;
  return (
    <time
      dateTime={new Date(timeMs).toISOString()}
      {...(look === 'relative' && { title: full, className: 'whitespace-nowrap' })}
    >
      {look === 'full' && full}
      {look === 'stacked' && <StackedTime timeMs={timeMs} timeZone={timeZone} />}
      {(look === 'relative' || look === 'both') && distance}
      {look === 'both' && <span className="block text-sm font-normal text-text-muted">{below}</span>}
    </time>
  );
}

function StackedTime({ timeMs, timeZone }: { timeMs: number; timeZone: string }) {
  const here = formatDateTime(timeMs, timeZone);
  const there = formatDateTime(timeMs, 'UTC');
  if (here === there) return `${there} UTC`;
  return (
    <>
      {here} {formatZone(timeMs, timeZone)}
      <span className="block text-sm text-text-muted">{there} UTC</span>
    </>
  );
}
