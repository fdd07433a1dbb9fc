import clsx from 'clsx';
import type { ReactNode } from 'react';

/** The column a page stands in. */
export function PageBody({ children, isNarrow = false }: { children: ReactNode; isNarrow?: boolean }) {
  return (
    <div
      className={clsx(
        'mx-auto flex w-full flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8',
        isNarrow ? 'max-w-4xl' : 'max-w-6xl',
      )}
    >
      {children}
    </div>
  );
}
