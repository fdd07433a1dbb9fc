import { expect, it } from 'vitest';
import { describeDataflowSchedule } from './describe-dataflow-schedule';

it('says how often in words', () => {
  const at = { startTimeSeconds: 0, backfill: undefined };
  expect([
    describeDataflowSchedule({ ...at, frequency: 'once', interval: undefined }),
    describeDataflowSchedule({ ...at, frequency: 'minute', interval: 15 }),
    describeDataflowSchedule({ ...at, frequency: 'day', interval: 1 }),
    describeDataflowSchedule({ ...at, frequency: 'week', interval: undefined }),
    describeDataflowSchedule(undefined),
  ]).toEqual(['Once', 'Every 15 minutes', 'Every day', 'Every week', 'Not known']);
});
