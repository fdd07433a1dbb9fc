'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Meter as AriaMeter, Label } from 'react-aria-components';
import type { Tone } from './tone';

export type MeterProps = {
  label: string;
  value: number;
  maxValue: number;
  /** The value in words: “62 of 90 batches a day”. */
  valueText: string;
  tone?: Tone;
  hint?: ReactNode;
  className?: string;
};

const fills: Record<Tone, string> = {
  neutral: 'bg-text-muted',
  info: 'bg-info',
  positive: 'bg-positive',
  caution: 'bg-caution',
  negative: 'bg-negative',
};

/** How much of a limit is used. */
export function Meter({ label, value, maxValue, valueText, tone = 'info', hint, className }: MeterProps) {
  return (
    <AriaMeter
      value={value}
      maxValue={maxValue}
      valueLabel={valueText}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      {({ percentage }) => (
        <>
          <div className="flex flex-wrap justify-between gap-x-4">
            <Label className="font-medium">{label}</Label>
            <span className="tabular text-text-muted">{valueText}</span>
          </div>
          <div className="h-2 overflow-hidden rounded-full bg-surface-pressed forced-colors:border">
            <div
              className={clsx('h-full rounded-full forced-colors:bg-[Highlight]', fills[tone])}
              style={{ width: `${Math.min(percentage, 100)}%` }}
            />
          </div>
          {hint !== undefined && <div className="text-sm text-text-muted">{hint}</div>}
        </>
      )}
    </AriaMeter>
  );
}
