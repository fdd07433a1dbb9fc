import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sources } from './sources';
import { countRecords, createdAtMs, recordRange } from './timeline';

const stream = { resourcePath: '', history: { count: 5, stepMs: 700 }, liveStepMs: 300, record: () => null };
const historyEndsMs = 100_000;

test('a record exists from the millisecond of its creation on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 90_000, max: 110_000 }), (atMs) => {
      const existing = Array.from({ length: 60 }, (_, index) =>
        createdAtMs(stream, historyEndsMs, index),
      ).filter((createdMs) => createdMs <= atMs);
      expect(countRecords(stream, historyEndsMs, atMs)).toBe(existing.length);
    }),
    { seed: 5 },
  );
  expect(createdAtMs(stream, historyEndsMs, 4)).toBe(99_300);
  expect(createdAtMs(stream, historyEndsMs, 5)).toBe(100_300);
});

test('windows that follow each other read every record exactly once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 95_000, max: 109_000 }), { minLength: 1, maxLength: 8 }),
      (times) => {
        const ends = [...times].sort((left, right) => left - right);
        const seen: number[] = [];
        ends.forEach((toMs, n) => {
          const fromMs = ends[n - 1];
          const { first, end } = recordRange(
            stream,
            historyEndsMs,
            fromMs === undefined ? { toMs } : { fromMs, toMs },
          );
          for (let index = first; index < end; index += 1) seen.push(index);
        });
        expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index));
      },
    ),
    { seed: 6 },
  );
});

const everyStream = sources.flatMap((source) => source.streams.map((each) => [source.name, each] as const));

test.each(everyStream)(
  'records of %s are the same whenever they are asked for, and have their own ids',
  (_name, each) => {
    const record = (index: number) => JSON.stringify(each.record(index, 1_700_000_000_000));
    expect(record(17)).toBe(record(17));
    const ids = Array.from({ length: 300 }, (_, index) => /"(?:id|Id)":"([^"]+)"/.exec(record(index))?.[1]);
    expect(new Set(ids).size).toBe(300);
  },
);
