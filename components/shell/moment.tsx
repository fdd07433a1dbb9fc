'use client';

import { formatDateTimeWithUtc, formatRelative } from '@/lib/format/dates';
import { useClock } from './clock';

/** A moment in the person's zone with UTC beside it; `relative` says how long ago and keeps the rest as a tooltip. */
export function Moment({ timeMs, look = 'full' }: { timeMs: number; look?: 'full' | 'relative' | 'both' }) {
  const { timeZone, nowMs } = useClock();
  const full = formatDateTimeWithUtc(timeMs, timeZone);
  const relative = formatRelative(timeMs, nowMs, timeZone);
  return (
    <time dateTime={new Date(timeMs).toISOString()} {...(look === 'relative' && { title: full })}>
      {look === 'full' ? full : relative}
      {look === 'both' && <span className="block text-sm font-normal text-text-muted">{full}</span>}
    </time>
  );
}
