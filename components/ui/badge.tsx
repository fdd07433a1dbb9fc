import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneSoft } from './tone';

export type BadgeProps = { tone?: Tone; children: ReactNode; className?: string };

/** A short label on a coloured ground: “Production”, “Test”. */
export function Badge({ tone = 'neutral', children, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium forced-colors:border-[CanvasText]',
        tone === 'neutral' ? 'border-line' : 'border-transparent',
        toneSoft[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
