'use client';

import clsx from 'clsx';
import { LoaderCircle } from 'lucide-react';

export type SpinnerProps = {
  /** What is being done, as a sentence without a full stop: “Reading the newest records”. */
  label: string;
  /** Only the sign is drawn; the label stays for screen readers. */
  isLabelHidden?: boolean;
  className?: string;
};

/** Says what is being done. Appears after 400 ms, so that short waits do not flicker. */
export function Spinner({ label, isLabelHidden = false, className }: SpinnerProps) {
  return (
    <span
      role="status"
      className={clsx('animate-appear-late inline-flex items-center gap-2 text-text-muted', className)}
    >
      <LoaderCircle aria-hidden size={16} className="animate-turn shrink-0 text-accent" />
      <span className={clsx(isLabelHidden && 'sr-only')}>{label}</span>
    </span>
  );
}
