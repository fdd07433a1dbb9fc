import type { Json, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import type { Source } from '../sources/source';
import { invalidValue, readObject, refuseUnknown } from './body-fields';
import { sourcesError } from './flow-error';

const frequencies = ['once', 'minute', 'hour', 'day', 'week'] as const;
export type Frequency = (typeof frequencies)[number];

export type Schedule = {
  startTimeSeconds: number;
  frequency: Frequency;
  /** Absent for `once`. */
  interval?: number;
  backfill?: boolean;
};

const unitMs: Record<Exclude<Frequency, 'once'>, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

// A start beyond the year 9999 is milliseconds taken for seconds, or nonsense.
const latestSeconds = 253_402_300_799;

/**
 * Reads `scheduleParams`, numbers as numbers or as strings. The start must lie ahead of both clocks' earlier one, the
 * interval must reach the source's minimum for its frequency.
 */
export function readSchedule(
  request: ServiceRequest,
  runtime: FlowRuntime,
  body: Record<string, Json>,
  source: Source | undefined,
  options: { mayBePast: boolean },
): Schedule {
  if (body.scheduleParams === undefined || body.scheduleParams === null) {
    throw sourcesError(request, '1317-400', 'The schedule parameters are empty.');
  }
  const params = readObject(request, body, 'scheduleParams');
  if (Object.keys(params).length === 0) {
    throw sourcesError(request, '1317-400', 'The schedule parameters are empty.');
  }
  refuseUnknown(request, params, ['startTime', 'frequency', 'interval', 'backfill'], 'scheduleParams.');
  const frequency = frequencies.find((candidate) => candidate === params.frequency);
  if (!frequency) {
    throw sourcesError(request, '1397-400', `The frequency ${JSON.stringify(params.frequency)} is invalid.`);
  }
  const startTimeSeconds = readStart(request, params.startTime);
  const earlierNowMs = Math.min(request.nowMs, runtime.realNowMs());
  if (!options.mayBePast && startTimeSeconds * 1000 < Math.floor(earlierNowMs / 1000) * 1000) {
    throw sourcesError(request, '1360-400', 'The start time cannot be in the past.');
  }
  if (frequency === 'once') return readOnce(request, params, startTimeSeconds);
  const interval = readInterval(request, params.interval, frequency);
  const minimums = source?.minimumInterval[runtime.switches().strictOneTrustInterval ? 'strict' : 'lenient'];
  const minimum = minimums?.[frequency] ?? 1;
  if (interval < minimum) {
    throw sourcesError(
      request,
      '1362-400',
      `The interval ${interval} is below the minimum of ${minimum} for the frequency ${frequency}.`,
    );
  }
  return { startTimeSeconds, frequency, interval, backfill: readBackfill(request, params.backfill) };
}

function readOnce(request: ServiceRequest, params: Record<string, Json>, startTimeSeconds: number): Schedule {
  if (params.interval !== undefined) {
    throw sourcesError(request, '1361-400', 'An interval is not allowed for one-time ingestion.');
  }
  if (params.backfill !== undefined) {
    throw sourcesError(request, '1364-400', 'Backfill is not allowed for one-time ingestion.');
  }
  return { startTimeSeconds, frequency: 'once' };
}

function readStart(request: ServiceRequest, value: Json | undefined): number {
  if (value === undefined || value === null) {
    throw sourcesError(request, '1393-400', 'The parameter scheduleParams.startTime is null.');
  }
  const seconds = toWholeNumber(value);
  if (seconds === undefined || seconds < 0 || seconds > latestSeconds) {
    throw sourcesError(
      request,
      '1340-400',
      'The start time cannot be parsed: seconds since the epoch are expected.',
    );
  }
  return seconds;
}

function readInterval(request: ServiceRequest, value: Json | undefined, frequency: Frequency): number {
  if (value === undefined || value === null) {
    throw sourcesError(request, '1393-400', 'The parameter scheduleParams.interval is null.');
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw invalidValue(request, 'scheduleParams.interval', 'a whole number is expected');
  }
  if (number < 1) {
    throw sourcesError(request, '1394-400', 'The parameter scheduleParams.interval is below one.');
  }
  if (!Number.isInteger(number)) {
    throw invalidValue(request, 'scheduleParams.interval', 'a whole number is expected');
  }
  // Anything longer than a century cannot be meant.
  if (number > 5_300_000 || number * unitMs[frequency === 'once' ? 'week' : frequency] > 3.2e12) {
    throw sourcesError(
      request,
      '1363-400',
      `The interval ${number} is not allowed with the frequency ${frequency}.`,
    );
  }
  return number;
}

function readBackfill(request: ServiceRequest, value: Json | undefined): boolean {
  if (value === undefined || value === null || value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalidValue(request, 'scheduleParams.backfill', 'true or false is expected');
}

function toWholeNumber(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** `scheduleParams` as `GET` shows it: every value a string. */
export function describeSchedule(schedule: Schedule): Record<string, Json> {
  return {
    startTime: String(schedule.startTimeSeconds),
    frequency: schedule.frequency,
    ...(schedule.interval === undefined ? {} : { interval: String(schedule.interval) }),
    ...(schedule.backfill === undefined ? {} : { backfill: String(schedule.backfill) }),
  };
}

/** The schedule behind the strings of a stored dataflow. */
export function storedSchedule(scheduleParams: Json | undefined): Schedule | undefined {
  const params = scheduleParams as Record<string, Json> | undefined;
  const frequency = frequencies.find((candidate) => candidate === params?.frequency);
  if (!params || !frequency) return undefined;
  return {
    startTimeSeconds: Number(params.startTime),
    frequency,
    ...(params.interval === undefined ? {} : { interval: Number(params.interval) }),
    ...(params.backfill === undefined ? {} : { backfill: params.backfill === 'true' }),
  };
}

/** The time between two runs, milliseconds; `undefined` for `once`. */
export function periodMs(schedule: Schedule): number | undefined {
  return schedule.frequency === 'once' ? undefined : unitMs[schedule.frequency] * (schedule.interval ?? 1);
}

/** The first run at or after a moment; `undefined` when a one-time run lies before it. */
export function nextRunMs(schedule: Schedule, atOrAfterMs: number): number | undefined {
  const startMs = schedule.startTimeSeconds * 1000;
  if (atOrAfterMs <= startMs) return startMs;
  const period = periodMs(schedule);
  return period === undefined ? undefined : startMs + Math.ceil((atOrAfterMs - startMs) / period) * period;
}
