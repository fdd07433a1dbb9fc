'use client';

import { ComboBox } from './combo-box';
import type { Option } from './option-row';

export type TimeZoneSelectProps = {
  label?: string;
  /** An IANA name such as `Europe/Vienna`. */
  value: string;
  onChange: (timeZone: string) => void;
  hint?: string;
  error?: string | undefined;
  isDisabled?: boolean | undefined;
  id?: string;
  className?: string;
};

/** Every time zone the browser knows, UTC first; a stored zone it does not know stays selectable. */
export function TimeZoneSelect({ label = 'Time zone', value, onChange, ...rest }: TimeZoneSelectProps) {
  return (
    <ComboBox
      {...rest}
      label={label}
      options={timeZoneOptions(value)}
      value={value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      emptyText="No time zone has this name. Try the nearest large city."
    />
  );
}

function timeZoneOptions(current: string): Option[] {
  const names = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')]);
  return [...names].map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}
