'use client';

import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';

export type Segment<Value extends string> = { value: Value; label: string; icon?: ReactNode };

export type SegmentedControlProps<Value extends string> = {
  /** Spoken name of the group. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Icons only; labels stay for screen readers. */
  isIconOnly?: boolean;
};

/** Switches between a few views of the same thing. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
  isIconOnly = false,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const segment = segments.find((candidate) => candidate.value === chosen);
        if (segment) onChange(segment.value);
      }}
      className="inline-flex max-w-full flex-wrap gap-0.5 rounded-full border border-line bg-surface-sunken p-0.5"
    >
      {segments.map((segment) => (
        <Radio
          key={segment.value}
          value={segment.value}
          className="focus-ring inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border border-transparent px-3 text-sm font-medium text-text-muted hover:text-text selected:border-line-strong selected:bg-surface selected:text-text forced-colors:selected:bg-[Highlight] forced-colors:selected:text-[HighlightText] forced-colors:selected:forced-color-adjust-none"
        >
          {segment.icon}
          <span className={isIconOnly ? 'sr-only' : undefined}>{segment.label}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
