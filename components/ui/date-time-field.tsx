'use client';

import { CalendarDateTime } from '@internationalized/date';
import clsx from 'clsx';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components';
import { FieldHelp } from './field-help';
import { FieldLabel } from './field-label';
import { controlStyles, fieldStyles, popoverStyles } from './field-styles';

export type DateTimeFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  /** Wall-clock time without a zone; combine with TimeZoneSelect. `null` is empty. */
  value: CalendarDateTime | null;
  /** Gets null while any segment is empty. */
  onChange: (value: CalendarDateTime | null) => void;
  onBlur?: () => void;
  minValue?: CalendarDateTime;
  maxValue?: CalendarDateTime;
  /** `day` hides the time, which is then midnight. */
  granularity?: 'day' | 'minute';
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  isDisabled?: boolean | undefined;
  id?: string;
  className?: string;
};

const monthButton =
  'focus-ring grid size-8 place-items-center rounded-full hover:bg-surface-hover disabled:text-text-disabled';

/** A date, with or without a time, typed by segment or picked from a calendar. Never prerender a page that holds one. */
export function DateTimeField({
  label,
  isLabelHidden = false,
  onChange,
  granularity = 'minute',
  hint,
  error,
  isOptional = false,
  isDisabled = false,
  className,
  ...rest
}: DateTimeFieldProps) {
  return (
    <DatePicker
      {...rest}
      onChange={(date) => onChange(date)}
      granularity={granularity}
      hideTimeZone
      shouldForceLeadingZeros
      placeholderValue={rest.value ?? placeholder}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      isRequired={!isOptional}
      className={clsx(fieldStyles, className)}
    >
      <FieldLabel isOptional={isOptional} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Group
        className={`${controlStyles} flex overflow-hidden focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus`}
      >
        <DateInput className="flex min-w-0 flex-1 flex-wrap items-center px-3 py-1.5">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="tabular rounded-xs px-0.5 outline-none data-placeholder:not-data-focused:text-text-muted focus:bg-accent focus:text-on-accent type-literal:px-0 type-literal:text-text-muted forced-colors:focus:bg-[Highlight] forced-colors:focus:text-[HighlightText] forced-colors:focus:forced-color-adjust-none"
            />
          )}
        </DateInput>
        <Button className="grid w-9 shrink-0 place-items-center text-text-muted hover:bg-surface-hover">
          <CalendarDays aria-hidden size={16} />
        </Button>
      </Group>
      <FieldHelp hint={hint} error={error} />
      <Popover className={popoverStyles}>
        <Dialog className="p-3 outline-none">
          <Calendar>
            <header className="mb-2 flex items-center justify-between gap-2">
              <Button slot="previous" className={monthButton}>
                <ChevronLeft aria-hidden size={16} className="rtl:-scale-x-100" />
              </Button>
              <CalendarHeading className="font-semibold" />
              <Button slot="next" className={monthButton}>
                <ChevronRight aria-hidden size={16} className="rtl:-scale-x-100" />
              </Button>
            </header>
            <CalendarGrid className="[&_th]:pb-1 [&_th]:text-sm [&_th]:font-normal [&_th]:text-text-muted">
              {(date) => (
                <CalendarCell
                  date={date}
                  className="focus-ring tabular m-px grid size-8 place-items-center rounded-full hover:bg-surface-hover outside-month:hidden selected:bg-accent selected:text-on-accent disabled:text-text-disabled unavailable:line-through forced-colors:selected:bg-[Highlight] forced-colors:selected:text-[HighlightText] forced-colors:selected:forced-color-adjust-none"
                />
              )}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

// Only shapes the empty segments; reading the clock here would differ between server and browser.
const placeholder = new CalendarDateTime(2026, 1, 1, 0, 0);
