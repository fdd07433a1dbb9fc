import * as z from 'zod';

const startTimeSeconds = z.int().min(0).max(253_402_300_799);
const interval = z.int().min(1).max(10_000);

/**
 * When a dataflow runs. `startTimeSeconds` is epoch seconds in UTC; `timeZone` is only how the person wrote it down.
 * `once` has neither interval nor backfill: the platform refuses both. Minimums of the interval differ by source and
 * are checked by `checkSchedule`.
 */
export const scheduleSchema = z.discriminatedUnion('frequency', [
  z.object({ frequency: z.literal('once'), startTimeSeconds, timeZone: z.string().min(1).max(64) }),
  ...(['minute', 'hour', 'day', 'week'] as const).map((frequency) =>
    z.object({
      frequency: z.literal(frequency),
      interval,
      startTimeSeconds,
      timeZone: z.string().min(1).max(64),
      backfill: z.boolean(),
    }),
  ),
]);
