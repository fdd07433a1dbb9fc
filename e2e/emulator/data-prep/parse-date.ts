const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The parts of a pattern, in the letters of the platform's own patterns. */
const parts: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<name>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  HH: '(?<hour>\\d{2})',
  hh: '(?<half>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{3})',
  a: '(?<noon>[AaPp][Mm])',
  Z: '(?<zone>[+-]\\d{2}:?\\d{2}|Z)',
  X: '(?<zone>[+-]\\d{2}(?::?\\d{2})?|Z)',
};

/** Tried in this order: the first that fits wins, so `12112020` is the 11th of December. */
const patterns = [
  'yyyy-MM-dd HH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss.SSSZ',
  'yyyy-MM-dd HH:mm:ss.SSS',
  "yyyy-MM-dd'T'HH:mm:ss.SSSX",
  "yyyy-MM-dd'T'HH:mm:ss'Z'",
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyy-MMM-dd',
  'yyyyMMdd',
  'MM-dd-yyyy',
  'MMddyyyy',
  'M/dd/yyyy',
  'dd.M.yyyy',
  'M/dd/yyyy hh:mm:ss a',
  'dd.M.yyyy hh:mm:ss a',
  'dd.MMM.yyyy',
  'dd-MMM-yyyy',
].map(compilePattern);

function compilePattern(pattern: string): RegExp {
  const source = pattern.replace(
    /'([^']*)'|yyyy|MMM|MM|M|dd|HH|hh|mm|ss|SSS|a|Z|X|[.\-/ :]/g,
    (token: string, literal: string | undefined) => {
      if (literal !== undefined) return literal;
      return Object.hasOwn(parts, token) ? (parts[token] ?? '') : token.replace('.', '\\.');
    },
  );
  return new RegExp(`^${source}$`, 'u');
}

function offsetMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? 'Z');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function fromParts(found: Record<string, string | undefined>): number | undefined {
  const year = Number(found.year);
  const month = found.name === undefined ? Number(found.month) : months.indexOf(found.name.toLowerCase()) + 1;
  const day = Number(found.day);
  let hour = Number(found.hour ?? 0);
  if (found.half !== undefined) {
    const half = Number(found.half);
    if (half < 1 || half > 12) return undefined;
    hour = (half % 12) + (found.noon?.toLowerCase() === 'pm' ? 12 : 0);
  }
  const [minute, second] = [Number(found.minute ?? 0), Number(found.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute, second, Number(found.fraction ?? 0));
  return date.getTime() - offsetMinutes(found.zone) * 60_000;
}

const iso = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment that a text names under one of the platform's 18 date patterns or RFC 3339, epoch milliseconds; without a
 * zone it is UTC. `undefined` when no pattern fits.
 */
export function parseDate(text: string): number | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    const moment = groups === undefined ? undefined : fromParts(groups);
    if (moment !== undefined) return moment;
  }
  if (!isDateTime(text)) return undefined;
  return Date.parse(text);
}

/** Whether a text already is an RFC 3339 date-time of a day that exists. */
export function isDateTime(text: string): boolean {
  if (!iso.test(text)) return false;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return fromParts({ year: String(year), month: String(month), day: String(day) }) !== undefined;
}
