'use client';

import clsx from 'clsx';
import { CopyButton } from './copy-button';
import { ScrollRegion } from './scroll-region';

export type CodeBlockProps = {
  code: string;
  /** Spoken name and the word on the copy button: “cURL command”. */
  what: string;
  /** Breaks long lines instead of scrolling. */
  wraps?: boolean;
  className?: string;
};

/** Code or JSON that can be scrolled by keyboard and copied. Always written left to right. */
export function CodeBlock({ code, what, wraps = false, className }: CodeBlockProps) {
  return (
    <div className={clsx('relative rounded-md border border-line bg-surface-sunken', className)}>
      <ScrollRegion label={what} className="max-h-96 overflow-auto rounded-md p-3 pe-12">
        <pre dir="ltr" className={clsx('font-mono text-sm', wraps && 'break-words whitespace-pre-wrap')}>
          {code}
        </pre>
      </ScrollRegion>
      <div className="absolute end-1.5 top-1.5 rounded-full bg-surface-sunken">
        <CopyButton text={code} what={what} />
      </div>
    </div>
  );
}
