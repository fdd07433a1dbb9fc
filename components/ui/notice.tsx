import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneEdge, toneGlyphs, toneSoft, toneText } from './tone';

export type NoticeProps = {
  tone: Tone;
  title: ReactNode;
  /** Sentences; links allowed. */
  children?: ReactNode;
  /** Buttons or links below the text. */
  actions?: ReactNode;
  /** `alert` interrupts, `status` waits its turn, `none` is part of the page from the start. */
  announce?: 'alert' | 'status' | 'none';
  /** Level of the title in the page's outline; none by default. */
  headingLevel?: 2 | 3 | 4;
  className?: string;
};

/** Something to know about this page or section, with what to do. */
export function Notice({
  tone,
  title,
  children,
  actions,
  announce = 'none',
  headingLevel,
  className,
}: NoticeProps) {
  const Glyph = toneGlyphs[tone];
  const Title = headingLevel === undefined ? 'p' : (`h${headingLevel}` as const);
  return (
    <div
      {...(announce !== 'none' && { role: announce })}
      className={clsx(
        'flex gap-3 rounded-md border-s-4 px-4 py-3',
        toneSoft[tone],
        toneEdge[tone],
        className,
      )}
    >
      <Glyph aria-hidden size={20} className={clsx('mt-px shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1 text-text">
        <Title className="font-semibold">{title}</Title>
        {children !== undefined && <div className="mt-0.5 [&>p+p]:mt-1">{children}</div>}
        {actions !== undefined && actions !== false && (
          <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
        )}
      </div>
    </div>
  );
}
