import { describe, expect, it } from 'vitest';
import { daysUntil, formatDateTimeWithUtc, formatDuration, formatPast, formatRelative } from './dates';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('dates for people', () => {
  it('shows the zone of the person and UTC beside it', () => {
    const time = Date.UTC(2026, 10, 21, 15, 0);
    expect(formatDateTimeWithUtc(time, 'Europe/Vienna')).toBe('21 Nov 2026, 16:00 CET (15:00 UTC)');
  });

  it('repeats the date when UTC is on another day', () => {
    const time = Date.UTC(2026, 10, 21, 23, 30);
    expect(formatDateTimeWithUtc(time, 'Asia/Tokyo')).toBe(
      '22 Nov 2026, 08:30 GMT+9 (21 Nov 2026, 23:30 UTC)',
    );
  });

  it('says UTC once for people who live by it', () => {
    expect(formatDateTimeWithUtc(Date.UTC(2026, 0, 2, 3, 4), 'UTC')).toBe('2 Jan 2026, 03:04 UTC');
  });

  it('follows daylight saving time', () => {
    const summer = Date.UTC(2026, 6, 1, 12, 0);
    expect(formatDateTimeWithUtc(summer, 'Europe/Vienna')).toBe('1 Jul 2026, 14:00 CEST (12:00 UTC)');
  });

  it('names a distance in the largest unit that still says something', () => {
    const now = Date.UTC(2026, 10, 21, 12, 0);
    const distances = [-10_000, 10_000, -5 * minute, 3 * hour, -day, 2 * day, -31 * day];
    expect(distances.map((distance) => formatRelative(now + distance, now, 'UTC'))).toEqual([
      'just now',
      'in less than a minute',
      '5 minutes ago',
      'in 3 hours',
      'yesterday',
      'in 2 days',
      '21 Oct 2026',
    ]);
  });

  it('never announces for the future what has happened', () => {
    const now = Date.UTC(2026, 10, 21, 12, 0);
    const distances = [-3 * hour, -1, 1, 2 * minute, 2 * minute + 1];
    expect(distances.map((distance) => formatPast(now + distance, now, 'UTC'))).toEqual([
      '3 hours ago',
      'just now',
      'just now',
      'just now',
      '21 Nov 2026, 12:02',
    ]);
  });

  it('counts a started day as a whole one until the moment has passed', () => {
    expect([1, day, day + 1, 0, -1, -day].map((distance) => daysUntil(distance, 0))).toEqual([
      1, 1, 2, 0, 0, -1,
    ]);
  });

  it('shows the two largest units of a duration', () => {
    const durations = [
      0,
      850,
      1000,
      12_400,
      185_000,
      2 * hour + 10 * minute + 5000,
      4 * day + 3 * hour,
      undefined,
    ];
    expect(durations.map(formatDuration)).toEqual([
      '0 ms',
      '850 ms',
      '1 s',
      '12 s',
      '3 min 5 s',
      '2 h 10 min',
      '4 d 3 h',
      '–',
    ]);
  });
});
