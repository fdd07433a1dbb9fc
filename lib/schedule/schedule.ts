export const frequencies = ['once', 'minute', 'hour', 'day', 'week'] as const;
export type Frequency = (typeof frequencies)[number];

type Recurring = {
  frequency: Exclude<Frequency, 'once'>;
  interval: number;
  startTimeSeconds: number;
  timeZone: string;
  backfill: boolean;
};
export type Schedule = { frequency: 'once'; startTimeSeconds: number; timeZone: string } | Recurring;
