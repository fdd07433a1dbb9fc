import { describe, expect, test } from 'vitest';
import type { Schedule } from '@/lib/schedule/schedule';
import { onetrust } from '@/lib/sources/onetrust';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { stripe } from '@/lib/sources/stripe';
import { chooseRhythm, readForm, readInterval, type ScheduleForm, startAt, toForm } from './schedule-form';

const nowSeconds = Date.UTC(2026, 8, 1, 12, 20) / 1000;
const daily: Schedule = {
  frequency: 'day',
  interval: 1,
  startTimeSeconds: Date.UTC(2026, 8, 2, 13, 0) / 1000,
  timeZone: 'Europe/Berlin',
  backfill: true,
};

function form(changes: Partial<ScheduleForm>, source: SourceDefinition = stripe): ScheduleForm {
  return { ...toForm(source, daily), ...changes };
}

describe('the schedule form', () => {
  test.each<[string, SourceDefinition, Schedule]>([
    ['a ready-made rhythm', stripe, daily],
    ['a custom one', stripe, { ...daily, frequency: 'hour', interval: 7, backfill: false }],
    [
      'a single run',
      stripe,
      { frequency: 'once', startTimeSeconds: daily.startTimeSeconds, timeZone: 'UTC' },
    ],
    ['the first of two equal times', stripe, { ...daily, startTimeSeconds: 1_792_888_200 }],
    ['the second of two equal times', stripe, { ...daily, startTimeSeconds: 1_792_891_800 }],
    ['a day of a source that counts in minutes', onetrust, { ...daily, frequency: 'minute', interval: 1440 }],
  ])('shows %s and reads the same schedule back', (_, source, schedule) => {
    expect(readForm(source, toForm(source, schedule), nowSeconds)).toEqual({
      schedule,
      errors: {},
      remedySeconds: undefined,
      twice:
        schedule.startTimeSeconds === 1_792_888_200 || schedule.startTimeSeconds === 1_792_891_800
          ? { earlierSeconds: 1_792_888_200, laterSeconds: 1_792_891_800 }
          : undefined,
    });
  });

  test.each(['14', '0', '-1', '1.5', '1e9', '', 'often', '15 minutes', '1e999', '0x10'])(
    'refuses an interval of "%s" minutes at its field and has no schedule',
    (intervalText) => {
      const read = readForm(
        stripe,
        form({ choiceId: 'custom', frequency: 'minute', intervalText }),
        nowSeconds,
      );
      expect(read).toEqual({
        schedule: undefined,
        errors: { interval: expect.stringMatching(/15|10,000/) },
        remedySeconds: undefined,
        twice: undefined,
      });
    },
  );

  test('takes an interval with blanks around it', () => {
    expect([' 15 ', '+15', '1.5e1', '\u221215'].map(readInterval)).toEqual([15, 15, 15, -15]);
  });

  test('refuses a wrong interval only while Custom is chosen', () => {
    const wrong = form({ choiceId: 'hourly', frequency: 'minute', intervalText: '14' });
    expect(readForm(stripe, wrong, nowSeconds)).toMatchObject({
      schedule: { frequency: 'hour', interval: 1 },
      errors: {},
    });
  });

  test('offers the next existing time for one that the clocks jump over', () => {
    const gap = form({ wallClock: '2027-03-28T02:30' });
    const read = readForm(stripe, gap, nowSeconds);
    const nextSeconds = Date.UTC(2027, 2, 28, 1, 30) / 1000;
    expect(read).toEqual({
      schedule: undefined,
      errors: {
        startTime:
          '02:30 does not exist on this day in Europe/Berlin: the clocks are put forward. Choose 03:30 instead, or another time.',
      },
      remedySeconds: nextSeconds,
      twice: undefined,
    });
    expect(readForm(stripe, startAt(gap, nextSeconds), nowSeconds).schedule).toEqual({
      ...daily,
      startTimeSeconds: nextSeconds,
    });
  });

  test('asks which one when the clocks show a time twice', () => {
    const read = readForm(stripe, form({ wallClock: '2026-10-25T02:30' }), nowSeconds);
    expect(read).toEqual({
      schedule: undefined,
      errors: { turn: 'The clocks show 02:30 twice on this day. Choose which one.' },
      remedySeconds: undefined,
      twice: { earlierSeconds: 1_792_888_200, laterSeconds: 1_792_891_800 },
    });
  });

  test('offers the next full hour for a time that has passed and for one that is not entered', () => {
    const nextHour = Date.UTC(2026, 8, 1, 13, 0) / 1000;
    const past = readForm(stripe, form({ wallClock: '2026-08-01T10:00' }), nowSeconds);
    const empty = readForm(stripe, form({ wallClock: null }), nowSeconds);
    expect([past, empty].map(({ schedule, remedySeconds }) => ({ schedule, remedySeconds }))).toEqual([
      { schedule: undefined, remedySeconds: nextHour },
      { schedule: undefined, remedySeconds: nextHour },
    ]);
  });

  test('marks a zone that nobody knows', () => {
    expect(readForm(stripe, form({ timeZone: 'Foo/Bar' }), nowSeconds).errors).toEqual({
      timeZone: 'This time zone is not known. Choose one from the list.',
    });
  });

  test('starts Custom from the rhythm that was chosen before', () => {
    expect(chooseRhythm(stripe, form({ choiceId: 'six-hours' }), 'custom')).toEqual(
      form({ choiceId: 'custom', frequency: 'hour', intervalText: '6' }),
    );
  });
});
