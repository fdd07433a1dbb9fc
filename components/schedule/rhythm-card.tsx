'use client';

import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { RadioGroup, type RadioOption } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { describeInterval } from '@/lib/schedule/check-schedule';
import { batchesPerDay } from '@/lib/schedule/next-runs';
import { scheduleChoices } from '@/lib/schedule/schedule-choices';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { fieldIds } from './field-ids';
import { chooseRhythm, customChoiceId, type RecurringFrequency, type ScheduleForm } from './schedule-form';

export type RhythmCardProps = {
  source: SourceDefinition;
  form: ScheduleForm;
  error: string | undefined;
  isReadOnly: boolean;
  onChange: (form: ScheduleForm) => void;
};

const units: readonly { value: RecurringFrequency; label: string }[] = [
  { value: 'minute', label: 'Minutes' },
  { value: 'hour', label: 'Hours' },
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
];

/** How often it runs: ready-made rhythms, or one's own within the rules of the source. */
export function RhythmCard({ source, form, error, isReadOnly, onChange }: RhythmCardProps) {
  const minimum = source.minimumIntervals[form.frequency];
  const isOnce = form.choiceId === 'once';
  return (
    <Card title="How often it runs">
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="How often"
          isLabelHidden
          look="cards"
          options={options(source)}
          value={form.choiceId}
          onChange={(choiceId) => onChange(chooseRhythm(source, form, choiceId))}
          isDisabled={isReadOnly}
        />
        {form.choiceId === customChoiceId && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              id={fieldIds.interval}
              label="Every"
              value={form.intervalText}
              onChange={(intervalText) => onChange({ ...form, intervalText })}
              maxLength={20}
              isDisabled={isReadOnly}
              hint={`At least ${describeInterval(form.frequency, minimum)}, by ${source.minimumIntervalAuthority}.`}
              error={error}
            />
            <Select
              label="Unit"
              options={units}
              value={form.frequency}
              onChange={(value) => {
                const unit = units.find((candidate) => candidate.value === value);
                if (unit) onChange({ ...form, frequency: unit.value });
              }}
              isDisabled={isReadOnly}
            />
          </div>
        )}
        {isOnce ? (
          <Notice
            tone="caution"
            announce="status"
            title="A dataflow that runs once can never be changed"
            actions={
              !isReadOnly && (
                <Button size="small" onPress={() => onChange(chooseRhythm(source, form, 'daily'))}>
                  Run every day instead
                </Button>
              )
            }
          >
            <p>
              The platform refuses every later change of its schedule. A recurring dataflow that is paused
              after its first run brings in the same records and stays changeable.
            </p>
          </Notice>
        ) : (
          <Checkbox
            isSelected={form.backfill}
            onChange={(backfill) => onChange({ ...form, backfill })}
            isDisabled={isReadOnly}
            description="The first run brings in everything the source has; without it only records from the start time on arrive."
          >
            Bring in existing records
          </Checkbox>
        )}
      </div>
    </Card>
  );
}

function options(source: SourceDefinition): RadioOption[] {
  const ready = scheduleChoices(source).map((choice): RadioOption => {
    const { id, label, frequency, interval } = choice;
    if (frequency === 'once' || interval === undefined) {
      return { value: id, label, description: 'One run, never changed again' };
    }
    const perDay = batchesPerDay({
      frequency,
      interval,
      startTimeSeconds: 0,
      timeZone: 'UTC',
      backfill: false,
    });
    const load = perDay >= 1 ? `${formatPlural(perDay, 'run')} a day` : '1 run a week';
    const isConverted = !label.includes(describeUnit(frequency, interval));
    return {
      value: id,
      label,
      description: isConverted ? `${load}, set as ${formatCount(interval)} ${frequency}s` : load,
    };
  });
  return [...ready, { value: customChoiceId, label: 'Custom', description: 'Your own number and unit' }];
}

function describeUnit(frequency: RecurringFrequency, interval: number): string {
  return interval === 1 ? frequency : describeInterval(frequency, interval);
}
