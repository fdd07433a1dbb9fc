import clsx from 'clsx';
import type { ReactNode } from 'react';

const widths = {
  narrow: 'max-w-4xl gap-6 pt-6 sm:pt-8',
  normal: 'max-w-6xl gap-6 pt-6 sm:pt-8',
  // Two panes need the height that air would take.
  wide: 'max-w-[100rem] gap-4 pt-4 sm:pt-5 fills-window:max-w-none fills-window:pt-3',
};

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
    <div className={clsx('mx-auto flex w-full flex-1 flex-col px-4 pb-6 sm:px-6 sm:pb-8', widths[width])}>
      {children}
    </div>
  );
}
