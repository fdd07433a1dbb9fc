import { dateCost, quote, toCount, toDate, toNumber, toText } from '../coerce';
import { formatDate } from '../dates/format-date';
import {
  dateAt,
  dayOfYear,
  findDate,
  isoWeek,
  type LocalTime,
  toLocalTime,
  weekday,
} from '../dates/local-time';
import { parseDate } from '../dates/parse-date';
import { readZone } from '../dates/time-zone';
import { charge } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { fail, ZonedDateTime } from '../value';

const dateParam: FunctionParameter = {
  name: 'date',
  kind: 'date',
  description: 'A date, or a text that is one',
};
const formatParam: FunctionParameter = {
  name: 'format',
  kind: 'string',
  description: 'Pattern of the result',
};

/** Steps that looking a zone up is worth. */
const zoneCost = 200;

type ReadPart = (time: LocalTime) => number;
type WritePart = (value: number) => Partial<LocalTime>;

const readableParts: ReadonlyMap<string, ReadPart> = new Map([
  ...named<ReadPart>(['year', 'yyyy', 'yy'], (time) => time.year),
  ...named<ReadPart>(['quarter', 'qq', 'q'], (time) => Math.ceil(time.month / 3)),
  ...named<ReadPart>(['month', 'mm', 'm'], (time) => time.month),
  ...named<ReadPart>(['dayofyear', 'dy', 'y'], dayOfYear),
  ...named<ReadPart>(['day', 'dd', 'd'], (time) => time.day),
  ...named<ReadPart>(['week', 'ww', 'w'], (time) => isoWeek(time).week),
  ...named<ReadPart>(['weekday', 'dw'], weekday),
  ...named<ReadPart>(['hour', 'hh', 'hh24'], (time) => time.hour),
  ...named<ReadPart>(['hh12'], (time) => time.hour % 12 || 12),
  ...named<ReadPart>(['minute', 'mi', 'n'], (time) => time.minute),
  ...named<ReadPart>(['second', 'ss', 's'], (time) => time.second),
  ...named<ReadPart>(['millisecond', 'sss'], (time) => time.millisecond),
]);

const writableParts: ReadonlyMap<string, WritePart> = new Map([
  ...named<WritePart>(['year', 'yyyy', 'yy'], (year) => ({ year })),
  ...named<WritePart>(['month', 'mm', 'm'], (month) => ({ month })),
  ...named<WritePart>(['day', 'dd', 'd'], (day) => ({ day })),
  ...named<WritePart>(['hour', 'hh'], (hour) => ({ hour })),
  ...named<WritePart>(['minute', 'mi', 'n'], (minute) => ({ minute })),
  ...named<WritePart>(['second', 'ss', 's'], (second) => ({ second })),
]);

function named<T>(names: readonly string[], value: T): [string, T][] {
  return names.map((name) => [name, value]);
}

const format: FunctionBody = ([value, pattern], context) => {
  const date = toDate(value, 'format', context);
  const text = toText(pattern, 'format');
  if (date === null) return null;
  charge(context, dateCost);
  return text === null ? fail('format needs a pattern') : formatDate(date, text);
};

const dformat: FunctionBody = ([value, pattern], context) => {
  const epochMs = toNumber(value, 'dformat');
  const text = toText(pattern, 'dformat');
  if (epochMs === null) return null;
  charge(context, dateCost);
  return text === null
    ? fail('dformat needs a pattern')
    : formatDate(dateAt(Number(epochMs), context.timeZone), text);
};

const date: FunctionBody = ([value, pattern, fallback], context) => {
  const isMissing = value === null || value === undefined || value === '';
  if (isMissing) return toDate(fallback, 'date', context);
  const text = toText(pattern, 'date');
  if (value instanceof ZonedDateTime || text === null) return toDate(value, 'date', context);
  const written = toText(value, 'date') ?? '';
  charge(context, dateCost + text.length);
  const found = parseDate(written, text, context.timeZone);
  return found ?? fail(`${quote(written)} is not a date in the form ${quote(text)}`);
};

const datePart: FunctionBody = ([component, value], context) => {
  const name = toText(component, 'date_part');
  const when = toDate(value, 'date_part', context);
  if (name === null || when === null) return null;
  const read = readableParts.get(name.toLowerCase());
  return read ? read(toLocalTime(when)) : fail(`${quote(name)} is no part of a date`);
};

const setDatePart: FunctionBody = ([component, value, when], context) => {
  const name = toText(component, 'set_date_part');
  const number = toCount(value, 'set_date_part');
  const old = toDate(when, 'set_date_part', context);
  if (name === null || number === null || old === null) return null;
  const write = writableParts.get(name.toLowerCase());
  if (!write) return fail(`${quote(name)} is no part of a date that can be set`);
  const changed = findDate({ ...toLocalTime(old), ...write(number) }, old.zone);
  return changed ?? fail(`The date has no ${name} ${number}`);
};

function makeDateTime(name: string): FunctionBody {
  return (args, context) => {
    const numbers = args.slice(0, 7).map((arg) => toCount(arg, name));
    const zoneName = toText(args[7], name);
    const [year, month, day, hour, minute, second, nanosecond] = numbers;
    if (year == null || month == null || day == null || hour == null || minute == null) return null;
    if (second == null || nanosecond == null || zoneName === null) return null;
    charge(context, zoneCost);
    const zone = readZone(zoneName) ?? fail(`${quote(zoneName)} is no time zone`);
    if (nanosecond < 0 || nanosecond > 999_999_999) return fail('A nanosecond is between 0 and 999999999');
    const millisecond = Math.floor(nanosecond / 1_000_000);
    const made = findDate({ year, month, day, hour, minute, second, millisecond }, zone);
    return made ?? fail('There is no such date or time');
  };
}

const toZone: FunctionBody = ([value, zoneName], context) => {
  const when = toDate(value, 'zone_date_to_zone', context);
  const name = toText(zoneName, 'zone_date_to_zone');
  if (when === null || name === null) return null;
  charge(context, zoneCost);
  return dateAt(when.epochMs, readZone(name) ?? fail(`${quote(name)} is no time zone`));
};

const makeParams: readonly FunctionParameter[] = [
  { name: 'year', kind: 'integer', description: 'Year' },
  { name: 'month', kind: 'integer', description: 'Month, 1 to 12' },
  { name: 'day', kind: 'integer', description: 'Day of the month' },
  { name: 'hour', kind: 'integer', description: 'Hour, 0 to 23' },
  { name: 'minute', kind: 'integer', description: 'Minute' },
  { name: 'second', kind: 'integer', description: 'Second' },
  { name: 'nanosecond', kind: 'integer', description: 'Nanosecond, 0 to 999999999' },
  { name: 'timeZone', kind: 'string', description: 'Zone the time is told in, such as Europe/Paris' },
];

export const dateFunctions = defineFunctions('Date and time', [
  {
    name: 'now',
    signature: 'now()',
    description: 'The moment of evaluation.',
    params: [],
    returns: 'date',
    example: 'now()',
    result: '"2021-10-26T10:10:24Z"',
    evaluate: (_, context) => dateAt(context.nowMs, context.timeZone),
  },
  {
    name: 'timestamp',
    signature: 'timestamp()',
    description: 'The moment of evaluation in milliseconds since 1970.',
    params: [],
    returns: 'integer',
    example: 'timestamp()',
    result: '1635243024000',
    evaluate: (_, context) => Math.trunc(context.nowMs),
  },
  {
    name: 'format',
    signature: 'format(date, format)',
    description: 'Writes a date in the form of a pattern.',
    params: [dateParam, formatParam],
    returns: 'string',
    example: 'format(2019-10-23T11:24:00+00:00, "yyyy-MM-dd HH:mm:ss")',
    result: '"2019-10-23 11:24:00"',
    evaluate: format,
  },
  {
    name: 'dformat',
    signature: 'dformat(timestamp, format)',
    description: 'Writes a time given in milliseconds since 1970 in the form of a pattern.',
    params: [
      {
        name: 'timestamp',
        kind: 'number',
        description: 'Milliseconds since 1970; multiply Unix seconds by 1000',
      },
      formatParam,
    ],
    returns: 'string',
    example: 'dformat(1571829875000, "yyyy-MM-dd\'T\'HH:mm:ss.SSSX")',
    result: '"2019-10-23T11:24:35.000Z"',
    evaluate: dformat,
  },
  {
    name: 'date',
    signature: 'date(input, [format], [default])',
    description: 'Reads a text as a date, in the form of the pattern or in one of the usual forms.',
    params: [
      { name: 'input', kind: 'date', description: 'The text to read' },
      { name: 'format', kind: 'string', description: 'Pattern the text is written in', optional: true },
      { name: 'default', kind: 'date', description: 'The date when the text is missing', optional: true },
    ],
    returns: 'date',
    example: 'date("2019-10-23 11:24", "yyyy-MM-dd HH:mm")',
    result: '"2019-10-23T11:24:00Z"',
    evaluate: date,
  },
  {
    name: 'date_part',
    signature: 'date_part(component, date)',
    description: 'One part of a date as a number, such as its year or its weekday (1 is Monday).',
    params: [
      {
        name: 'component',
        kind: 'string',
        description: 'year, quarter, month, dayofyear, day, week, weekday, hour, …',
      },
      dateParam,
    ],
    returns: 'integer',
    example: 'date_part("MM", date("2019-10-17 11:55:12"))',
    result: '10',
    evaluate: datePart,
  },
  {
    name: 'set_date_part',
    signature: 'set_date_part(component, value, date)',
    description: 'The date with one part changed.',
    params: [
      { name: 'component', kind: 'string', description: 'year, month, day, hour, minute or second' },
      { name: 'value', kind: 'integer', description: 'What the part becomes' },
      dateParam,
    ],
    returns: 'date',
    example: 'set_date_part("m", 4, date("2016-11-09T11:44:44.797"))',
    result: '"2016-04-09T11:44:44Z"',
    evaluate: setDatePart,
  },
  {
    name: 'make_date_time',
    signature: 'make_date_time(year, month, day, hour, minute, second, nanosecond, timeZone)',
    description: 'A date from its parts.',
    params: makeParams,
    returns: 'date',
    example: 'make_date_time(2019, 10, 17, 11, 55, 12, 999, "America/Los_Angeles")',
    result: '"2019-10-17T11:55:12-07:00"',
    evaluate: makeDateTime('make_date_time'),
  },
  {
    name: 'make_timestamp',
    aliasOf: 'make_date_time',
    signature: 'make_timestamp(year, month, day, hour, minute, second, nanosecond, timeZone)',
    description: 'A date from its parts.',
    params: makeParams,
    returns: 'date',
    example: 'make_timestamp(2019, 10, 17, 11, 55, 12, 999, "America/Los_Angeles")',
    result: '"2019-10-17T11:55:12-07:00"',
    evaluate: makeDateTime('make_timestamp'),
  },
  {
    name: 'zone_date_to_utc',
    signature: 'zone_date_to_utc(date)',
    description: 'The same moment, told in UTC.',
    params: [dateParam],
    returns: 'date',
    example: 'zone_date_to_utc(2019-10-17T11:55:12 PST)',
    result: '"2019-10-17T19:55:12Z"',
    evaluate: ([value], context) => {
      const when = toDate(value, 'zone_date_to_utc', context);
      return when === null ? null : dateAt(when.epochMs, 'UTC');
    },
  },
  {
    name: 'zone_date_to_zone',
    signature: 'zone_date_to_zone(date, zone)',
    description: 'The same moment, told in another zone.',
    params: [dateParam, { name: 'zone', kind: 'string', description: 'A zone such as Europe/Paris' }],
    returns: 'date',
    example: 'zone_date_to_zone(now(), "Europe/Paris")',
    result: '"2021-10-26T12:10:24+02:00"',
    evaluate: toZone,
  },
]);
