import { fail, type ZonedDateTime } from '../value';
import { monthNames, weekdayNames } from './date-names';
import { readDatePattern } from './date-pattern';
import { dayOfYear, isoWeek, type LocalTime, toLocalTime, weekday } from './local-time';
import { describeZone, zoneOffsetMs } from './time-zone';

/** Writes the date with a pattern, in the date's own zone; fails on a pattern that is wrong. */
export function formatDate(date: ZonedDateTime, pattern: string): string {
  const time = toLocalTime(date);
  let text = '';
  for (const part of readDatePattern(pattern)) {
    text += part.kind === 'text' ? part.text : formatLetter(part.letter, part.count, time, date);
  }
  return text;
}

/** How a date leaves an expression: ISO 8601 to the second, as in all of Adobe's samples, with its true offset. */
export function formatIsoDate(date: ZonedDateTime): string {
  return formatDate(date, "yyyy-MM-dd'T'HH:mm:ssXXX");
}

function formatLetter(letter: string, count: number, time: LocalTime, date: ZonedDateTime): string {
  switch (letter) {
    case 'G':
      return time.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2
        ? padNumber(mod(time.year, 100), 2)
        : padNumber(time.year > 0 ? time.year : 1 - time.year, count);
    case 'Y':
      return count === 2 ? padNumber(mod(isoWeek(time).year, 100), 2) : padNumber(isoWeek(time).year, count);
    case 'M':
    case 'L':
      return count < 3 ? padNumber(time.month, count) : named(monthNames[time.month - 1], count);
    case 'w':
      return padNumber(isoWeek(time).week, count);
    case 'W':
      return padNumber(Math.floor((time.day - weekday(time) + 10) / 7), count);
    case 'D':
      return padNumber(dayOfYear(time), count);
    case 'd':
      return padNumber(time.day, count);
    case 'F':
      return padNumber(Math.floor((time.day - 1) / 7) + 1, count);
    case 'E':
      return named(weekdayNames[weekday(time) - 1], count);
    case 'u':
      return padNumber(weekday(time), count);
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padNumber(time.hour, count);
    case 'k':
      return padNumber(time.hour || 24, count);
    case 'K':
      return padNumber(time.hour % 12, count);
    case 'h':
      return padNumber(time.hour % 12 || 12, count);
    case 'm':
      return padNumber(time.minute, count);
    case 's':
      return padNumber(time.second, count);
    case 'S':
      return padNumber(time.millisecond, 3).padEnd(count, '0').slice(0, count);
    case 'Q':
    case 'q':
      return formatQuarter(Math.ceil(time.month / 3), count);
    default:
      return formatZone(letter, count, date);
  }
}

function formatQuarter(quarter: number, count: number): string {
  if (count < 3) return padNumber(quarter, count);
  if (count === 3) return `Q${quarter}`;
  return `${['1st', '2nd', '3rd', '4th'][quarter - 1]} quarter`;
}

function formatZone(letter: string, count: number, date: ZonedDateTime): string {
  const { zone, epochMs } = date;
  if (letter === 'X' && zone === 'UTC') return 'Z';
  const offset = zoneOffsetMs(zone, epochMs);
  const total = Math.abs(Math.trunc(offset / 60_000));
  const sign = offset < 0 ? '-' : '+';
  const hours = padNumber(Math.floor(total / 60), 2);
  const minutes = padNumber(total % 60, 2);
  switch (letter) {
    case 'z':
      return describeZone(zone, epochMs, count < 4 ? 'short' : 'long');
    case 'V':
      return zone === 'UTC' ? 'Z' : zone;
    case 'Z':
      if (count === 5) return offset === 0 ? 'Z' : `${sign}${hours}:${minutes}`;
      return count === 4
        ? `GMT${offset === 0 ? '' : `${sign}${hours}:${minutes}`}`
        : `${sign}${hours}${minutes}`;
    case 'X':
      if (offset === 0) return 'Z';
      if (count === 1) return total % 60 === 0 ? `${sign}${hours}` : `${sign}${hours}${minutes}`;
      return count === 2 ? `${sign}${hours}${minutes}` : `${sign}${hours}:${minutes}`;
    case 'O':
      if (offset === 0) return 'GMT';
      if (count === 4) return `GMT${sign}${hours}:${minutes}`;
      return `GMT${sign}${Number(hours)}${total % 60 === 0 ? '' : `:${minutes}`}`;
    default:
      return fail(`“${letter}” is not a letter of date patterns`);
  }
}

function named(name: string | undefined, count: number): string {
  return (name ?? '').slice(0, count < 4 ? 3 : undefined);
}

function padNumber(value: number, width: number): string {
  if (width === 2 && value >= 0) return value < 10 ? `0${value}` : String(value);
  if (width === 4 && value >= 1000) return String(value);
  return value < 0 ? `-${String(-value).padStart(width, '0')}` : String(value).padStart(width, '0');
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
