import type { ScheduleFormField } from './schedule-form';

/** Ids of the inputs, for the links of the error summary. */
export const fieldIds: Readonly<Record<ScheduleFormField, string>> = {
  interval: 'schedule-interval',
  startTime: 'schedule-start',
  turn: 'schedule-turn',
  timeZone: 'schedule-zone',
};
