import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneGlyphs, toneText } from './tone';

export type StatusLightProps = {
  tone: Tone;
  /** The status in words; the sign is only decoration. */
  children: ReactNode;
  className?: string;
};

/** A status: a sign with its own shape and colour, and words. */
export function StatusLight({ tone, children, className }: StatusLightProps) {
  const Glyph = toneGlyphs[tone];
  return (
    <span className={clsx('inline-flex max-w-full items-start gap-1.5', className)}>
      <Glyph aria-hidden size={16} className={clsx('mt-[0.1875rem] shrink-0', toneText[tone])} />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
