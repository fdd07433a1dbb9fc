import { checkSchedule, refuseInterval } from '@/lib/schedule/check-schedule';
import type { Frequency, Schedule } from '@/lib/schedule/schedule';
import { matchingChoice, scheduleChoices } from '@/lib/schedule/schedule-choices';
import { readZoneTime, wallClockIn } from '@/lib/schedule/zone-time';
import type { SourceDefinition } from '@/lib/sources/source-definition';

export type RecurringFrequency = Exclude<Frequency, 'once'>;

export const customChoiceId = 'custom';

/** What stands in the form, right or wrong; `readForm` says which schedule it means. */
export type ScheduleForm = {
  /** A ready-made choice, or `custom`. */
  choiceId: string;
  /** Of the custom rhythm. */
  frequency: RecurringFrequency;
  /** As typed: `1e9` and `1.5` must be able to stand there to be refused. */
  intervalText: string;
  /** `2026-11-23T15:00` in `timeZone`; null while a part of it is empty. */
  wallClock: string | null;
  timeZone: string;
  /** Which of the two, when the clocks show this time twice. */
  turn: 'earlier' | 'later' | null;
  backfill: boolean;
};

export type ScheduleFormField = 'interval' | 'startTime' | 'turn' | 'timeZone';

export type ReadForm = {
  /** Undefined while there is an error. */
  schedule: Schedule | undefined;
  /** Whole sentences with the remedy. */
  errors: Partial<Record<ScheduleFormField, string>>;
  /** Epoch seconds of a start that would be accepted, offered as one click. */
  remedySeconds: number | undefined;
  /** Epoch seconds, when the clocks show the chosen time twice. */
  twice: { earlierSeconds: number; laterSeconds: number } | undefined;
};

/** The form that shows a schedule. */
export function toForm(source: SourceDefinition, schedule: Schedule): ScheduleForm {
  const { startTimeSeconds, timeZone } = schedule;
  const wallClock = wallClockIn(timeZone, startTimeSeconds);
  const time = readZoneTime(wallClock, timeZone);
  const custom = customDefault(source);
  const start: Pick<ScheduleForm, 'wallClock' | 'timeZone' | 'turn'> = {
    wallClock,
    timeZone,
    turn: time.kind === 'twice' ? (startTimeSeconds < time.laterSeconds ? 'earlier' : 'later') : null,
  };
  const choiceId = matchingChoice(source, schedule)?.id ?? customChoiceId;
  if (schedule.frequency === 'once') return { ...start, ...custom, choiceId, backfill: true };
  const { frequency, interval, backfill } = schedule;
  return { ...start, choiceId, frequency, intervalText: String(interval), backfill };
}

function customDefault(source: SourceDefinition): Pick<ScheduleForm, 'frequency' | 'intervalText'> {
  return { frequency: 'minute', intervalText: String(Math.max(60, source.minimumIntervals.minute)) };
}

/** The form after another choice; Custom starts from the rhythm that was chosen before. */
export function chooseRhythm(source: SourceDefinition, form: ScheduleForm, choiceId: string): ScheduleForm {
  if (choiceId !== customChoiceId) return { ...form, choiceId };
  const before = scheduleChoices(source).find((choice) => choice.id === form.choiceId);
  if (!before || before.frequency === 'once' || before.interval === undefined) return { ...form, choiceId };
  return { ...form, choiceId, frequency: before.frequency, intervalText: String(before.interval) };
}

/** The form that starts at another moment, written down in the zone that it already has. */
export function startAt(form: ScheduleForm, seconds: number): ScheduleForm {
  const wallClock = wallClockIn(form.timeZone, seconds);
  const time = readZoneTime(wallClock, form.timeZone);
  const turn = time.kind === 'twice' ? (seconds < time.laterSeconds ? 'earlier' : 'later') : null;
  return { ...form, wallClock, turn };
}

/** The next full hour that is at least five minutes away. Both in epoch seconds. */
export function nextFullHour(nowSeconds: number): number {
  return Math.ceil((nowSeconds + 300) / 3600) * 3600;
}

/** `1e9` is a number too, and refused as one; text that is no number is NaN. */
export function readInterval(text: string): number {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** What the form means, or why it means nothing yet. `nowSeconds` is epoch seconds. */
export function readForm(source: SourceDefinition, form: ScheduleForm, nowSeconds: number): ReadForm {
  const errors: ReadForm['errors'] = {};
  const rhythm = readRhythm(source, form);
  if ('error' in rhythm) errors.interval = rhythm.error;
  const start = readStart(form, nowSeconds);
  Object.assign(errors, start.errors);
  const { startTimeSeconds } = start;
  if (startTimeSeconds !== undefined) {
    // The interval has been read above: a one-time schedule asks only about its start.
    const { startTime } = checkSchedule(
      source,
      { frequency: 'once', startTimeSeconds, timeZone: form.timeZone },
      nowSeconds,
    );
    if (startTime) errors.startTime = startTime;
  }
  const remedySeconds = errors.startTime ? (start.remedySeconds ?? nextFullHour(nowSeconds)) : undefined;
  const isWrong = 'error' in rhythm || startTimeSeconds === undefined || Object.keys(errors).length > 0;
  const schedule = isWrong ? undefined : toSchedule(form, rhythm, startTimeSeconds);
  return { schedule, errors, remedySeconds, twice: start.twice };
}

type Rhythm = { frequency: 'once' } | { frequency: RecurringFrequency; interval: number };

function readRhythm(source: SourceDefinition, form: ScheduleForm): Rhythm | { error: string } {
  const choice = scheduleChoices(source).find((candidate) => candidate.id === form.choiceId);
  if (choice?.frequency === 'once') return { frequency: 'once' };
  if (choice?.interval !== undefined) return { frequency: choice.frequency, interval: choice.interval };
  const interval = readInterval(form.intervalText);
  const error = refuseInterval(source, form.frequency, interval);
  return error ? { error } : { frequency: form.frequency, interval };
}

function toSchedule(form: ScheduleForm, rhythm: Rhythm, startTimeSeconds: number): Schedule {
  const { timeZone, backfill } = form;
  return rhythm.frequency === 'once'
    ? { frequency: 'once', startTimeSeconds, timeZone }
    : { frequency: rhythm.frequency, interval: rhythm.interval, startTimeSeconds, timeZone, backfill };
}

type Start = {
  startTimeSeconds?: number;
  errors: ReadForm['errors'];
  remedySeconds?: number;
  twice?: { earlierSeconds: number; laterSeconds: number };
};

function readStart({ wallClock, timeZone, turn }: ScheduleForm, nowSeconds: number): Start {
  if (wallClock === null) return { errors: { startTime: 'Enter a date and a time.' } };
  const time = readZoneTime(wallClock, timeZone);
  switch (time.kind) {
    case 'exact':
      return { startTimeSeconds: time.seconds, errors: {} };
    case 'gap': {
      const shown = wallClock.slice(11, 16);
      const next = wallClockIn(timeZone, time.nextSeconds).slice(11, 16);
      const startTime = `${shown} does not exist on this day in ${timeZone}: the clocks are put forward. Choose ${next} instead, or another time.`;
      return {
        errors: { startTime },
        remedySeconds: time.nextSeconds > nowSeconds ? time.nextSeconds : nextFullHour(nowSeconds),
      };
    }
    case 'twice': {
      const { earlierSeconds, laterSeconds } = time;
      const twice = { earlierSeconds, laterSeconds };
      if (turn === null) {
        const sentence = `The clocks show ${wallClock.slice(11, 16)} twice on this day. Choose which one.`;
        return { errors: { turn: sentence }, twice };
      }
      return { startTimeSeconds: turn === 'earlier' ? earlierSeconds : laterSeconds, errors: {}, twice };
    }
    case 'unknown-zone':
      return { errors: { timeZone: 'This time zone is not known. Choose one from the list.' } };
    case 'not-a-time':
      return { errors: { startTime: 'This date does not exist. Choose another one.' } };
  }
}
