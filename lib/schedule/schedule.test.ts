import { describe, expect, test } from 'vitest';
import { onetrust } from '@/lib/sources/onetrust';
import { stripe } from '@/lib/sources/stripe';
import { checkSchedule, refuseInterval } from './check-schedule';
import { describeMoment, describeSchedule } from './describe-schedule';
import { batchesPerDay, nextRuns } from './next-runs';
import type { Schedule } from './schedule';
import { defaultSchedule, matchingChoice, scheduleChoices } from './schedule-choices';
import { scheduleSchema } from './schedule-schema';
import { readZoneTime, wallClockIn } from './zone-time';

const now = 1_795_392_000;
const hourly = (changes: Partial<Extract<Schedule, { interval: number }>> = {}): Schedule => ({
  frequency: 'hour',
  interval: 1,
  startTimeSeconds: now + 600,
  timeZone: 'UTC',
  backfill: true,
  ...changes,
});

describe('minimum intervals', () => {
  test.each([
    [stripe, 'minute', 15],
    [stripe, 'hour', 1],
    [stripe, 'day', 1],
    [stripe, 'week', 1],
    [onetrust, 'minute', 15],
    [onetrust, 'hour', 15],
    [onetrust, 'day', 15],
    [onetrust, 'week', 15],
  ] as const)('$0.title by the $1 allows $2 and nothing below', (source, frequency, minimum) => {
    expect(refuseInterval(source, frequency, minimum)).toBeUndefined();
    expect(refuseInterval(source, frequency, minimum - 1)).toContain(`Enter ${minimum} or more`);
  });

  test.each([0, -1, 1.5, 14, 1e9])('an interval of %d minutes is refused with a remedy', (interval) => {
    expect(checkSchedule(stripe, hourly({ frequency: 'minute', interval }), now).interval).toMatch(/Enter/);
  });

  test('the message names the source, the rule and the nearest allowed value', () => {
    expect(refuseInterval(onetrust, 'hour', 14)).toBe(
      'OneTrust Integration runs at most every 15 hours: Adobe’s guide for the OneTrust Integration source asks for at least 15. Enter 15 or more.',
    );
  });
});

test('a schedule with an interval for a single run is not a schedule', () => {
  expect(
    scheduleSchema.parse({ frequency: 'once', startTimeSeconds: now, timeZone: 'UTC', interval: 3 }),
  ).toEqual({ frequency: 'once', startTimeSeconds: now, timeZone: 'UTC' });
  expect(scheduleSchema.safeParse(hourly({ interval: 1.5 })).success).toBe(false);
});

test('a start in the past or more than a year away is refused', () => {
  expect(checkSchedule(stripe, hourly({ startTimeSeconds: now - 1 }), now).startTime).toContain('has passed');
  expect(checkSchedule(stripe, hourly({ startTimeSeconds: now + 400 * 86_400 }), now).startTime).toContain(
    'year',
  );
  expect(checkSchedule(stripe, hourly({ startTimeSeconds: now }), now)).toEqual({});
});

describe('wall clock to moment', () => {
  test.each([
    ['2027-03-28T02:30', 'Europe/Berlin'],
    ['2027-03-14T02:30', 'America/New_York'],
  ])('%s does not exist in %s', (wallClock, timeZone) => {
    expect(readZoneTime(wallClock, timeZone).kind).toBe('gap');
  });

  test('a time that the clocks show twice is offered twice', () => {
    expect(readZoneTime('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      kind: 'twice',
      earlierSeconds: 1_792_888_200,
      laterSeconds: 1_792_891_800,
    });
    expect(readZoneTime('2027-04-04T01:45', 'Australia/Lord_Howe')).toEqual({
      kind: 'twice',
      earlierSeconds: 1_806_763_500,
      laterSeconds: 1_806_765_300,
    });
  });

  test.each([
    ['2026-02-30T10:00', 'UTC', 'not-a-time'],
    ['2026-11-23T24:00', 'UTC', 'not-a-time'],
    ['tomorrow', 'UTC', 'not-a-time'],
    ['2026-11-23T10:00', 'Foo/Bar', 'unknown-zone'],
  ])('%s in %s is %s', (wallClock, timeZone, kind) => {
    expect(readZoneTime(wallClock, timeZone)).toEqual({ kind });
  });

  test('goes there and back', () => {
    const seconds = 1_800_000_000;
    const wallClock = wallClockIn('Asia/Kolkata', seconds);
    expect(readZoneTime(wallClock, 'Asia/Kolkata')).toEqual({ kind: 'exact', seconds });
  });
});

describe('next runs', () => {
  test('start at the start time and follow in fixed steps of UTC', () => {
    expect(nextRuns(hourly({ interval: 6 }), now, 3).map((run) => run.seconds - now)).toEqual([
      600, 22_200, 43_800,
    ]);
  });

  test('mark the run after a clock change', () => {
    const daily = hourly({ frequency: 'day', startTimeSeconds: 1_806_100_000, timeZone: 'Europe/Berlin' });
    const changed = nextRuns(daily, 1_806_000_000, 5).map((run) => run.clockChanged);
    expect(changed).toEqual([false, false, true, false, false]);
  });

  test('once is a single run, and none when it is over', () => {
    const once: Schedule = { frequency: 'once', startTimeSeconds: now, timeZone: 'UTC' };
    expect(nextRuns(once, now, 5)).toHaveLength(1);
    expect(nextRuns(once, now + 1, 5)).toEqual([]);
  });

  test('a quarter of an hour makes 96 batches a day', () => {
    expect(batchesPerDay(hourly({ frequency: 'minute', interval: 15 }))).toBe(96);
  });
});

describe('choices', () => {
  test.each([stripe, onetrust])('every choice of $title is allowed by its own rules', (source) => {
    for (const choice of scheduleChoices(source)) {
      if (choice.frequency === 'once' || choice.interval === undefined) continue;
      expect(refuseInterval(source, choice.frequency, choice.interval)).toBeUndefined();
    }
  });

  test('the default is daily from the next full hour and matches its own choice', () => {
    const schedule = defaultSchedule(onetrust, 'UTC', now + 1);
    expect(schedule.startTimeSeconds % 3600).toBe(0);
    expect(checkSchedule(onetrust, schedule, now)).toEqual({});
    expect(matchingChoice(onetrust, schedule)?.id).toBe('daily');
  });
});

test('words name the zone and UTC', () => {
  expect(describeMoment(now, 'Europe/Berlin')).toBe('23 Nov 2026, 01:00 Europe/Berlin (00:00 UTC)');
  expect(describeSchedule(hourly({ interval: 6, startTimeSeconds: now }))).toBe(
    'Every 6 hours from 23 Nov 2026, 00:00 UTC, with everything that exists on the first run',
  );
});
