import { fail, type ZonedDateTime } from '../value';
import { monthNames, weekdayNames } from './date-names';
import { type DatePattern, readDatePattern } from './date-pattern';
import { findDate, type LocalTime } from './local-time';
import { readZone, utcMs } from './time-zone';

interface Reading {
  time: LocalTime;
  zone: string;
  hour12?: number;
  afternoon?: boolean;
  beforeChrist?: boolean;
  dayOfYear?: number;
}

const zoneText = /(?:Z|[+-]\d{2}(?::?\d{2})?)/y;
const zoneName = /[A-Za-z][A-Za-z0-9_/+:-]*|[+-]\d{2}:?\d{2}/y;
const word = /\p{L}+/uy;

/**
 * Reads a text written in the pattern, whole and strictly: undefined when the text is otherwise or names no real day.
 * `timeZone` applies where the text tells no zone.
 */
export function parseDate(text: string, pattern: string, timeZone: string): ZonedDateTime | undefined {
  return parseWithPattern(text, readDatePattern(pattern), timeZone);
}

/** As `parseDate`, with a pattern already taken apart. */
export function parseWithPattern(
  text: string,
  parts: DatePattern,
  timeZone: string,
): ZonedDateTime | undefined {
  const reading: Reading = {
    time: { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 },
    zone: timeZone,
  };
  let at = 0;
  for (const [position, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (!text.startsWith(part.text, at)) return undefined;
      at += part.text.length;
      // Adobe writes 'Z' as plain text in its own patterns and means UTC.
      if (part.text === 'Z' && position === parts.length - 1) reading.zone = 'UTC';
      continue;
    }
    const next = parts[position + 1];
    const tight = next?.kind === 'letter' && isNumeric(next.letter, next.count);
    const length = readLetter(reading, part.letter, part.count, text, at, tight);
    if (length === undefined) return undefined;
    at += length;
  }
  return at === text.length ? finish(reading) : undefined;
}

function isNumeric(letter: string, count: number): boolean {
  return 'ydHkKhmsSD'.includes(letter) || ('ML'.includes(letter) && count < 3);
}

/** Length of what was read, or undefined when the text does not fit. */
function readLetter(
  reading: Reading,
  letter: string,
  count: number,
  text: string,
  at: number,
  tight: boolean,
): number | undefined {
  const { time } = reading;
  if (isNumeric(letter, count)) {
    const most = count > 1 || tight || letter === 'S' ? count : letter === 'y' ? 9 : letter === 'D' ? 3 : 2;
    const least = count > 1 || tight || letter === 'S' ? count : 1;
    let length = 0;
    while (length < most && isDigit(text.charCodeAt(at + length))) length += 1;
    if (length < least) return undefined;
    const digits = text.slice(at, at + length);
    setNumber(reading, letter, count, digits);
    return length;
  }
  switch (letter) {
    case 'M':
    case 'L':
      return readNamed(text, at, monthNames, count, (index) => {
        time.month = index + 1;
      });
    case 'E':
      return readNamed(text, at, weekdayNames, count, () => undefined);
    case 'a': {
      const half = text.slice(at, at + 2).toUpperCase();
      if (half !== 'AM' && half !== 'PM') return undefined;
      reading.afternoon = half === 'PM';
      return 2;
    }
    case 'G': {
      const era = text.slice(at, at + 2).toUpperCase();
      if (era !== 'AD' && era !== 'BC') return undefined;
      reading.beforeChrist = era === 'BC';
      return 2;
    }
    case 'Z':
    case 'X':
    case 'z':
    case 'V':
    case 'O':
      return readZonePart(reading, letter === 'Z' || letter === 'X' ? zoneText : zoneName, text, at);
    default:
      return fail(
        `A date cannot be read with “${letter}”${letter === 'Y' ? ': write yyyy for the year' : ''}`,
      );
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function setNumber(reading: Reading, letter: string, count: number, digits: string): void {
  const { time } = reading;
  const value = Number(digits);
  switch (letter) {
    case 'y':
      time.year = count === 2 ? 2000 + value : value;
      return;
    case 'M':
    case 'L':
      time.month = value;
      return;
    case 'd':
      time.day = value;
      return;
    case 'H':
      time.hour = value;
      return;
    case 'k':
      time.hour = value === 24 ? 0 : value === 0 ? -1 : value;
      return;
    case 'K':
      reading.hour12 = value < 12 ? value : -1;
      return;
    case 'h':
      reading.hour12 = value >= 1 && value <= 12 ? value % 12 : -1;
      return;
    case 'm':
      time.minute = value;
      return;
    case 's':
      time.second = value;
      return;
    case 'S':
      time.millisecond = Number(digits.padEnd(3, '0').slice(0, 3));
      return;
    default:
      reading.dayOfYear = value;
  }
}

function readNamed(
  text: string,
  at: number,
  names: readonly string[],
  count: number,
  set: (index: number) => void,
): number | undefined {
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (!found) return undefined;
  const wanted = found.toLowerCase();
  const index = names.findIndex((name) => (count < 4 ? name.slice(0, 3) : name).toLowerCase() === wanted);
  if (index < 0) return undefined;
  set(index);
  return found.length;
}

function readZonePart(reading: Reading, shape: RegExp, text: string, at: number): number | undefined {
  shape.lastIndex = at;
  const found = shape.exec(text)?.[0];
  const zone = found === undefined ? undefined : readZone(found);
  if (found === undefined || zone === undefined) return undefined;
  reading.zone = zone;
  return found.length;
}

function finish(reading: Reading): ZonedDateTime | undefined {
  const time = { ...reading.time };
  if (reading.hour12 !== undefined) {
    if (reading.hour12 < 0) return undefined;
    time.hour = reading.hour12 + (reading.afternoon ? 12 : 0);
  }
  if (reading.beforeChrist) time.year = 1 - time.year;
  if (reading.dayOfYear !== undefined) {
    const date = new Date(utcMs(time.year, 1, reading.dayOfYear));
    if (reading.dayOfYear < 1 || date.getUTCFullYear() !== time.year) return undefined;
    time.month = date.getUTCMonth() + 1;
    time.day = date.getUTCDate();
  }
  return findDate(time, reading.zone);
}
