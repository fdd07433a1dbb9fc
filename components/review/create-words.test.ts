import { expect, test } from 'vitest';
import { createWords } from './create-words';

const nowMs = Date.UTC(2026, 10, 21, 12, 0);
const words = (startMs: number, timeZone = 'Europe/Berlin') =>
  createWords({ frequency: 'once', startTimeSeconds: startMs / 1000, timeZone }, 1, nowMs, timeZone);

test('the button names the time of the first run, with the date when that is another day for this person', () => {
  const nextDay = Date.UTC(2026, 10, 21, 23, 0);
  expect([
    words(Date.UTC(2026, 10, 21, 14, 0)),
    words(nextDay),
    words(nextDay, 'UTC'),
    words(Date.UTC(2027, 10, 21, 14, 0)),
    words(nowMs - 1000),
    createWords(null, 1, nowMs, 'UTC'),
  ]).toEqual([
    'Create dataflow, only run 15:00',
    'Create dataflow, only run 22 Nov, 00:00',
    'Create dataflow, only run 23:00',
    'Create dataflow, only run 21 Nov, 15:00',
    'Create dataflow',
    'Create dataflow',
  ]);
});

test('the button says how many dataflows it creates', () => {
  const schedule = { frequency: 'once', startTimeSeconds: nowMs / 1000 + 3_600, timeZone: 'UTC' } as const;
  expect([createWords(schedule, 3, nowMs, 'UTC'), createWords(null, 6, nowMs, 'UTC')]).toEqual([
    'Create 3 dataflows, only run 13:00',
    'Create 6 dataflows',
  ]);
});
