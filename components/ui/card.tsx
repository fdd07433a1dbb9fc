import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

export type CardProps = {
  title?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  /** Below the title, muted. */
  description?: ReactNode;
  /** At the end of the title's line: a Change button, a status. */
  actions?: ReactNode;
  children?: ReactNode;
  /** Tables and lists run to the edge. */
  isFlush?: boolean;
  className?: string;
};

/** A framed section of a page; a titled one is a region named by its title. */
export function Card({
  title,
  headingLevel = 2,
  description,
  actions,
  children,
  isFlush = false,
  className,
}: CardProps) {
  const titleId = useId();
  const Title = `h${headingLevel}` as const;
  const isEmpty = children === undefined || children === null || children === false;
  return (
    <section
      {...(title !== undefined && { 'aria-labelledby': titleId })}
      className={clsx('min-w-0 rounded-lg border border-line bg-surface', className)}
    >
      {title !== undefined && (
        <header
          className={clsx(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5',
            isEmpty && 'pb-4',
          )}
        >
          <div className="min-w-0">
            <Title id={titleId} className="text-lg font-semibold">
              {title}
            </Title>
            {description !== undefined && <div className="text-text-muted">{description}</div>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {!isEmpty && (
        <div className={clsx(isFlush ? 'pt-2' : 'p-4 sm:px-5', title !== undefined && !isFlush && 'pt-3')}>
          {children}
        </div>
      )}
    </section>
  );
}
