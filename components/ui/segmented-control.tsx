'use client';

import { type ReactNode, useId } from 'react';

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

/** Switches between a few views of the same thing. The browser's own radio buttons: it is on the first screen of the editor. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
  isIconOnly = false,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex max-w-full flex-wrap gap-0.5 rounded-full border border-line bg-surface-sunken p-0.5"
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className="relative inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border border-transparent px-3 text-sm font-medium text-text-muted outline-offset-2 outline-focus hover:text-text has-checked:border-line-strong has-checked:bg-surface has-checked:text-text has-focus-visible:outline-2 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none"
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="sr-only"
          />
          {segment.icon}
          <span className={isIconOnly ? 'sr-only' : undefined}>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
