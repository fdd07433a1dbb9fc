import { Meter } from '@/components/ui/meter';
import { batchesPerDay } from '@/lib/schedule/next-runs';
import type { Schedule } from '@/lib/schedule/schedule';

/** Adobe's advice for all dataflows of one sandbox together. */
const advisedBatchesPerDay = 90;

const amount = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** The share of these dataflows in the batches a day that a sandbox should take; all run on the same schedule. */
export function BatchMeter({ schedule, dataflowCount }: { schedule: Schedule; dataflowCount: number }) {
  const batches = batchesPerDay(schedule) * dataflowCount;
  const subject =
    dataflowCount === 1 ? 'This dataflow alone goes' : `These ${dataflowCount} dataflows alone go`;
  const shown =
    batches < 10 && !Number.isInteger(batches) ? amount.format(batches) : String(Math.round(batches));
  const isOver = batches > advisedBatchesPerDay;
  const isOnce = schedule.frequency === 'once';
  return (
    <Meter
      label="Batches a day"
      value={Math.min(batches, advisedBatchesPerDay)}
      maxValue={advisedBatchesPerDay}
      valueText={
        isOnce ? `${dataflowCount} of ${advisedBatchesPerDay}, once` : `${shown} of ${advisedBatchesPerDay}`
      }
      tone={isOver ? 'negative' : batches > advisedBatchesPerDay / 2 ? 'caution' : 'info'}
      hint={
        isOver
          ? `${subject} beyond the ${advisedBatchesPerDay} batches a day that Adobe advises for all dataflows of a sandbox together. Longer intervals bring in the same records.`
          : `Adobe advises at most ${advisedBatchesPerDay} a day for all dataflows of a sandbox together.`
      }
    />
  );
}
