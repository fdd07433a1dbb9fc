import { parseDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';

export type ZoneTime =
  | { kind: 'exact'; seconds: number }
  /** The clocks jump over this time; `nextSeconds` is the first moment after the jump. */
  | { kind: 'gap'; nextSeconds: number }
  /** The clocks show this time twice. */
  | { kind: 'twice'; earlierSeconds: number; laterSeconds: number }
  | { kind: 'unknown-zone' }
  | { kind: 'not-a-time' };

const toSeconds = (zoned: ZonedDateTime) => Math.floor(zoned.toDate().getTime() / 1000);

/** Whether the runtime knows this IANA zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** What a wall-clock time (`2027-03-28T02:30`) means in a zone, in epoch seconds. Never guesses at a clock change. */
export function readZoneTime(wallClock: string, timeZone: string): ZoneTime {
  if (!isTimeZone(timeZone)) return { kind: 'unknown-zone' };
  let local: ReturnType<typeof parseDateTime>;
  try {
    local = parseDateTime(wallClock);
  } catch {
    return { kind: 'not-a-time' };
  }
  // parseDateTime accepts 2026-02-30 by rolling over in some calendars: compare with what was written.
  if (!local.toString().startsWith(wallClock.slice(0, 16))) return { kind: 'not-a-time' };
  const earlier = toZoned(local, timeZone, 'earlier');
  const later = toZoned(local, timeZone, 'later');
  if (toSeconds(earlier) === toSeconds(later)) return { kind: 'exact', seconds: toSeconds(earlier) };
  const shownByLater = later.toString().slice(0, 16);
  if (shownByLater !== local.toString().slice(0, 16)) return { kind: 'gap', nextSeconds: toSeconds(later) };
  return { kind: 'twice', earlierSeconds: toSeconds(earlier), laterSeconds: toSeconds(later) };
}

/** The wall clock of a moment in a zone, `2026-11-23T15:00`. */
export function wallClockIn(timeZone: string, seconds: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(seconds * 1000));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Offset of a zone from UTC at a moment, in minutes. */
export function offsetMinutes(timeZone: string, seconds: number): number {
  const wall = Date.parse(`${wallClockIn(timeZone, seconds)}:00Z`) / 1000;
  return Math.round((wall - Math.floor(seconds / 60) * 60) / 60);
}
