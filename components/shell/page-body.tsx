import clsx from 'clsx';
import type { ReactNode } from 'react';

const widths = { narrow: 'max-w-4xl', normal: 'max-w-6xl', wide: 'max-w-[100rem]' };

/** The column a page stands in; `wide` is for work with two panes. */
export function PageBody({
  children,
  isNarrow = false,
  width = isNarrow ? 'narrow' : 'normal',
}: {
  children: ReactNode;
  isNarrow?: boolean;
  width?: keyof typeof widths;
}) {
  return (
    <div
      className={clsx('mx-auto flex w-full flex-1 flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8', widths[width])}
    >
      {children}
    </div>
  );
}
