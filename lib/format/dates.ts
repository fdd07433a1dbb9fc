const locale = 'en-GB';

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
}

/** `21 Nov 2026, 15:00` in the given zone. */
export function formatDateTime(timeMs: number, timeZone: string): string {
  return formatter({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(timeMs);
}

/** `21 Nov 2026` in the given zone. */
export function formatDate(timeMs: number, timeZone: string): string {
  return formatter({ day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(timeMs);
}

/** `15:00` in the given zone. */
export function formatTime(timeMs: number, timeZone: string): string {
  return formatter({ hour: '2-digit', minute: '2-digit', timeZone }).format(timeMs);
}

/** `GMT+1`, `CET` or whatever the locale calls the zone at that moment. */
export function formatZone(timeMs: number, timeZone: string): string {
  const parts = formatter({ timeZone, timeZoneName: 'short' }).formatToParts(timeMs);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/**
 * The time in the person's zone with UTC beside it: `21 Nov 2026, 16:00 CET (15:00 UTC)`. The date is repeated when
 * the two fall on different days; in UTC it is said once.
 */
export function formatDateTimeWithUtc(timeMs: number, timeZone: string): string {
  const here = formatDateTime(timeMs, timeZone);
  const there = formatDateTime(timeMs, 'UTC');
  if (here === there) return `${there} UTC`;
  const isSameDay = formatDate(timeMs, timeZone) === formatDate(timeMs, 'UTC');
  return `${here} ${formatZone(timeMs, timeZone)} (${isSameDay ? formatTime(timeMs, 'UTC') : there} UTC)`;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `5 minutes ago`, `in 3 hours`, `yesterday`; a date beyond 30 days, where “2 months ago” would say too little. */
export function formatRelative(timeMs: number, nowMs: number, timeZone: string): string {
  const difference = timeMs - nowMs;
  const size = Math.abs(difference);
  if (size < 45_000) return difference > 0 ? 'in less than a minute' : 'just now';
  if (size < 45 * minuteMs) return relative.format(awayFromZero(difference / minuteMs), 'minute');
  if (size < 22 * hourMs) return relative.format(awayFromZero(difference / hourMs), 'hour');
  if (size < 30 * dayMs) return relative.format(awayFromZero(difference / dayMs), 'day');
  return formatDate(timeMs, timeZone);
}

/**
 * As `formatRelative`, for what has happened. A clock that runs behind the platform's must not turn it into a
 * prediction: up to two minutes ahead is `just now`, more is the date and time.
 */
export function formatPast(timeMs: number, nowMs: number, timeZone: string): string {
  if (timeMs <= nowMs) return formatRelative(timeMs, nowMs, timeZone);
  return timeMs - nowMs <= 2 * minuteMs ? 'just now' : formatDateTime(timeMs, timeZone);
}

function awayFromZero(value: number): number {
  return Math.sign(value) * Math.max(1, Math.round(Math.abs(value)));
}

/** Whole days from now until a moment, rounded up; 0 or less once it has passed. */
export function daysUntil(timeMs: number, nowMs: number): number {
  // Adding 0 turns a negative zero into a zero.
  return Math.ceil((timeMs - nowMs) / dayMs) + 0;
}

/** `850 ms`, `12 s`, `3 min 5 s`, `2 h 10 min`, `4 d 3 h`. */
export function formatDuration(durationMs: number | undefined): string {
  if (durationMs === undefined || !Number.isFinite(durationMs) || durationMs < 0) return '–';
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  const seconds = Math.round(durationMs / 1000);
  const units: readonly [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  const first = units.findIndex(([size]) => seconds >= size);
  const shown = units.slice(first, first + 2);
  let rest = seconds;
  const words = shown.map(([size, unit]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount === 0 ? '' : `${amount} ${unit}`;
  });
  return words.filter((word) => word !== '').join(' ');
}
