import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvaluationFailure, ZonedDateTime } from '../value';
import { formatDate, formatIsoDate } from './format-date';
import { findDate } from './local-time';
import { parseDate } from './parse-date';
import { readDate } from './read-date';
import { readZone, zoneOffsetMs } from './time-zone';

const moment = Date.parse('2019-10-07T05:04:03.021Z');
const inUtc = new ZonedDateTime(moment, 'UTC');
const inParis = new ZonedDateTime(moment, 'Europe/Paris');

function parsed(text: string, pattern: string, timeZone = 'UTC'): string | undefined {
  const date = parseDate(text, pattern, timeZone);
  return date && `${new Date(date.epochMs).toISOString()} ${date.zone}`;
}

function refusal(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (thrown) {
    return thrown instanceof EvaluationFailure ? thrown.message : String(thrown);
  }
}

describe('formatDate', () => {
  it.each([
    ['G yyyy yy y', 'AD 2019 19 2019'],
    ['YYYY w W', '2019 41 2'],
    ['M MM MMM MMMM L', '10 10 Oct October 10'],
    ['D d dd F', '280 7 07 1'],
    ['E EEEE u', 'Mon Monday 1'],
    ['a H HH k K h hh', 'AM 5 05 5 5 5 05'],
    ['m mm s ss', '4 04 3 03'],
    ['S SS SSS SSSSSS', '0 02 021 021000'],
    ['Q QQ QQQ QQQQ q', '4 04 Q4 4th quarter 4'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", '2019-10-07T05:04:03Z'],
    ["h 'o''clock' ''", "5 o'clock '"],
  ])('writes %s as %s', (pattern, text) => {
    expect(formatDate(inUtc, pattern)).toBe(text);
  });

  it.each([
    ['Z ZZZZ ZZZZZ', '+0000 GMT Z', '+0200 GMT+02:00 +02:00'],
    ['X XX XXX', 'Z Z Z', '+02 +0200 +02:00'],
    ['O OOOO', 'GMT GMT', 'GMT+2 GMT+02:00'],
    ['z VV', 'UTC Z', 'GMT+2 Europe/Paris'],
  ])('writes the zone with %s as %s in UTC and as %s in Paris', (pattern, utc, paris) => {
    expect([formatDate(inUtc, pattern), formatDate(inParis, pattern)]).toEqual([utc, paris]);
  });

  it('tells midnight and noon apart in every hour letter', () => {
    const at = (hour: number) => new ZonedDateTime(Date.UTC(2020, 0, 1, hour), 'UTC');
    expect([0, 12].map((hour) => formatDate(at(hour), 'H k K h a'))).toEqual([
      '0 24 0 12 AM',
      '12 12 0 12 PM',
    ]);
  });

  it.each([
    ['yyyy-bb', '“b” is not a letter of date patterns; put text between single quotes'],
    ["yyyy'T", 'The date pattern "yyyy\'T" has a quote that is never closed'],
    ['y'.repeat(101), 'A date pattern may have 100 characters'],
  ])('refuses %s', (pattern, message) => {
    expect(refusal(() => formatDate(inUtc, pattern))).toBe(message);
  });
});

describe('parseDate', () => {
  it.each([
    ['2019-10-23 11:24', 'yyyy-MM-dd HH:mm', '2019-10-23T11:24:00.000Z UTC'],
    ['20191023112435', 'yyyyMMddHHmmss', '2019-10-23T11:24:35.000Z UTC'],
    ['7/4/24', 'M/d/yy', '2024-07-04T00:00:00.000Z UTC'],
    ['4. Oktober', 'd. MMMM', undefined],
    ['4 october 2020', 'd MMMM yyyy', '2020-10-04T00:00:00.000Z UTC'],
    ['Sun, 4 Oct 2020 12:30:05 AM', 'EEE, d MMM yyyy hh:mm:ss a', '2020-10-04T00:30:05.000Z UTC'],
    ['12:00 PM', 'hh:mm a', '1970-01-01T12:00:00.000Z UTC'],
    ['13:00 PM', 'hh:mm a', undefined],
    ['2020-10-04T12:00:00.5+0530', "yyyy-MM-dd'T'HH:mm:ss.SZ", '2020-10-04T06:30:00.500Z +05:30'],
    ['2020-10-04T12:00:00-02:00', "yyyy-MM-dd'T'HH:mm:ssXXX", '2020-10-04T14:00:00.000Z -02:00'],
    ['2020-10-04 12:00 Europe/Paris', 'yyyy-MM-dd HH:mm VV', '2020-10-04T10:00:00.000Z Europe/Paris'],
    ['2020-10-04 12:00 Mars/Base', 'yyyy-MM-dd HH:mm VV', undefined],
    ['2020-366', 'yyyy-DDD', '2020-12-31T00:00:00.000Z UTC'],
    ['2021-366', 'yyyy-DDD', undefined],
    ['2021-02-29', 'yyyy-MM-dd', undefined],
    ['2020-02-29', 'yyyy-MM-dd', '2020-02-29T00:00:00.000Z UTC'],
    ['2020-04-31', 'yyyy-MM-dd', undefined],
    ['2020-13-01', 'yyyy-MM-dd', undefined],
    ['2020-01-01 24:00', 'yyyy-MM-dd HH:mm', undefined],
    ['2020-01-01 extra', 'yyyy-MM-dd', undefined],
    ['2020-1-1', 'yyyy-MM-dd', undefined],
    ['', 'yyyy', undefined],
    ['0044-03-15 BC', 'yyyy-MM-dd G', '-000043-03-15T00:00:00.000Z UTC'],
  ])('reads %s as %s: %s', (text, pattern, result) => {
    expect(parsed(text, pattern)).toBe(result);
  });

  it('takes a quoted Z at the end for UTC, in any zone', () => {
    expect(parsed('2019-06-05T12:02:07Z', "yyyy-MM-dd'T'HH:mm:ss'Z'", 'Asia/Tokyo')).toBe(
      '2019-06-05T12:02:07.000Z UTC',
    );
  });

  it('says what to write instead of the year of the week', () => {
    expect(refusal(() => parsed('2020', 'YYYY'))).toBe(
      'A date cannot be read with “Y”: write yyyy for the year',
    );
  });

  it('reads back what formatDate wrote', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/Los_Angeles', '+05:30', 'Asia/Kathmandu');
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }),
        zone,
        (epochMs, name) => {
          // Old local times have offsets with seconds, which no pattern writes.
          fc.pre(zoneOffsetMs(name, epochMs) % 60_000 === 0 && epochMs > Date.UTC(1, 0, 2));
          const pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
          const written = formatDate(new ZonedDateTime(epochMs, name), pattern);
          expect(parseDate(written, pattern, 'UTC')?.epochMs).toBe(epochMs);
        },
      ),
    );
  });
});

describe('readDate', () => {
  it.each([
    ['2020-10-04 12:00:01+0200', '2020-10-04T12:00:01+02:00'],
    ['2020-10-04 12:00:01.250+0000', '2020-10-04T12:00:01Z'],
    ['2020-10-04 12:00:01.250', '2020-10-04T12:00:01Z'],
    ['2020-10-04T12:00:01.250Z', '2020-10-04T12:00:01Z'],
    ['2019-06-05T12:02:07Z', '2019-06-05T12:02:07Z'],
    ['2020-10-04', '2020-10-04T00:00:00Z'],
    ['2020/10/04', '2020-10-04T00:00:00Z'],
    ['2020.10.04', '2020-10-04T00:00:00Z'],
    ['2020-Oct-04', '2020-10-04T00:00:00Z'],
    ['20201004', '2020-10-04T00:00:00Z'],
    ['10-04-2020', '2020-10-04T00:00:00Z'],
    ['12112020', '2020-12-11T00:00:00Z'],
    ['4/04/2020', '2020-04-04T00:00:00Z'],
    ['04.1.2020', '2020-01-04T00:00:00Z'],
    ['4/04/2020 01:02:03 PM', '2020-04-04T13:02:03Z'],
    ['04.1.2020 12:02:03 AM', '2020-01-04T00:02:03Z'],
    ['04.Jan.2020', '2020-01-04T00:00:00Z'],
    ['04-Jan-2020', '2020-01-04T00:00:00Z'],
    ['2020-10-04T12:00:01.123456Z', '2020-10-04T12:00:01Z'],
    ['1601812800', undefined],
    ['yesterday', undefined],
  ])('reads %s as %s', (text, iso) => {
    const date = readDate(text, 'UTC');
    expect(date && formatIsoDate(date)).toBe(iso);
  });
});

describe('time zones', () => {
  const local = (hour: number, minute: number, month: number, day: number) =>
    findDate({ year: 2024, month, day, hour, minute, second: 0, millisecond: 0 }, 'Europe/Paris');

  it('moves a time the clocks skip on by the skipped hour', () => {
    const date = local(2, 30, 3, 31);
    expect(date && formatIsoDate(date)).toBe('2024-03-31T03:30:00+02:00');
  });

  it('takes the first of a time the clocks show twice', () => {
    const date = local(2, 30, 10, 27);
    expect(date && formatIsoDate(date)).toBe('2024-10-27T02:30:00+02:00');
  });

  it.each([
    ['Z', 'UTC'],
    ['gmt', 'UTC'],
    ['+2', '+02:00'],
    ['UTC-0330', '-03:30'],
    ['+00:00', 'UTC'],
    ['PST', '-08:00'],
    ['America/New_York', 'America/New_York'],
    ['+99', undefined],
    ['Nowhere/City', undefined],
    ['', undefined],
  ])('reads the zone %s as %s', (text, zone) => {
    expect(readZone(text)).toBe(zone);
  });
});
