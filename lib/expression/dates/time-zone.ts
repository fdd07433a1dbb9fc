const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const maxFormatters = 50;

/** Short names as fixed offsets, the way Adobe's sample reads PST on a day of daylight saving time. */
const shortZones: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['UT', 'UTC'],
  ['Z', 'UTC'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['BST', '+01:00'],
  ['IST', '+05:30'],
  ['JST', '+09:00'],
]);

/** `UTC`, an IANA name or a fixed offset like `+02:00`; undefined when the text names no zone. */
export function readZone(text: string): string | undefined {
  const known = shortZones.get(text.toUpperCase());
  if (known) return known;
  const offset = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (offset) {
    const [, sign = '+', hours = '0', minutes = '00'] = offset;
    if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
    const zero = Number(hours) === 0 && Number(minutes) === 0;
    return zero ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  if (text.length > 64 || !/^[A-Za-z]/.test(text)) return undefined;
  return findFormatter(text)?.resolvedOptions().timeZone;
}

/** Milliseconds the zone is ahead of UTC at that moment. */
export function zoneOffsetMs(zone: string, epochMs: number): number {
  if (zone === 'UTC') return 0;
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return (fixed[1] === '-' ? -minutes : minutes) * 60_000;
  }
  const formatter = findFormatter(zone);
  if (!formatter) return 0;
  const parts = new Map(formatter.formatToParts(epochMs).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  const year = parts.get('era') === 'BC' ? 1 - get('year') : get('year');
  const local = utcMs(year, get('month'), get('day'), get('hour'), get('minute'), get('second'));
  return local - Math.floor(epochMs / 1000) * 1000;
}

/**
 * Moment of a wall-clock time in the zone. A time the clocks skip moves on by the skipped hour; one they show twice is
 * the first.
 */
export function epochMsOfLocal(localMs: number, zone: string): number {
  if (zone === 'UTC') return localMs;
  const before = zoneOffsetMs(zone, localMs - dayMs);
  const after = zoneOffsetMs(zone, localMs + dayMs);
  if (before === after || zoneOffsetMs(zone, localMs - before) === before) return localMs - before;
  return zoneOffsetMs(zone, localMs - after) === after ? localMs - after : localMs - before;
}

/** Like `Date.UTC` with month 1–12, and for years below 100 too. */
export function utcMs(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  ms = 0,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, ms);
  return date.getTime();
}

/** Name of the zone as people write it, such as `PST` or `Pacific Standard Time`. */
export function describeZone(zone: string, epochMs: number, style: 'short' | 'long'): string {
  if (zone === 'UTC') return style === 'short' ? 'UTC' : 'Coordinated Universal Time';
  if (/^[+-]/.test(zone)) return `GMT${zone}`;
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
  return formatter.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function findFormatter(zone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    if (formatters.size >= maxFormatters) formatters.clear();
    formatters.set(zone, formatter);
    return formatter;
  } catch (thrown) {
    // The only way Intl tells that it does not know a zone.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}
