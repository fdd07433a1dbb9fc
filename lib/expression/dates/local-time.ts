import { fail, ZonedDateTime } from '../value';
import { epochMsOfLocal, utcMs, zoneOffsetMs } from './time-zone';

const dayMs = 86_400_000;
const maxEpochMs = 8.64e15;

/** Wall clock of a date in its own zone. */
export interface LocalTime {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Wall clock of the date in its zone. */
export function toLocalTime(date: ZonedDateTime): LocalTime {
  const local = new Date(date.epochMs + zoneOffsetMs(date.zone, date.epochMs));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

/** The date of a wall clock, or undefined when there is no such day or time (31 April, hour 24). */
export function findDate(time: LocalTime, zone: string): ZonedDateTime | undefined {
  const { year, month, day, hour, minute, second, millisecond } = time;
  if (Object.values(time).some((part) => !Number.isInteger(part))) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
  if (millisecond < 0 || millisecond > 999 || Math.abs(year) > 200_000) return undefined;
  return new ZonedDateTime(
    epochMsOfLocal(utcMs(year, month, day, hour, minute, second, millisecond), zone),
    zone,
  );
}

/** A date at a moment; fails outside the years a date can hold. */
export function dateAt(epochMs: number, zone: string): ZonedDateTime {
  if (!(Math.abs(epochMs) <= maxEpochMs - 2 * dayMs))
    fail('This moment is outside the dates that can be written');
  return new ZonedDateTime(Math.trunc(epochMs), zone);
}

/** Number of days, for a month of 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcMs(year, month + 1, 0)).getUTCDate();
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(time: LocalTime): number {
  return ((new Date(utcMs(time.year, time.month, time.day)).getUTCDay() + 6) % 7) + 1;
}

/** 1 for 1 January. */
export function dayOfYear(time: LocalTime): number {
  return Math.round((utcMs(time.year, time.month, time.day) - utcMs(time.year, 1, 1)) / dayMs) + 1;
}

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(time: LocalTime): { year: number; week: number } {
  // The Thursday of a week decides which year, and which week of it, the whole week is.
  const thursday = new Date(utcMs(time.year, time.month, time.day) + (4 - weekday(time)) * dayMs);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - utcMs(year, 1, 1)) / dayMs / 7) + 1 };
}
