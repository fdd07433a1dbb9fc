'use client';

import { type CalendarDateTime, parseDateTime } from '@internationalized/date';
import type { FocusEvent } from 'react';
import { useClock } from '@/components/shell/clock';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTimeField } from '@/components/ui/date-time-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { TimeZoneSelect } from '@/components/ui/time-zone-select';
import { formatDateTimeWithUtc, formatTime, formatZone } from '@/lib/format/dates';
import { fieldIds } from './field-ids';
import { type ReadForm, type ScheduleForm, startAt } from './schedule-form';

export type StartCardProps = {
  form: ScheduleForm;
  read: ReadForm;
  isReadOnly: boolean;
  onChange: (form: ScheduleForm) => void;
};

/** When it starts, with every trap of a clock change answered at the field. */
export function StartCard({ form, read, isReadOnly, onChange }: StartCardProps) {
  const { timeZone: personZone } = useClock();
  const { errors, remedySeconds, twice } = read;
  const { timeZone } = form;
  const turnLabel = (seconds: number) =>
    `${formatTime(seconds * 1000, timeZone)} ${formatZone(seconds * 1000, timeZone)} (${formatTime(seconds * 1000, 'UTC')} UTC)`;
  return (
    <Card title="When it starts">
      <div className="flex flex-col gap-3">
        <div className="grid gap-4 sm:grid-cols-2">
          {/* The summary's link focuses an element by id; the picker's own id is on a frame that takes no focus. */}
          <fieldset
            id={fieldIds.startTime}
            aria-label="First run"
            tabIndex={-1}
            onFocus={focusFirstSegment}
            className="min-w-0 outline-none"
          >
            <DateTimeField
              label="Start"
              value={toCalendar(form.wallClock)}
              onChange={(value) =>
                onChange({ ...form, wallClock: value?.toString().slice(0, 16) ?? null, turn: null })
              }
              error={errors.startTime}
              isDisabled={isReadOnly}
            />
          </fieldset>
          <TimeZoneSelect
            id={fieldIds.timeZone}
            value={timeZone}
            onChange={(zone) => onChange({ ...form, timeZone: zone, turn: null })}
            error={errors.timeZone}
            isDisabled={isReadOnly}
            {...(timeZone !== personZone && { hint: `You are in ${personZone.replaceAll('_', ' ')}.` })}
          />
        </div>
        {remedySeconds !== undefined && !isReadOnly && (
          <div>
            <Button size="small" onPress={() => onChange(startAt(form, remedySeconds))}>
              Use {formatDateTimeWithUtc(remedySeconds * 1000, timeZone)}
            </Button>
          </div>
        )}
        {twice && (
          <RadioGroup
            id={fieldIds.turn}
            label="The clocks are put back on this day: which of the two?"
            options={[
              { value: 'earlier', label: `The first one, ${turnLabel(twice.earlierSeconds)}` },
              { value: 'later', label: `An hour later, ${turnLabel(twice.laterSeconds)}` },
            ]}
            value={form.turn}
            onChange={(turn) => onChange({ ...form, turn: turn === 'later' ? 'later' : 'earlier' })}
            error={errors.turn}
            isDisabled={isReadOnly}
          />
        )}
      </div>
    </Card>
  );
}

function toCalendar(wallClock: string | null): CalendarDateTime | null {
  return wallClock === null ? null : parseDateTime(wallClock);
}

function focusFirstSegment(event: FocusEvent<HTMLFieldSetElement>) {
  if (event.target !== event.currentTarget) return;
  event.currentTarget.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
}
